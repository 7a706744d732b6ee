import { createActor, fromCallback } from 'xstate';
import { describe, expect, test, vi } from 'vitest';

import { walkMachine } from '#testing/machineWalk.ts';

import { hintsOf } from '../prediction.ts';
import type { KeyedScenario } from '../scenario.ts';
import { keyedScenarios, scenarios } from '../scenarios/scenarios.ts';
import { keeperWith, type KeepOrder } from './keptRound.ts';
import { parseRound, type Round } from './round.ts';
import { openCard, placeOf, roundMachine } from './roundMachine.ts';

const discussion = scenarios.find(({ kind }) => kind === 'discussion');
const [first, ...others] = keyedScenarios;
const another = others.find(({ level }) => level !== first?.level && level !== discussion?.level);
if (!discussion || !first || !another) throw new Error('Cards are missing.');
const cards = [first, discussion];
const allCards = [...cards, another];

const predictionFor = ({ result }: KeyedScenario) => ({
  result,
  reason: 0,
  confidence: 'certain' as const,
});
const prediction = predictionFor(first);

const summed = (context: { readonly attempts: readonly unknown[] }) => context.attempts.length;

test(
  'every situation of a round keeps what its states and events promise',
  { timeout: 60_000 },
  () => {
    walkMachine(roundMachine, {
      input: { cards },
      situation: ({
        value,
        context: { level, attempts, prediction: made, twist, hints, isKept },
      }) => [
        value,
        isKept,
        level,
        attempts.map(({ scenario }) => scenario.id).toSorted(),
        made === undefined,
        twist,
        hints,
      ],
      states: {
        'card.predicting': (snapshot) => {
          expect(openCard(snapshot.context)).toBeDefined();
          expect(snapshot.context).toMatchObject({ prediction: undefined, twist: undefined });
          expect(snapshot.hasTag('revealed')).toBe(false);
          expect(placeOf(snapshot)).toBeDefined();
        },
        'card.revealed.key': (snapshot) => {
          expect(snapshot.hasTag('revealed')).toBe(true);
          expect(snapshot.context.twist).toBeUndefined();
          expect(snapshot.can({ type: 'twist.predict', result: 'apiToken' })).toBe(
            openCard(snapshot.context)?.kind === 'keyed',
          );
        },
        'card.revealed.twistKey': (snapshot) => {
          expect(snapshot.hasTag('revealed')).toBe(true);
          expect(snapshot.context.twist).toBeDefined();
        },
        through: (snapshot) => {
          expect(openCard(snapshot.context)).toBeUndefined();
          expect(placeOf(snapshot)).toBeUndefined();
          expect(snapshot.hasTag('summary')).toBe(true);
        },
        ended: (snapshot) => {
          expect(snapshot.hasTag('summary')).toBe(true);
          expect(snapshot.context.isAskedFor).toBe(true);
        },
      },
      events: {
        'level.choose': {
          examples: (['all', first.level, discussion.level] as const).map((level) => ({
            type: 'level.choose',
            level,
          })),
          promises: (after, before, event) => {
            expect(after.context.level).toBe(event['level']);
            expect(after.context.attempts).toBe(before.context.attempts);
            if (before.matches('card') && openCard(before.context) === openCard(after.context)) {
              expect(after.value).toEqual(before.value);
              expect(after.context.dealt).toBe(before.context.dealt);
            } else if (!before.matches('ended')) expect(after.context.isAskedFor).toBe(false);
          },
        },
        'round.kept': {
          examples: [[], [first], cards].map((done) => ({
            type: 'round.kept',
            isKept: done.length < 2,
            own: [],
            attempts: done.map((scenario) => ({ scenario, hints: 0 })),
          })),
          promises: (after, before, event) => {
            expect(after.context.isKept).toBe(event['isKept']);
            if (before.hasTag('revealed')) {
              expect(after.value).toEqual(before.value);
              expect(openCard(after.context)).toBe(openCard(before.context));
            } else expect(after.context.attempts).toBe(event['attempts']);
            expect(after.context.isAskedFor).toBe(before.context.isAskedFor);
          },
        },
        'hint.ask': {
          examples: [{ type: 'hint.ask' }],
          promises: (after, before) => {
            expect(after.context.hints).toBe(before.context.hints + 1);
            const card = openCard(after.context);
            expect(after.context.hints).toBeLessThanOrEqual(card ? hintsOf(card).length : 0);
          },
        },
        'card.predict': {
          examples: [{ type: 'card.predict', prediction }],
          promises: (after) => {
            expect(after.context.prediction).toBe(prediction);
            expect(after.matches({ card: { revealed: 'key' } })).toBe(true);
          },
        },
        'card.reveal': {
          examples: [{ type: 'card.reveal' }],
          promises: (after) => {
            expect(after.context.prediction).toBeUndefined();
            expect(after.matches({ card: { revealed: 'key' } })).toBe(true);
          },
        },
        'card.skip': {
          examples: [{ type: 'card.skip' }],
          promises: (after, before) => {
            expect(summed(after.context)).toBe(summed(before.context) + 1);
            expect(after.context.attempts.at(-1)?.prediction).toBeUndefined();
            expect(after.context.isAskedFor).toBe(true);
          },
        },
        'card.next': {
          examples: [{ type: 'card.next' }],
          promises: (after, before) => {
            const { prediction: made, twist, hints } = before.context;
            expect(after.context.attempts.at(-1)).toEqual({
              scenario: openCard(before.context),
              prediction: made,
              twist,
              hints,
            });
            expect(after.context).toMatchObject({ hints: 0, isAskedFor: true });
            expect(after.matches({ card: 'predicting' }) || after.matches('through')).toBe(true);
          },
        },
        'twist.predict': {
          examples: [{ type: 'twist.predict', result: 'apiToken' }],
          promises: (after) => expect(after.context.twist).toBe('apiToken'),
        },
        'round.end': {
          examples: [{ type: 'round.end' }],
          promises: (after, before) => {
            expect(after.matches('ended')).toBe(true);
            const isCounted = before.hasTag('revealed');
            expect(summed(after.context)).toBe(summed(before.context) + (isCounted ? 1 : 0));
          },
        },
        'round.begin': {
          examples: [{ type: 'round.begin' }],
          promises: (after) => {
            expect(after.context.attempts).toEqual([]);
            expect(after.context.isAskedFor).toBe(true);
          },
        },
      },
    });
  },
);

