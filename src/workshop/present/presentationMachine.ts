import {
  assertEvent,
  assign,
  type EventObject,
  fromCallback,
  fromPromise,
  raise,
  sendTo,
  setup,
  type SnapshotFrom,
  type Subscription,
  transition,
} from 'xstate';

import type { KeyPlace } from '#browser/pressedKeys.ts';

import { type CardQuestion, type ReadRoom, type Room, splitOf } from '../room/room.ts';
import { roomMachine } from '../room/roomMachine.ts';
import type { Scenario } from '../scenario.ts';
import type { Leader } from './leader.ts';
import { type AudienceView, audienceView, questionAt } from './audienceView.ts';
import type { Deck } from './decks.ts';
import { beginningClock, type LessonClock } from './lessonClock.ts';
import type { PackedLesson, ReadLesson } from './lessonFile.ts';
import { lessonFragment, type LessonPlan, plannedStep } from './lessonPlan.ts';
import {
  begun,
  type Presentation,
  type Stage,
  stages,
  stagesOf,
  withDeck,
} from './presentation.ts';

export interface PresentationInput {
  /** Where it begins. */
  readonly beginning: Presentation;
  readonly plan: LessonPlan;
  /** How long the lesson has taken already, if it continues. */
  readonly clock?: LessonClock | undefined;
  /** What was kept on this device of the room that was open last, as the text of its file. */
  readonly room: string | undefined;
  /** Whether the room came from another tab, and this device has not kept it yet. */
  readonly isRoomUnkept?: boolean;
  /** Texts whose codes another tab had not counted yet. */
  readonly uncounted?: readonly string[];
  /** Every card that a room may have answered. */
  readonly cards: readonly Scenario[];
  /** The page on which people answer, absolute; undefined if this page does not know one. */
  readonly answerAddress: string | undefined;
  /** What this tab calls itself in the audience's window. */
  readonly leader: Leader;
  /** The address of the workshop's file; undefined if this page is that file, or there is none. */
  readonly fileAddress?: string | undefined;
  /** The part of the address that carries a teacher's cards; empty for none. */
  readonly cardsValue: string;
}

export interface PresentationContext {
  readonly input: PresentationInput;
  /** The cards, each once. */
  readonly deck: readonly Scenario[];
  /** Index of the card; the length of the deck when it is over. */
  readonly card: number;
  /** The stage of the card; `story` when the deck is over. */
  readonly stage: Stage;
  readonly plan: LessonPlan;
  readonly clock: LessonClock;
  /** The question that new answers and hands belong to; undefined when the deck is over. */
  readonly asked: CardQuestion | undefined;
  /** The room as it is; undefined while none is open. */
  readonly room: Room | undefined;
  /** The place that the audience's window shows, as `shownPlace` writes it; undefined if none was heard. */
  readonly audienceShows: string | undefined;
  /** Whether this browser lets the window speak to the audience's. */
  readonly isAudienceLost: boolean;
  /** Why the file of a lesson cannot be used; undefined as long as none was refused. */
  readonly fileProblem: string | undefined;
  /** The room of another lesson, with which this one is compared. */
  readonly compared: Room | undefined;
}

export type PresentationEvent =
  | { readonly type: 'step.next' }
  | { readonly type: 'step.back' }
  | { readonly type: 'card.show'; readonly card: number }
  | {
      readonly type: 'deck.choose';
      readonly cards: readonly Scenario[];
      /** The minutes of the cards, if they come with a plan of their own. */
      readonly times?: Deck['times'] | undefined;
    }
  | { readonly type: 'screen.toggle' }
  /** Fills the screen with this window, or leaves full screen. */
  | { readonly type: 'screen.fill' }
  /** The lesson is given: one screen with all that is needed, and nothing around it. */
  | { readonly type: 'layout.live' }
  | { readonly type: 'layout.prepare' }
  /** The slide alone, and back to the previous layout. */
  | { readonly type: 'layout.slide' }
  | { readonly type: 'layout.notes' }
  | { readonly type: 'layout.report' }
  | { readonly type: 'layout.print' }
  | { readonly type: 'plan.change'; readonly plan: LessonPlan }
  /** Makes a file of the whole workshop, with this lesson in it. */
  | { readonly type: 'file.pack' }
  /** Takes a lesson out of the file that it was saved as. */
  | { readonly type: 'file.open'; readonly file: Blob }
  /** Compares the report with that of another lesson, out of the file of its room. */
  | { readonly type: 'comparison.open'; readonly file: Blob }
  | { readonly type: 'lesson.begin' }
  /** Starts the lesson again from its first card. */
  | { readonly type: 'lesson.restart' }
  | { readonly type: 'clock.start' }
  | { readonly type: 'clock.stop' }
  /** Gives the step one more minute. */
  | { readonly type: 'clock.extend' }
  /** Shows the room how much time is left, or hides it. */
  | { readonly type: 'time.toggle' }
  | StopwatchEvent
  | AudienceEvent;

