import { assign, type EventObject, fromCallback, setup } from 'xstate';

import type { AudienceView } from './audienceView.ts';

export interface AudienceContext {
  readonly view: AudienceView | undefined;
}

/** What is heard of the presenter's window. */
export type PresenterReport =
  | { readonly type: 'view.show'; readonly view: AudienceView }
  /** That window is closed, or cannot be heard from here. */
  | { readonly type: 'presenter.lose' };

const following = setup({
  types: {
    context: {} as AudienceContext,
    events: {} as PresenterReport,
    tags: {} as 'lost',
  },
  actors: {
    /** Asks the presenter's window where it is, again and again, and hears it. */
    presenter: fromCallback<EventObject, undefined>(() => {}),
  },
  actions: {
    show: assign((_, { view }: { readonly view: AudienceView }) => ({ view })),
  },
});

const on = {
  'view.show': {
    target: 'following',
    actions: {
      type: 'show',
      params: ({ event }: { readonly event: Extract<PresenterReport, { type: 'view.show' }> }) =>
        event,
    },
  },
  'presenter.lose': { target: 'lost' },
} as const;

/** The audience's window: it follows the presenter's and changes nothing. */
export const audienceMachine = following.createMachine({
  id: 'audience',
  context: { view: undefined },
  invoke: { src: 'presenter' },
  initial: 'waiting',
  states: {
    waiting: { on },
    // When the presenter's window is closed, the last view stays until another one opens.
    following: { on },
    lost: { tags: 'lost', on: { 'view.show': on['view.show'] } },
  },
});
