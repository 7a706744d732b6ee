/** How long a lesson and its current step have taken. */
export interface LessonClock {
  /** Seconds since the lesson began, without those in which its clock was stopped. */
  readonly seconds: number;
  /** Names the step on the screen: the card's id and the stage. */
  readonly step: string;
  /** At how many seconds the step began. */
  readonly stepFrom: number;
  /** Seconds that the step was given beyond its plan. */
  readonly extra: number;
  readonly isRunning: boolean;
}

/** The clock at the start of a lesson. */
export const beginningClock: LessonClock = {
  seconds: 0,
  step: '',
  stepFrom: 0,
  extra: 0,
  isRunning: false,
};

/** The longest lesson that a clock continues to count, in seconds. */
const longestLesson = 12 * 3600;

/** The longest time, in seconds, that a page may have been closed if its clock is to continue. */
const longestAbsence = 30 * 60;

/**
 * Writes a clock as a text.
 *
 * @param now the time of day in milliseconds, as `Date.now` gives it
 */
export const keptClockText = (clock: LessonClock, now: number): string =>
  JSON.stringify({ ...clock, at: now });

/**
 * Reads a clock that was kept, and adds the time for which the page was closed while the clock ran.
 * If the computer's clock was set back, nothing is added; after a long time, the clock stops where
 * it was.
 *
 * @returns undefined for anything else
 */
export function readKeptClock(text: string | undefined, now: number): LessonClock | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
  if (typeof data !== 'object' || data === null) return undefined;
  if (!('seconds' in data && 'step' in data && 'stepFrom' in data && 'extra' in data)) {
    return undefined;
  }
  const { seconds, step, stepFrom, extra } = data;
  if (!isSeconds(seconds) || !isSeconds(stepFrom) || !isSeconds(extra)) return undefined;
  if (typeof step !== 'string' || stepFrom > seconds) return undefined;
  const at = 'at' in data && typeof data.at === 'number' ? data.at : now;
  const absence = Math.max(0, Math.floor((now - at) / 1000));
  const isRunning = 'isRunning' in data && data.isRunning === true && absence <= longestAbsence;
  return { seconds: seconds + (isRunning ? absence : 0), step, stepFrom, extra, isRunning };
}

const isSeconds = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= longestLesson;
