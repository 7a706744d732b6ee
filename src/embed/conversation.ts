import { type EventObject, fromCallback } from 'xstate';

import type { ConversationEvent } from './frameMachine.ts';
import {
  type FrameMessage,
  type HostMessage,
  parseHostMessage,
  type StateMessage,
} from './protocol.ts';

/** What a framed page reports to a host. */
export interface FramedPage {
  readonly state: StateMessage;
  /** What is wrong with the host's parameters, for a host that has just greeted. */
  readonly problems: () => readonly string[];
  /** What is wrong with a later message of the host's. */
  readonly problemsOf: (message: HostMessage) => readonly string[];
  /**
   * Says how high the content is, at once and at each change, until the function that it gives is
   * called.
   */
  readonly followHeight: (say: (height: number) => void) => () => void;
}

/**
 * The actor that talks to a host through a port. It reports the state, the problems and every
 * height, and receives the host's requests. It closes the port when it is stopped.
 */
export function conversationOf({ state, problems, problemsOf, followHeight }: FramedPage) {
  return fromCallback<EventObject, { readonly port: MessagePort }>(
    ({ input: { port }, sendBack }) => {
      const report = (event: ConversationEvent) => sendBack(event);
      const say = (message: FrameMessage) => port.postMessage(message);
      const sayProblems = (messages: readonly string[]) => {
        for (const message of messages) say({ type: 'problem', message });
      };
      const hear = ({ data }: MessageEvent<unknown>) => {
        const message = parseHostMessage(data);
        if (message === undefined) return;
        sayProblems(problemsOf(message));
        if (message.type === 'goTo') report({ type: 'host.asked', answers: message.answers });
        else report({ ...message, type: 'host.changed' });
      };
      const heedClosing = () => report({ type: 'host.left' });
      port.addEventListener('message', hear);
      // In browsers that do not report a closed port yet, the host still counts as listening.
      port.addEventListener('close', heedClosing);
      port.start();
      say(state);
      sayProblems(problems());
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
