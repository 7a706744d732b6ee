/** What a clock shows: seconds, and whether they are beyond the end of a step. */
export interface ShownTime {
  readonly seconds: number;
  readonly isBeyond: boolean;
}

/**
 * What is left of a step, or has passed of it.
 *
 * @param passed seconds since it began
 * @param minutes its length; 0 where it has no end
 */
export function shownSeconds(passed: number, minutes: number): ShownTime {
  if (minutes === 0) return { seconds: passed, isBeyond: false };
  const left = minutes * 60 - passed;
  return { seconds: Math.abs(left), isBeyond: left < 0 };
}

const part = (value: number): string => String(value).padStart(2, '0');

/** Writes it as `04:59`, or `+00:07` beyond the end. */
export function clockText({ seconds, isBeyond }: ShownTime): string {
  return `${isBeyond ? '+' : ''}${part(Math.floor(seconds / 60))}:${part(seconds % 60)}`;
}
