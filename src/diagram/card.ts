import type { ExitId, OutcomeId } from '#guide/nodeIds.ts';

import { methodShapes } from './methodShapes.ts';
import { hues, palette } from './palette.ts';

/** What a page's card says, for link previews and for places that do not allow frames. */
export interface Card {
  readonly heading: string;
  /** The result that the page is about; absent for a question and other pages. */
  readonly method?: { readonly node: OutcomeId | ExitId; readonly name: string };
  /** What it is, sentence by sentence. */
  readonly lines: readonly string[];
}

/** A piece of text as outlines, since the programs that show a card have other fonts. */
export interface Outline {
  /** In units of the picture. */
  readonly width: number;
  /** What makes the font's units, in which the letters are drawn upwards, those of the picture. */
  readonly scale: number;
  readonly letters: readonly Letter[];
}

/** A letter on the baseline of its line. */
export interface Letter {
  /** The same for the same outline, and fit to be an id. */
  readonly id: string;
  /** Path data in the font's units. */
  readonly path: string;
  /** Where it stands on the line, in the font's units. */
  readonly x: number;
}

/** Sets a line of text. @param weight 400 or 600 @param size of the letters in units of the picture */
export type Typesetter = (text: string, weight: 400 | 600, size: number) => Outline;

/** The size that Open Graph and Twitter cards are shown at without being cut. */
export const cardSize = { width: 1200, height: 630 } as const;

/** Name of the file that lies beside its page. */
export const cardFile = 'card.png';

const margin = 80;
const bar = 20;
const room = cardSize.width - 2 * margin - bar;
const left = margin + bar;
const headingSizes = [68, 60, 52, 44] as const;
const mostHeadingLines = 3;
const lineSize = 29;
const siteName = 'Okta API authorization guide, independent of Okta';

/** Draws a card as an SVG file that needs no font, style sheet or script. */
export function cardSvg({ heading, method, lines }: Card, typeset: Typesetter): string {
  const hue = method === undefined ? palette.ink : hues[method.node];
  const drawn: string[] = [];
  /** Each outline once: most letters of a card come again. */
  const outlines = new Map<string, string>();
  let y = margin + 34;
  const put = (text: string, weight: 400 | 600, size: number, fill: string, x = left) => {
    const { scale, letters } = typeset(text, weight, size);
    for (const { id, path } of letters) outlines.set(id, path);
    const used = letters.map((letter) => `<use href="#${letter.id}" x="${letter.x}"/>`).join('');
    drawn.push(
      `<g transform="translate(${x} ${y})" fill="${fill}"><g transform="scale(${scale} ${-scale})">${used}</g></g>`,
    );
  };
  if (method === undefined) {
    put('A program must call Okta’s APIs', 400, 32, palette.softInk);
  } else {
    drawn.push(
      `<path transform="translate(${left} ${y - 33}) scale(2)" fill="${hue}" d="${methodShapes[method.node]}"/>`,
    );
    put(method.name, 600, 36, hue, left + 60);
  }
  const { size, wrapped } = fittedHeading(heading, typeset);
  y += 34;
  for (const line of wrapped) {
    y += size * 1.16;
    put(line, 600, size, palette.ink);
  }
  y += 24;
  const widthOf = (text: string) => typeset(text, 400, lineSize).width;
  const wrappedLines = lines.flatMap((line) => balancedText(line, room, widthOf));
  const leading = Math.min(
    lineSize * 1.5,
    (cardSize.height - margin - 24 - y) / wrappedLines.length,
  );
  for (const line of wrappedLines) {
    y += leading;
    put(shortened(line, room, widthOf), 400, lineSize, palette.softInk);
  }
  y = cardSize.height - margin + 24;
  put(siteName, 400, 25, palette.softInk);
  const { width, height } = cardSize;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">`,
    `<title id="title">${escaped(cardText({ heading, lines, ...(method && { method }) }))}</title>`,
    `<defs>${[...outlines].map(([id, path]) => `<path id="${id}" d="${path}"/>`).join('')}</defs>`,
    `<rect width="${width}" height="${height}" fill="${palette.paper}"/>`,
    `<rect width="${bar}" height="${height}" fill="${hue}"/>`,
    ...drawn,
    '</svg>',
    '',
  ].join('\n');
}

/** What a card says, for its alternative text. */
export function cardText({ heading, method, lines }: Card): string {
  return [...(method === undefined ? [] : [`${method.name}.`]), heading, ...lines, `${siteName}.`]
    .map((part) => (/[.?!]$/.test(part) ? part : `${part}.`))
    .join(' ');
}

function fittedHeading(
  heading: string,
  typeset: Typesetter,
): { readonly size: number; readonly wrapped: readonly string[] } {
  const tries = headingSizes.map((size) => {
    const widthOf = (text: string) => typeset(text, 600, size).width;
    return { size, wrapped: balancedText(heading, room, widthOf) };
  });
  const fitting = tries.find(({ wrapped }) => wrapped.length <= mostHeadingLines);
  const smallest = tries.at(-1);
  const found = fitting ?? smallest;
  if (found === undefined) throw new RangeError('There is no size for the heading of a card.');
  return found;
}

/** Breaks a text into lines of at most a width; a word that is wider has a line of its own. */
export function wrappedText(
  text: string,
  width: number,
  widthOf: (text: string) => number,
): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

/** Breaks a text into as few lines as a width allows, and makes them about equally long. */
function balancedText(
  text: string,
  width: number,
  widthOf: (text: string) => number,
): readonly string[] {
  let best = wrappedText(text, width, widthOf);
  for (let tried = width - 20; tried > width / 3; tried -= 20) {
    const lines = wrappedText(text, tried, widthOf);
    if (lines.length > best.length) break;
    best = lines;
  }
  return best;
}

/** Cuts a text at a word so that it fits a width, and marks the cut with an ellipsis. */
export function shortened(text: string, width: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= width) return text;
  const words = text.split(' ');
  while (words.length > 1) {
    words.pop();
    const cut = `${words.join(' ')} …`;
    if (widthOf(cut) <= width) return cut;
  }
  return '…';
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
