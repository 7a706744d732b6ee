import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { confidences, reasonChoices } from '../prediction.ts';
import { levels, resultIds } from '../scenario.ts';
import { keyedScenarios, scenarios } from '../scenarios/scenarios.ts';
import { parseRound, type Round, roundText } from './round.ts';

const round: fc.Arbitrary<Round> = fc.record({
  level: fc.constantFrom('all' as const, ...levels),
  attempts: fc.array(
    fc.constantFrom(...keyedScenarios).chain((scenario) =>
      fc.record({
        scenario: fc.constant(scenario),
        hints: fc.nat(2),
        twist: fc.option(fc.constantFrom(...resultIds), { nil: undefined }),
        prediction: fc.option(
          fc.record({
            result: fc.constantFrom(...resultIds),
            reason: fc.nat(reasonChoices(scenario).length - 1),
            confidence: fc.constantFrom(...confidences),
          }),
          { nil: undefined },
        ),
      }),
    ),
  ),
});

test('a round comes back as it was, without the cards that are not dealt', () => {
  fc.assert(
    fc.property(round, (given) => {
      expect(parseRound(roundText(given), scenarios)).toEqual(given);
      expect(parseRound(roundText(given), [])).toEqual({ level: given.level, attempts: [] });
    }),
  );
});

test('nothing whatever that was kept makes reading it fail', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(parseRound(JSON.stringify(value), scenarios)?.attempts ?? []).toEqual([]);
    }),
  );
  expect(parseRound('', scenarios)).toBeUndefined();
  const [card] = keyedScenarios;
  const attempt = { card: card?.id, hints: 0, prediction: { result: 'none' }, twist: 5 };
  expect(
    parseRound(JSON.stringify({ level: 'all', attempts: [attempt, 5, null] }), scenarios),
  ).toEqual({
    level: 'all',
    attempts: [{ scenario: card, hints: 0, prediction: undefined, twist: undefined }],
  });
});
