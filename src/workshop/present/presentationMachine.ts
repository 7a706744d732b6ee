import {
  type ActorRefFrom,
  assign,
  type EventObject,
  fromCallback,
  sendTo,
  setup,
  type SnapshotFrom,
  type Subscription,
  transition,
} from 'xstate';

import type { CardQuestion } from '../room/room.ts';
import { roomMachine } from '../room/roomMachine.ts';
import type { Scenario } from '../scenario.ts';
import type { Leader } from './leader.ts';
import { type AudienceView, audienceView } from './audienceView.ts';
import {
  begun,
  type Presentation,
  presentationFragment,
  sessionFragment,
  type Stage,
  stages,
  stagesOf,
} from './presentation.ts';

export interface PresentationInput {
  /** Where it begins. */
  readonly beginning: Presentation;
  /** What was kept on this machine of the room that was open last, as the text of its file. */
  readonly room: string | undefined;
  /** Whether the room came from another tab, and this machine has not kept it yet. */
  readonly isRoomUnkept?: boolean;
  /** Texts whose codes another tab had not counted yet. */
  readonly uncounted?: readonly string[];
  /** Every card that a room may have answered. */
  readonly cards: readonly Scenario[];
  /** The page on which people answer, absolute; undefined where this page does not know one. */
  readonly answerAddress: string | undefined;
  /** What this tab names itself to the audience's window. */
  readonly leader: Leader;
  /** What of the address carries a teacher's cards; empty for none. */
  readonly cardsValue: string;
}

export interface PresentationContext {
  readonly input: PresentationInput;
  /** The cards, each once. */
  readonly deck: readonly Scenario[];
  /** Index of the card; the length of the deck when it is over. */
  readonly card: number;
  /** The stage at which one comes to a card: its first one, or its last one on the way back. */
  readonly arrival: Stage;
  /** Minutes that a step is given; 0 for no end. */
  readonly minutes: number;
  /** How long the step has taken so far. */
  readonly seconds: number;
  /** Whether this browser lets the window speak to the audience's. */
  readonly isAudienceLost: boolean;
}

export type PresentationEvent =
  | { readonly type: 'step.next' }
  | { readonly type: 'step.back' }
  | { readonly type: 'card.show'; readonly card: number }
  | { readonly type: 'deck.choose'; readonly cards: readonly Scenario[] }
  | { readonly type: 'screen.toggle' }
  | { readonly type: 'layout.slide' }
  | { readonly type: 'layout.notes' }
  | { readonly type: 'timer.start' }
  | { readonly type: 'timer.stop' }
  | { readonly type: 'timer.reset' }
  | { readonly type: 'timer.allow'; readonly minutes: number }
  | StopwatchEvent
  | AudienceLossEvent;

/** The audience's window cannot be spoken to. */
export interface AudienceLossEvent {
  readonly type: 'audience.lose';
}

/** What the stopwatch tells: how many seconds have passed in all. */
export interface StopwatchEvent {
  readonly type: 'stopwatch.count';
  readonly seconds: number;
}

type PresentationTag = 'black' | 'slideOnly' | 'timed';

/** What views ask of a presentation's snapshot. */
export interface PresentationState {
  readonly context: PresentationContext;
  readonly hasTag: (tag: PresentationTag) => boolean;
  readonly getMeta: () => Readonly<Record<string, { readonly stage: Stage } | undefined>>;
  readonly children: { readonly room?: ActorRefFrom<typeof roomMachine> | undefined };
}

/** A running presentation, as the actor that speaks to the audience's window reads it. */
export interface PresentationActor {
  readonly getSnapshot: () => PresentationState;
  readonly subscribe: (listener: (snapshot: PresentationState) => void) => Subscription;
}

/** What each key does, for keyboards and clickers. */
export const keyEvents: Readonly<Record<string, PresentationEvent>> = {
  ArrowRight: { type: 'step.next' },
  PageDown: { type: 'step.next' },
  ArrowLeft: { type: 'step.back' },
  PageUp: { type: 'step.back' },
  b: { type: 'screen.toggle' },
  Escape: { type: 'layout.notes' },
};

