import { htmlAttribute } from '#record/markdownText.ts';

import { paddingOfRoom, heightOfRoom } from '../room.ts';
import {
  attributesOf,
  type EmbedChoice,
  frameAddress,
  frameTitle,
  fullAddress,
  loaderAddress,
} from './embedChoice.ts';

/**
 * Encodes a text for an attribute in double quotes, or for content, of HTML that also passes through a
 * generator: no braces, which Vue and Hugo take for code, and no line breaks, which end HTML in Markdown.
 */
export function markupText(text: string): string {
  return htmlAttribute(text)
    .replaceAll('\0', '\uFFFD')
    .replaceAll(
      // oxlint-disable-next-line no-control-regex -- control characters are what must not pass
      /[{}\u0001-\u001f\u007f\u0085\u2028\u2029]/g,
      (character) => `&#${character.charCodeAt(0)};`,
    );
}

/** The loader's script. */
export const scriptMarkup = (choice: EmbedChoice): string =>
  [
    '<script',
    '  defer',
    `  src="${markupText(loaderAddress(choice))}"`,
    `  integrity="${choice.release.integrity}"`,
    '  crossorigin="anonymous"',
    '></script>',
  ].join('\n');

/** The element, with reserved room until its script runs, and a link in case the script does not run. */
export function elementMarkup(choice: EmbedChoice): string {
  return [
    '<okta-auth-guide',
    ...attributesOf(choice).map(([name, value]) => `  ${name}="${markupText(value)}"`),
    `  style="display:block;width:100%;padding-bottom:${paddingOfRoom(choice.heights)}"`,
    '>',
    `  <a href="${markupText(fullAddress(choice))}">${markupText(choice.heading)}</a>`,
    '</okta-auth-guide>',
  ].join('\n');
}

/** The element for Markdown, which accepts only known block elements as a block of HTML. */
export const elementInMarkdown = (choice: EmbedChoice): string =>
  `<div>\n${elementMarkup(choice)}\n</div>`;

/** A plain frame. Its style sets the height too, because hosts' styles override the attribute. */
export function frameMarkup(choice: EmbedChoice): string {
  return [
    '<div style="container-type:inline-size;width:100%">',
    '<iframe',
    `  src="${markupText(frameAddress(choice))}"`,
    `  title="${frameTitle}"`,
    '  width="100%"',
    // For browsers without units of a container.
    `  height="${choice.heights[720]}"`,
    '  loading="lazy"',
    `  style="width:100%;height:${heightOfRoom(choice.heights)};border:0"`,
    '></iframe>',
    '</div>',
  ].join('\n');
}
