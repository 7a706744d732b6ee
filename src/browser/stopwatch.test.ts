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
  vi.spyOn(Date, 'now').mockImplementation(() => now);
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

/** What a stopwatch tells at each tick, where the measured time and the time of day are these, in seconds. */
function toldAt(ticks: readonly (readonly [measured: number, ofDay: number])[]): number[] {
  vi.useFakeTimers();
  let [measured, ofDay] = [0, 1_000_000];
  vi.spyOn(performance, 'now').mockImplementation(() => measured * 1000);
  vi.spyOn(Date, 'now').mockImplementation(() => ofDay * 1000);
  const told: number[] = [];
  const stop = startStopwatch(0, (seconds) => told.push(seconds));
  for (const [nextMeasured, nextOfDay] of ticks) {
    [measured, ofDay] = [nextMeasured, 1_000_000 + nextOfDay];
    vi.advanceTimersByTime(250);
  }
  stop();
  return told;
}

test('a stopwatch counts the time in which the machine slept, whether or not the measured time stood still', () => {
  expect(
    toldAt([
      [1, 1],
      [2, 300],
      [3, 301],
    ]),
  ).toEqual([1, 300, 301]);
  expect(
    toldAt([
      [1, 1],
      [300, 300],
      [301, 301],
    ]),
  ).toEqual([1, 300, 301]);
});

test('a stopwatch counts nothing of a sleep longer than half an hour, and nothing of a clock that is corrected by a second', () => {
  expect(
    toldAt([
      [1, 1],
      [1, 9001],
      [2, 9002],
    ]),
  ).toEqual([1, 2]);
  expect(
    toldAt([
      [1, 1],
      [9001, 9001],
      [9002, 9002],
    ]),
  ).toEqual([1, 2]);
  expect(
    toldAt([
      [1, 1],
      [2, 3],
      [3, 4],
    ]),
  ).toEqual([1, 2, 3]);
});
