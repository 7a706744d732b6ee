import * as fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';

import { isAtQuestion } from '#guide/nodeKind.ts';
import { allWalks } from '#guide/walks.ts';
import { pathOf } from '#share/address.ts';

import { linkedPicture, markdownAddress, markdownText, readmeCard } from './readmeCard.ts';

const sites = fc.constantFrom(
  'https://guide.example/',
  'https://docs.example/okta-(guide)/',
  'https://docs.example/a "b" <c> & d/',
);
const results = allWalks().filter((walk) => !isAtQuestion(walk));
const questions = allWalks().filter(isAtQuestion);

/** What a parser of HTML makes of the references that we write. */
const decoded = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const picture =
  /^<p>\n {2}<a href="([^"]*)">\n {4}<picture>\n {6}<source media="\(prefers-color-scheme: dark\)" srcset="([^"]*)">\n {6}<img src="([^"]*)" alt="([^"]*)" width="(\d+)">\n {4}<\/picture>\n {2}<\/a>\n<\/p>$/;

describe('the card of a result', () => {
  test('is its path in both themes, within a link to its page', () => {
    fc.assert(
      fc.property(sites, fc.constantFrom(...results), (site, { answers }) => {
        const block = readmeCard({ site, answers, heading: 'Any' });
        const [, page, dark, light] = (picture.exec(block) ?? []).map(decoded);
        const folder = `${markdownAddress(site)}${pathOf(answers)}`;
        expect({ page, light, dark }).toEqual({
          page: folder,
          light: `${folder}path.svg`,
          dark: `${folder}path-dark.svg`,
        });
      }),
    );
  });

  test('says the path in words, and is as wide as its letters want it', () => {
    const block = readmeCard({
      site: 'https://guide.example/',
      answers: ['oauth.yes', 'audience.ownOrg'],
      heading: 'Any',
    });
    expect(block).toContain(
      'alt="Can it use OAuth 2.0? Yes. Whose org does it call? Our own. So: Service app. Okta API authorization guide."',
    );
    const [, , , , , width] = picture.exec(block) ?? [];
    expect(Number(width)).toBeGreaterThan(120);
    expect(Number(width)).toBeLessThan(250);
  });

  test('stays one block of HTML, also right below a paragraph, and whatever its texts hold', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, text, text, (page, light, dark, alternative) => {
        const block = linkedPicture({ page, light, dark, alternative, width: 146 });
        const [, href = '', srcset = '', src = '', alt = ''] = picture.exec(block) ?? [];
        expect(decoded(alt)).toBe(alternative.replaceAll(/\s+/g, ' '));
        expect([href, srcset, src].map(decoded)).toEqual([page, dark, light].map(markdownAddress));
        for (const around of ['', 'Before.\n', 'Before.\n\n']) {
          const tokens = marked.lexer(`${around}${block}\n\nAfter *it*.\n`);
          const html = tokens.find(({ type }) => type === 'html');
          expect(html?.raw.trimEnd()).toBe(block);
          expect(tokens.at(-1)?.raw).toContain('After *it*.');
        }
      }),
    );
  });
});

test('the card of a question is one picture within one link, whatever the heading is', () => {
  fc.assert(
    fc.property(
      sites,
      fc.constantFrom(...questions),
      fc.string({ unit: 'binary', minLength: 1 }),
      (site, { answers }, heading) => {
        const html = marked.parse(readmeCard({ site, answers, heading }), { async: false });
        expect(html).toMatch(
          /^<p><a href="[^"]*"><img src="[^"]*card\.png" alt="[^"]*"><\/a><\/p>\n$/,
        );
      },
    ),
  );
});

test('no text leaves the description or the address of a picture in Markdown', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.webUrl(), (text, address) => {
      const html = marked.parse(`![x${markdownText(text)}](${markdownAddress(address)})`, {
        async: false,
      });
      expect(html).toMatch(/^<p><img src="[^"]*" alt="[^"]*"><\/p>\n$/);
    }),
  );
});