/** What is heard from the audience's window. */
export type AudienceEvent =
  | AudienceLossEvent
  /** It is there, and shows this place, if any. */
  | { readonly type: 'audience.hear'; readonly shows: string | undefined };

/** The audience's window cannot be reached. */
export interface AudienceLossEvent {
  readonly type: 'audience.lose';
}

/** What the stopwatch reports: how many seconds have passed in all. */
export interface StopwatchEvent {
  readonly type: 'stopwatch.count';
  readonly seconds: number;
}

type PresentationTag =
  | 'black'
  | 'live'
  | 'slideOnly'
  | 'report'
  | 'print'
  | 'timed'
  | 'packing'
  | 'packingFailed'
  | 'timeShown'
  | 'audienceThere';

/** What views need from a presentation's snapshot. */
export interface PresentationState {
  readonly context: PresentationContext;
  readonly hasTag: (tag: PresentationTag) => boolean;
}

interface RoomSnapshotEvent {
  readonly snapshot: { readonly context: { readonly room: Room | undefined } };
}

/** The file of another lesson's room, and the cards that it may have answered. */
export interface ComparedRoom {
  readonly file: Blob;
  readonly cards: readonly Scenario[];
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
  f: { type: 'screen.fill' },
  Escape: { type: 'layout.notes' },
};

/** Keys that do what they do by themselves; codes contain letters, and no full stop. */
const ownKeys: Readonly<Record<KeyPlace, ReadonlySet<string>>> = {
  page: new Set(),
  control: new Set([' ']),
  choice: new Set([' ', 'ArrowLeft', 'ArrowRight']),
  text: new Set([' ', 'b', 'f']),
};

/** What a key does where it is pressed; undefined if the browser's own behaviour applies. */
export const keyEvent = (key: string, place: KeyPlace): PresentationEvent | undefined =>
  ownKeys[place].has(key) ? undefined : keyEvents[key];

/** Other cards, with their time if it is new, and the stage at which they are chosen. */
export interface DeckChange {
  readonly cards: readonly Scenario[];
  readonly times?: Deck['times'] | undefined;
  readonly stage: Stage;
}

/** Names a step for its clock. */
const stepName = (card: Scenario | undefined, stage: Stage): string => `${card?.id ?? ''} ${stage}`;

