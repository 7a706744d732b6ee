import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { defaultValues } from '#snippets/values.ts';
import { secretLike } from '#snippets/secretLike.ts';

import { decodeFragment, encodeFragment, type SharedValues, writeFragment } from './fragment.ts';
import { keptBounds } from './fragmentBounds.ts';

const choices = {
  languages: ['http', 'curl', 'javascript'],
  defaultOperations: ['listGroups'],
  defaultForm: { variant: 'dpop', keyType: 'RSA', request: 'single' },
} as const;
const encode = (values: SharedValues) => encodeFragment(values, choices);
const decode = (fragment: string) => decodeFragment(fragment, choices);

const secrets = {
  'an API token': '00QCjAl4MlV-WPXM-ABCDEFGHIJKLmnopqrst-0123',
  'a JWT': 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIwb2EifQ.c2lnbmF0dXJl',
  'a PEM': '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\n-----END PRIVATE KEY-----',
  'a private JWK': '{"kty":"EC","d":"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}',
  'a client secret': 'pXq3Zr8LkVt2NwYb7MhGc5JdFs9TaEu4RvKxQm6WoPiB1nHy',
};

describe('a fragment that was written by the guide', () => {
  test('has the version first, then the keys in alphabetical order, form-encoded', () => {
    expect(
      encode({
        variant: 'bearer',
        orgDomain: 'acme.okta.com',
        keyId: 'my key+1',
        language: 'curl',
        clientId: '0oa1a2b3c4d5e6f7g8h9',
      }),
    ).toBe(
      '#v=1&client=0oa1a2b3c4d5e6f7g8h9&kid=my+key%2B1&lang=curl&org=acme.okta.com&variant=bearer',
    );
  });

  test('leaves defaults out, and is empty when all are defaults', () => {
    expect(encode({})).toBe('');
    expect(
      encode({
        orgDomain: defaultValues.orgDomain,
        clientId: defaultValues.clientId,
        keyId: defaultValues.keyId,
        language: 'http',
        operations: ['listGroups'],
        variant: 'dpop',
        keyType: 'RSA',
        request: 'single',
      }),
    ).toBe('');
  });

  test('carries what is filled in for each operation, with its place in the list', () => {
    const values: SharedValues = {
      operations: ['listUsers', 'assignUserToGroup', 'addGroup'],
      queryTexts: { limit: '5' },
      laterTexts: {
        assignUserToGroup: { pathTexts: { groupId: '00g1' } },
        addGroup: { queryTexts: { limit: '7' }, body: '' },
      },
    };
    const fragment = encode(values);
    expect(fragment).toBe(
      '#v=1&2.path.groupId=00g1&3.body=&3.query.limit=7&ops=listUsers+assignUserToGroup+addGroup&query.limit=5',
    );
    expect(decode(fragment)?.values).toEqual(values);
    const { values: read, refused } = decode('#v=1&3.body=x&ops=listUsers') ?? {};
    expect(read).toEqual({ operations: ['listUsers'] });
    expect(refused?.map(({ key }) => key)).toEqual(['3']);
    expect(encode({ laterTexts: { addGroup: { body: secrets['a JWT'] } } })).toBe('');
    expect(decode(`#v=1&ops=a+b&2.path.id=${secrets['a client secret']}`)).toMatchObject({
      values: { operations: ['a', 'b'] },
      holdsSecret: true,
    });
  });

  test('is read back as the same values', () => {
    const values = fc.record(
      {
        orgDomain: fc.constantFrom('acme.okta.com', 'id.example.com', 'localhost:8443'),
        clientId: fc.stringMatching(/^[A-Za-z0-9]{6,19}$/),
        keyId: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
        language: fc.constantFrom('curl', 'javascript'),
        variant: fc.constant('bearer' as const),
        keyType: fc.constant('EC' as const),
        request: fc.constant('everything' as const),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(values, (given) => {
        const fragment = encode(given);
        const decoded = decode(fragment);
        // A key id may be refused (invisible characters) or trimmed; then it is left out or trimmed.
        expect(decoded?.refused ?? []).toEqual([]);
        const { keyId: _given, ...others } = given;
        expect(decoded?.values ?? {}).toMatchObject(others);
        expect(encode(decoded?.values ?? {})).toBe(fragment);
      }),
    );
  });

  test('keeps every operation of the catalogue, by its reference', () => {
    for (const { reference } of oktaCatalogue.operations) {
      if (reference === 'listGroups') continue;
      const fragment = encode({ operations: [reference, 'listGroups'] });
      expect(decode(fragment)?.values).toEqual({ operations: [reference, 'listGroups'] });
    }
  });

  test('carries the parts of the request by name', () => {
    const values = {
      operations: ['assignUserToGroup'],
      pathTexts: { groupId: '00g1', userId: 'a b/c' },
      queryTexts: { limit: '50' },
      body: '{"a":1}',
    };
    const fragment = encode(values);
    expect(fragment).toBe(
      '#v=1&body=%7B%22a%22%3A1%7D&ops=assignUserToGroup&path.groupId=00g1&path.userId=a+b%2Fc&query.limit=50',
    );
    expect(decode(fragment)?.values).toEqual(values);
    expect(decode(fragment)?.unknownKeys).toEqual([]);
  });

  test('of a page that shows no operation by itself names the only one that was picked', () => {
    const none = { ...choices, defaultOperations: [] };
    const fragment = encodeFragment({ operations: ['listGroups'] }, none);
    expect(fragment).toBe('#v=1&ops=listGroups');
    expect(decodeFragment(fragment, none)?.values).toEqual({ operations: ['listGroups'] });
    expect(decode(fragment)?.values).toEqual({});
  });

  test('is never longer than what is read: a body that is too long stays at home', () => {
    const fragment = encode({ operations: ['createUser'], body: `"${'é'.repeat(3000)}"` });
    expect(fragment).toBe('#v=1&ops=createUser');
  });

  test('says what it has no room for, and gives the rest', () => {
    const long = 'x'.repeat(1001);
    const values = {
      operations: ['createUser'],
      body: `"${'é'.repeat(3000)}"`,
      queryTexts: { q: long, limit: '5' },
    };
    const { fragment, leftOut } = writeFragment(values, choices);
    expect(fragment).toBe('#v=1&ops=createUser&query.limit=5');
    expect(leftOut).toEqual([
      { key: 'query.q', because: 'length' },
      { key: 'body', because: 'length' },
    ]);
    // What stays in this browser has room for all of it.
    const whole = writeFragment(values, choices, keptBounds);
    expect(whole.leftOut).toEqual([]);
    expect(decodeFragment(whole.fragment, choices, keptBounds)?.values).toEqual(values);
    expect(decode(whole.fragment)?.refused[0]?.key).toBe('v');
  });

  test('says of whatever values which it holds, so that none is missing without a word', () => {
    const texts = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ maxLength: 3000 }), {
      maxKeys: 6,
    });
    fc.assert(
      fc.property(
        fc.record({ pathTexts: texts, queryTexts: texts, body: fc.string({ maxLength: 12_000 }) }),
        (values) => {
          const { fragment, leftOut } = writeFragment(values, choices);
          expect(fragment.length).toBeLessThanOrEqual(10_001);
          const read = decode(fragment);
          const missing = new Set(leftOut.map(({ key }) => key));
          for (const kind of ['path', 'query'] as const) {
            for (const [name, text] of Object.entries(values[`${kind}Texts`])) {
              if (text.trim() === '' || missing.has(`${kind}.${name}`)) continue;
              expect(read?.values[`${kind}Texts`]?.[name]).toBe(text);
            }
          }
          if (!missing.has('body'))
            expect(read?.values.body ?? '').toBe(values.body.trim() === '' ? '' : values.body);
        },
      ),
    );
  });

  test('tells a body that was emptied from one that nobody has touched', () => {
    const emptied = encode({ operations: ['createUser'], body: ' ' });
    expect(emptied).toBe('#v=1&body=&ops=createUser');
    expect(decode(emptied)?.values).toEqual({ operations: ['createUser'], body: '' });
    expect(decode('#v=1&ops=createUser')?.values).toEqual({ operations: ['createUser'] });
  });

  test('holds no secret that was typed into a part of the request', () => {
    for (const secret of Object.values(secrets).slice(0, 4)) {
      const values = { pathTexts: { id: secret }, queryTexts: { q: secret }, body: secret };
      expect(encode(values)).toBe('');
    }
  });
});

