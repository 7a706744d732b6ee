import { beforeAll, describe, expect, test } from 'vitest';

import { outcomeIds } from '#guide/nodeIds.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import { pageIslands } from '#app/islands/pageIslands.ts';
import { glossaryPath } from '#screens/glossary/glossaryPath.ts';
import { handbookPath, requestsPath } from '#screens/handbook/handbookPaths.ts';
import { billOfMaterialsPath, licencesPath } from '#screens/handbook/softwareFiles.ts';
import { fragmentChoicesOf } from '#screens/snippets/fragmentChoicesOf.ts';
import { windowsCurlAnchor, windowsCurlTitle } from '#screens/snippets/WindowsCurl.tsx';
import { labFragment } from '#share/labLink.ts';
import { readLabLink } from '#share/readLabLink.ts';
import { curl } from '#snippets/curl/curl.ts';
import { handsOnPath } from '#workshop/handsOn/handsOnPath.ts';
import { workshopFilePath } from '#workshop/file/workshopFilePath.ts';

import { cardFolder } from '../cards/pageCard.ts';
import { pages } from './pages.ts';
import { pageCards, prerenderPage, type PrerenderedPage, siteFiles } from './prerender.tsx';

const settings = { base: '/okta-guide/', origin: '', repository: '' };
let drawn: readonly PrerenderedPage[] = [];
let files: ReadonlySet<string> = new Set();

beforeAll(() => {
  drawn = pages.map((page) => prerenderPage(page, settings));
  files = new Set(siteFiles(settings).map(({ path }) => path));
});

/** Links of the pages themselves name no operations of the catalogue. */
const labLinkOf = async (fragment: string) =>
  readLabLink(fragment, fragmentChoicesOf([]), async () => ({ operations: [], refused: [] }));

/** What published links to a result name, whether it is still said there or in the handbook. */
const formerSections = [
  'why',
  'next',
  'request',
  'picture',
  'set-up',
  'troubles',
  'others',
  'change',
  'layers',
  'more',
  'record',
  'your-answers',
  'sources',
];

const bodyAt = (path: string): string => drawn.find(({ page }) => page.path === path)?.body ?? '';

const idsIn = (body: string): ReadonlySet<string | undefined> =>
  new Set([...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));

describe('every page, as it is without script', () => {
  test('has exactly one main heading and a title of its own words', () => {
    for (const { body, title } of drawn) {
      expect(body.match(/<h1/g)).toHaveLength(1);
      expect(title).toMatch(/^.{8,} – Okta API authorization guide$/);
    }
  });

  test('links only to pages, files and anchors that exist', async () => {
    const known = new Set([
      'favicon.svg',
      'embed.v1.schema.json',
      licencesPath,
      billOfMaterialsPath,
      workshopFilePath,
      ...pages.map(({ path }) => path),
      ...files,
    ]);
    const idsByPath = new Map(drawn.map(({ page, body }) => [page.path, idsIn(body)]));
    for (const { body, page } of drawn) {
      const ids = idsIn(body);
      for (const [, href = ''] of body.matchAll(/ href="([^"]+)"/g)) {
        const [path, anchor] = href.split('#');
        const link = `${page.path} -> ${href}`;
        if (path === '') expect(ids, link).toContain(anchor);
        else if (href.startsWith('/')) {
          const target = path?.slice(settings.base.length) ?? '';
          expect(known, link).toContain(target);
          const targetIds = idsByPath.get(target);
          if (anchor?.startsWith('lab=') === true) {
            const fragment = `#${anchor.replaceAll('&amp;', '&')}`;
            const { choice, refused } = await labLinkOf(fragment);
            expect(refused, link).toEqual([]);
            expect(labFragment(choice), link).toBe(fragment);
          } else if (
            anchor !== undefined &&
            !/^(v|add|find|lab)=/.test(anchor) &&
            targetIds !== undefined
          ) {
            expect(targetIds, link).toContain(anchor);
          }
        } else if (href.startsWith('./')) {
          expect(known, link).toContain(page.path + href.slice(2));
        } else expect(href).toMatch(/^https:\/\//);
      }
    }
  });

  test('holds no inline script, style or event handler, which the policy would block', () => {
    for (const { body } of drawn) expect(body).not.toMatch(/<script|<style| style="| on[a-z]+="/);
  });

  test('uses no id twice', () => {
    for (const { body, page } of drawn) {
      const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
      expect({ page: page.path, repeated }).toEqual({ page: page.path, repeated: [] });
    }
  });

  test('opens the sources of a statement on the page itself', () => {
    for (const { body, page } of drawn) {
      const opened = new Set(
        [...body.matchAll(/ popover="auto" id="([^"]+)"/g)].map(([, id]) => id),
      );
      const marks = new Set([...body.matchAll(/ popoverTarget="([^"]+)"/g)].map(([, id]) => id));
      expect({ page: page.path, opened: [...opened] }).toEqual({
        page: page.path,
        opened: [...marks],
      });
      const cited = [...body.matchAll(/ data-sources="([^"]+)"/g)].flatMap(([, places = '']) =>
        places.split(' '),
      );
      const listed = new Set([...body.matchAll(/ id="source-(\d+)"/g)].map(([, place]) => place));
      expect({ page: page.path, missing: cited.filter((place) => !listed.has(place)) }).toEqual({
        page: page.path,
        missing: [],
      });
    }
  });

  test('names every option of its question, and the words of its result', () => {
    for (const { body, page } of drawn) {
      if (page.kind === 'outcome' && page.walk.node in outcomes) {
        expect(body).toContain('id="set-up"');
        expect(body).toContain('id="snippet-curl-');
        expect(body).toContain('record.md"');
        expect(body).toContain('record.json"');
      }
      if ('framedWalk' in page && page.framedWalk.node in outcomes) {
        expect(body).toContain('record.md"');
      }
      if (page.kind === 'outcome') {
        for (const anchor of formerSections) expect(body).toContain(`id="${anchor}"`);
      }
    }
  });
});

