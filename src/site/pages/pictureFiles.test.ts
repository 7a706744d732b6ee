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

/** Reads a document as strictly as XML requires, and returns its element names. */
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

/** What a picture that stands alone must be; empty for one that is. */
function faultsOf(svg: string): readonly string[] {
  const allowed = new Set(['a', 'desc', 'g', 'path', 'polygon', 'rect', 'svg', 'text', 'title']);
  const needed = [
    /<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+" [^>]*viewBox="0 0 \d+ \d+" role="list"/,
    /<title id="title">[^<]+<\/title><desc id="description">[^<]+<\/desc>/,
  ];
  return [
    ...elementsOf(svg).filter((name) => !allowed.has(name)),
    ...(svg.match(/\s(?:style|class|data-\w+|on\w+)=|var\(|url\(/g) ?? []),
    ...needed.filter((form) => !form.test(svg)).map(String),
  ];
}

/** The nodes of a picture, each with whether it leads to its page. */
function linksOf(svg: string, from: string): readonly { href: string; isRight: boolean }[] {
  return [...svg.matchAll(/<a href="([^"]*)" aria-label="([^"]*)"/g)].map(
    ([, href = '', label = '']) => {
      const address = new URL(href, new URL(from, 'https://example.org/okta-guide/'));
      const state = stateFromPathname(address.pathname, '/okta-guide/');
      const isNamed = label.includes(labels.nodes[state?.walk.node ?? 'oauth']);
      return { href, isRight: href !== '' && state?.exact === true && isNamed };
    },
  );
}

const sites = [
  ['relative', ''],
  ['absolute', 'https://docs.example.com/okta-guide/'],
] as const;

describe.each(names)('%s of a result', (name) => {
  test.each(results)('is well-formed and needs no style sheet, script or HTML: %s', (_, walk) => {
    expect(faultsOf(pictureFiles(walk, '')[name])).toEqual([]);
  });

  test.each(sites)('leads from every node to its page, with %s addresses', (_, site) => {
    for (const [, walk] of results) {
      const links = linksOf(pictureFiles(walk, site)[name], pathOf(walk.answers));
      expect(links).toHaveLength(walk.answers.length + 1);
      expect(links.every(({ isRight }) => isRight)).toBe(true);
      expect(links.every(({ href }) => href.startsWith('https:') === (site !== ''))).toBe(true);
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
    expect(faultsOf(decisionPicture(''))).toEqual([]);
  });

  // The first question is the current page, so it leads nowhere else.
  test.each(sites)('leads from every node to its page, with %s addresses', (_, site) => {
    const links = linksOf(decisionPicture(site), '');
    expect(links).toHaveLength(nodeCount);
    expect(links.every(({ isRight }) => isRight)).toBe(true);
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
