import { createActor } from 'xstate';
import { describe, expect, test, vi } from 'vitest';

import { walkMachine } from '#testing/machineWalk.ts';

import { hintsOf } from '../prediction.ts';
import type { KeyedScenario } from '../scenario.ts';
import { keyedScenarios, scenarios } from '../scenarios/scenarios.ts';
import type { Round } from './round.ts';
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
      situation: ({ value, context: { level, attempts, prediction: made, twist, hints } }) => [
        value,
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
    roundMachine.provide({ actions: { storeRound: (_, round) => storeRound(round) } }),
    { input: { cards: allCards, stored } },
  );
  return { actor: actor.start(), storeRound };
}

describe('a running round', () => {
  test('stores each change as it stands after it, and nothing by being opened', () => {
    const { actor, storeRound } = run();
    expect(storeRound).not.toHaveBeenCalled();
    actor.send({ type: 'card.predict', prediction });
    expect(storeRound).not.toHaveBeenCalled();
    actor.send({ type: 'card.next' });
    const attempt = { scenario: first, prediction, twist: undefined, hints: 0 };
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
