import { expect, test } from 'vitest';

import { scenarioOf } from '../scenarios/scenarios.ts';
import { plans } from './plans.ts';

test.each(plans)('the plan of $minutes minutes takes that long', ({ minutes, steps }) => {
  expect(steps.reduce((sum, step) => sum + step.minutes, 0)).toBe(minutes);
});

test.each(plans)('the plan of $minutes minutes uses cards that exist', ({ steps }) => {
  for (const id of steps.flatMap(({ cards }) => cards)) expect(scenarioOf(id)?.id).toBe(id);
});