describe('a fragment that somebody wrote or damaged', () => {
  test.each(['', '#', '#sources', '#vault', '#org=acme.okta.com', '#V=1&org=acme.okta.com', '#v'])(
    '%j has no version, so it is an anchor and leaves the values alone',
    (fragment) => {
      expect(decode(fragment)).toBeUndefined();
    },
  );

  test('of another version is refused as a whole, with the reason', () => {
    const decoded = decode('#v=2&org=acme.okta.com');
    expect(decoded?.values).toEqual({});
    expect(decoded?.refused).toEqual([
      { key: 'v', reason: expect.stringContaining('version') as string },
    ]);
  });

  test('with a key twice counts the first, and says so', () => {
    const decoded = decode('#v=1&org=acme.okta.com&org=evil.okta.com&lang=curl&lang=curl');
    expect(decoded?.values).toEqual({ orgDomain: 'acme.okta.com', language: 'curl' });
    expect(decoded?.refused).toEqual([
      { key: 'org', reason: expect.stringContaining('twice') as string },
    ]);
  });

  test('with keys of a later version is read without them, and they are named', () => {
    const decoded = decode('#v=1&theme=dark&org=acme.okta.com&__proto__=x');
    expect(decoded?.values).toEqual({ orgDomain: 'acme.okta.com' });
    expect(decoded?.unknownKeys).toEqual(['theme', '__proto__']);
  });

  test('with several operations keeps each once, in their order', () => {
    const decoded = decode('#v=1&ops=listGroups+getMoon,getSun+getMoon');
    expect(decoded?.values).toEqual({ operations: ['listGroups', 'getMoon', 'getSun'] });
    expect(decoded?.refused).toEqual([]);
  });

  test.each([
    ['org', '@evil.example'],
    ['org', 'acme.okta.com.evil.example'],
    ['client', 'a b'],
    ['kid', 'x\u202ey'],
    ['lang', 'cobol'],
    ['variant', 'DPoP'],
    ['ops', 'constructor;drop'],
    ['ops', Array.from({ length: 201 }, (_, index) => `listThings${index}`).join(' ')],
    ['path.id', 'x'.repeat(1001)],
  ])('with %s=%j loses that value and says why', (key, value) => {
    const decoded = decode(`#${new URLSearchParams({ v: '1', [key]: value }).toString()}`);
    expect(decoded?.values).toEqual({});
    expect(decoded?.refused.map((each) => each.key)).toEqual([key]);
    expect(decoded?.refused[0]?.reason).toMatch(/\.$/);
  });

  test('with the host of the Admin Console takes the org and says so', () => {
    const decoded = decode('#v=1&org=https%3A%2F%2Facme-admin.okta.com%2F');
    expect(decoded?.values).toEqual({ orgDomain: 'acme.okta.com' });
    expect(decoded?.corrected).toEqual([
      {
        key: 'org',
        given: 'https://acme-admin.okta.com/',
        note: expect.stringMatching(/scheme.*slash.*`-admin`/),
      },
    ]);
  });

  test('of a megabyte is refused as a whole', () => {
    expect(decode(`#v=1&org=${'a'.repeat(1_000_000)}`)?.refused).toHaveLength(1);
  });

  test('never throws, and what it gives is written and read again as the same', () => {
    const damaged = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.tuple(
            fc.constantFrom(
              'v',
              'org',
              'client',
              'kid',
              'lang',
              'ops',
              'variant',
              '%',
              '__proto__',
            ),
            fc.oneof(
              fc.string({ unit: 'binary' }),
              fc.domain(),
              fc.constantFrom(
                '1',
                'acme.okta.com',
                'curl',
                'bearer',
                'listGroups',
                '%E0%A4%A',
                '+',
              ),
            ),
          ),
        )
        .map((pairs) => pairs.map((pair) => pair.join('=')).join('&')),
    );
    fc.assert(
      fc.property(damaged, (text) => {
        const decoded = decode(`#v=1&${text}`);
        expect(decoded).toBeDefined();
        const again = decode(encode(decoded?.values ?? {}));
        expect(again?.values ?? {}).toEqual(decoded?.values);
        expect(again?.refused ?? []).toEqual([]);
      }),
    );
  });
});

