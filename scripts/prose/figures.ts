import { longest } from './longest.ts';
import type { KindProse } from './pagesProse.ts';

/** What is measured for a kind of page, in the order in which it is printed. */
const figureNames = [
  'pages',
  'sentences',
  'words each',
  `over ${longest}`,
  'passive %',
  'long words %',
] as const;

/** Measures how a kind of page reads: a figure for each name, in the order of the names. */
export function figuresOf({ pages, sentences }: KindProse): readonly string[] {
  const words = sentences.reduce((sum, sentence) => sum + sentence.words, 0);
  const longWords = sentences.reduce((sum, sentence) => sum + sentence.longWords, 0);
  const passive = sentences.filter(({ isPassive }) => isPassive).length;
  const long = sentences.filter((sentence) => sentence.words > longest && !sentence.isQuoted);
  return [
    String(pages),
    String(sentences.length),
    (words / sentences.length).toFixed(1),
    String(long.length),
    ((100 * passive) / sentences.length).toFixed(1),
    ((100 * longWords) / words).toFixed(1),
  ];
}

/**
 * Returns the figures of every kind as a table.
 *
 * @param earlier figures to show next to them, in brackets if they differ
 */
export function proseTable(kinds: readonly KindProse[], earlier?: readonly KindProse[]): string {
  const width = earlier === undefined ? 14 : 18;
  const row = (name: string, cells: readonly string[]): string =>
    name.padEnd(14) + cells.map((cell) => cell.padStart(width)).join('');
  const before = new Map(earlier?.map((kind) => [kind.kind, figuresOf(kind)]));
  return [
    row('kind', figureNames),
    ...kinds.map((kind) => {
      const then = before.get(kind.kind) ?? [];
      const cells = figuresOf(kind).map((now, index) => {
        const earlierFigure = then[index] ?? now;
        return earlierFigure === now ? now : `${now} (${earlierFigure})`;
      });
      return row(kind.kind, cells);
    }),
  ].join('\n');
}
