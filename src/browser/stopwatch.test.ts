import { afterEach, expect, test, vi } from 'vitest';

import { startStopwatch } from './stopwatch.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('a stopwatch counts on from where it was, and never back when the clock jumps', () => {
  vi.useFakeTimers();
  let now = 50_000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const told: number[] = [];
  const stop = startStopwatch(7, (seconds) => told.push(seconds));
  for (const clock of [51_000, 20_000, 21_000, 21_500, 22_000]) {
    now = clock;
    vi.advanceTimersByTime(250);
  }
  expect(told).toEqual([8, 9, 10]);
  stop();
  now = 90_000;
  vi.advanceTimersByTime(250);
  expect(told).toHaveLength(3);
});
