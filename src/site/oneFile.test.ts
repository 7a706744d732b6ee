import { createHash } from 'node:crypto';

import { expect, test } from 'vitest';

import { oneFile } from './oneFile.ts';
import { headerForm } from './policy/contentSecurityPolicy.ts';

const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const { html: page, policy: headers } = oneFile({
  title: 'A page',
  body: '<p>body</p>',
  site: '',
  script: 'const text = "</script><!-- </SCRIPT>"; window.found = text;',
  style: 'p::after { content: "</style>" }',
  licences: 'A licence of <one@example.org>',
});

test('the policy allows exactly the script and the style that are in the file', () => {
  const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
  const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/gi)].map(([, text = '']) => text);
  const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/gi)].map(([, text = '']) => text);
  expect(scripts).toHaveLength(1);
  expect(styles).toHaveLength(1);
  expect(policy).toContain(`script-src ${hash(scripts[0] ?? '')};`);
  expect(policy).toContain(`style-src ${hash(styles[0] ?? '')};`);
  expect(policy).not.toMatch(/unsafe|'self'|https?:/);
  // As a header, it also says who may frame the file.
  expect(headerForm(headers)).toBe(`${policy}; frame-ancestors 'none'`);
});

test('a text that would end the script early keeps its meaning', () => {
  const [, script = ''] = /<script>([\s\S]*?)<\/script>/i.exec(page) ?? [];
  const found: { found?: string } = {};
  // oxlint-disable-next-line typescript/no-implied-eval -- the script of this test itself
  new Function('window', script)(found);
  expect(found.found).toBe('</script><!-- </SCRIPT>');
});
