import { assign, fromCallback, sendTo, setup, type SnapshotFrom } from 'xstate';

import { hintsOf, type Prediction } from '../prediction.ts';
import type { ResultId, Scenario } from '../scenario.ts';
import type { KeepOrder, KeepReport } from './keptRound.ts';
import type { Attempt, Round } from './round.ts';

/** What a round starts with. */
export interface RoundInput {
  /** Every card that can be dealt: the guide's, or a teacher's. */
  readonly cards: readonly Scenario[];
  /** The latest round on this device. */
  readonly stored?: Round | undefined;
}

export interface RoundContext extends Round {
  readonly cards: readonly Scenario[];
  /** What was done with the open card. */
  readonly prediction: Prediction | undefined;
  readonly twist: ResultId | undefined;
  readonly hints: number;
  /** How many cards were dealt since the page was loaded. */
  readonly dealt: number;
  /** Whether a step led to what is shown; what the page or a choice of level brings takes no focus. */
  readonly isAskedFor: boolean;
  /** The attempts of this tab that are kept on this device, as far as it knows. */
  readonly kept: readonly Attempt[];
  /** Whether the round could be kept when it last changed. */
  readonly isKept: boolean;
}

type RoundEvent =
  | KeepReport
  | { readonly type: 'level.choose'; readonly level: Round['level'] }
  | { readonly type: 'hint.ask' }
  | { readonly type: 'card.predict'; readonly prediction: Prediction }
  | { readonly type: 'card.reveal' }
  | { readonly type: 'card.skip' }
  | { readonly type: 'card.next' }
  | { readonly type: 'twist.predict'; readonly result: ResultId }
  | { readonly type: 'round.end' }
  | { readonly type: 'round.begin' };

/** The cards of a level, in their order. */
export function deckOf({
  cards,
  level,
}: Pick<RoundContext, 'cards' | 'level'>): readonly Scenario[] {
  return cards.filter((each) => level === 'all' || each.level === level);
}

/** The first card of the deck that has no result yet; undefined at the end of the deck. */
export function openCard(round: Pick<RoundContext, 'cards' | 'level' | 'attempts'>) {
  const done = new Set(round.attempts.map(({ scenario }) => scenario.id));
  return deckOf(round).find(({ id }) => !done.has(id));
}

const untouched = { prediction: undefined, twist: undefined, hints: 0 } as const;

const round = setup({
  types: {
    context: {} as RoundContext,
    events: {} as RoundEvent,
    input: {} as RoundInput,
    children: {} as { readonly keeper: 'keeper' },
    tags: {} as 'revealed' | 'summary',
  },
  actors: {
    /** Keeps the round for the next visit, joined with what other tabs keep. */
    keeper: fromCallback<KeepOrder, undefined>(() => {}),
  },
  actions: {
    chooseLevel: assign((_, { level }: Pick<Round, 'level'>) => ({ level })),
    deal: assign(({ context }, { isAskedFor }: Pick<RoundContext, 'isAskedFor'>) => ({
      ...untouched,
      dealt: context.dealt + 1,
      isAskedFor,
    })),
    askFor: assign({ isAskedFor: true }),
    putAway: assign(untouched),
    countHint: assign({ hints: ({ context }) => context.hints + 1 }),
    takePrediction: assign((_, { prediction }: { readonly prediction: Prediction }) => ({
      prediction,
    })),
    takeTwist: assign((_, { result }: { readonly result: ResultId }) => ({ twist: result })),
    recordAttempt: assign(({ context }) => ({ attempts: attemptsWithOpen(context) })),
    forgetAttempts: assign({ attempts: [] }),
    store: sendTo('keeper', ({ context }): KeepOrder => {
      const { cards, level, kept, attempts, prediction } = context;
      // A prediction counts from when it is made, even if the page is loaded again before the next card.
      const own = prediction === undefined ? attempts : attemptsWithOpen(context);
      return { type: 'round.keep', round: { level, attempts: own }, kept, cards };
    }),
    noteKept: assign(({ context }, { isKept, own }: KeepReport) => ({
      isKept,
      kept: isKept ? own : context.kept,
    })),
    takeJoined: assign(({ context }, { isKept, attempts }: KeepReport) => ({
      attempts,
      isKept,
      kept: isKept ? attempts : context.kept,
    })),
  },
  guards: {
    hasCard: ({ context }) => openCard(context) !== undefined,
    hasKey: ({ context }) => openCard(context)?.kind === 'keyed',
    hasHint: ({ context }) => {
      const card = openCard(context);
      return card !== undefined && context.hints < hintsOf(card).length;
    },
    leavesCard: ({ context }, { attempts }: KeepReport) =>
      openCard({ ...context, attempts }) === openCard(context),
    keepsCard: ({ context }, { level }: Pick<Round, 'level'>) =>
      openCard({ ...context, level }) === openCard(context),
  },
});

