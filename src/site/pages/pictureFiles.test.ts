import { describe, expect, test } from 'vitest';

import { labels } from '#diagram/geometry.ts';
import { exitIds, outcomeIds, questionIds } from '#guide/nodeIds.ts';
import { allWalks } from '#guide/walks.ts';
import { pathOf, stateFromPathname } from '#share/address.ts';

import { pictureFiles } from './pictureFiles.tsx';

const results = allWalks()
  .filter(({ kind }) => kind !== 'question')
  .map((walk) => [walk.answers.join(' '), walk] as const);

const nodeCount = questionIds.length + outcomeIds.length + exitIds.length;

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

const names = ['path.svg', 'path-dark.svg', 'decision.svg'] as const;

describe.each(names)('%s of a result', (name) => {
  test.each(results)('is well-formed and needs no style sheet, script or HTML: %s', (_, walk) => {
    const svg = pictureFiles(walk, '')[name];
    const elements = new Set(elementsOf(svg));
    expect([...elements].toSorted()).toEqual(
      ['a', 'desc', 'g', 'path', 'polygon', 'rect', 'svg', 'text', 'title'].toSorted(),
    );
    expect(svg).not.toMatch(/\s(?:style|class|data-\w+|on\w+)=|var\(|url\(/);
    expect(svg).toMatch(
      /<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+" [^>]*viewBox="0 0 \d+ \d+" role="list"/,
    );
    expect(svg).toMatch(/<title id="title">[^<]+<\/title><desc id="description">[^<]+<\/desc>/);
  });

  test.each([
    ['relative', '', new URL('https://example.org/okta-guide/')],
    ['absolute', 'https://docs.example.com/okta-guide/', undefined],
  ])('leads from every node to its page, with %s addresses', (_, site, base) => {
    for (const [, walk] of results) {
      const links = [
        ...pictureFiles(walk, site)[name].matchAll(/<a href="([^"]*)" aria-label="([^"]*)"/g),
      ];
      expect(links).toHaveLength(name === 'decision.svg' ? nodeCount : walk.answers.length + 1);
      for (const [, href = '', label = ''] of links) {
        const address = new URL(href, base && new URL(pathOf(walk.answers), base));
        expect(href.startsWith('https:')).toBe(site !== '');
        const state = stateFromPathname(address.pathname, '/okta-guide/');
        expect(state?.exact).toBe(true);
        expect(label).toContain(labels.nodes[state?.walk.node ?? 'oauth']);
      }
    }
  });

  test('differs from result to result', () => {
    expect(new Set(results.map(([, walk]) => pictureFiles(walk, '')[name])).size).toBe(
      results.length,
    );
  });
});

const withoutColours = (svg: string) => svg.replaceAll(/#[\da-f]{6}/g, '');

test('the dark picture differs from the light one in its colours alone', () => {
  for (const [, walk] of results) {
    const { 'path.svg': light, 'path-dark.svg': dark } = pictureFiles(walk, '');
    expect(dark).not.toBe(light);
    expect(withoutColours(dark)).toBe(withoutColours(light));
  }
});
