import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { hostileFragments } from './hostileText.ts';
import { parseOrgDomain } from './orgDomain.ts';

describe('parseOrgDomain', () => {
  test.each([
    'integrator-1234567.okta.com',
    'dev-1234567.okta.com',
    'acme.oktapreview.com',
    'acme.okta-emea.com',
    'acme.okta-gov.com',
    'my_test_okta_org.oktapreview.com',
    'id.example.com',
    'login.acme.co.uk',
    'xn--bcher-kva.example',
  ])('accepts %s as it is', (domain) => {
    expect(parseOrgDomain(domain)).toEqual({ ok: true, value: domain });
  });

  test.each([
    ['ACME.Okta.COM', 'acme.okta.com', /Capital letters/],
    ['https://acme.okta.com', 'acme.okta.com', /scheme/],
    ['http://acme.okta.com/', 'acme.okta.com', /scheme/],
    ['//acme.okta.com', 'acme.okta.com', /scheme/],
    ['acme.okta.com/oauth2/default', 'acme.okta.com', /after the host/],
    ['acme.okta.com?x=1', 'acme.okta.com', /after the host/],
    ['https://acme.okta.com#@evil.example', 'acme.okta.com', /after the host/],
    [
      'https://acme.okta.com/login?state=gR7xT2bLq9ZpW4vKcY8mHs3NdJ6fEaU1oQ5iXtBk',
      'acme.okta.com',
      /after the host/,
    ],
    ['acme.okta.com.', 'acme.okta.com', /dot at the end/],
    ['  acme.okta.com\n', 'acme.okta.com', /Spaces/],
    ['https://acme-admin.okta.com/admin/dashboard', 'acme.okta.com', /Admin Console/],
    ['acme.okta.com/', 'acme.okta.com', /slash/],
    ['acme.workflows.okta.com', 'acme.okta.com', /org is `acme\.okta\.com`.*Workflows/],
    ['https://Acme.workflows.okta.com/app/', 'acme.okta.com', /scheme.*Everything.*Workflows/],
    ['acme.pam.okta.com', 'acme.okta.com', /org is `acme\.okta\.com`.*Privileged Access/],
    ['acme.pam.oktapreview.com', 'acme.oktapreview.com', /Privileged Access/],
    ['acme-admin.workflows.okta.com', 'acme.okta.com', /Workflows.*Admin Console/],
    ['drapp.acme.okta.com', 'acme.okta.com', /org is `acme\.okta\.com`.*disaster recovery/],
    ['acme-admin.oktapreview.com', 'acme.oktapreview.com', /Admin Console/],
    ['localhost:8443', 'localhost:8443', /look-alike org/],
    ['https://localhost:8443/', 'localhost:8443', /look-alike org/],
  ])('corrects %j to %s and says so', (input, value, note) => {
    expect(parseOrgDomain(input)).toEqual({ ok: true, value, note: expect.stringMatching(note) });
  });

  test.each([
    ['', /empty/],
    ['   ', /empty/],
    ['acme', /one word/],
    ['okta.com', /Okta's own site/],
    ['www.okta.com', /Okta's own site/],
    ['developer.okta.com', /Okta's own site/],
    ['workflows.okta.com', /not an org/],
    ['pam.okta.com', /not an org/],
    ['https://login.okta.com/', /not an org/],
    ['workflows.oktapreview.com', /not an org/],
    ['login.workflows.okta.com', /`login\.okta\.com` is Okta's own site/],
    ['workflows-admin.okta.com', /not the host of an org/],
    ['a.b.workflows.okta.com', /one part/],
    ['tenant.eu.auth0.com', /Auth0.*another product/],
    ['https://Tenant.auth0.com/api/v2/', /Auth0.*another product/],
    ['identity.mycompany-dev.auth0.com', /Auth0.*another product/],
    ['auth0.com', /Auth0.*another product/],
    ['-admin.okta.com', /host name/],
    ['a.b.okta.com', /one part/],
    ['acme.okta.com.evil.example', /belongs to `evil\.example`/],
    ['acme.okta.com:8443', /port/],
    ['acme.okta.com:443', /port/],
    ['localhost', /look-alike org/],
    ['localhost:0', /1 to 65535/],
    ['localhost:65536', /1 to 65535/],
    ['localhost:8443@evil.example', /`@`/],
    ['acme.okta.com@evil.example', /`@`/],
    ['https://user:word@acme.okta.com', /`@`/],
    [String.raw`acme.okta.com\.evil.example`, /backslash/],
    ['javascript:alert(1)', /scheme/],
    ['ftp://acme.okta.com', /scheme/],
    ['ácme.okta.com', /xn--/],
    ['acme．okta．com', /xn--/],
    ['acme.okta.com\u202e', /U\+202E/],
    ['ac\u200bme.okta.com', /U\+200B/],
    ['acme.okta.com\nevil', /U\+000A/],
    ['acme.okta.com\0', /U\+0000/],
    ['192.168.0.1', /IP address/],
    ['[::1]', /colon/],
    ['acme..okta.com', /host name/],
    ['acme okta.com', /host name/],
    ['{yourOktaDomain}', /host name/],
    ['-acme.okta.com', /host name/],
    [`${'a'.repeat(64)}.okta.com`, /host name/],
    ['id.example.c0m', /top-level/],
    ['gR7xT2bLq9ZpW4vKcY8mHs3NdJ6fEaU1oQ5iXtBk', /client secret/],
    [`https://acme.okta.com/?t=00${'aB3_'.repeat(10)}`, /API token/],
  ])('refuses %j with a reason', (input, reason) => {
    expect(parseOrgDomain(input)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });

  test('accepts only what a URL parser takes for that very host, and accepts it again unchanged', () => {
    const pieces = fc.oneof(
      fc.constantFrom(
        ...hostileFragments,
        'acme',
        '.',
        'okta.com',
        '-admin',
        'https://',
        ':8443',
        '@',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.stringMatching(/^[A-Za-z0-9-]{1,6}(\.[a-z0-9-]{1,6}){0,2}$/),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 6 }), (texts) => {
        const parsed = parseOrgDomain(texts.join(''));
        if (!parsed.ok) {
          expect(parsed.reason).toMatch(/\.$/);
          return;
        }
        const url = new URL(`https://${parsed.value}/oauth2/v1/token`);
        expect([url.host, url.pathname, url.username]).toEqual([
          parsed.value,
          '/oauth2/v1/token',
          '',
        ]);
        expect(parseOrgDomain(parsed.value)).toMatchObject({ ok: true, value: parsed.value });
      }),
      { numRuns: 500 },
    );
  });
});

test('what it accepts it accepts again: capitals cannot hide what looks like a secret', () => {
  const hidden = 'abcDEF123456abcDEF123456abcDEF123456abcDEF12.okta.com';
  expect(parseOrgDomain(hidden).ok).toBe(parseOrgDomain(hidden.toLowerCase()).ok);
});