/** The attempts, including the one on the open card. */
function attemptsWithOpen(context: RoundContext): readonly Attempt[] {
  const scenario = openCard(context);
  if (scenario === undefined) return context.attempts;
  const { prediction, twist, hints } = context;
  return [...context.attempts, { scenario, prediction, twist, hints }];
}

const noteKept = {
  type: 'noteKept',
  params: ({ event }: { readonly event: KeepReport }) => event,
} as const;
const takeJoined = { ...noteKept, type: 'takeJoined' } as const;
const isLeft = { ...noteKept, type: 'leavesCard' } as const;
const dealAsAsked = { type: 'deal', params: { isAskedFor: true } } as const;
const dealUnasked = { type: 'deal', params: { isAskedFor: false } } as const;
const dealAnother = {
  type: 'deal',
  params: ({ context: { isAskedFor } }: { readonly context: RoundContext }) => ({ isAskedFor }),
} as const;
const chooseLevel = {
  type: 'chooseLevel',
  params: ({ event }: { readonly event: Extract<RoundEvent, { type: 'level.choose' }> }) => event,
} as const;

/** A round of practice: one card after another, each predicted and revealed, then a summary. */
export const roundMachine = round.createMachine({
  id: 'round',
  context: ({ input: { cards, stored } }) => ({
    cards,
    level: stored?.level ?? 'all',
    attempts: stored?.attempts ?? [],
    ...untouched,
    dealt: 0,
    isAskedFor: false,
    kept: stored?.attempts ?? [],
    isKept: true,
  }),
  invoke: { id: 'keeper', src: 'keeper' },
  initial: 'dealing',
  states: {
    dealing: { always: [{ guard: 'hasCard', target: 'card' }, { target: 'through' }] },
    card: {
      initial: 'predicting',
      on: {
        'level.choose': [
          {
            guard: { type: 'keepsCard', params: ({ event }) => event },
            actions: [chooseLevel, 'store'],
          },
          { target: 'dealing', actions: [chooseLevel, dealUnasked, 'store'] },
        ],
        'hint.ask': { guard: 'hasHint', actions: 'countHint' },
      },
      states: {
        predicting: {
          on: {
            // Another tab may have dealt with this card by now.
            'round.kept': [
              { guard: isLeft, actions: takeJoined },
              { target: '#round.dealing', actions: [takeJoined, dealAnother] },
            ],
            'card.predict': {
              guard: 'hasKey',
              target: 'revealed',
              actions: [{ type: 'takePrediction', params: ({ event }) => event }, 'store'],
            },
            'card.reveal': { target: 'revealed' },
            'card.skip': {
              target: '#round.dealing',
              actions: ['recordAttempt', dealAsAsked, 'store'],
            },
            'round.end': { target: '#round.ended', actions: ['askFor', 'store'] },
          },
        },
        revealed: {
          tags: 'revealed',
          initial: 'key',
          on: {
            // The card stays open, whatever other tabs did; theirs joins with the next one.
            'round.kept': { actions: noteKept },
            'card.next': {
              target: '#round.dealing',
              actions: ['recordAttempt', dealAsAsked, 'store'],
            },
            'round.end': {
              target: '#round.ended',
              actions: ['recordAttempt', 'putAway', 'askFor', 'store'],
            },
          },
          states: {
            key: {
              on: {
                'twist.predict': {
                  guard: 'hasKey',
                  target: 'twistKey',
                  actions: [{ type: 'takeTwist', params: ({ event }) => event }, 'store'],
                },
              },
            },
            twistKey: {},
          },
        },
      },
    },
    /** Nothing of the deck is left. */
    through: {
      tags: 'summary',
      on: {
        'round.kept': { target: 'dealing', actions: takeJoined },
        'level.choose': { target: 'dealing', actions: [chooseLevel, dealUnasked, 'store'] },
        'round.begin': { target: 'dealing', actions: ['forgetAttempts', dealAsAsked, 'store'] },
      },
    },
    /** Somebody ended the round before that. */
    ended: {
      tags: 'summary',
      on: {
        'round.kept': { actions: takeJoined },
        'level.choose': { actions: [chooseLevel, 'store'] },
        'round.begin': { target: 'dealing', actions: ['forgetAttempts', dealAsAsked, 'store'] },
      },
    },
  },
});

export type RoundSnapshot = SnapshotFrom<typeof roundMachine>;

/** The open card and its place in the deck; undefined if no card is open. */
export function placeOf({
  context,
}: RoundSnapshot): { readonly place: number; readonly of: number } | undefined {
  const card = openCard(context);
  const deck = deckOf(context);
  return card === undefined ? undefined : { place: deck.indexOf(card) + 1, of: deck.length };
}