const presenting = setup({
  types: {
    context: {} as PresentationContext,
    events: {} as PresentationEvent,
    input: {} as PresentationInput,
    tags: {} as PresentationTag,
    children: {} as {
      readonly room: 'room';
      readonly packing: 'packFile';
      readonly reading: 'readLesson';
      readonly comparing: 'readRoom';
    },
  },
  actors: {
    /** Tells the audience's window what is shown, whenever it changes or is asked for. */
    audience: fromCallback<EventObject, PresentationActor>(() => {}),
    /** Listens to keys. */
    keys: fromCallback<EventObject, undefined>(() => {}),
    /** Counts on from so many seconds. */
    stopwatch: fromCallback<EventObject, { readonly from: number }>(() => {}),
    /** Keeps the screen from going dark. */
    wakefulness: fromCallback<EventObject, undefined>(() => {}),
    /** The workshop's file, with a lesson in it. */
    packFile: fromPromise<Blob, PackedLesson>(() => new Promise(() => {})),
    readLesson: fromPromise<ReadLesson, Blob>(() => new Promise(() => {})),
    readRoom: fromPromise<ReadRoom, ComparedRoom>(() => new Promise(() => {})),
    room: roomMachine,
  },
  delays: {
    /** The audience's window speaks every two seconds. */
    audiencePatience: 7000,
  },
  actions: {
    showCard: assign((_, { card }: { readonly card: number }) => ({
      card,
      stage: 'story' as const,
    })),
    showNextCard: assign({ card: ({ context }) => context.card + 1, stage: 'story' }),
    showCardBefore: assign(({ context: { deck, card } }) => {
      const before = deck[card - 1];
      return {
        card: card - 1,
        stage: (before && stagesOf(before).at(-1)) ?? 'story',
      };
    }),
    takeDeck: assign(({ context }, { cards, times, stage }: DeckChange) => {
      const plan = { ...context.plan, ...times };
      // Before the lesson has begun, it begins with the first card, whichever that becomes.
      if (!hasBegun({ ...context, stage })) return { plan, deck: begun(cards).deck };
      const place = { deck: context.deck, card: context.card, stage, isBlack: false };
      const { deck, card, stage: next } = withDeck(place, cards);
      return { plan, deck, card, stage: next };
    }),
    takePlan: assign((_, { plan }: { readonly plan: LessonPlan }) => ({ plan })),
    /** The time of a step starts when the step does, and continues after a reload. */
    beginStep: assign(
      ({ context: { clock, deck, card } }, { stage }: { readonly stage: Stage }) => {
        const step = stepName(deck[card], stage);
        return clock.step === step
          ? {}
          : { clock: { ...clock, step, stepFrom: clock.seconds, extra: 0 } };
      },
    ),
    count: assign(({ context: { clock } }, { seconds }: { readonly seconds: number }) => ({
      clock: { ...clock, seconds },
    })),
    noteRunning: assign(({ context: { clock } }) => ({ clock: { ...clock, isRunning: true } })),
    noteStopped: assign(({ context: { clock } }) => ({ clock: { ...clock, isRunning: false } })),
    extendStep: assign(({ context: { clock } }) => ({
      clock: { ...clock, extra: clock.extra + 60 },
    })),
    beginClock: assign(({ context: { clock } }) => ({
      clock: { ...beginningClock, step: clock.step },
    })),
    /** What is asked is fixed when a step starts, so the first answer does not change it. */
    settleQuestion: assign(({ context }, { stage }: { readonly stage: Stage }) => ({
      stage,
      asked: askedAt(context, stage),
    })),
    noteRoom: assign((_, { room }: { readonly room: Room | undefined }) => ({ room })),
    noteAudience: assign((_, { shows }: { readonly shows: string | undefined }) => ({
      audienceShows: shows,
    })),
    noteLoss: assign({ isAudienceLost: true }),
    /** Tells the room what is asked, so that codes count for it first. */
    tellRoom: sendTo(
      'room',
      (_, { onScreen }: { readonly onScreen: CardQuestion | undefined }) => ({
        type: 'screen.show' as const,
        onScreen,
      }),
    ),
    fillScreen: () => {},
    offerFile: (_actionArguments, _packed: { readonly file: Blob }) => {},
    /** Loads the page again with another lesson. */
    openLesson: (_actionArguments, _lesson: { readonly fragment: string }) => {},
    noteFileProblem: assign((_, { problem }: { readonly problem: string | undefined }) => ({
      fileProblem: problem,
    })),
    compare: assign((_, { read }: { readonly read: ReadRoom }) =>
      'room' in read
        ? { compared: read.room, fileProblem: undefined }
        : { fileProblem: read.problem },
    ),
    /** Keeps the place, so that a reload continues there; the code that runs the machine says where. */
    storePlace: (_actionArguments, _place: { readonly fragment: string }) => {},
    /** Keeps how long the lesson has taken, for a reload. */
    storeClock: (_actionArguments, _kept: { readonly clock: LessonClock }) => {},
  },
  guards: {
    hasBegun: ({ context }) => hasBegun(context),
    /** Whether its clock continues: a stopped clock stays stopped. */
    isGoingOn: ({ context }) =>
      context.clock.isRunning || (context.input.clock === undefined && hasBegun(context)),
    isOver: ({ context: { deck, card } }) => deck[card] === undefined,
    arrivesAt: ({ context }, { stage }: { readonly stage: Stage }) => context.stage === stage,
    isKeyed: ({ context: { deck, card } }) => deck[card]?.kind === 'keyed',
    isAtBeginning: ({ context: { deck, card, clock } }) =>
      card === 0 && clock.step === stepName(deck[0], 'story'),
    isAnswered: ({ context }) => isAnswered(context),
    isFirstRoom: ({ context }, { room }: { readonly room: Room | undefined }) =>
      context.room === undefined && room !== undefined,
    keepsCard: ({ context: { deck, card } }, { cards }: { readonly cards: readonly Scenario[] }) =>
      cards.some((each) => each === deck[card]),
    hasCardBefore: ({ context }) => context.card > 0,
    isLesson: (_, { read }: { readonly read: ReadLesson }) => 'fragment' in read,
    isInDeck: ({ context }, { card }: { readonly card: number }) =>
      Number.isInteger(card) && card >= 0 && card <= context.deck.length,
  },
});