function run(stored?: Round) {
  const storeRound = vi.fn<(round: Round) => void>();
  const actor = createActor(
    roundMachine.provide({
      actors: {
        keeper: fromCallback<KeepOrder, undefined>(({ receive }) => {
          receive(({ round }) => storeRound(round));
        }),
      },
    }),
    { input: { cards: allCards, stored } },
  );
  return { actor: actor.start(), storeRound };
}

describe('a running round', () => {
  test('stores the round after each change, and nothing by being opened', () => {
    const { actor, storeRound } = run();
    expect(storeRound).not.toHaveBeenCalled();
    actor.send({ type: 'card.predict', prediction });
    const attempt = { scenario: first, prediction, twist: undefined, hints: 0 };
    expect(storeRound).toHaveBeenLastCalledWith({ level: 'all', attempts: [attempt] });
    actor.send({ type: 'card.next' });
    expect(storeRound).toHaveBeenLastCalledWith({ level: 'all', attempts: [attempt] });
    actor.send({ type: 'level.choose', level: first.level });
    expect(storeRound).toHaveBeenLastCalledWith({ level: first.level, attempts: [attempt] });
    actor.send({ type: 'round.begin' });
    expect(storeRound).toHaveBeenLastCalledWith({ level: first.level, attempts: [] });
  });

  test('goes on where it was stored, without taking the focus', () => {
    const { actor } = run({ level: 'all', attempts: [{ scenario: first, hints: 0 }] });
    expect(openCard(actor.getSnapshot().context)).toBe(discussion);
    expect(placeOf(actor.getSnapshot())).toEqual({ place: 2, of: 3 });
    expect(actor.getSnapshot().context.isAskedFor).toBe(false);
  });

  test('counts a card once, however often its button is pressed', () => {
    const { actor } = run();
    actor.send({ type: 'card.skip' });
    actor.send({ type: 'card.reveal' });
    actor.send({ type: 'card.reveal' });
    actor.send({ type: 'card.predict', prediction });
    actor.send({ type: 'card.next' });
    actor.send({ type: 'card.next' });
    actor.send({ type: 'round.end' });
    actor.send({ type: 'round.end' });
    const { attempts } = actor.getSnapshot().context;
    expect(attempts.map(({ scenario }) => scenario)).toEqual([first, discussion]);
    expect(attempts.every((attempt) => attempt.prediction === undefined)).toBe(true);
  });

  test('takes what was done with a card along when a level keeps it open, and drops it else', () => {
    const { actor } = run();
    actor.send({ type: 'hint.ask' });
    actor.send({ type: 'card.predict', prediction });
    actor.send({ type: 'level.choose', level: first.level });
    expect(actor.getSnapshot().context).toMatchObject({ hints: 1, prediction });
    actor.send({ type: 'level.choose', level: another.level });
    expect(openCard(actor.getSnapshot().context)).toBe(another);
    expect(actor.getSnapshot().context).toMatchObject({ hints: 0, prediction: undefined });
    actor.send({ type: 'level.choose', level: 'all' });
    expect(openCard(actor.getSnapshot().context)).toBe(first);
    expect(actor.getSnapshot().matches({ card: 'predicting' })).toBe(true);
  });
});