describe('a secret', () => {
  const places = ['org', 'client', 'kid', 'lang', 'ops', 'variant', 'token', 'v'];
  test.each(
    Object.entries(secrets).flatMap(([what, secret]) =>
      places.map((place) => [what, place, secret] as const),
    ),
  )('%s in %s gets into no value and no message, and is reported', (_what, place, secret) => {
    expect(secretLike(secret)).toBeDefined();
    const text = new URLSearchParams(
      place === 'v'
        ? [['v', secret]]
        : [
            ['v', '1'],
            [place, secret],
          ],
    ).toString();
    const decoded = decode(`#${text}`);
    expect(decoded?.holdsSecret).toBe(true);
    expect(decoded?.refused).toHaveLength(1);
    expect(JSON.stringify(decoded)).not.toContain(JSON.stringify(secret).slice(1, -1));
  });

  test.each(Object.entries(secrets))(
    '%s as a key, or in a repeated key, is reported too',
    (_what, secret) => {
      const asKey = decode(`#v=1&${encodeURIComponent(secret)}=x`);
      expect(asKey?.holdsSecret).toBe(true);
      expect(JSON.stringify(asKey)).not.toContain(JSON.stringify(secret).slice(1, -1));
      expect(decode(`#v=1&org=acme.okta.com&org=${encodeURIComponent(secret)}`)?.holdsSecret).toBe(
        true,
      );
    },
  );

  test.each([
    ['query.client_secret', 'hunter2'],
    ['path.token', 'hunter2'],
    ['client_secret', 'hunter2'],
    ['query.search', 'Bearer%20eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIwb2EifQ.c2lnbmF0dXJl'],
    ['query.search', 'SSWS%2000abcdefghijKLMNOPQRST0123456789abcdefghij'],
    [
      'query.after',
      'https://example.com/?x=1%3Ftoken%3D00abcdefghijKLMNOPQRST0123456789abcdefghij',
    ],
    ['body', '{"client_secret":"hunter2"}'],
    ['body', '{"client_secret":"hunt'],
    ['body', '{"password":{"hash":{"value":"hunter2"'],
    ['body', JSON.stringify({ key: JSON.stringify({ kty: 'EC', d: 'aB3dE5gH7jaB3dE5gH7j' }) })],
    ['body', '{"a":"\\u0030\\u0030abcdefghijKLMNOPQRST0123456789abcdefghij"}'],
  ])('in %s is seen as the request would see it: %s', (key, value) => {
    const decoded = decode(
      `#${new URLSearchParams([
        ['v', '1'],
        [key, value],
      ]).toString()}`,
    );
    expect(decoded?.holdsSecret).toBe(true);
    expect(decoded?.values).toEqual({});
    expect(decoded?.refused).toHaveLength(1);
    const [, name = ''] = key.split('.');
    expect(
      encode(
        key === 'body'
          ? { body: value }
          : { [key.startsWith('path') ? 'pathTexts' : 'queryTexts']: { [name]: value } },
      ),
    ).toBe('');
  });

  test('is never written into a fragment, whoever hands it over', () => {
    for (const secret of Object.values(secrets)) {
      expect(encode({ orgDomain: secret, clientId: secret, keyId: secret, language: secret })).toBe(
        '',
      );
    }
  });

  test('a client ID or key ID of the usual form is not taken for a secret', () => {
    const decoded = decode(
      '#v=1&client=0oa1a2B3c4D5e6F7g8h9&kid=NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
    );
    expect(decoded?.holdsSecret).toBe(false);
    expect(decoded?.values).toEqual({
      clientId: '0oa1a2B3c4D5e6F7g8h9',
      keyId: 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
    });
  });
});