/** Whether a lesson is in progress, or was interrupted. */
export const hasBegun = ({
  card,
  stage,
  clock,
}: Pick<PresentationContext, 'card' | 'stage' | 'clock'>): boolean =>
  card > 0 || stage !== 'story' || clock.isRunning;

/** Whether anybody has answered the card on the screen, so that there is something to show and to talk about. */
function isAnswered({ deck, card, room }: PresentationContext): boolean {
  const shown = deck[card];
  return room !== undefined && shown !== undefined && splitOf(room, shown, 'card').answered > 0;
}

/** What a room answers at this place; at a key that nobody has answered before, it is the card itself. */
function askedAt(context: PresentationContext, stage: Stage): CardQuestion | undefined {
  const shown = context.deck[context.card];
  if (shown === undefined) return undefined;
  const question = questionAt(stage);
  return {
    card: shown.id,
    question: stage === 'key' && !isAnswered(context) ? 'card' : question,
  };
}

interface OfContext {
  readonly context: PresentationContext;
}
interface OfDeckChoice {
  readonly event: Extract<PresentationEvent, { type: 'deck.choose' }>;
}

const tellRoom = {
  type: 'tellRoom',
  params: ({ context: { asked } }: OfContext) => ({ onScreen: asked }),
} as const;

/** The address keeps a stage, and the room hears what is asked there. */
const settle = (stage: Stage) =>
  [
    { type: 'beginStep', params: { stage } },
    {
      type: 'storePlace',
      params: ({ context: { deck, card, plan, input } }: OfContext) => ({
        fragment: lessonFragment({ deck, card, stage }, plan, input.cardsValue),
      }),
    },
    { type: 'settleQuestion', params: { stage } },
    tellRoom,
  ] as const;

const takePlanAt = (stage: Stage) =>
  ({
    actions: [
      {
        type: 'takePlan',
        params: ({
          event,
        }: {
          readonly event: Extract<PresentationEvent, { type: 'plan.change' }>;
        }) => event,
      },
      ...settle(stage),
    ],
  }) as const;

const takeDeckAt = <Name extends Stage>(stage: Name) =>
  ({
    type: 'takeDeck',
    params: ({ event: { cards, times } }: OfDeckChoice) => ({ cards, times, stage }),
  }) as const;

/**
 * A stage of a card: its name for views, and that it stays if the deck is changed around its card.
 *
 * @param steps where the stage leads
 */
