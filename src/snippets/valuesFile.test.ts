import { describe, expect, test } from 'vitest';

import type { JsonValue } from '#catalogue/json.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { findByReference } from '#catalogue/references.ts';

import { exactJson } from './exactJson.ts';
import { knownOperationOf } from './knownOperation.ts';
import { parseMethodAndPath } from './operation.ts';
import { defaultValues } from './values.ts';
import { parseClientId, parseKeyId } from './identifiers.ts';
import { parseScopes } from './scopes.ts';
import { parseValues } from './valuesFile.ts';

/** Reads a values file with Okta's own operations. */
const parsedValues = (json: JsonValue) => parseValues(exactJson(json), oktaCatalogue);

/** Reads `GET /api/v1/groups`. */
function parseOperation(text: string) {
  const [method = '', ...path] = text.split(' ');
  return parseMethodAndPath(method, path.join(' '));
}

const apiToken = `00${'aB3_'.repeat(10)}`;

describe('the sample values', () => {
  test('pass their own parsers unchanged', () => {
    const { orgDomain, clientId, keyId, scopes } = defaultValues;
    expect(parsedValues({ orgDomain, clientId, keyId, scopes: [...scopes] })).toEqual({
      ok: true,
      sets: [{ values: defaultValues, refusals: {} }],
      refused: [],
      unknown: [],
      corrected: [],
    });
  });

  test('are what an empty values file gives', () => {
    expect(parsedValues({})).toMatchObject({ ok: true, sets: [{ values: defaultValues }] });
  });
});

