import { expect, test } from 'vitest';

import { withOutsideTargets } from './embedLinks.ts';

test.each(['<a href="#sources">1</a>', '<a class="x" href="/a/embed/oauth-yes/">Yes</a>'])(
  'a link of the walk stays in the frame: %s',
  (html) => expect(withOutsideTargets(html, '/a/')).toBe(html),
);

test.each([
  '<a href="https://example.com/">Okta</a>',
  '<a class="x" href="/a/guide/oauth-yes/">Full</a>',
])('a link that leads out opens in a tab of its own: %s', (html) =>
  expect(withOutsideTargets(html, '/a/')).toMatch(/^<a target="_blank" .*href=/),
);