/** A browser's storage, and the tabs that keep their rounds there. */
function browser() {
  const place: { text: string | undefined; isFull: boolean } = { text: undefined, isFull: false };
  const keeper = keeperWith({
    read: () => place.text,
    write: (text) => {
      if (!place.isFull) place.text = text;
      return !place.isFull;
    },
  });
  const open = (dealt = allCards) =>
    createActor(roundMachine.provide({ actors: { keeper } }), {
      input: { cards: dealt, stored: parseRound(place.text ?? '', dealt) },
    }).start();
  const idsIn = () =>
    parseRound(place.text ?? '', allCards)?.attempts.map(({ scenario }) => scenario.id);
  return { place, open, idsIn };
}

describe('two tabs of one browser', () => {
  test('join what they predicted, and neither asks for a card that the other one has done', () => {
    const { open, idsIn } = browser();
    const [one, other] = [open(), open()];
    one.send({ type: 'card.predict', prediction });
    one.send({ type: 'card.next' });
    one.send({ type: 'card.skip' });
    other.send({ type: 'card.skip' });
    expect(openCard(other.getSnapshot().context)).toBe(another);
    other.send({ type: 'card.predict', prediction });
    expect(idsIn()).toEqual([first.id, discussion.id, another.id]);
    expect(other.getSnapshot().context.attempts[0]?.prediction).toEqual(prediction);
  });

  test('leave what the other one kept of cards that they do not deal', () => {
    const { open, idsIn } = browser();
    const [guide, own] = [open(cards), open([another])];
    own.send({ type: 'card.predict', prediction });
    guide.send({ type: 'card.predict', prediction });
    expect(idsIn()?.toSorted()).toEqual([first.id, another.id].toSorted());
  });

  test('say what storage refuses, and keep it with the next change', () => {
    const { place, open, idsIn } = browser();
    const [one, other] = [open(), open()];
    place.isFull = true;
    one.send({ type: 'card.predict', prediction });
    expect(one.getSnapshot().context.isKept).toBe(false);
    place.isFull = false;
    other.send({ type: 'card.skip' });
    one.send({ type: 'card.next' });
    expect(one.getSnapshot().context.isKept).toBe(true);
    expect(idsIn()).toContain(first.id);
    expect(one.getSnapshot().context.attempts[0]?.prediction).toEqual(prediction);
  });
});
