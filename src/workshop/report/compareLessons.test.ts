import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Split } from '../room/split.ts';
import { type KeyedScenario, resultIds } from '../scenario.ts';
import { keyedScenarios } from '../scenarios/scenarios.ts';
import { compareLessons } from './compareLessons.ts';
import { comparisonMarkdown } from './comparisonMarkdown.ts';
import { type CardSplits, lessonReport } from './lessonReport.ts';

function keyed(id: string): KeyedScenario {
  const found = keyedScenarios.find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no card ${id}.`);
  return found;
}

/** Raised hands, and how many of them were right. */
function hands({ result }: Pick<KeyedScenario, 'result'>, right: number, answered: number): Split {
  const wrong = resultIds.find((each) => each !== result);
  return {
    answered,
    results: resultIds.map((each) =>
      each === result ? right : each === wrong ? answered - right : 0,
    ),
    reasons: [],
    confidences: [],
  };
}

type RightOf = readonly [right: number, answered: number];

const asked = (scenario: KeyedScenario, before: RightOf, after: RightOf): CardSplits => ({
  scenario,
  before: hands(scenario, ...before),
  after: hands(scenario, ...after),
  twist: hands(scenario.twist, 0, 0),
});

const here = lessonReport([
  asked(keyed('one-private-customer'), [5, 12], [7, 10]),
  asked(keyed('nightly-hr-sync'), [6, 9], [2, 3]),
  asked(keyed('agent-in-ci'), [6, 9], [9, 9]),
]);
const there = lessonReport([
  asked(keyed('no-shared-secrets'), [5, 5], [5, 5]),
  asked(keyed('nightly-hr-sync'), [0, 0], [6, 8]),
  asked(keyed('one-private-customer'), [10, 20], [12, 20]),
]);

describe('two lessons', () => {
  test('are compared on the cards that both have, in points that were more right in this one', () => {
    expect(compareLessons(here, there).cards).toEqual([
      {
        id: 'one-private-customer',
        title: 'One customer, no catalog',
        before: {
          here: { answered: 12, right: 5, percent: 42 },
          there: { answered: 20, right: 10, percent: 50 },
          difference: -8,
        },
        after: {
          here: { answered: 10, right: 7, percent: 70 },
          there: { answered: 20, right: 12, percent: 60 },
          difference: 10,
        },
      },
      {
        id: 'nightly-hr-sync',
        title: 'The nightly HR sync',
        before: {
          here: { answered: 9, right: 6, percent: 67 },
          there: { answered: 0, right: 0, percent: undefined },
          difference: undefined,
        },
        after: {
          here: { answered: 3, right: 2, percent: undefined },
          there: { answered: 8, right: 6, percent: 75 },
          difference: undefined,
        },
      },
    ]);
  });

  test('name the cards that only one of them has', () => {
    const { onlyHere, onlyThere } = compareLessons(here, there);
    expect(onlyHere.map(({ id }) => id)).toEqual(['agent-in-ci']);
    expect(onlyThere.map(({ id }) => id)).toEqual(['no-shared-secrets']);
  });

  test('are not compared on two cards of one id whose keys differ', () => {
    const card = keyed('agent-in-ci');
    const namesake: KeyedScenario = { ...card, title: 'Another card', result: 'apiToken' };
    const compared = compareLessons(
      lessonReport([asked(card, [5, 9], [9, 9])]),
      lessonReport([asked(namesake, [5, 9], [9, 9])]),
    );
    expect(compared).toEqual({
      cards: [],
      onlyHere: [{ id: 'agent-in-ci', title: card.title }],
      onlyThere: [{ id: 'agent-in-ci', title: 'Another card' }],
    });
  });

  test('are side by side in a Markdown table', () => {
    expect(comparisonMarkdown(compareLessons(here, there))).toBe(`## Compared with the other lesson

How many of the answers were right. A difference is in percentage points, and a plus means that this lesson had the larger share.

| Card | Before: this lesson | Before: the other | Before: difference | After: this lesson | After: the other | After: difference |
| --- | --- | --- | --- | --- | --- | --- |
| One customer, no catalog | 5 of 12 (42%) | 10 of 20 (50%) | −8 | 7 of 10 (70%) | 12 of 20 (60%) | +10 |
| The nightly HR sync | 6 of 9 (67%) | no answers | not compared | 2 of 3 | 6 of 8 (75%) | not compared |

Only in this lesson:

- The assistant in the pipeline

Only in the other lesson:

- A customer that forbids secrets
`);
  });

  test('without a common card say so', () => {
    const [first, ...others] = here.cards;
    if (first === undefined) throw new Error('The lesson has no card.');
    const compared = compareLessons({ ...here, cards: [first] }, { ...here, cards: others });
    expect(comparisonMarkdown(compared)).toContain('The two lessons have no cards in common.');
  });
});

const lesson = fc
  .uniqueArray(
    fc
      .record({
        scenario: fc.constantFrom(...keyedScenarios.slice(0, 8)),
        before: fc.tuple(fc.nat(20), fc.nat(20)),
        after: fc.tuple(fc.nat(20), fc.nat(20)),
      })
      .map(({ scenario, before, after }) =>
        asked(
          scenario,
          [Math.min(...before), Math.max(...before)],
          [Math.min(...after), Math.max(...after)],
        ),
      ),
    { selector: ({ scenario }) => scenario.id },
  )
  .map(lessonReport);

const ids = (cards: readonly { readonly id: string }[]): readonly string[] =>
  cards.map(({ id }) => id).toSorted();

test('every card of both lessons is compared or named, and none twice', () => {
  fc.assert(
    fc.property(lesson, lesson, (one, other) => {
      const { cards, onlyHere, onlyThere } = compareLessons(one, other);
      expect(ids([...cards, ...onlyHere])).toEqual(ids(one.cards));
      expect(ids([...cards, ...onlyThere])).toEqual(ids(other.cards));
    }),
  );
});

test('the other way round, every difference has the other sign', () => {
  fc.assert(
    fc.property(lesson, lesson, (one, other) => {
      const back = compareLessons(other, one).cards;
      for (const { id, before, after } of compareLessons(one, other).cards) {
        const mirrored = back.find((each) => each.id === id);
        for (const [difference, opposite] of [
          [before.difference, mirrored?.before.difference],
          [after.difference, mirrored?.after.difference],
        ]) {
          expect(difference === undefined).toBe(opposite === undefined);
          expect((difference ?? 0) + (opposite ?? 0)).toBe(0);
        }
      }
    }),
  );
});
