import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { parsePlace } from './keptPlace.ts';

describe('a place that was kept on the device', () => {
  test('is a state of the guide, with its values', () => {
    expect(parsePlace('/guide/oauth-yes/#v=1&org=acme.okta.com', '/')).toEqual({
      answers: ['oauth.yes'],
      fragment: '#v=1&org=acme.okta.com',
      address: '/guide/oauth-yes/#v=1&org=acme.okta.com',
    });
  });

  test('is the last state that still fits, without an anchor', () => {
    expect(parsePlace('/guide/oauth-yes/audience-nobody/#sources', '/')?.address).toBe(
      '/guide/oauth-yes/',
    );
  });

  test.each([
    undefined,
    '',
    '/',
    '/#v=1&org=acme.okta.com',
    '/compare/',
    '/elsewhere/guide/oauth-yes/',
  ])('is none where nothing was answered: %s', (text) => {
    expect(parsePlace(text, '/')).toBeUndefined();
  });

  test('leads out of the site from no text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.webPath().map((path) => `//host${path}`),
        ),
        (text) => {
          expect(parsePlace(text, '/')?.address ?? '/').toMatch(/^\/(?!\/)/);
        },
      ),
    );
  });
});
