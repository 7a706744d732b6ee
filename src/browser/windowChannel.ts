/** Speaks between windows of this site on one machine. */
export interface WindowChannel {
  readonly say: (message: unknown) => void;
  readonly close: () => void;
}

/**
 * Opens a channel to the other windows. It never throws.
 *
 * @param hear called with each message of the others. It can be anything, so parse it
 * @param lose called when there is nobody to speak to: the browser refuses, or the other window is
 * closed
 */
export type OpenChannel = (hear: (message: unknown) => void, lose: () => void) => WindowChannel;

const fullName = (name: string): string => `okta-api-authorization-guide:${name}`;

/** Whether windows of this site may broadcast to each other: some settings make the very attempt throw. */
export function canBroadcast(): boolean {
  try {
    new BroadcastChannel(fullName('attempt')).close();
    return true;
  } catch {
    return false;
  }
}

/**
 * A channel to the windows of this site that open a channel with the same name.
 *
 * @see https://html.spec.whatwg.org/multipage/web-messaging.html#broadcasting-to-other-browsing-contexts
 */
export const broadcastChannel =
  (name: string): OpenChannel =>
  (hear, lose) => {
    try {
      const channel = new BroadcastChannel(fullName(name));
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => hear(data));
      return {
        say: (message) => {
          try {
            // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel stays within its origin
            channel.postMessage(message);
          } catch {
            lose();
          }
        },
        close: () => channel.close(),
      };
    } catch {
      return { say: lose, close: () => {} };
    }
  };
