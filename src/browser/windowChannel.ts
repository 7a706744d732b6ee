/** Speaks between windows of this site on one machine. */
export interface WindowChannel {
  readonly say: (message: unknown) => void;
  readonly close: () => void;
}

/**
 * Opens a channel to the other windows of this site that have opened the same.
 *
 * @param hear told each message of the others; anything may come, so parse it
 * @see https://html.spec.whatwg.org/multipage/web-messaging.html#broadcasting-to-other-browsing-contexts
 */
export function openWindowChannel(name: string, hear: (message: unknown) => void): WindowChannel {
  const channel = new BroadcastChannel(`okta-api-authorization-guide:${name}`);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => hear(data));
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel stays within its origin
    say: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
}
