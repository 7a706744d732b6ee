/** How large the words on a slide are. */
export type LetterSize = 'large' | 'middle' | 'small';

/**
 * How many letters fit on a line of a slide, and how many lines below its title. They are on the safe
 * side: a browser test says that what is drawn fits.
 */
const sizes = [
  ['large', 46, 7],
  ['middle', 62, 10],
] as const satisfies readonly (readonly [LetterSize, letters: number, lines: number])[];

/** The largest letter size at which texts fit on a slide, each on its own lines. */
export function letterSizeFor(texts: readonly string[]): LetterSize {
  const fits = ([, letters, most]: (typeof sizes)[number]): boolean =>
    texts.reduce((lines, text) => lines + Math.ceil(text.length / letters), 0) +
      // Half a line is between two texts.
      (texts.length - 1) / 2 <=
    most;
  return sizes.find(fits)?.[0] ?? 'small';
}