const presenting = setup({
  types: {
    context: {} as PresentationContext,
    events: {} as PresentationEvent,
    input: {} as PresentationInput,
    tags: {} as PresentationTag,
    meta: {} as { readonly stage: Stage },
    children: {} as { readonly room: 'room' },
  },
  actors: {
    /** Tells the audience's window what is shown, whenever it changes or is asked for. */
    audience: fromCallback<EventObject, PresentationActor>(() => {}),
    /** Listens to keys. */
    keys: fromCallback<EventObject, undefined>(() => {}),
    /** Counts on from so many seconds. */
    stopwatch: fromCallback<EventObject, { readonly from: number }>(() => {}),
    room: roomMachine,
  },
  actions: {
    showCard: assign((_, { card }: { readonly card: number }) => ({
      card,
      arrival: 'story' as const,
    })),
    showNextCard: assign({ card: ({ context }) => context.card + 1, arrival: 'story' }),
    showCardBefore: assign(({ context: { deck, card } }) => {
      const before = deck[card - 1];
      return {
        card: card - 1,
        arrival: (before && stagesOf(before).at(-1)) ?? 'story',
      };
    }),
    takeDeck: assign((_, { cards }: { readonly cards: readonly Scenario[] }) => {
      const { deck, card, stage } = begun(cards);
      return { deck, card, arrival: stage };
    }),
    allow: assign((_, { minutes }: { readonly minutes: number }) => ({ minutes })),
    count: assign((_, { seconds }: { readonly seconds: number }) => ({ seconds })),
    resetTime: assign({ seconds: 0 }),
    noteLoss: assign({ isAudienceLost: true }),
    /** Tells the room what is asked, so that codes count for it first. */
    tellRoom: sendTo(
      'room',
      (_, { onScreen }: { readonly onScreen: CardQuestion | undefined }) => ({
        type: 'screen.show' as const,
        onScreen,
      }),
    ),
    /** Keeps the place, so that a reload goes on there; whoever runs the machine says where. */
    storePlace: (_actionArguments, _place: { readonly fragment: string }) => {},
  },
  guards: {
    isOver: ({ context: { deck, card } }) => deck[card] === undefined,
    arrivesAt: ({ context }, { stage }: { readonly stage: Stage }) => context.arrival === stage,
    isKeyed: ({ context: { deck, card } }) => deck[card]?.kind === 'keyed',
    hasCardBefore: ({ context }) => context.card > 0,
    isInDeck: ({ context }, { card }: { readonly card: number }) =>
      Number.isInteger(card) && card >= 0 && card <= context.deck.length,
  },
});

/** Stages at which a room answers the twist. */
const twistStages: ReadonlySet<Stage> = new Set(['twist', 'twistKey']);

/**
 * What is the same for each stage: its name for views, that the address keeps it, and that the room
 * hears what is asked.
 */
const at = <Name extends Stage>(stage: Name) =>
  ({
    meta: { stage },
    entry: [
      {
        type: 'storePlace',
        params: ({
          context: {
            deck,
            card,
            input: { cardsValue },
          },
        }: {
          readonly context: PresentationContext;
        }) => ({
          fragment: sessionFragment(presentationFragment({ deck, card, stage }), cardsValue),
        }),
      },
      {
        type: 'tellRoom',
        params: ({ context: { deck, card } }: { readonly context: PresentationContext }) => {
          const shown = deck[card];
          return {
            onScreen: shown && {
              card: shown.id,
              question: twistStages.has(stage) ? ('twist' as const) : ('card' as const),
            },
          };
        },
      },
    ],
  }) as const;

const toCardBefore = {
  guard: 'hasCardBefore',
  target: 'arriving',
  actions: 'showCardBefore',
} as const;
const toNextCard = { target: 'arriving', actions: 'showNextCard' } as const;

/**
 * The presenter's window: a card and its stage; beside them the screen, what the window itself
 * shows, the time of a step, and the room.
 */
