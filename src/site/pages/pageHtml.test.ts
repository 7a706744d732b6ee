import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import fc from 'fast-check';

import { withPlainQuotes } from './pageHtml.ts';

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
