import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { parseFragment, serialize } from 'parse5';
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';

import {
  pageHtml,
  withBareAttributes,
  withoutImpliedEndTags,
  withPlainQuotes,
} from './pageHtml.ts';
import { embedStatePages, embedViewPages, type Page, plainPages, statePages } from './pages.ts';
import { siteFiles } from './prerender.tsx';

/** What a parser makes of the references that React writes. */
const decoded = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

test('whatever a text and an attribute hold, they read the same with plain quotation marks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, text) => {
      const html = withPlainQuotes(
        renderToStaticMarkup(createElement('p', { title }, createElement('code', null, text))),
      );
      const [, readTitle = '', readText = ''] =
        /^<p title="([^"]*)"><code>([^<]*)<\/code><\/p>$/.exec(html) ?? [];
      expect({ title: decoded(readTitle), text: decoded(readText) }).toEqual({ title, text });
      expect(readText).not.toContain('&quot;');
    }),
  );
});

test('a parser reads the same without the quotation marks that a value does not need', () => {
  const markOnly = fc.constantFrom(
    '/',
    '/guide/',
    '#why',
    '',
    '"',
    "'",
    '>',
    '`',
    '=',
    ' ',
    '&',
    'ü/',
  );
  const value = fc.oneof(markOnly, fc.string(), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(value, value, value, (title, href, text) => {
      const html = renderToStaticMarkup(
        createElement(
          'p',
          { title, className: 's' },
          createElement('a', { href, title }, text),
          createElement('input', { title, value: href, readOnly: true }),
          createElement('svg', null, createElement('path', { d: 'M1,2', id: title })),
        ),
      );
      expect(serialize(parseFragment(withBareAttributes(html)))).toBe(
        serialize(parseFragment(html)),
      );
    }),
  );
  expect(withBareAttributes('<a class="s" href="/guide/">“class="s"”</a>')).toBe(
    '<a class=s href=/guide/>“class="s"”</a>',
  );
});

/** With script, a `<noscript>` contains mere text, which nothing shows. */
const readWithoutScript = (html: string): string =>
  serialize(parseFragment(html, { scriptingEnabled: false }));

test('a parser builds the same tree without the end tags that it implies', () => {
  const { block } = fc.letrec<{ block: ReactElement; items: ReactElement[] }>((tie) => {
    const text = fc.string({ maxLength: 5 });
    const phrase = fc.tuple(fc.constantFrom('span', 'a', 'code', 'button'), text);
    const paragraph = fc
      .tuple(text, fc.array(phrase, { maxLength: 2 }))
      .map(([words, phrases]) =>
        createElement(
          'p',
          null,
          words,
          ...phrases.map(([tag, inner]) => createElement(tag, null, inner)),
        ),
      );
    const holding = (tags: readonly string[]) =>
      fc
        .tuple(fc.constantFrom(...tags), tie('items'))
        .map(([tag, items]) => createElement(tag, { className: 'stack' }, ...items));
    const list = (tag: string, itemTags: readonly string[]) =>
      fc
        .array(
          fc.oneof(
            holding(itemTags),
            fc
              .tuple(fc.constantFrom(...itemTags), text)
              .map(([item, words]) => createElement(item, null, words)),
          ),
          { maxLength: 3 },
        )
        .map((items) => createElement(tag, null, ...items));
    const grouped = list('div', ['dt', 'dd']).map((group) =>
      createElement('dl', null, group, group),
    );
    return {
      items: fc.array(tie('block'), { maxLength: 3 }),
      block: fc.oneof(
        { maxDepth: 4 },
        paragraph,
        text.map((words) => createElement('h2', null, words)),
        holding([
          'div',
          'section',
          'article',
          'header',
          'details',
          'main',
          'nav',
          'noscript',
          'form',
          'figure',
        ]),
        list('ul', ['li']),
        list('ol', ['li']),
        list('dl', ['dt', 'dd']),
        grouped,
      ),
    };
  });
  fc.assert(
    fc.property(block, (tree) => {
      const html = renderToStaticMarkup(tree);
      expect(readWithoutScript(withoutImpliedEndTags(html))).toBe(readWithoutScript(html));
    }),
    { numRuns: 500 },
  );
  expect(withoutImpliedEndTags('<ul><li><p>One</p></li><li>Two</li></ul>')).toBe(
    '<ul><li><p>One<li>Two</ul>',
  );
});

describe('a page’s link to its oEmbed response', () => {
  const template = '<head><!--head--></head>';
  const scripts = {
    embedPage: '',
    embedIsland: undefined,
    embedLab: undefined,
    plainPage: '',
    auditWorker: '/worker.js',
    handoutStyle: '',
    loader: '',
  };
  const linkOf = (page: Page, origin: string): string | undefined => {
    const drawn = { page, title: 'A title', description: '', body: '' };
    const settings = { base: '/okta-guide/', origin, repository: '' };
    const html = pageHtml(template, drawn, settings, '', scripts);
    return /<link rel="alternate" type="application\/json\+oembed" href="([^"]*)"/.exec(html)?.[1];
  };

  test('is the same from the full page and from the one that is made to be framed', () => {
    const files = siteFiles({
      base: '/okta-guide/',
      origin: 'https://docs.example',
      repository: '',
    });
    const written = new Set(files.map(({ path }) => `https://docs.example/okta-guide/${path}`));
    for (const [index, page] of statePages.entries()) {
      const framed = embedStatePages[index];
      const link = linkOf(page, 'https://docs.example');
      expect(written).toContain(link);
      expect(framed && linkOf(framed, 'https://docs.example')).toBe(link);
    }
  });

  test('is absent where the site’s address is not known, and from pages that are no state', () => {
    for (const page of [...statePages, ...embedStatePages]) {
      expect(linkOf(page, '')).toBeUndefined();
    }
    for (const page of [...plainPages, ...embedViewPages]) {
      expect(linkOf(page, 'https://docs.example')).toBeUndefined();
    }
  });
});
