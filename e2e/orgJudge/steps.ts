import * as fc from 'fast-check';

/** The clients of the judged org. */
export const clientNames = [
  'serviceApp',
  'dpop',
  'oneKey',
  'noKeys',
  'noRole',
  'integration',
  'webApp',
  'unknown',
] as const;
export type ClientName = (typeof clientNames)[number];

/** A part of a request, which is right most of the time and otherwise has one of the faults. */
function usually<
  const Right extends string | number,
  const Faults extends readonly [string | number, ...(string | number)[]],
>(right: Right, weight: number, ...faults: Faults) {
  return fc.oneof(
    { arbitrary: fc.constant(right), weight: 3 * weight },
    { arbitrary: fc.constantFrom<Faults[number]>(...faults), weight: 1 },
  );
}

const now = fc.oneof(
  { arbitrary: fc.constant(0), weight: 12 },
  { arbitrary: fc.constantFrom(-400, -299, -10, 10, 250, 299, 301), weight: 1 },
);

const assertionParts = fc.record({
  /** Which client the claims name, when it is not the one that sends. */
  iss: usually('own', 16, 'unknown', 'serviceApp', 'missing', 'number'),
  sub: usually('own', 16, 'unknown', 'missing', 'oneKey'),
  aud: usually(
    'tokenUrl' as const,
    16,
    'org',
    'defaultServer',
    'slash',
    'missing',
    'listWithTokenUrl',
    'listOfOthers',
  ),
  /** Seconds ahead. */
  exp: usually(300, 14, 0, -1, 1, 3600, 3601, 4000, 1_000_000_000, 'missing', 'text'),
  iat: usually('missing', 10, 0, -100, 1, 250, 'text'),
  nbf: usually('missing', 20, -10, 0, 10, 'text'),
  jti: usually('fresh', 5, 'reused', 'reused', 'reused', 'reused', 'missing', 'number'),
  algorithm: usually('ES256', 14, 'RS256', 'RS256', 'PS256', 'HS256', 'none'),
  /** Which key it is signed with. */
  key: usually('own', 16, 'stranger'),
  kid: usually('own', 14, 'unknown', 'missing', 'otherKind', 'number'),
  damage: usually(
    'none' as const,
    20,
    'signature',
    'payload',
    'header',
    'noDots',
    'fourParts',
    'empty',
  ),
  type: usually('right', 20, 'missing', 'saml', 'empty'),
});

const proofParts = fc.record({
  htm: usually('own', 16, 'GET', 'POST', 'missing', 'lower'),
  htu: usually(
    'own' as const,
    14,
    'otherPath',
    'http',
    'query',
    'fragment',
    'port',
    'encoded',
    'dots',
    'missing',
    'noUrl',
    'otherHost',
  ),
  iat: fc.oneof(
    { arbitrary: now, weight: 14 },
    { arbitrary: fc.constantFrom('missing', 'text', 'zero'), weight: 1 },
  ),
  exp: usually('missing', 20, -1, 0, 10, 'text'),
  nbf: usually('missing', 20, -1, 10),
  jti: usually('fresh', 5, 'reused', 'reused', 'reused', 'reused', 'missing', 'empty', 'number'),
  nonce: usually('latest', 8, 'missing', 'missing', 'wrong', 'number', 'empty'),
  ath: usually('right', 14, 'missing', 'other'),
  typ: usually('dpop+jwt', 20, 'JWT', 'missing', 'application/dpop+jwt', 'DPOP+JWT'),
  algorithm: usually('ES256', 20, 'RS256', 'PS256'),
  key: usually('first', 8, 'second'),
  jwk: usually('own', 16, 'missing', 'other', 'private', 'text', 'noCoordinates'),
  damage: usually('none', 20, 'signature', 'payload', 'noDots', 'empty'),
});

export type AssertionParts =
  typeof assertionParts extends fc.Arbitrary<infer Parts> ? Parts : never;
export type ProofParts = typeof proofParts extends fc.Arbitrary<infer Parts> ? Parts : never;

/** No proof, one, or two in headers of their own. */
const proofs = fc.oneof(
  { arbitrary: fc.constant([]), weight: 3 },
  { arbitrary: fc.tuple(proofParts), weight: 5 },
  { arbitrary: fc.tuple(proofParts, proofParts), weight: 1 },
);

const scope = fc.oneof(
  { arbitrary: fc.constant('okta.groups.read'), weight: 6 },
  {
    arbitrary: fc.constantFrom(
      'okta.users.manage',
      'okta.groups.read okta.users.manage',
      'okta.users.manage okta.groups.read okta.groups.read',
      'okta.groups.read okta.logs.read',
      'okta.logs.read',
      'okta.logs.read okta.groups.manage',
      'okta.group.read',
      'okta.users.read.self',
      'openid',
      'openid okta.groups.read',
      'inventory.read',
      'okta.groups.read inventory.read',
      'ssf.read',
      'okta.apps.read',
      'okta.apps.read okta.groups.read',
      'okta."groups"',
      'okta.groups.read ',
      'okta.groups.read  okta.users.manage',
      '',
      'missing' as const,
      'twice' as const,
    ),
    weight: 5,
  },
);

