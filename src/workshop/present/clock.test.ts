import { expect, test } from 'vitest';

import { clockText, timeLeftText } from './clock.ts';

test.each([
  [0, '00:00'],
  [75, '01:15'],
  [300, '05:00'],
  [3725, '62:05'],
])('%d seconds are shown as %s', (seconds, shown) => {
  expect(clockText(seconds)).toBe(shown);
  expect(timeLeftText(seconds)).toBe(shown);
});

test('beyond the end of a step, the time is marked and counts up', () => {
  expect([1, 0, -1, -7, -3725].map(timeLeftText)).toEqual([
    '00:01',
    '00:00',
    '+00:01',
    '+00:07',
    '+62:05',
  ]);
});
