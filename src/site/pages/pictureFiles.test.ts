import { describe, expect, test } from 'vitest';

import { labels } from '#diagram/geometry.ts';
import { exitIds, outcomeIds, questionIds } from '#guide/nodeIds.ts';
import { allWalks } from '#guide/walks.ts';
import { pathOf, stateFromPathname } from '#share/address.ts';

import { decisionPicture, pictureFiles } from './pictureFiles.tsx';

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

const names = ['path.svg', 'path-dark.svg'] as const;

/** What a picture that stands alone must be. */
function expectStandalone(svg: string): void {
  const elements = new Set(elementsOf(svg));
  expect([...elements].toSorted()).toEqual(
    ['a', 'desc', 'g', 'path', 'polygon', 'rect', 'svg', 'text', 'title'].toSorted(),
  );
  expect(svg).not.toMatch(/\s(?:style|class|data-\w+|on\w+)=|var\(|url\(/);
  expect(svg).toMatch(
    /<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+" [^>]*viewBox="0 0 \d+ \d+" role="list"/,
  );
  expect(svg).toMatch(/<title id="title">[^<]+<\/title><desc id="description">[^<]+<\/desc>/);
}

/** Every node of a picture must lead to its page. */
function expectLinks(svg: string, count: number, from: string, site: string): void {
  const links = [...svg.matchAll(/<a href="([^"]*)" aria-label="([^"]*)"/g)];
  expect(links).toHaveLength(count);
  for (const [, href = '', label = ''] of links) {
    expect(href).not.toBe('');
    expect(href.startsWith('https:')).toBe(site !== '');
    const address = new URL(href, new URL(from, 'https://example.org/okta-guide/'));
    const state = stateFromPathname(address.pathname, '/okta-guide/');
    expect(state?.exact).toBe(true);
    expect(label).toContain(labels.nodes[state?.walk.node ?? 'oauth']);
  }
}

const sites = [
  ['relative', ''],
  ['absolute', 'https://docs.example.com/okta-guide/'],
] as const;

describe.each(names)('%s of a result', (name) => {
  test.each(results)('is well-formed and needs no style sheet, script or HTML: %s', (_, walk) => {
    expectStandalone(pictureFiles(walk, '')[name]);
  });

  test.each(sites)('leads from every node to its page, with %s addresses', (_, site) => {
    for (const [, walk] of results) {
      expectLinks(
        pictureFiles(walk, site)[name],
        walk.answers.length + 1,
        pathOf(walk.answers),
        site,
      );
    }
  });

  test('differs from result to result', () => {
    expect(new Set(results.map(([, walk]) => pictureFiles(walk, '')[name])).size).toBe(
      results.length,
    );
  });
});

describe('the picture of the whole decision', () => {
  test('is well-formed and needs no style sheet, script or HTML', () => {
    expectStandalone(decisionPicture(''));
  });

  // The first question is where one is, and leads nowhere else.
  test.each(sites)('leads from every node to its page, with %s addresses', (_, site) => {
    expectLinks(decisionPicture(site), nodeCount, '', site);
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
