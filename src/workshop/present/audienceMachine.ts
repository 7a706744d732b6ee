import { assign, type EventObject, fromCallback, setup } from 'xstate';

import type { AudienceView } from './audienceView.ts';

export interface AudienceContext {
  readonly view: AudienceView | undefined;
}

/** What the presenter's window tells. */
export interface ViewEvent {
  readonly type: 'view.show';
  readonly view: AudienceView;
}

const following = setup({
  types: { context: {} as AudienceContext, events: {} as ViewEvent },
  actors: {
    /** Asks the presenter's window where it is, and hears it. */
    presenter: fromCallback<EventObject, undefined>(() => {}),
  },
  actions: {
    show: assign((_, { view }: { readonly view: AudienceView }) => ({ view })),
  },
});

const show = {
  target: 'following',
  actions: { type: 'show', params: ({ event }: { readonly event: ViewEvent }) => event },
} as const;

/** The audience's window: it follows the presenter's and changes nothing. */
export const audienceMachine = following.createMachine({
  id: 'audience',
  context: { view: undefined },
  invoke: { src: 'presenter' },
  initial: 'waiting',
  states: {
    waiting: { on: { 'view.show': show } },
    // When the presenter's window is closed, the last view stays until another one opens.
    following: { on: { 'view.show': show } },
  },
});
