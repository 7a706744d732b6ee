import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { certainSecretLike, secretLike } from './secretLike.ts';

const alphabet = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-');
const base64url = (length: number) =>
  fc
    .array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length })
    .map((characters) => characters.join(''));

describe('secretLike', () => {
  test('knows an API token by its shape, wherever it is', () => {
    fc.assert(
      fc.property(
        base64url(40),
        fc.constantFrom(
          ['', ''],
          ['SSWS ', ''],
          ['Authorization: SSWS ', '\r\n'],
          ['?token=', '&a'],
          ['\u200b', ' '],
        ),
        (rest, [before, after]) => {
          expect(secretLike(`${before}00${rest}${after}`)).toContain('API token');
        },
      ),
    );
  });

  test('sees a token through invisible characters', () => {
    expect(secretLike(`00abcdefghijklm\u200bnopqrstuvwxyzABCDEFGHIJKLMN`)).toContain('API token');
  });

  test('knows a client secret: 40 to 64 random characters', () => {
    // Very regular samples are possible and look like words; random ones this long do not.
    const random = fc
      .integer({ min: 40, max: 64 })
      .chain(base64url)
      .filter((text) => new Set(text).size > 20 && /[a-z]/.test(text) && /[A-Z]/.test(text));
    const samples = fc.sample(random, { numRuns: 500, seed: 1 });
    const missed = samples.filter((text) => text.length !== 43 && secretLike(text) === undefined);
    expect(missed.length).toBeLessThan(5);
  });

  test.each([
    ['JWT', 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIwb2EifQ.c2lnbmF0dXJl'],
    ['JWT', 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIwb2EifQ.c2lnbmF0dXJl'],
    ['PEM', '-----BEGIN PRIVATE KEY-----\nMIIE'],
    ['PEM', '-----BEGIN RSA PRIVATE KEY----- MIIE'],
    ['private JWK', '{"kty":"EC","crv":"P-256","d":"870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE"}'],
    ['private JWK', "{ d: '870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE', kty: 'EC' }"],
    ['Authorization', 'Basic MG9hZXhhbXBsZTpzZWNyZXQ='],
    ['client secret', 'gR7xT2bLq9ZpW4vKcY8mHs3NdJ6fEaU1oQ5iXtBk'],
    ['client secret', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a0812'],
  ])('knows a %s', (name, text) => {
    expect(secretLike(text)).toContain(name);
  });

  test('never repeats the secret', () => {
    const secret = 'gR7xT2bLq9ZpW4vKcY8mHs3NdJ6fEaU1oQ5iXtBk';
    expect(secretLike(secret)).not.toContain(secret.slice(0, 6));
  });

  test.each([
    '',
    'integrator-1234567.okta.com',
    '0oaexampleclientid00',
    '0oa1a2b3C4d5E6f7G8h9',
    'SIMcCQNY3uwXoW3y0vf6VxiBb5n9pf8L2fK8d-F1bm4',
    '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
    '6fa459ea-ee8a-3ca4-894e-db77e160355e',
    'my-Production-Signing-Key-for-Okta-2026',
    'MyProductionSigningKeyForOktaIn2026',
    'okta.groups.read okta.users.manage',
    'profile.department eq "Engineering" and status eq "ACTIVE"',
    'a'.repeat(10_000),
    'I keep the basic idea of bearer tokens in mind',
  ])('lets %j pass', (text) => {
    expect(secretLike(text)).toBeUndefined();
  });

  test('takes a thumbprint for a key id, but not for a client id', () => {
    const thumbprint = 'SIMcCQNY3uwXoW3y0vf6VxiBb5n9pf8L2fK8d-F1bm4';
    expect(secretLike(thumbprint, 'keyId')).toBeUndefined();
    expect(secretLike(thumbprint, 'clientId')).toContain('secret');
  });
});

describe('certainSecretLike', () => {
  test('lets random text pass, as public keys and page cursors are', () => {
    expect(certainSecretLike('gR7xT2bLq9ZpW4vKcY8mHs3NdJ6fEaU1oQ5iXtBk')).toBeUndefined();
    expect(
      certainSecretLike(`{"kty":"RSA","e":"AQAB","n":"${'xK9'.repeat(100)}"}`),
    ).toBeUndefined();
  });
});
