import { assign, type EventObject, fromCallback, setup } from 'xstate';

import type { AudienceView, ToldView } from './audienceView.ts';
import { isCurrent, type NamedLeader } from './leader.ts';

export interface AudienceContext {
  readonly view: AudienceView | undefined;
  /** Who sent it. */
  readonly leader: NamedLeader | undefined;
}

export interface ViewEvent extends ToldView {
  readonly type: 'view.show';
}

/** What is heard from the presenter's window. */
export type PresenterReport =
  | ViewEvent
  /** That window is closed, or cannot be heard from here. */
  | { readonly type: 'presenter.lose' };

const following = setup({
  types: {
    context: {} as AudienceContext,
    events: {} as PresenterReport,
    tags: {} as 'lost',
  },
  actors: {
    /** Asks the presenter's window where it is, again and again, and receives its answers. */
    presenter: fromCallback<EventObject, () => NamedLeader | undefined>(() => {}),
    /** Fills the screen when a key is pressed. */
    keys: fromCallback<EventObject, undefined>(() => {}),
    /** Keeps the screen from going dark. */
    wakefulness: fromCallback<EventObject, undefined>(() => {}),
  },
  actions: {
    show: assign((_, { view, leader }: ToldView) => ({ view, leader })),
  },
  guards: {
    /** A tab that no longer presents is not followed. */
    isCurrent: ({ context }, { leader }: ToldView) => isCurrent(leader, context.leader),
  },
});

const told = ({ event }: { readonly event: ViewEvent }): ToldView => event;

const on = {
  'view.show': {
    guard: { type: 'isCurrent', params: told },
    target: 'following',
    actions: { type: 'show', params: told },
  },
  'presenter.lose': { target: 'lost' },
} as const;

/** The audience's window: it follows the presenter's and changes nothing. */
export const audienceMachine = following.createMachine({
  id: 'audience',
  context: { view: undefined, leader: undefined },
  invoke: [
    {
      src: 'presenter',
      input:
        ({ self }) =>
        () =>
          self.getSnapshot().context.leader,
    },
    { src: 'wakefulness' },
    { src: 'keys' },
  ],
  initial: 'waiting',
  states: {
    waiting: { on },
    // When the presenter's window is closed, the last view stays until another one opens.
    following: { on },
    lost: { tags: 'lost', on: { 'view.show': on['view.show'] } },
  },
});