const tokenStep = fc.record({
  kind: fc.constant('token' as const),
  client: fc.oneof(
    { arbitrary: fc.constantFrom('serviceApp', 'dpop' as const), weight: 4 },
    { arbitrary: fc.constantFrom(...clientNames), weight: 3 },
  ),
  credential: fc.oneof(
    { arbitrary: fc.constant('own' as const), weight: 12 },
    {
      arbitrary: fc.constantFrom(
        'assertion' as const,
        'basic' as const,
        'secretInForm' as const,
        'none' as const,
        'idOnly' as const,
        'basicAndAssertion' as const,
        'assertionAndSecret' as const,
        'basicAndId' as const,
        'assertionAndId' as const,
        'query' as const,
        'twoAssertions' as const,
        'twoIds' as const,
        'ssws' as const,
        'emptyHeader' as const,
      ),
      weight: 4,
    },
  ),
  assertion: assertionParts,
  secret: usually('right', 8, 'wrong', 'empty', 'noColon', 'notBase64', 'twoSpaces'),
  scope,
  grantType: usually(
    'client_credentials' as const,
    20,
    'missing',
    'twice',
    'empty',
    'password',
    'implicit',
  ),
  proofs,
  contentType: usually('form', 24, 'json', 'missing', 'formWithCharset'),
  method: usually('POST', 40, 'GET', 'PUT'),
});

const apiStep = fc.record({
  kind: fc.constant('api' as const),
  method: usually('GET', 5, 'POST', 'PUT', 'DELETE', 'PATCH'),
  path: fc.constantFrom(
    '/api/v1/groups',
    '/api/v1/groups',
    '/api/v1/groups',
    '/api/v1/groups/rules',
    '/api/v1/groups/00g1',
    '/api/v1/groups/',
    '/api/v1/users/me',
    '/api/v1/users/a%40example.com',
    '/api/v1/users/%2e%2E',
    '/api/v1/users/..',
    '/api/v1/logs',
    '/api/v1/both',
    '/api/v1/oauth-only',
    '/api/v1/token-only',
    '/api/v1/api-tokens',
    '/api/v1/api-tokens/00Texampletokenid000',
    '/api/v1/api-tokens/current',
    '/api/v1/unknown',
    '/',
  ),
  query: usually(
    '' as const,
    4,
    '?limit=10',
    '?limit=1&q=%41+%22%3E,b',
    '?limit=10&after=00gexamplegroup00010',
    '?after=00gexamplegroup00025',
    '?after=nobody',
    '?limit=0',
    '?limit=x',
    '?limit=10001',
    '?limit=&&a=b?c',
    '?x=%zz&x=2',
  ),
  scheme: fc.oneof(
    { arbitrary: fc.constant('own' as const), weight: 10 },
    {
      arbitrary: fc.constantFrom('Bearer', 'DPoP', 'SSWS', 'bearer', 'Basic', 'none', 'empty'),
      weight: 3,
    },
  ),
  credential: fc.oneof(
    { arbitrary: fc.constant('accessToken' as const), weight: 10 },
    {
      arbitrary: fc.constantFrom(
        'earlierAccessToken' as const,
        'apiToken' as const,
        'apiToken' as const,
        'apiTokenWithoutRole' as const,
        'revokedApiToken' as const,
        'unknownApiToken' as const,
        'otherIssuer' as const,
        'otherAudience' as const,
        'ofStranger' as const,
        'damaged' as const,
        'garbage' as const,
        'empty' as const,
      ),
      weight: 7,
    },
  ),
  proofs,
  body: usually('', 4, '{"a":[1,"é"]}', '{"a":', 'a=b'),
  contentType: usually(
    'application/json' as const,
    6,
    'text/plain',
    'missing',
    'application/merge-patch+json',
    'application/json; charset=utf-8',
  ),
});

/** The last request once more, byte for byte. */
const repeatStep = fc.record({ kind: fc.constant('repeat' as const) });

const adminStep = fc.oneof(
  fc.record({
    kind: fc.constant('advance' as const),
    seconds: fc.constantFrom(1, 7, 59, 61, 301, 1800, 3600),
  }),
  fc.record({ kind: fc.constant('endTokens' as const) }),
  fc.record({ kind: fc.constant('useUpRateLimit' as const), count: fc.constantFrom(1, 2) }),
  fc.record({
    kind: fc.constant('scope' as const),
    granted: fc.boolean(),
    scope: fc.constantFrom('okta.groups.read', 'okta.users.manage', 'okta.logs.read'),
  }),
  fc.record({ kind: fc.constant('role' as const), assigned: fc.boolean() }),
);

export type TokenStep = typeof tokenStep extends fc.Arbitrary<infer Drawn> ? Drawn : never;
export type ApiStep = typeof apiStep extends fc.Arbitrary<infer Drawn> ? Drawn : never;
export type AdminStep = typeof adminStep extends fc.Arbitrary<infer Drawn> ? Drawn : never;
export type RepeatStep = typeof repeatStep extends fc.Arbitrary<infer Drawn> ? Drawn : never;
export type Step = TokenStep | ApiStep | RepeatStep | AdminStep;

/** A walk: what happens to an org, one after the other. */
export const walks: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { arbitrary: tokenStep, weight: 9 },
    { arbitrary: apiStep, weight: 9 },
    { arbitrary: repeatStep, weight: 1 },
    { arbitrary: adminStep, weight: 2 },
  ),
  { minLength: 30, maxLength: 60 },
);
