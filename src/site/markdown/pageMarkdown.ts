import { parseFragment } from 'parse5';

import { escapedText } from '#record/markdownText.ts';

import { blocksOf } from './blocks.ts';
import { citedSources } from './citedSources.ts';
import { elementsIn } from './elements.ts';

/**
 * Returns a page as Markdown: what its `<main>` contains, for programs that read. It is made from the page itself, so
 * that the two cannot say different things. Left out are navigation (`nav`), drawings except for what
 * they are called, and what works only with script. Marks become footnotes, whose texts are the page's list of
 * sources.
 *
 * @param body as it stands in the page
 * @param targetOf returns the address that a link has in the Markdown form
 * @param isBeside whether a program is beside the page as a file: then its link stands for it
 */
export function pageMarkdown(
  body: string,
  targetOf: (address: string) => string,
  isBeside: (program: string) => boolean = () => false,
): string {
  const start = body.indexOf('<main');
  const end = body.lastIndexOf('</main>');
  if (start === -1 || end === -1) throw new Error('A page without <main> has no Markdown form.');
  const { childNodes } = parseFragment(body.slice(start, end));
  const sources = citedSources([...elementsIn(childNodes)]);
  const blocks = blocksOf(childNodes, { targetOf, placesOf: sources.placesOf, isBeside });
  const footnotes = sources
    .unlisted()
    .map(({ place, title, url, date }) => `[^${place}]: [${escapedText(title)}](${url}) ${date}`);
  return `${[...titleFirst(blocks), ...(footnotes.length === 0 ? [] : [footnotes.join('\n')])].join('\n\n')}\n`;
}

/** The page's heading in front of what is above it, since a text is known by its first line. */
function titleFirst(blocks: readonly string[]): readonly string[] {
  const title = blocks.find((block) => block.startsWith('# '));
  return title === undefined ? blocks : [title, ...blocks.filter((block) => block !== title)];
}
