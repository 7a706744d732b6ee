const part = (value: number): string => String(value).padStart(2, '0');

/** Writes seconds as minutes and seconds, such as `04:59`. */
export const clockText = (seconds: number): string =>
  `${part(Math.floor(seconds / 60))}:${part(seconds % 60)}`;

/**
 * Writes what is left of a step, or `+00:07` beyond its end.
 *
 * @param seconds below 0 beyond the end
 */
export const timeLeftText = (seconds: number): string =>
  seconds < 0 ? `+${clockText(-seconds)}` : clockText(seconds);
