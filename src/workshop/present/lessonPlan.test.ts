import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { plans } from '../handouts/plans.ts';
import { scenarios } from '../scenarios/scenarios.ts';
import { decks } from './decks.ts';
import {
  cardMinutes,
  driftFrom,
  isMinutes,
  lessonFragment,
  type LessonPlan,
  mostMinutes,
  mostPeople,
  plannedStep,
  plannedSteps,
  planOf,
  sharedMinutes,
  usualPlan,
  waysToAnswer,
  withStepMinutes,
} from './lessonPlan.ts';
import { begun, presentationOf, stagesOf } from './presentation.ts';

const card = fc.constantFrom(...scenarios);
const halves = fc.nat(mostMinutes * 2).map((count) => count / 2);

describe('the minutes of a card', () => {
  test('are shared among all of its steps, in halves, and add up to what was given', () => {
    fc.assert(
      fc.property(card, halves, (scenario, minutes) => {
        const steps = sharedMinutes(minutes, scenario);
        expect(steps).toHaveLength(stagesOf(scenario).length);
        expect(steps.every(isMinutes)).toBe(true);
        expect(steps.reduce((sum, each) => sum + each, 0)).toBe(minutes);
      }),
    );
  });

  test('in each plan of the hand-outs come to the length that the plan says', () => {
    for (const { minutes } of plans) {
      const deck = decks.find(({ id }) => id === `plan-${minutes}`);
      const plan = { ...usualPlan, ...deck?.times };
      const sum = (deck?.cards ?? []).reduce((all, each) => all + cardMinutes(plan, each), 0);
      expect(sum + plan.closing).toBe(minutes);
    }
  });
});

const deck = fc.uniqueArray(card, { maxLength: 6 });
const planned = deck.chain((cards) =>
  fc.record({
    cards: fc.constant(cards),
    plan: fc
      .record({
        closing: halves,
        people: fc.nat(mostPeople),
        answering: fc.constantFrom(...waysToAnswer),
        minutes: fc.tuple(...cards.map((each) => halves.map((sum) => sharedMinutes(sum, each)))),
      })
      .map(({ minutes, ...plan }): LessonPlan =>
        cards.reduce((before, each, index) => withStepMinutes(before, each, minutes[index] ?? []), {
          ...plan,
          minutes: {},
        }),
      ),
  }),
);

test('a lesson comes back from its fragment: its place and its plan', () => {
  fc.assert(
    fc.property(planned, ({ cards, plan }) => {
      const place = begun(cards);
      const fragment = lessonFragment(place, plan, '');
      expect(presentationOf(fragment)).toEqual(place);
      expect(planOf(new URLSearchParams(fragment.slice(1)), cards)).toEqual(plan);
    }),
  );
});

test('whatever a fragment says, what is read is a plan', () => {
  fc.assert(
    fc.property(
      deck,
      fc.dictionary(fc.constantFrom('minutes', 'closing', 'people', 'answering'), fc.string()),
      (cards, given) => {
        const plan = planOf(new URLSearchParams(given), cards);
        expect(isMinutes(plan.closing)).toBe(true);
        expect(plan.people).toBeGreaterThanOrEqual(0);
        expect(plan.people).toBeLessThanOrEqual(mostPeople);
        expect(waysToAnswer).toContain(plan.answering);
        for (const each of cards)
          expect(isMinutes(cardMinutes(plan, each) / cards.length)).toBeDefined();
      },
    ),
  );
});

test('the steps of a lesson follow each other without a gap, and each is found', () => {
  fc.assert(
    fc.property(planned, ({ cards, plan }) => {
      const steps = plannedSteps(cards, plan);
      for (const [index, step] of steps.entries()) {
        expect(step.from).toBe(steps[index - 1]?.to ?? 0);
        const place = { deck: cards, card: step.card, stage: step.stage };
        expect(plannedStep(place, plan)).toEqual(step);
      }
    }),
  );
});

test('a lesson is on time within its step, and early or late beyond it', () => {
  const step = { card: 0, stage: 'facts', from: 60, to: 180 } as const;
  expect([60, 120, 180].map((seconds) => driftFrom(step, seconds))).toEqual([0, 0, 0]);
  expect(driftFrom(step, 30)).toBe(-30);
  expect(driftFrom(step, 300)).toBe(120);
});
