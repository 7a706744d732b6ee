import type { OpenChannel } from './windowChannel.ts';

/**
 * Two windows of one file that was opened by double click: such files have no origin in common, so
 * no channel joins them, and each speaks to the other alone, by its handle.
 */
export interface OpenedWindow {
  /** Opens the other window, or brings the one of the same name forward. */
  readonly open: (address: string) => void;
  readonly openChannel: OpenChannel;
}

/** The side that opens a window. */
export function openedWindow(name: string): OpenedWindow {
  let other: Window | null = null;
  return {
    open: (address) => {
      other = window.open(address, name);
      other?.focus();
    },
    openChannel: channelTo(() => other),
  };
}

/** The side that was opened. */
export const openerChannel: OpenChannel = channelTo(() => window.opener as Window | null);

function channelTo(other: () => Window | null): OpenChannel {
  return (hear) => {
    const heed = ({ source, data }: MessageEvent<unknown>) => {
      if (source !== null && source === other()) hear(data);
    };
    window.addEventListener('message', heed);
    return {
      // A file has no origin that could be named; the handle alone says who hears it, and what is
      // said stands on the screen anyway.
      say: (message) => other()?.postMessage(message, '*'),
      close: () => window.removeEventListener('message', heed),
    };
  };
}