export const presentationMachine = presenting.createMachine({
  id: 'presentation',
  context: ({ input }) => ({
    input,
    deck: input.beginning.deck,
    card: input.beginning.card,
    arrival: input.beginning.stage,
    minutes: 0,
    seconds: 0,
    isAudienceLost: false,
  }),
  on: { 'audience.lose': { actions: 'noteLoss' } },
  invoke: [{ src: 'audience', input: ({ self }) => self }, { src: 'keys' }],
  type: 'parallel',
  states: {
    card: {
      initial: 'arriving',
      on: {
        'card.show': {
          guard: { type: 'isInDeck', params: ({ event }) => event },
          target: '.arriving',
          actions: { type: 'showCard', params: ({ event }) => event },
        },
        'deck.choose': {
          target: '.arriving',
          actions: { type: 'takeDeck', params: ({ event }) => event },
        },
      },
      states: {
        arriving: {
          always: [
            { guard: 'isOver', target: 'over' },
            ...stages.map((stage) => ({
              guard: { type: 'arrivesAt', params: { stage } } as const,
              target: stage,
            })),
          ],
        },
        story: { ...at('story'), on: { 'step.next': 'facts', 'step.back': toCardBefore } },
        facts: {
          ...at('facts'),
          on: {
            'step.next': [{ guard: 'isKeyed', target: 'question' }, { target: 'points' }],
            'step.back': 'story',
          },
        },
        question: { ...at('question'), on: { 'step.next': 'key', 'step.back': 'facts' } },
        key: { ...at('key'), on: { 'step.next': 'twist', 'step.back': 'question' } },
        twist: { ...at('twist'), on: { 'step.next': 'twistKey', 'step.back': 'key' } },
        twistKey: { ...at('twistKey'), on: { 'step.next': toNextCard, 'step.back': 'twist' } },
        points: { ...at('points'), on: { 'step.next': toNextCard, 'step.back': 'facts' } },
        over: { ...at('story'), on: { 'step.back': toCardBefore } },
      },
    },
    screen: {
      initial: 'shown',
      on: { 'deck.choose': '.shown' },
      states: {
        shown: { on: { 'screen.toggle': 'black' } },
        black: { tags: 'black', on: { 'screen.toggle': 'shown' } },
      },
    },
    layout: {
      initial: 'notes',
      states: {
        notes: { on: { 'layout.slide': 'slide' } },
        slide: { tags: 'slideOnly', on: { 'layout.notes': 'notes' } },
      },
    },
    timer: {
      initial: 'stopped',
      on: {
        'timer.reset': { target: '.stopped', actions: 'resetTime' },
        'timer.allow': { actions: { type: 'allow', params: ({ event }) => event } },
      },
      states: {
        stopped: { on: { 'timer.start': 'running' } },
        running: {
          tags: 'timed',
          invoke: { src: 'stopwatch', input: ({ context }) => ({ from: context.seconds }) },
          on: {
            'timer.stop': 'stopped',
            'stopwatch.count': { actions: { type: 'count', params: ({ event }) => event } },
          },
        },
      },
    },
    room: {
      invoke: {
        id: 'room',
        src: 'room',
        input: ({ context: { input } }) => ({
          stored: input.room,
          isUnkept: input.isRoomUnkept ?? false,
          uncounted: input.uncounted ?? [],
          cards: input.cards,
        }),
      },
    },
  },
});

export type PresentationSnapshot = SnapshotFrom<typeof presentationMachine>;

/** Where a presentation stands. */
export function presentationAt(snapshot: Omit<PresentationState, 'children'>): Presentation {
  const { deck, card } = snapshot.context;
  const known = Object.values(snapshot.getMeta()).find((meta) => meta !== undefined);
  return { deck, card, stage: known?.stage ?? 'story', isBlack: snapshot.hasTag('black') };
}

/** What the audience sees, and the presenter beside the notes. */
export function viewOf(snapshot: PresentationState): AudienceView {
  return audienceView(
    presentationAt(snapshot),
    snapshot.children.room?.getSnapshot().context.room,
    snapshot.context.input.answerAddress,
  );
}

/** Where one step further leads; undefined at the end. */
export function nextPlace(snapshot: PresentationSnapshot): Presentation | undefined {
  if (!snapshot.can({ type: 'step.next' })) return undefined;
  const [next] = transition(snapshot.machine, snapshot, { type: 'step.next' });
  return presentationAt(next);
}
