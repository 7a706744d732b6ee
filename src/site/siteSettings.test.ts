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
    'an address that is not a web address is refused: %s',
    (url) => {
      expect(() => siteSettings({ SITE_URL: url })).toThrow(/absolute address/);
    },
  );

  test.each([
    'https://example.org;sandbox',
    "https://example.org'none'",
    'https://*.example.org',
    'https://a,b.example',
    'https://a"b.example',
    'https://a$b.example',
  ])('an address whose host would mean something in a policy is refused: %s', (url) => {
    expect(() => siteSettings({ SITE_URL: url })).toThrow(/letters, digits, dots and hyphens only/);
  });

  test.each([
    ['https://example.org:8443/a;b/', 'https://example.org:8443'],
    ['http://[::1]:8080/', 'http://[::1]:8080'],
    ['https://leitfaden-für-okta.example', 'https://xn--leitfaden-fr-okta-d3b.example'],
  ])('a host with a port, in numbers or in other letters is one: %s', (url, origin) => {
    expect(siteSettings({ SITE_URL: url }).origin).toBe(origin);
  });

  test('an address with a password in it is refused, and the reason does not repeat it', () => {
    for (const name of ['SITE_URL', 'SITE_REPOSITORY']) {
      const settings = () => siteSettings({ [name]: 'https://ada:hunter2@code.example/guide' });
      expect(settings).toThrow(`${name} contains a user name or a password`);
      expect(settings).not.toThrow(/hunter2/);
    }
  });

  test('the address of a repository is taken without its last slash', () => {
    const { repository } = siteSettings({ SITE_REPOSITORY: 'https://code.example/guide/' });
    expect(repository).toBe('https://code.example/guide');
    expect(() => siteSettings({ SITE_REPOSITORY: 'git@code.example:guide' })).toThrow(
      /SITE_REPOSITORY.*absolute address/,
    );
  });
});
