import { expect, test } from 'vitest';

import { offlineAddress, offlineTier } from './offlineTier.ts';
import { pages } from '../pages/pages.ts';

const fileOf = (path: string): string =>
  path === '' || path.endsWith('/') ? `${path}index.html` : path;

test('every page that stands for itself is kept, the workshop and the first question at once', () => {
  for (const page of pages) {
    const tier = offlineTier(fileOf(page.path), false);
    if (page.kind === 'embed') expect(tier, page.path).toBeUndefined();
    else expect(tier, page.path).toMatch(/^(core|rest)$/);
    if (page.path === '' || page.path.startsWith('workshop/')) expect(tier, page.path).toBe('core');
  }
});

test('what only others need, or what was not opened, is not kept', () => {
  for (const path of [
    'guide/oauth-yes/card.png',
    'guide/oauth-yes/audience-ownOrg/list-groups.py',
    'embed/1.0.0/embed.js',
    'embed/guide/oauth-yes/index.html',
    'assets/embedPage-x.js',
    '_headers',
    'sbom.cdx.json',
    'index.md',
    'compare/index.md',
    'llms.txt',
    'assistants/okta-api-authorization/SKILL.md',
    'sw.js',
    'sw-off.js',
  ]) {
    expect(offlineTier(path, false), path).toBeUndefined();
  }
  expect(offlineTier('assets/elk-x.js', true)).toBe('opened');
  expect(offlineTier('mermaid-frame/index.html', false)).toBe('opened');
  expect(offlineTier('assets/parts-x.js', false)).toBe('core');
  expect(offlineTier('guide/oauth-yes/audience-ownOrg/record.md', false)).toBe('rest');
  expect(offlineTier('licences.txt', false)).toBe('rest');
  expect(offlineTier('take-along/workshop.html', false)).toBe('rest');
  // A host that redirects it must not hold up what everything needs.
  expect(offlineTier('404.html', false)).toBe('rest');
});

test('a page is asked for by its folder', () => {
  expect(offlineAddress('index.html')).toBe('');
  expect(offlineAddress('workshop/index.html')).toBe('workshop/');
  expect(offlineAddress('404.html')).toBe('404.html');
});