const at = <Name extends Stage, Steps extends object>(stage: Name, steps: Steps) =>
  ({
    entry: settle(stage),
    on: {
      ...steps,
      'plan.change': takePlanAt(stage),
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

const hearAudience = {
  target: 'there',
  actions: {
    type: 'noteAudience',
    params: ({ event }: { readonly event: Extract<AudienceEvent, { type: 'audience.hear' }> }) =>
      event,
  },
} as const;

const noteRoom = {
  type: 'noteRoom',
  params: ({ event }: { readonly event: RoomSnapshotEvent }) => ({
    room: event.snapshot.context.room,
  }),
} as const;

const unreadableFile = {
  target: 'idle',
  actions: {
    type: 'noteFileProblem',
    params: { problem: 'The file could not be read. Choose it again, or choose a copy of it.' },
  },
} as const;

const storeClock = {
  type: 'storeClock',
  params: ({ context: { clock } }: OfContext) => ({ clock }),
} as const;

/**
 * The presenter's window: a card and its stage; beside them the screen, what the window itself
 * shows, the time of the lesson, the audience's window, and the room.
 */
export const presentationMachine = presenting.createMachine({
  id: 'presentation',
  context: ({ input }) => ({
    input,
    deck: input.beginning.deck,
    card: input.beginning.card,
    stage: input.beginning.stage,
    asked: undefined,
    plan: input.plan,
    clock: input.clock ?? beginningClock,
    room: undefined,
    audienceShows: undefined,
    isAudienceLost: false,
    fileProblem: undefined,
    compared: undefined,
  }),
  on: { 'audience.lose': { actions: 'noteLoss' }, 'screen.fill': { actions: 'fillScreen' } },
  invoke: { src: 'audience', input: ({ self }) => self },
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
        'lesson.restart': {
          target: '.arriving',
          actions: { type: 'showCard', params: { card: 0 } },
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
        question: at('question', {
          'step.next': [{ guard: 'isAnswered', target: 'split' }, { target: 'key' }],
          'step.back': 'facts',
        } as const),
        split: at('split', { 'step.next': 'again', 'step.back': 'question' } as const),
        again: at('again', { 'step.next': 'key', 'step.back': 'split' } as const),
        key: at('key', {
          'step.next': 'twist',
          'step.back': [{ guard: 'isAnswered', target: 'again' }, { target: 'question' }],
        } as const),
        twist: at('twist', { 'step.next': 'twistKey', 'step.back': 'key' } as const),
        twistKey: at('twistKey', { 'step.next': toNextCard, 'step.back': 'twist' } as const),
        points: at('points', { 'step.next': toNextCard, 'step.back': 'facts' } as const),
        over: {
          entry: settle('story'),
          on: {
            'step.back': toCardBefore,
            'plan.change': takePlanAt('story'),
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
            // An interrupted lesson continues in the layout for giving it.
            arriving: { always: [{ guard: 'hasBegun', target: 'live' }, { target: 'prepare' }] },
            prepare: {
              exit: { type: 'noteFileProblem', params: { problem: undefined } },
              on: {
                'layout.live': { target: 'live', actions: raise({ type: 'lesson.begin' }) },
                'lesson.restart': 'live',
                'layout.report': 'report',
                'layout.print': 'print',
              },
            },
            live: {
              tags: 'live',
              // Elsewhere the keys scroll and write.
              invoke: [{ src: 'wakefulness' }, { src: 'keys' }],
              on: { 'layout.prepare': 'prepare', 'layout.report': 'report' },
            },
            report: {
              tags: 'report',
              exit: { type: 'noteFileProblem', params: { problem: undefined } },
              on: { 'layout.prepare': 'prepare', 'layout.live': 'live' },
            },
            print: { tags: 'print', on: { 'layout.prepare': 'prepare' } },
            before: { type: 'history' },
          },
        },
        slide: {
          tags: 'slideOnly',
          invoke: [{ src: 'wakefulness' }, { src: 'keys' }],
          on: { 'layout.notes': 'window.before' },
        },
      },
    },
    clock: {
      initial: 'arriving',
      on: {
        'clock.extend': { actions: ['extendStep', storeClock] },
        'lesson.restart': { target: '.running', actions: 'beginClock' },
      },
      states: {
        arriving: { always: [{ guard: 'isGoingOn', target: 'running' }, { target: 'stopped' }] },
        stopped: {
          entry: ['noteStopped', storeClock],
          on: {
            'clock.start': 'running',
            'lesson.begin': [
              // A lesson that is given again has taken no time.
              { guard: 'isAtBeginning', target: 'running', actions: 'beginClock' },
              { target: 'running' },
            ],
          },
        },
        running: {
          tags: 'timed',
          entry: ['noteRunning', storeClock],
          invoke: { src: 'stopwatch', input: ({ context }) => ({ from: context.clock.seconds }) },
          on: {
            'clock.stop': 'stopped',
            'stopwatch.count': {
              actions: [{ type: 'count', params: ({ event }) => event }, storeClock],
            },
          },
        },
      },
    },
    time: {
      initial: 'hidden',
      states: {
        hidden: { on: { 'time.toggle': 'shown' } },
        shown: { tags: 'timeShown', on: { 'time.toggle': 'hidden' } },
      },
    },
    files: {
      initial: 'idle',
      on: {
        'file.open': '.reading',
        'file.pack': '.packing',
        'comparison.open': '.comparing',
      },
      states: {
        idle: {},
        packing: {
          tags: 'packing',
          invoke: {
            id: 'packing',
            src: 'packFile',
            input: ({ context: { deck, plan, input } }) => ({
              address: input.fileAddress ?? '',
              fragment: lessonFragment({ deck, card: 0, stage: 'story' }, plan, input.cardsValue),
            }),
            onDone: {
              target: 'idle',
              actions: { type: 'offerFile', params: ({ event }) => ({ file: event.output }) },
            },
            onError: 'packingFailed',
          },
        },
        packingFailed: { tags: 'packingFailed' },
        comparing: {
          invoke: {
            id: 'comparing',
            src: 'readRoom',
            input: ({ context: { input }, event }) => {
              assertEvent(event, 'comparison.open');
              return { file: event.file, cards: input.cards };
            },
            onDone: {
              target: 'idle',
              actions: { type: 'compare', params: ({ event }) => ({ read: event.output }) },
            },
            onError: unreadableFile,
          },
        },
        reading: {
          invoke: {
            id: 'reading',
            src: 'readLesson',
            input: ({ event }) => {
              assertEvent(event, 'file.open');
              return event.file;
            },
            onDone: [
              {
                guard: { type: 'isLesson', params: ({ event }) => ({ read: event.output }) },
                target: 'idle',
                actions: {
                  type: 'openLesson',
                  params: ({ event: { output } }) => ({
                    fragment: 'fragment' in output ? output.fragment : '',
                  }),
                },
              },
              {
                target: 'idle',
                actions: {
                  type: 'noteFileProblem',
                  params: ({ event: { output } }) => ({
                    problem: 'problem' in output ? output.problem : undefined,
                  }),
                },
              },
            ],
            onError: unreadableFile,
          },
        },
      },
    },
    audience: {
      initial: 'absent',
      states: {
        absent: { on: { 'audience.hear': hearAudience } },
        there: {
          tags: 'audienceThere',
          on: { 'audience.hear': { ...hearAudience, reenter: true } },
          after: { audiencePatience: 'absent' },
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
        onSnapshot: [
          {
            // A room that was kept is read after the lesson has come back to its step.
            guard: { type: 'isFirstRoom', params: ({ event }) => event.snapshot.context },
            actions: [
              noteRoom,
              { type: 'settleQuestion', params: ({ context: { stage } }) => ({ stage }) },
              tellRoom,
            ],
          },
          { actions: noteRoom },
        ],
      },
    },
  },
});

export type PresentationSnapshot = SnapshotFrom<typeof presentationMachine>;

/** Where a presentation is. */
export function presentationAt(snapshot: PresentationState): Presentation {
  const { deck, card, stage } = snapshot.context;
  return { deck, card, stage, isBlack: snapshot.hasTag('black') };
}

/** How many seconds of the current step the plan leaves; negative after its end. */
export function secondsLeft({ deck, card, stage, plan, clock }: PresentationContext): number {
  const step = plannedStep({ deck, card, stage }, plan);
  const given = step === undefined ? 0 : step.to - step.from;
  return given + clock.extra - (clock.seconds - clock.stepFrom);
}

/** What the audience sees, and the presenter beside the notes. */
export function viewOf(snapshot: PresentationState): AudienceView {
  const { plan, room, input } = snapshot.context;
  return audienceView({
    presentation: presentationAt(snapshot),
    plan,
    room,
    answerAddress: input.answerAddress,
    secondsLeft: snapshot.hasTag('timeShown') ? secondsLeft(snapshot.context) : undefined,
  });
}

/** What the audience sees at the next step; undefined at the end. */
export function nextView(snapshot: PresentationSnapshot): AudienceView | undefined {
  if (!snapshot.can({ type: 'step.next' })) return undefined;
  const [next] = transition(snapshot.machine, snapshot, { type: 'step.next' });
  return viewOf(next);
}
