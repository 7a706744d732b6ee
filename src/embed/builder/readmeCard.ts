import { pathSentence } from '#diagram/pathChart.ts';
import { pathGeometry } from '#diagram/pathGeometry.ts';
import { pathLayout } from '#diagram/pathLayout.ts';
import type { Answer } from '#guide/questions.ts';
import { replay } from '#guide/replay.ts';
import { htmlAttribute } from '#record/markdownText.ts';
import { pathOf } from '#share/address.ts';
import { cardPathOf } from '#share/cardAddress.ts';

/** What the card of a state is made from. */
interface CardChoice {
  /** Absolute address of the guide, ends with `/`. */
  readonly site: string;
  readonly answers: readonly Answer[];
  /** The heading of the state. */
  readonly heading: string;
}

const guideName = 'Okta API authorization guide';

/**
 * Returns Markdown that stands in for the guide where neither frames nor scripts are allowed: for a
 * result, its path as a picture, light and dark; for a question, its card. Both link to the page.
 */
export function readmeCard({ site, answers, heading }: CardChoice): string {
  const { walk } = replay(answers);
  const page = `${site}${pathOf(answers)}`;
  if (walk.kind === 'question') {
    const alternative = `${heading}${/[.?!]$/.test(heading) ? '' : '.'} ${guideName}.`;
    return `[![${markdownText(alternative)}](${markdownAddress(`${site}${cardPathOf(walk)}`)})](${markdownAddress(page)})`;
  }
  return linkedPicture({
    page,
    light: `${page}path.svg`,
    dark: `${page}path-dark.svg`,
    alternative: `${pathSentence(walk)} ${guideName}.`,
    // At its own size its letters are as large as those of the text around it.
    width: pathLayout(walk, pathGeometry).width,
  });
}

interface LinkedPicture {
  /** Where the picture leads. */
  readonly page: string;
  /** Addresses of the picture for each theme. */
  readonly light: string;
  readonly dark: string;
  readonly alternative: string;
  /** In CSS pixels. */
  readonly width: number;
}

/**
 * Writes a picture that follows the reader's theme, within a link, as HTML for Markdown. A
 * paragraph may come right before it. Nothing in it is read as Markdown, because none of its lines
 * is blank.
 *
 * @see https://spec.commonmark.org/0.31.2/#html-blocks
 */
export function linkedPicture({ page, light, dark, alternative, width }: LinkedPicture): string {
  return [
    '<p>',
    `  <a href="${addressAttribute(page)}">`,
    '    <picture>',
    `      <source media="(prefers-color-scheme: dark)" srcset="${addressAttribute(dark)}">`,
    `      <img src="${addressAttribute(light)}" alt="${textAttribute(alternative)}" width="${width}">`,
    '    </picture>',
    '  </a>',
    '</p>',
  ].join('\n');
}

const textAttribute = (text: string): string => htmlAttribute(text.replaceAll(/\s+/g, ' '));

const addressAttribute = (address: string): string => htmlAttribute(markdownAddress(address));

/** Encodes a text for the description of a picture in Markdown. @see https://spec.commonmark.org/0.31.2/#backslash-escapes */
export function markdownText(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[!#&*<>[\\\]_`|~]/g, '\\$&');
}

/** Encodes an address for Markdown's round brackets, and for lists of addresses. */
export function markdownAddress(address: string): string {
  return address.replaceAll(/[()<>\\\s]/g, (character) => encodedCharacter(character));
}

/** `encodeURIComponent` leaves round brackets as they are. */
const encodedCharacter = (character: string): string =>
  /[()]/.test(character)
    ? `%${character.charCodeAt(0).toString(16).toUpperCase()}`
    : encodeURIComponent(character);
