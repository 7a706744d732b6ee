import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { exitIds, outcomeIds } from '#guide/nodeIds.ts';

import { misconceptions } from '../misconceptions.ts';
import { confidences, reasonChoices } from '../prediction.ts';
import type { KeyedScenario, Misconception } from '../scenario.ts';
import { keyedScenarios, scenarios } from '../scenarios/scenarios.ts';
import type { Attempt } from './round.ts';
import { summaryOf } from './summary.ts';

const results = [...outcomeIds, ...exitIds];

const times = (counted: readonly { readonly times: number }[]): number =>
  counted.reduce((sum, each) => sum + each.times, 0);

function keyed(id: string): KeyedScenario {
  const found = keyedScenarios.find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no card ${id}.`);
  return found;
}

const placeOf = (id: string, belief: Misconception | undefined): number =>
  reasonChoices(keyed(id)).findIndex((each) => each.belief === belief);

describe('the summary of a round', () => {
  test('names the fork that was missed and the belief behind the choice', () => {
    const attempts: readonly Attempt[] = [
      {
        scenario: keyed('one-private-customer'),
        hints: 1,
        prediction: {
          result: 'apiServiceIntegration',
          reason: placeOf('one-private-customer', misconceptions.vendorMeansListing),
          confidence: 'certain',
        },
        twist: 'apiServiceIntegration',
      },
      {
        scenario: keyed('nightly-hr-sync'),
        hints: 0,
        prediction: {
          result: 'serviceApp',
          reason: placeOf('nightly-hr-sync', undefined),
          confidence: 'fairlySure',
        },
      },
      { scenario: keyed('revoke-itself'), hints: 2 },
    ];
    expect(summaryOf(attempts)).toEqual({
      predicted: 2,
      skipped: 1,
      rightResults: 1,
      rightReasons: 1,
      twists: { predicted: 1, right: 1 },
      byConfidence: {
        guess: { predicted: 0, right: 0 },
        fairlySure: { predicted: 1, right: 1 },
        certain: { predicted: 1, right: 0 },
      },
      missedForks: [{ question: 'catalog', times: 1 }],
      misconceptions: [{ belief: misconceptions.vendorMeansListing, times: 1 }],
    });
  });

  test('adds up, whatever was predicted', () => {
    const attempt: fc.Arbitrary<Attempt> = fc.constantFrom(...scenarios).chain((scenario) =>
      fc.record({
        scenario: fc.constant(scenario),
        hints: fc.nat(3),
        twist: fc.option(fc.constantFrom(...results), { nil: undefined }),
        prediction:
          scenario.kind === 'discussion'
            ? fc.constant(undefined)
            : fc.option(
                fc.record({
                  result: fc.constantFrom(...results),
                  reason: fc.nat(reasonChoices(scenario).length - 1),
                  confidence: fc.constantFrom(...confidences),
                }),
                { nil: undefined },
              ),
      }),
    );
    fc.assert(
      fc.property(fc.array(attempt), (attempts) => {
        const summary = summaryOf(attempts);
        const wrong = summary.predicted - summary.rightResults;
        expect(times(summary.missedForks)).toBe(wrong);
        expect(times(summary.misconceptions)).toBeGreaterThanOrEqual(wrong);
        expect(summary.rightReasons).toBeLessThanOrEqual(summary.rightResults);
        const sure = Object.values(summary.byConfidence);
        expect(sure.reduce((sum, each) => sum + each.predicted, 0)).toBe(summary.predicted);
        expect(sure.reduce((sum, each) => sum + each.right, 0)).toBe(summary.rightResults);
      }),
    );
  });
});
