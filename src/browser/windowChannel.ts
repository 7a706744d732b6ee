/** Speaks between windows of this site on one machine. */
export interface WindowChannel {
  readonly say: (message: unknown) => void;
  readonly close: () => void;
}

/**
 * Opens a channel to the other windows.
 *
 * @param hear told each message of the others; anything may come, so parse it
 */
export type OpenChannel = (hear: (message: unknown) => void) => WindowChannel;

/**
 * A channel to the windows of this site that open the one of the same name.
 *
 * @see https://html.spec.whatwg.org/multipage/web-messaging.html#broadcasting-to-other-browsing-contexts
 */
export const broadcastChannel =
  (name: string): OpenChannel =>
  (hear) => {
    const channel = new BroadcastChannel(`okta-api-authorization-guide:${name}`);
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => hear(data));
    return {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel stays within its origin
      say: (message) => channel.postMessage(message),
      close: () => channel.close(),
    };
  };
