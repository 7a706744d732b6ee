import type { OpenChannel } from './windowChannel.ts';

/**
 * Two windows that share no channel, such as those of one file that was opened by double click,
 * which have no common origin. Each speaks only to the other, by its handle.
 */
export interface OpenedWindow {
  /**
   * Opens the other window, or brings the one with the same name forward.
   *
   * @returns whether there is one: a browser may refuse
   */
  readonly open: (address: string) => boolean;
  readonly openChannel: OpenChannel;
}

/**
 * The side that opens a window. When it is loaded again, it has lost the handle, and takes that of
 * the first window of this site that speaks to it.
 */
export function openedWindow(name: string): OpenedWindow {
  let other: Window | null = null;
  const isGone = () => other === null || other.closed;
  return {
    open: (address) => {
      other = window.open(address, name);
      other?.focus();
      return other !== null;
    },
    openChannel: channelTo(
      () => other,
      ({ source, origin }) => {
        const isOurs = location.protocol === 'file:' || origin === location.origin;
        if (isGone() && isOurs && isWindow(source)) other = source;
      },
      // Not opened yet, or closed on purpose.
      () => {},
    ),
  };
}

/** The side that was opened. */
export const openerChannel: OpenChannel = channelTo(
  () => window.opener as Window | null,
  () => {},
  (lose) => lose(),
);

const isWindow = (source: MessageEventSource | null): source is Window =>
  source !== null && 'opener' in source;

function channelTo(
  other: () => Window | null,
  meet: (message: MessageEvent<unknown>) => void,
  missOther: (lose: () => void) => void,
): OpenChannel {
  return (hear, lose) => {
    const heed = (message: MessageEvent<unknown>) => {
      meet(message);
      if (message.source !== null && message.source === other()) hear(message.data);
    };
    window.addEventListener('message', heed);
    return {
      say: (message) => {
        const window = other();
        if (window === null || window.closed) return missOther(lose);
        try {
          // A file has no origin that could be named. The handle alone decides who hears it, and
          // what is said is on the screen anyway.
          window.postMessage(message, '*');
        } catch {
          lose();
        }
      },
      close: () => window.removeEventListener('message', heed),
    };
  };
}
