import { describe, expect, test } from 'vitest';

import { allWalks } from '#guide/walks.ts';

import { standaloneSvg } from './pathPicture.tsx';

const results = allWalks()
  .filter(({ kind }) => kind !== 'question')
  .map((walk) => [walk.answers.join(' '), walk] as const);

/** Reads a document as strictly as XML wants it, and gives its element names. */
function elementsOf(xml: string): readonly string[] {
  const token =
    /<\?[^?]*\?>|<\/([\w-]+)>|<([\w-]+)((?:\s+[\w:-]+="[^"<&]*(?:&(?:\w+|#x?[\da-f]+);[^"<&]*)*")*)\s*(\/?)>|[^<&]+|&(?:amp|lt|gt|quot|#x?[\da-f]+);/gy;
  const open: string[] = [];
  const elements: string[] = [];
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const match = token.exec(xml);
    if (match === null) throw new Error(`Not well-formed at: ${xml.slice(at, at + 60)}`);
    const [, closed, name, , selfClosed] = match;
    if (closed !== undefined && open.pop() !== closed) throw new Error(`Unexpected </${closed}>`);
    if (name !== undefined) {
      elements.push(name);
      if (selfClosed === '') open.push(name);
    }
  }
  if (open.length > 0) throw new Error(`Not closed: ${open.join(' ')}`);
  return elements;
}

describe('the picture of a result as a file', () => {
  test.each(results)('is well-formed and needs no style sheet, script or HTML: %s', (_, walk) => {
    const svg = standaloneSvg(walk);
    const elements = new Set(elementsOf(svg));
    expect([...elements].toSorted()).toEqual(
      ['desc', 'g', 'path', 'polygon', 'rect', 'svg', 'text', 'title'].toSorted(),
    );
    expect(svg).not.toMatch(/\s(?:style|class|data-\w+|on\w+)=|var\(|url\(/);
    expect(svg).toMatch(
      /<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+" viewBox="0 0 \d+ \d+" role="img"/,
    );
    expect(svg).toMatch(/<title id="title">[^<]+<\/title><desc id="description">[^<]+<\/desc>/);
  });

  test('differs from result to result', () => {
    expect(new Set(results.map(([, walk]) => standaloneSvg(walk))).size).toBe(results.length);
  });
});