test('the pages of requests name cURL’s lines for cmd and PowerShell, and lead to each method’s', () => {
  for (const method of outcomeIds) {
    const lines = `href="${settings.base}${requestsPath(method, curl)}#${windowsCurlAnchor}">${windowsCurlTitle}`;
    expect(bodyAt('requests/')).toContain(lines);
    expect(bodyAt(handbookPath(method, 'requests/'))).toContain(lines);
  }
});

test('the page of the tasks leads to the terms that the tasks use, the nonce among them', () => {
  for (const id of ['nonce', 'dpop', 'scope', 'client-secret', 'admin-role']) {
    expect(bodyAt(handsOnPath)).toContain(`href="${settings.base}${glossaryPath}#${id}"`);
  }
});

test('where the site’s address is known, every state answers oEmbed with the page to be framed', () => {
  const named = siteFiles({ base: '/okta-guide/', origin: 'https://docs.example', repository: '' });
  const cards = pageCards().map(
    ({ folder }) => `https://docs.example/okta-guide/${folder}card.png`,
  );
  for (const { path, kind } of pages) {
    if (kind !== 'question' && kind !== 'outcome' && kind !== 'exit') continue;
    const file = named.find((each) => each.path === `${path}oembed.json`);
    const answer = JSON.parse(file?.text ?? '{}') as Record<string, string>;
    expect(answer).toMatchObject({ version: '1.0', type: 'rich' });
    const [, src = ''] = / src="([^"]*)"/.exec(answer['html'] ?? '') ?? [];
    expect(pages.map((page) => `https://docs.example/okta-guide/${page.path}`)).toContain(
      src.replace(/#.*$/, ''),
    );
    expect(src).toContain('/embed/');
    expect(cards).toContain(answer['thumbnail_url']);
  }
});

test('the id of an island is on one page only, and on none for a part that no script may replace', () => {
  for (const { id } of pageIslands) {
    const places = drawn.filter(({ page, body }) => page.kind !== 'embed' && idsIn(body).has(id));
    expect(places.map(({ page }) => page.path)).toHaveLength(1);
  }
});

test('every page that may be shared has a card to be shown with', () => {
  const folders = pageCards().map(({ folder }) => folder);
  for (const page of pages) {
    if (page.kind !== 'embed' && page.kind !== 'notFound') {
      expect(folders).toContain(cardFolder(page));
    }
  }
});

test('beside each result lie its pictures, their texts and its record', () => {
  for (const page of pages) {
    if (page.kind !== 'outcome' && page.kind !== 'exit') continue;
    for (const name of ['path.mmd', 'path.svg', 'path-dark.svg', 'decision.mmd', 'record.md']) {
      expect(files).toContain(`${page.path}${name}`);
    }
  }
});
