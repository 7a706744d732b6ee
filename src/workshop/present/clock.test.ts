import { expect, test } from 'vitest';

import { clockText, shownSeconds } from './clock.ts';

test.each([
  [0, 0, '00:00'],
  [75, 0, '01:15'],
  [0, 5, '05:00'],
  [1, 5, '04:59'],
  [300, 5, '00:00'],
  [307, 5, '+00:07'],
  [3725, 0, '62:05'],
])('%d seconds into a step of %d minutes the clock shows %s', (passed, minutes, shown) => {
  expect(clockText(shownSeconds(passed, minutes))).toBe(shown);
});
