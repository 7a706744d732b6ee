import { type EventObject, fromCallback } from 'xstate';

import type { ConversationEvent } from './frameMachine.ts';
import { type FrameMessage, parseHostMessage, type StateMessage } from './protocol.ts';

/** What a framed page has to tell a host. */
export interface FramedPage {
  readonly state: StateMessage;
  /** What the host gave wrongly. */
  readonly problems: readonly string[];
  /**
   * Says how high the content is, at once and at each change, until the function that it gives is
   * called.
   */
  readonly followHeight: (say: (height: number) => void) => () => void;
}

/**
 * The actor that talks to a host through a port: tells it the state, the problems and every height,
 * and hears what it asks for. It closes the port when it is stopped.
 */
export function conversationOf({ state, problems, followHeight }: FramedPage) {
  return fromCallback<EventObject, { readonly port: MessagePort }>(
    ({ input: { port }, sendBack }) => {
      const report = (event: ConversationEvent) => sendBack(event);
      const say = (message: FrameMessage) => port.postMessage(message);
      const hear = ({ data }: MessageEvent<unknown>) => {
        const asked = parseHostMessage(data);
        if (asked !== undefined) report({ type: 'host.asked', answers: asked.answers });
      };
      const heedClosing = () => report({ type: 'host.left' });
      port.addEventListener('message', hear);
      // Where browsers do not tell of a closed port yet, the host merely counts as listening.
      port.addEventListener('close', heedClosing);
      port.start();
      say(state);
      for (const message of problems) say({ type: 'problem', message });
      const leaveHeight = followHeight((height) => say({ type: 'height', height }));
      return () => {
        leaveHeight();
        port.removeEventListener('message', hear);
        port.removeEventListener('close', heedClosing);
        port.close();
      };
    },
  );
}
