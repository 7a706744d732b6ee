import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { misconceptions } from '../misconceptions.ts';
import { type Confidence, confidences, reasonChoices } from '../prediction.ts';
import type { Split } from '../room/split.ts';
import { type KeyedScenario, type Misconception, type ResultId, resultIds } from '../scenario.ts';
import { keyedScenarios } from '../scenarios/scenarios.ts';
import { type CardSplits, fewestAnswers, lessonReport } from './lessonReport.ts';

function keyed(id: string): KeyedScenario {
  const found = keyedScenarios.find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no card ${id}.`);
  return found;
}

const nobody: Split = { answered: 0, results: [], reasons: [], confidences: [] };

/** Hands that were counted: results alone. */
function hands(counts: Partial<Record<ResultId, number>>): Split {
  const results = resultIds.map((id) => counts[id] ?? 0);
  return { ...nobody, answered: results.reduce((sum, each) => sum + each, 0), results };
}

interface Answered {
  readonly results: Partial<Record<ResultId, number>>;
  /** How often the card's own reason was chosen, and each belief. */
  readonly own: number;
  readonly beliefs: readonly (readonly [Misconception, number])[];
  readonly certain?: { readonly times: number; readonly right: number };
}

function answers(scenario: KeyedScenario, { results, own, beliefs, certain }: Answered): Split {
  const split = hands(results);
  return {
    ...split,
    reasons: reasonChoices(scenario).map(({ belief }) =>
      belief === undefined ? own : (beliefs.find(([each]) => each === belief)?.[1] ?? 0),
    ),
    confidences:
      certain === undefined
        ? []
        : confidences.map((each) =>
            each === 'certain' ? certain : { times: each === 'guess' ? 5 : 0, right: 0 },
          ),
  };
}

const privateCustomer = keyed('one-private-customer');
const hrSync = keyed('nightly-hr-sync');
const vendor = misconceptions.vendorMeansListing;
const lessWork = misconceptions.tokenIsLessWork;
const ownListing = misconceptions.listingForOwnOrg;

/** Twelve before, ten after; the second card by hands before, and by three people after. */
const lesson: readonly CardSplits[] = [
  {
    scenario: privateCustomer,
    before: answers(privateCustomer, {
      results: { serviceApp: 5, apiServiceIntegration: 4, apiToken: 3 },
      own: 4,
      beliefs: [
        [lessWork, 2],
        [vendor, 6],
      ],
      certain: { times: 6, right: 2 },
    }),
    after: answers(privateCustomer, {
      results: { serviceApp: 7, apiServiceIntegration: 3 },
      own: 8,
      beliefs: [[vendor, 2]],
      certain: { times: 4, right: 3 },
    }),
    twist: hands({ apiServiceIntegration: 8, serviceApp: 2 }),
  },
  {
    scenario: hrSync,
    before: hands({ serviceApp: 6, apiToken: 2, apiServiceIntegration: 1 }),
    after: answers(hrSync, {
      results: { serviceApp: 2, apiToken: 1 },
      own: 2,
      beliefs: [[lessWork, 1]],
    }),
    twist: nobody,
  },
  { scenario: keyed('revoke-itself'), before: nobody, after: nobody, twist: nobody },
];

describe('the report of a lesson', () => {
  const report = lessonReport(lesson);
  const [first, second] = report.cards;

  test('has the cards that anybody answered, in the order of the lesson', () => {
    expect(report.cards.map(({ id }) => id)).toEqual(['one-private-customer', 'nightly-hr-sync']);
  });

  test('says how many were right, in whole percent, and how many points that changed', () => {
    // 5 of 12 is 41.7 percent, and 7 of 10 is 70.
    expect(first).toMatchObject({
      before: { answered: 12, right: 5, percent: 42 },
      after: { answered: 10, right: 7, percent: 70 },
      twist: { answered: 10, right: 8, percent: 80 },
      change: 28,
    });
  });

  test('below five answers, gives counts only: no percentage and no change', () => {
    expect(second).toMatchObject({
      before: { answered: 9, right: 6, percent: 67 },
      after: { answered: 3, right: 2, percent: undefined },
      twist: { answered: 0, right: 0, percent: undefined },
      change: undefined,
    });
    expect(report.hasFewAnswers).toBe(true);
    expect(lessonReport(lesson.slice(0, 1)).hasFewAnswers).toBe(false);
  });

  test('names the beliefs that were given as reasons, the most frequent first', () => {
    expect(first?.before.beliefs).toEqual({
      from: 'reasons',
      of: 12,
      held: [
        { belief: vendor, times: 6 },
        { belief: lessWork, times: 2 },
      ],
    });
    expect(first?.after.beliefs).toEqual({
      from: 'reasons',
      of: 10,
      held: [{ belief: vendor, times: 2 }],
    });
  });

  test('names the beliefs behind wrong results where no reasons were given', () => {
    expect(second?.before.beliefs).toEqual({
      from: 'results',
      of: 9,
      held: [
        { belief: lessWork, times: 2 },
        { belief: ownListing, times: 1 },
      ],
    });
  });

  test('names no belief and no certainty where fewer than five answered', () => {
    expect(second?.after).toMatchObject({ beliefs: undefined, certainty: undefined });
  });

  test('names no reason where fewer than five gave one, though more raised their hands', () => {
    const before: Split = {
      ...hands({ serviceApp: 18, apiToken: 2 }),
      reasons: reasonChoices(hrSync).map(({ belief }) => (belief === ownListing ? 4 : 0)),
    };
    const [card] = lessonReport([{ scenario: hrSync, before, after: nobody, twist: nobody }]).cards;
    expect(card?.before.beliefs).toEqual({
      from: 'results',
      of: 20,
      held: [{ belief: lessWork, times: 2 }],
    });
  });

  test('shares reasons among those who gave one, not among all hands', () => {
    const before: Split = {
      ...hands({ serviceApp: 18, apiToken: 12 }),
      reasons: reasonChoices(hrSync).map(({ belief }) =>
        belief === ownListing ? 2 : belief === undefined ? 4 : 0,
      ),
    };
    const [card] = lessonReport([{ scenario: hrSync, before, after: nobody, twist: nobody }]).cards;
    expect(card?.before.beliefs).toEqual({
      from: 'reasons',
      of: 6,
      held: [{ belief: ownListing, times: 2 }],
    });
  });

  test('adds up one belief behind two results', () => {
    const laptop = keyed('script-on-a-laptop');
    const before = hands({ userContext: 4, serviceApp: 2, apiServiceIntegration: 3 });
    const [card] = lessonReport([{ scenario: laptop, before, after: nobody, twist: nobody }]).cards;
    expect(card?.before.beliefs?.held).toEqual([
      { belief: misconceptions.programActsAlone, times: 5 },
    ]);
  });

  test('says how many were certain and wrong', () => {
    expect(first?.before.certainty).toEqual({ certain: 6, wrong: 4 });
    expect(first?.after.certainty).toEqual({ certain: 4, wrong: 1 });
  });

  test('sums up the cards that were answered both times', () => {
    // 5 + 6 of 12 + 9 before, 7 + 2 of 10 + 3 after: 52.4 and 69.2 percent.
    expect(report.askedTwice).toEqual({
      cards: 2,
      before: { answered: 21, right: 11, percent: 52 },
      after: { answered: 13, right: 9, percent: 69 },
      change: 17,
    });
  });

  test('names a belief that showed before and still after, and none that went or came', () => {
    expect(report.stayed).toEqual([
      {
        belief: vendor,
        cards: [
          {
            id: 'one-private-customer',
            title: privateCustomer.title,
            before: { from: 'reasons', times: 6, of: 12 },
            after: { from: 'reasons', times: 2, of: 10 },
          },
        ],
      },
    ]);
    expect(lessonReport(lesson.slice(1)).stayed).toBeUndefined();
  });

  test('names the cards of which fewer than four in five were right at the end, the lowest first', () => {
    const byHands = (id: string, right: number, wrong: number): CardSplits => {
      const scenario = keyed(id);
      const after = hands({ [scenario.result]: right, [other(scenario.result)]: wrong });
      return { scenario, before: nobody, after, twist: nobody };
    };
    const { teachAgain } = lessonReport([
      byHands('one-private-customer', 7, 3),
      byHands('listing-under-review', 8, 2),
      byHands('agent-in-ci', 1, 3),
      byHands('no-shared-secrets', 1, 9),
      {
        scenario: hrSync,
        before: hands({ serviceApp: 2, apiToken: 3 }),
        after: nobody,
        twist: nobody,
      },
    ]);
    expect(teachAgain?.map(({ id, last, atEnd }) => [id, last, atEnd.percent])).toEqual([
      ['no-shared-secrets', 'after', 10],
      ['nightly-hr-sync', 'before', 40],
      ['one-private-customer', 'after', 70],
    ]);
    expect(lessonReport([byHands('agent-in-ci', 1, 3)]).teachAgain).toBeUndefined();
  });

  test('of a lesson in which nobody answered is empty', () => {
    expect(lessonReport(lesson.slice(2))).toMatchObject({
      cards: [],
      askedTwice: { cards: 0 },
      stayed: undefined,
      teachAgain: undefined,
      hasFewAnswers: false,
    });
  });
});

const other = (result: ResultId): ResultId => (result === 'apiToken' ? 'serviceApp' : 'apiToken');

/** What somebody answered, as a room has it. */
interface SomebodysAnswer {
  readonly phone: number;
  readonly result: ResultId;
  readonly reason?: number | undefined;
  readonly confidence?: Confidence | undefined;
}

function counted(
  { length: choices }: readonly unknown[],
  key: ResultId,
  given: readonly SomebodysAnswer[],
): Split {
  const count = (matches: (answer: SomebodysAnswer) => boolean) => given.filter(matches).length;
  return {
    answered: given.length,
    results: resultIds.map((id) => count(({ result }) => result === id)),
    reasons: Array.from({ length: choices }, (_, place) => count(({ reason }) => reason === place)),
    confidences: confidences.map((id) => ({
      times: count(({ confidence }) => confidence === id),
      right: count(({ confidence, result }) => confidence === id && result === key),
    })),
  };
}

const card = fc.constantFrom(...keyedScenarios).chain((scenario) => {
  const choices = reasonChoices(scenario);
  const answer: fc.Arbitrary<SomebodysAnswer> = fc.record({
    phone: fc.nat(),
    result: fc.constantFrom(...resultIds),
    reason: fc.option(fc.nat(choices.length - 1), { nil: undefined }),
    confidence: fc.option(fc.constantFrom(...confidences), { nil: undefined }),
  });
  const room = fc.array(answer, { maxLength: 12 }).chain((given) =>
    fc.record({
      given: fc.constant(given),
      mixed: fc.shuffledSubarray(given, { minLength: given.length }),
    }),
  );
  return fc.record({ before: room, after: room, twist: room }).map(({ before, after, twist }) => {
    const splitsOf = (of: 'given' | 'mixed'): CardSplits => ({
      scenario,
      before: counted(choices, scenario.result, before[of]),
      after: counted(choices, scenario.result, after[of]),
      twist: counted([], scenario.twist.result, twist[of]),
    });
    return { splits: splitsOf('given'), ofMixed: splitsOf('mixed') };
  });
});
const lessons = fc.uniqueArray(card, {
  maxLength: 5,
  selector: ({ splits }) => splits.scenario.id,
});

const total = (counts: readonly number[]): number => counts.reduce((sum, each) => sum + each, 0);

test('counts add up, whatever was answered', () => {
  fc.assert(
    fc.property(lessons, (cards) => {
      const report = lessonReport(cards.map(({ splits }) => splits));
      for (const { id, before, after, twist } of report.cards) {
        const splits = cards.find((each) => each.splits.scenario.id === id)?.splits;
        for (const [question, split] of [
          [before, splits?.before],
          [after, splits?.after],
        ] as const) {
          const { answered, right, beliefs, certainty } = question;
          expect(answered).toBe(split?.answered);
          const given = total(split?.reasons ?? []);
          expect(beliefs?.of).toBe(
            given >= fewestAnswers ? given : answered >= fewestAnswers ? answered : undefined,
          );
          const shown = total((beliefs?.held ?? []).map(({ times }) => times));
          // On the guide's cards there is a belief behind every wrong result.
          if (beliefs?.from === 'results') expect(shown).toBe(answered - right);
          if (beliefs?.from === 'reasons') {
            const place = reasonChoices(keyed(id)).findIndex(({ belief }) => belief === undefined);
            expect(shown).toBe(given - (split?.reasons[place] ?? 0));
          }
          expect(certainty?.wrong ?? 0).toBeLessThanOrEqual(answered - right);
        }
        for (const { answered, right, percent } of [before, after, twist]) {
          expect(right).toBeLessThanOrEqual(answered);
          expect(percent === undefined).toBe(answered < fewestAnswers);
        }
      }
      const { askedTwice } = report;
      const twice = report.cards.filter((each) => each.before.answered * each.after.answered > 0);
      expect(askedTwice.before.right).toBe(total(twice.map(({ before }) => before.right)));
      expect(askedTwice.after.answered).toBe(total(twice.map(({ after }) => after.answered)));
    }),
  );
});

test('no belief shows that rests on fewer than five', () => {
  fc.assert(
    fc.property(lessons, (cards) => {
      const report = lessonReport(cards.map(({ splits }) => splits));
      const rests = [
        ...report.cards.flatMap(({ before, after }) => [before.beliefs?.of, after.beliefs?.of]),
        ...(report.stayed ?? []).flatMap((each) =>
          each.cards.flatMap(({ before, after }) => [before.of, after.of]),
        ),
      ].filter((of) => of !== undefined);
      expect(Math.min(fewestAnswers, ...rests)).toBe(fewestAnswers);
    }),
  );
});

test('the report says nothing of who answered, nor in which order', () => {
  fc.assert(
    fc.property(lessons, (cards) => {
      expect(lessonReport(cards.map(({ ofMixed }) => ofMixed))).toEqual(
        lessonReport(cards.map(({ splits }) => splits)),
      );
    }),
  );
});

test('the report of a card does not depend on the other cards', () => {
  fc.assert(
    fc.property(lessons, (cards) => {
      const splits = cards.map((each) => each.splits);
      expect(lessonReport(splits).cards).toEqual(
        splits.flatMap((each) => lessonReport([each]).cards),
      );
    }),
  );
});

const smuggled = (split: Split) => ({ ...split, phones: [987_654], codes: ['4KQ-7M2-XR0'] });

test('whatever else is beside the counts, such as phones and codes, stays out', () => {
  fc.assert(
    fc.property(lessons, (cards) => {
      const splits = cards.map((each) => each.splits);
      const told = splits.map(({ scenario, before, after, twist }) => ({
        scenario,
        before: smuggled(before),
        after: smuggled(after),
        twist: smuggled(twist),
        room: '4KQ-7M2-XR0',
      }));
      expect(lessonReport(told)).toEqual(lessonReport(splits));
      expect(JSON.stringify(lessonReport(told))).not.toMatch(/987654|4KQ/);
    }),
  );
});
