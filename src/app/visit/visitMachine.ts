import { assertEvent, assign, fromCallback, fromPromise, setup, type SnapshotFrom } from 'xstate';

import { type GuideView, sameView, type StateView } from './guideView.ts';
import { notProvided } from '../notProvided.ts';
import type { ScreenWords } from './screenWords.tsx';

/** A screen, and what it says. */
export interface ShownScreen {
  readonly view: GuideView;
  /** Absent for the screen that the page came with: its words are in the page already. */
  readonly words: ScreenWords | undefined;
  /** How many screens have been shown since the page was loaded. */
  readonly moves: number;
}

/** A screen that is asked for, and how, which decides what happens to the address. */
export type Move =
  /** A link was followed: the history gets an entry. */
  | {
      readonly type: 'visit.follow';
      readonly view: StateView;
      readonly pathname: string;
      readonly historyState: unknown;
    }
  /** The page was opened at an address that names another screen: the entry is corrected. */
  | {
      readonly type: 'visit.correct';
      readonly view: StateView;
      readonly pathname: string;
      readonly historyState: unknown;
    }
  /** Back, forward, or an address changed by hand: the history is there already. */
  | { readonly type: 'visit.return'; readonly view: GuideView; readonly pathname: string };

export type VisitEvent = Move | { readonly type: 'network.return' };

export interface VisitInput {
  readonly view: GuideView;
  readonly words: ScreenWords | undefined;
}

export interface VisitContext {
  readonly shown: ShownScreen;
  /** The screen whose words are on their way, or could not be fetched. */
  readonly next: Move | undefined;
}

const visit = setup({
  types: {
    context: {} as VisitContext,
    events: {} as VisitEvent,
    input: {} as VisitInput,
  },
  actors: {
    /** Reports followed links, moves through the history, and the network's return. */
    browser: fromCallback<VisitEvent>(notProvided('browser')),
    /** Fetches what a screen says. */
    loadWords: fromPromise<ScreenWords | undefined, { readonly view: StateView }>(
      notProvided('loadWords'),
    ),
  },
  actions: {
    setOut: assign(({ event }) => {
      assertEvent(event, ['visit.follow', 'visit.correct', 'visit.return']);
      return { next: event };
    }),
    stay: assign({ next: undefined }),
    show: assign(({ context }, { words }: { readonly words: ScreenWords | undefined }) =>
      context.next === undefined
        ? {}
        : {
            shown: { view: context.next.view, words, moves: context.shown.moves + 1 },
            next: undefined,
          },
    ),
    /** Updates the address to the screen that is shown next. */
    arrive: (_args, _move: Move | undefined) => {},
    /** Keeps the place for the pages outside the walk. */
    rememberPlace: (_args, _view: GuideView) => {},
    /** Makes the browser load the page itself. */
    loadPage: (_args, _move: Move | undefined) => {},
  },
  guards: {
    isOnline: () => true,
    isReturn: ({ context }) => context.next?.type === 'visit.return',
    isShown: ({ context }, { view }: { readonly view: GuideView }) =>
      sameView(context.shown.view, view),
    hasNoWords: (_, { view }: { readonly view: GuideView }) => view.kind === 'notFound',
  },
});

/**
 * A visit to the guide: which screen is shown, and the way to the next one, whose words are fetched
 * first. A person who goes elsewhere meanwhile leaves the state `loading`, and with it the older
 * fetch. Without a network the screen stays, until a link is followed again or the network is back.
 * If there is a network and the words fail all the same, the browser loads the page.
 */
export const visitMachine = visit.createMachine({
  id: 'visit',
  context: ({ input: { view, words } }) => ({ shown: { view, words, moves: 0 }, next: undefined }),
  invoke: { src: 'browser', id: 'browser' },
  initial: 'showing',
  on: {
    'visit.follow': { target: '.loading', actions: 'setOut' },
    'visit.correct': [
      {
        guard: { type: 'isShown', params: ({ event }) => event },
        target: '.showing',
        actions: 'stay',
      },
      { target: '.loading', actions: 'setOut' },
    ],
    'visit.return': [
      {
        guard: { type: 'isShown', params: ({ event }) => event },
        target: '.showing',
        actions: 'stay',
      },
      {
        guard: { type: 'hasNoWords', params: ({ event }) => event },
        target: '.showing',
        actions: ['setOut', { type: 'show', params: { words: undefined } }],
      },
      { target: '.loading', actions: 'setOut' },
    ],
  },
  states: {
    showing: {
      entry: { type: 'rememberPlace', params: ({ context }) => context.shown.view },
    },
    loading: {
      invoke: {
        src: 'loadWords',
        id: 'loadWords',
        input: ({ context }) => ({ view: stateAhead(context) }),
        onDone: {
          target: 'showing',
          actions: [
            { type: 'arrive', params: ({ context }) => context.next },
            { type: 'show', params: ({ event }) => ({ words: event.output }) },
          ],
        },
        onError: [
          { guard: 'isReturn', target: 'leaving' },
          { guard: 'isOnline', target: 'leaving' },
          { target: 'offline' },
        ],
      },
    },
    offline: { on: { 'network.return': { target: 'loading' } } },
    leaving: { entry: { type: 'loadPage', params: ({ context }) => context.next } },
  },
});

function stateAhead({ next }: VisitContext): StateView {
  if (next === undefined || next.view.kind === 'notFound') {
    throw new Error('Words are fetched for a state of the guide only.');
  }
  return next.view;
}

type VisitSnapshot = SnapshotFrom<typeof visitMachine>;

/** The screen that is drawn. */
export const shownScreen = ({ context }: VisitSnapshot): ShownScreen => context.shown;

/** Whether another screen is on its way. */
export const isUnderWay = (snapshot: VisitSnapshot): boolean => snapshot.matches('loading');

/** Whether the next screen could not be fetched because there is no network. */
export const isOffline = (snapshot: VisitSnapshot): boolean => snapshot.matches('offline');
