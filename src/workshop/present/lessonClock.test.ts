import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { keptClockText, type LessonClock, readKeptClock } from './lessonClock.ts';

const clock: LessonClock = {
  seconds: 300,
  step: 'nightly-hr-sync facts',
  stepFrom: 280,
  extra: 60,
  isRunning: true,
};
const now = Date.UTC(2026, 10, 28, 9, 0, 0);

test('a lesson whose page was closed for a while has gone on', () => {
  const text = keptClockText(clock, now);
  expect(readKeptClock(text, now)).toEqual(clock);
  expect(readKeptClock(text, now + 90_500)).toEqual({ ...clock, seconds: 390 });
});

test('a time of day that was set back adds nothing, and after a long time the clock is stopped', () => {
  const text = keptClockText(clock, now);
  expect(readKeptClock(text, now - 3_600_000)).toEqual(clock);
  expect(readKeptClock(text, now + 86_400_000)).toEqual({ ...clock, isRunning: false });
});

test('a pause goes on while the page is closed, and takes none of the time', () => {
  const stopped = { ...clock, isRunning: false };
  expect(readKeptClock(keptClockText(stopped, now), now + 90_000)).toEqual(stopped);
});

test('whatever was kept, what is read is a clock or nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc
          .record({
            seconds: fc.jsonValue(),
            step: fc.jsonValue(),
            stepFrom: fc.jsonValue(),
            extra: fc.jsonValue(),
            at: fc.jsonValue(),
          })
          .map((data) => JSON.stringify(data)),
      ),
      (text) => {
        const read = readKeptClock(text, now);
        if (read === undefined) return;
        expect(Number.isInteger(read.seconds) && read.seconds >= read.stepFrom).toBe(true);
        expect(read.stepFrom).toBeGreaterThanOrEqual(0);
      },
    ),
  );
  expect(readKeptClock(undefined, now)).toBeUndefined();
});
