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

import type { KeyPlace } from '#browser/pressedKeys.ts';

import type { CardQuestion } from '../room/room.ts';
import { roomMachine } from '../room/roomMachine.ts';
import type { Scenario } from '../scenario.ts';
import type { Leader } from './leader.ts';
import { type AudienceView, audienceView } from './audienceView.ts';
import {
  type Presentation,
  presentationFragment,
  sessionFragment,
  type Stage,
  stages,
  stagesOf,
  withDeck,
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
  /** The lesson is given: one screen with all that is needed, and nothing around it. */
  | { readonly type: 'layout.live' }
  | { readonly type: 'layout.prepare' }
  /** The slide alone, and back to where one was. */
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

type PresentationTag = 'black' | 'live' | 'slideOnly' | 'timed';

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

/** What each key does, for keyboards and clickers; a full stop is what many clickers send for black. */
const keyEvents: Readonly<Record<string, PresentationEvent>> = {
  ArrowRight: { type: 'step.next' },
  PageDown: { type: 'step.next' },
  ' ': { type: 'step.next' },
  ArrowLeft: { type: 'step.back' },
  PageUp: { type: 'step.back' },
  b: { type: 'screen.toggle' },
  '.': { type: 'screen.toggle' },
  Escape: { type: 'layout.notes' },
};

/** Keys that do what they do by themselves; codes hold letters, and no full stop. */
const ownKeys: Readonly<Record<KeyPlace, ReadonlySet<string>>> = {
  page: new Set(),
  control: new Set([' ']),
  choice: new Set([' ', 'ArrowLeft', 'ArrowRight']),
  text: new Set([' ', 'b']),
};

/** What a key does where it is pressed; undefined for what it does by itself there. */
export const keyEvent = (key: string, place: KeyPlace): PresentationEvent | undefined =>
  ownKeys[place].has(key) ? undefined : keyEvents[key];

/** Other cards, and the stage at which they are chosen. */
export interface DeckChange {
  readonly cards: readonly Scenario[];
  readonly stage: Stage;
}

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
    takeDeck: assign(({ context }, { cards, stage }: DeckChange) => {
      const {
        deck,
        card,
        stage: arrival,
      } = withDeck({ deck: context.deck, card: context.card, stage, isBlack: false }, cards);
      return { deck, card, arrival };
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
    hasBegun: ({ context: { card, arrival } }) => card > 0 || arrival !== 'story',
    isOver: ({ context: { deck, card } }) => deck[card] === undefined,
    arrivesAt: ({ context }, { stage }: { readonly stage: Stage }) => context.arrival === stage,
    isKeyed: ({ context: { deck, card } }) => deck[card]?.kind === 'keyed',
    keepsCard: ({ context: { deck, card } }, { cards }: { readonly cards: readonly Scenario[] }) =>
      cards.some((each) => each === deck[card]),
    hasCardBefore: ({ context }) => context.card > 0,
    isInDeck: ({ context }, { card }: { readonly card: number }) =>
      Number.isInteger(card) && card >= 0 && card <= context.deck.length,
  },
});

/** Stages at which a room answers the twist. */
const twistStages: ReadonlySet<Stage> = new Set(['twist', 'twistKey']);

interface OfContext {
  readonly context: PresentationContext;
}
interface OfDeckChoice {
  readonly event: Extract<PresentationEvent, { type: 'deck.choose' }>;
}

/** The address keeps a stage, and the room hears what is asked there. */
const settle = (stage: Stage) =>
  [
    {
      type: 'storePlace',
      params: ({ context: { deck, card, input } }: OfContext) => ({
        fragment: sessionFragment(presentationFragment({ deck, card, stage }), input.cardsValue),
      }),
    },
    {
      type: 'tellRoom',
      params: ({ context: { deck, card } }: OfContext) => {
        const shown = deck[card];
        return {
          onScreen: shown && {
            card: shown.id,
            question: twistStages.has(stage) ? ('twist' as const) : ('card' as const),
          },
        };
      },
    },
  ] as const;

const takeDeckAt = <Name extends Stage>(stage: Name) =>
  ({
    type: 'takeDeck',
    params: ({ event: { cards } }: OfDeckChoice) => ({ cards, stage }),
  }) as const;

/**
 * A stage of a card: its name for views, and that it stays where the deck is changed around its card.
 *
 * @param steps where the stage leads
 */
const at = <Name extends Stage, Steps extends object>(stage: Name, steps: Steps) =>
  ({
    meta: { stage },
    entry: settle(stage),
    on: {
      ...steps,
      'deck.choose': [
        {
          guard: { type: 'keepsCard', params: ({ event }: OfDeckChoice) => event },
          actions: [takeDeckAt(stage), ...settle(stage)],
        },
        { target: 'arriving', actions: takeDeckAt(stage) },
      ],
    },
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
        story: at('story', { 'step.next': 'facts', 'step.back': toCardBefore } as const),
        facts: at('facts', {
          'step.next': [{ guard: 'isKeyed', target: 'question' }, { target: 'points' }],
          'step.back': 'story',
        } as const),
        question: at('question', { 'step.next': 'key', 'step.back': 'facts' } as const),
        key: at('key', { 'step.next': 'twist', 'step.back': 'question' } as const),
        twist: at('twist', { 'step.next': 'twistKey', 'step.back': 'key' } as const),
        twistKey: at('twistKey', { 'step.next': toNextCard, 'step.back': 'twist' } as const),
        points: at('points', { 'step.next': toNextCard, 'step.back': 'facts' } as const),
        over: {
          meta: { stage: 'story' },
          entry: settle('story'),
          on: {
            'step.back': toCardBefore,
            'deck.choose': { target: 'arriving', actions: takeDeckAt('story') },
          },
        },
      },
    },
    screen: {
      initial: 'shown',
      states: {
        shown: { on: { 'screen.toggle': 'black' } },
        black: { tags: 'black', on: { 'screen.toggle': 'shown' } },
      },
    },
    layout: {
      initial: 'window',
      states: {
        window: {
          initial: 'arriving',
          on: { 'layout.slide': 'slide' },
          states: {
            // A lesson that was interrupted goes on where it is given.
            arriving: { always: [{ guard: 'hasBegun', target: 'live' }, { target: 'prepare' }] },
            prepare: { on: { 'layout.live': 'live' } },
            live: { tags: 'live', on: { 'layout.prepare': 'prepare' } },
            before: { type: 'history' },
          },
        },
        slide: { tags: 'slideOnly', on: { 'layout.notes': 'window.before' } },
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
