import { describe, expect, test } from 'vitest';

import { siteSettings } from './siteSettings.ts';

describe('the three variables of the build', () => {
  test('nothing set means the root of a host without a known address', () => {
    expect(siteSettings({})).toEqual({ base: '/', origin: '', repository: '' });
  });

  test('a base path and an address are taken as they are', () => {
    expect(
      siteSettings({ SITE_BASE: '/okta-guide/', SITE_URL: 'https://example.org/okta-guide/' }),
    ).toEqual({ base: '/okta-guide/', origin: 'https://example.org', repository: '' });
  });

  test.each(['okta-guide', '/okta-guide', 'https://example.org/', '//', '/a b/', '/"/'])(
    'a base that cannot be one is refused with what it must look like: %s',
    (base) => {
      expect(() => siteSettings({ SITE_BASE: base })).toThrow(/begin and end with a slash/);
    },
  );

  test.each(['example.org', 'ftp://example.org', 'javascript:alert(1)'])(
    'an address that is none of the web is refused: %s',
    (url) => {
      expect(() => siteSettings({ SITE_URL: url })).toThrow(/absolute address/);
    },
  );

  test('the address of a repository is taken without its last slash', () => {
    const { repository } = siteSettings({ SITE_REPOSITORY: 'https://code.example/guide/' });
    expect(repository).toBe('https://code.example/guide');
    expect(() => siteSettings({ SITE_REPOSITORY: 'git@code.example:guide' })).toThrow(
      /SITE_REPOSITORY.*absolute address/,
    );
  });
});