describe('parseClientId', () => {
  test.each(['0oaexampleclientid00', "a$-_.+!*'(),b", 'my-client'])('accepts %s', (clientId) => {
    expect(parseClientId(clientId)).toEqual({ ok: true, value: clientId });
  });

  test.each([
    ['', /empty/],
    ['short', /6 to 100/],
    ['a'.repeat(101), /6 to 100/],
    ['ALL_CLIENTS', /not a client ID/],
    ['client id', /not a client ID/],
    ['clïentid', /not a client ID/],
    ['client\u202eid', /U\+202E/],
    ['{clientId}', /not a client ID/],
    [apiToken, /API token/],
    ['gR7xT2bLq9ZpW4vKcY8mHs3NdJ6fEaU1oQ5iXtBk', /client secret/],
  ])('refuses %j with a reason', (input, reason) => {
    expect(parseClientId(input)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });
});

describe('parseKeyId', () => {
  test.each([
    'example-key-id',
    'SIMcCQNY3uwXoW3y0vf6VxiBb5n9pf8L2fK8d-F1bm4',
    `it's "$(touch pwned)\` #{x} \${y} {{z}} é 😀`,
    "'".repeat(10_000),
  ])('accepts any visible text', (keyId) => {
    expect(parseKeyId(keyId)).toEqual({ ok: true, value: keyId });
  });

  test.each([
    ['', /empty/],
    ['a\nb', /U\+000A/],
    ['a\0b', /U\+0000/],
    ['a\u2028b', /U\+2028/],
    ['a\ud800b', /U\+D800/],
    ['a'.repeat(10_001), /longer/],
    ['-----BEGIN PRIVATE KEY-----', /PEM/],
    ['{"kty":"EC","d":"870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE"}', /private JWK/],
  ])('refuses %j with a reason', (input, reason) => {
    expect(parseKeyId(input)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });
});

describe('parseScopes', () => {
  test('takes spaces and commas, and names a scope once', () => {
    expect(parseScopes(' okta.groups.read, okta.users.manage\nokta.groups.read ')).toEqual({
      ok: true,
      value: ['okta.groups.read', 'okta.users.manage'],
      note: expect.stringContaining('twice'),
    });
  });

  test.each([
    'okta.governance.securityAccessReviews.admin.read',
    'okta.serviceAccounts.okta.manage',
    'ssf.read',
    'ssf.manage',
  ])('accepts %s', (scope) => {
    expect(parseScopes([scope])).toEqual({ ok: true, value: [scope] });
  });

  test.each([
    ['', /no scope/],
    ['okta.users.read.self', /signed-in person/],
    ['okta.myAccount.profile.read', /signed-in person/],
    ['openid', /OpenID Connect/],
    ['offline_access', /OpenID Connect/],
    ['read:groups', /not a scope of Okta/],
    ['okta.groups', /not a scope of Okta/],
    ['Okta.Groups.Read', /not a scope of Okta/],
    ['okta.groups.read;id', /characters/],
    ['okta.groups.read\u202e', /U\+202E/],
    [apiToken, /API token/],
  ])('refuses %j with a reason', (input, reason) => {
    expect(parseScopes(input)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });
});

describe('parseMethodAndPath', () => {
  test('reads a method and a path', () => {
    expect(parseOperation('delete /api/v1/users/{userId}')).toEqual({
      ok: true,
      value: { method: 'DELETE', path: '/api/v1/users/{userId}' },
      note: expect.stringContaining('capitals'),
    });
  });

  test.each([
    ['FETCH /api', /method/],
    ['GET @evil.example/api', /host/],
    ['GET .evil.example', /host/],
    ['GET :8443/api', /host/],
    ['GET //evil.example/api', /host/],
    [String.raw`GET /\evil.example`, /host/],
    ['GET https://evil.example/', /host/],
    ['GET /api/../oauth2/v1/token', /dots/],
    ['GET /api/%2e%2E/x', /dots/],
    ['GET /api//groups', /empty segment/],
    ['GET /api/v1/groups?limit=10', /query/],
    ['GET /api/v1/groups#x', /fragment/],
    ['GET /api/%41', /neither plain/],
    ['GET /api/x{id}', /neither plain/],
    ['GET /api/{}', /neither plain/],
    ['GET /api/$(id)', /neither plain/],
    ['GET /api/\u202e', /U\+202E/],
  ])('refuses %j with a reason', (input, reason) => {
    expect(parseOperation(input)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });
});

const refusalsOf = (id: string) => {
  const parsed = parsedValues({ operation: id });
  return parsed.ok ? parsed.sets[0]?.refusals : undefined;
};

describe('parseValues', () => {
  const operation = { method: 'POST', path: '/api/v1/groups/{groupId}/owners' };

  test('reads a list of sets, each with its id, filled up with defaults', () => {
    const parsed = parsedValues([
      {
        id: 'a',
        orgDomain: 'Acme-admin.okta.com',
        operation: { method: 'GET', path: '/api/v1/groups' },
        query: { limit: 5, search: ['x', true] },
      },
      {
        id: 'b',
        operation,
        scopes: 'okta.groups.manage',
        pathParameters: { groupId: '00g/../x' },
        body: { id: "it's" },
      },
    ]);
    expect(parsed).toEqual({
      ok: true,
      sets: [
        {
          id: 'a',
          refusals: {},
          values: {
            ...defaultValues,
            orgDomain: 'acme.okta.com',
            query: [
              { name: 'limit', value: '5' },
              { name: 'search', value: 'x' },
              { name: 'search', value: 'true' },
            ],
          },
        },
        {
          id: 'b',
          refusals: {},
          values: {
            ...defaultValues,
            operation,
            scopes: ['okta.groups.manage'],
            pathParameters: { groupId: '00g/../x' },
            query: [],
            body: exactJson({ id: "it's" }),
          },
        },
      ],
      refused: [],
      unknown: [],
      corrected: [{ values: 'a', field: 'orgDomain', note: expect.stringContaining('-admin') }],
    });
  });

  test('lists every refused value with its reason, and gives no snippet values for its set', () => {
    const parsed = parsedValues([
      { id: 'good' },
      { id: 'bad', orgDomain: 'evil@x', clientId: apiToken, keyId: '', scopes: ['openid'] },
    ]);
    expect(parsed).toMatchObject({ ok: true, sets: [{ id: 'good' }] });
    expect(parsed.ok && parsed.refused.map(({ values, field }) => [values, field])).toEqual([
      ['bad', 'orgDomain'],
      ['bad', 'clientId'],
      ['bad', 'keyId'],
      ['bad', 'scopes'],
    ]);
    expect(JSON.stringify(parsed)).not.toContain(apiToken);
  });

  test.each([
    ['scopes', { operation: { method: 'GET', path: '/api/v1/moons' } }, /needs its scopes/],
    ['operation', { operation: { method: 'GET', path: '@evil' }, scopes: 'ssf.read' }, /host/],
    ['pathParameters', { operation, body: {} }, /`groupId`, which is missing/],
    ['pathParameters', { pathParameters: { x: '1' } }, /no placeholder/],
    [
      'pathParameters',
      { operation, body: {}, pathParameters: { groupId: '..' } },
      /clients remove/,
    ],
    [
      'pathParameters',
      { operation, body: {}, pathParameters: { groupId: '%2e%2E' } },
      /clients remove/,
    ],
    ['pathParameters', { operation, body: {}, pathParameters: { groupId: '\ud800' } }, /surrogate/],
    ['query', { query: { client_secret: 'x' } }, /credential/],
    ['query', { query: { q: '\udc00' } }, /surrogate/],
    ['query', { query: { q: apiToken } }, /API token/],
    ['query', { query: { q: 'a'.repeat(10_001) } }, /longer/],
    [
      'body',
      {
        operation: { method: 'POST', path: '/api/v1/groups' },
        scopes: 'okta.groups.manage',
        body: JSON.parse('['.repeat(500) + ']'.repeat(500)),
      },
      /nested/,
    ],
    ['body', { body: {} }, /GET request has no body/],
    [
      'body',
      {
        operation,
        pathParameters: { groupId: 'x' },
        body: { key: '-----BEGIN PRIVATE KEY-----\nMIIE' },
      },
      /PEM/,
    ],
  ])('refuses a wrong %s', (field, set, reason) => {
    expect(parsedValues(set)).toMatchObject({
      ok: true,
      sets: [],
      refused: [{ field, reason: expect.stringMatching(reason) }],
    });
  });

  test('takes method, path and least scopes of an operation that is named by its id', () => {
    expect(
      parsedValues({
        operation: 'assignUserToGroup',
        pathParameters: { groupId: '1', userId: '2' },
      }),
    ).toMatchObject({
      sets: [
        {
          values: {
            operation: { method: 'PUT', path: '/api/v1/groups/{groupId}/users/{userId}' },
            scopes: ['okta.groups.manage'],
            query: [],
          },
          refusals: {},
        },
      ],
    });
    expect(
      parsedValues({ operation: 'listGroupPushMappings', pathParameters: { appId: '1' } }),
    ).toMatchObject({ sets: [{ values: { scopes: ['okta.apps.read', 'okta.groups.read'] } }] });
  });

  test('asks for the fewest scopes of all its calls together', () => {
    expect(
      parsedValues({
        operation: 'listUsers',
        furtherCalls: [{ operation: 'createUser', body: { profile: { login: 'a@example.com' } } }],
      }),
    ).toMatchObject({ sets: [{ values: { scopes: ['okta.users.manage'] } }] });
  });

  test('looks the scopes of a method and a path up, unless they are named', () => {
    const listed = {
      operation: { method: 'get', path: '/api/v1/groups/{id}' },
      pathParameters: { id: '1' },
    };
    expect(parsedValues(listed)).toMatchObject({
      sets: [{ values: { scopes: ['okta.groups.read'] } }],
    });
    expect(parsedValues({ ...listed, scopes: ['okta.groups.manage'] })).toMatchObject({
      sets: [{ values: { scopes: ['okta.groups.manage'] } }],
    });
  });

  test('says by which methods an operation cannot be called, and why', () => {
    expect(refusalsOf('listUsers')).toEqual({});
    expect(refusalsOf('revokeCurrentApiToken')).toEqual({
      serviceApp: expect.stringContaining('only an API token'),
      apiServiceIntegration: expect.stringContaining('only an API token'),
    });
    expect(refusalsOf('startOrgFailover')).toEqual({
      apiToken: expect.stringContaining('only OAuth 2.0'),
    });
    expect(Object.values(refusalsOf('getProfile') ?? {})).toEqual(
      Array(3).fill(expect.stringContaining('signed-in person')),
    );
    expect(Object.values(refusalsOf('getWellknownOrgMetadata') ?? {})).toEqual(
      Array(3).fill(expect.stringContaining('public')),
    );
    expect(Object.values(refusalsOf('token') ?? {})).toEqual(
      Array(3).fill(expect.stringContaining('client authenticates itself')),
    );
  });

  test('calls no host that the specification words in a way that the guide cannot follow', () => {
    const failover = findByReference(oktaCatalogue, 'startOrgFailover');
    const elsewhere = failover && { ...failover, server: 'https://elsewhere.example.com' };
    expect(elsewhere && Object.values(knownOperationOf(elsewhere)?.refusals ?? {})).toEqual(
      Array(3).fill(expect.stringContaining('elsewhere.example.com')),
    );
    expect(failover && knownOperationOf(failover)?.operation.hostPrefix).toBe('drapp');
  });

  test('lists operations that it does not know', () => {
    expect(parsedValues([{ id: 'a', operation: 'listMoons' }])).toEqual({
      ok: true,
      sets: [],
      refused: [],
      unknown: [{ values: 'a', operation: 'listMoons' }],
      corrected: [],
    });
  });

  test.each([
    [null, /expected an object/],
    ['text', /expected an object/],
    [[1], /values\[0\]: expected an object/],
    [{ orgdomain: 'x' }, /unknown property "orgdomain"/],
    [JSON.parse('{"__proto__": {}}'), /unknown property "__proto__"/],
    [{ [apiToken]: 1 }, /looks like a secret/],
    [{ clientId: 5 }, /clientId: expected a string/],
    [{ scopes: [1] }, /scopes: expected/],
    [{ operation: { method: 'GET', path: '/x', extra: 1 } }, /operation: expected/],
    [{ operation: { method: 'GET' } }, /operation: expected/],
    [{ pathParameters: [] }, /pathParameters: expected/],
    [{ query: 'limit=10' }, /query: expected/],
    [{ query: { a: { b: 1 } } }, /query: expected/],
    [[{ orgDomain: 'acme.okta.com' }], /needs an "id"/],
    [[{ id: 'a' }, { id: 'a' }], /used twice/],
    [[{ id: '' }], /id: expected/],
    [[{ id: 'a\nb' }], /id: expected/],
  ])('calls a wrong shape an error, in one line: %j', (json, error) => {
    expect(parsedValues(json)).toEqual({ ok: false, error: expect.stringMatching(error) });
    const parsed = parsedValues(json);
    expect(!parsed.ok && parsed.error).not.toMatch(/\n/);
  });
});
