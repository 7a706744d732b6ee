import type { Form } from '#snippets/form.ts';
import { needsKeyType, needsPkcs8 } from '#snippets/privateKeyAdvice.ts';

import type { Answer } from '../lookalike/answer.ts';
import type { OrgClient, OrgSettings } from '../lookalike/orgSettings.ts';
import {
  anotherToken,
  type Case,
  firstToken,
  type Outcome,
  pagesOf,
  refusedToken,
  usesSdk,
  variableNameOf,
} from './case.ts';
import { inForm, ordinary } from './rightCases.ts';

const isServiceApp = ({ method }: Form): boolean => method === 'serviceApp';
const isIntegration = ({ method }: Form): boolean => method === 'apiServiceIntegration';
const isApiToken = ({ method }: Form): boolean => method === 'apiToken';
const getsToken = ({ method }: Form): boolean => method !== 'apiToken';
const isProgramInUse = ({ request }: Form): boolean => request === 'everything';

function isMissingText(form: Form): string {
  if (isApiToken(form)) return variableNameOf('apiToken');
  return variableNameOf(isIntegration(form) ? 'clientSecret' : 'privateKeyFile');
}

function withClient(change: Partial<OrgClient>): (settings: OrgSettings) => OrgSettings {
  return (settings) => ({
    ...settings,
    clients: settings.clients.map((client) => ({ ...client, ...change })),
  });
}

function credentialFaults(): readonly Case[] {
  const every = { kind: 'wrong', concerns: () => true, extent: 'oneKey' } as const;
  return [
    {
      ...every,
      id: 'a missing environment variable',
      environment: () => ({}),
      outcome: ({ form }) => ({ ends: 'badly', exchange: [], says: [isMissingText(form)] }),
    },
    {
      ...every,
      id: 'an empty environment variable',
      environment: () => ({ privateKeyFile: '', clientSecret: '', apiToken: '' }),
      outcome: ({ form }) => ({ ends: 'badly', exchange: [], says: [isMissingText(form)] }),
    },
    {
      ...every,
      id: 'a server whose certificate nobody vouches for',
      extent: 'one',
      distrust: true,
      outcome: () => ({ ends: 'badly', exchange: [] }),
    },
    {
      id: 'a key file that is not there',
      kind: 'wrong',
      concerns: isServiceApp,
      extent: 'oneKey',
      environment: () => ({ privateKeyFile: '/nonexistent/key.pem' }),
      outcome: () => ({ ends: 'badly', exchange: [], says: ['/nonexistent/key.pem'] }),
    },
    {
      id: 'a key of the other kind',
      kind: 'wrong',
      concerns: isServiceApp,
      extent: 'all',
      environment: (_, { keys }, { keyType }) => ({
        privateKeyFile: keys[keyType === 'EC' ? 'RSA' : 'EC'].file,
      }),
      outcome: ({ form: { keyType } }) => ({
        ends: 'badly',
        exchange: [],
        says: [needsKeyType(keyType ?? 'RSA'), oneLine],
      }),
    },
    {
      id: 'a wrong key',
      kind: 'wrong',
      concerns: isServiceApp,
      extent: 'all',
      environment: (_, { strangeKeys }, { keyType }) => ({
        privateKeyFile: strangeKeys[keyType ?? 'RSA'].file,
      }),
      outcome: () => ({
        ends: 'badly',
        exchange: ['token 401'],
        says: ['The client_assertion signature is invalid.'],
      }),
    },
    {
      id: 'a wrong client secret',
      kind: 'wrong',
      concerns: isIntegration,
      extent: 'oneKey',
      environment: () => ({ clientSecret: 'not-the-secret' }),
      outcome: () => ({
        ends: 'badly',
        exchange: ['token 401'],
        says: ['The client secret supplied for a confidential client is invalid.'],
      }),
    },
    {
      id: 'a wrong API token',
      kind: 'wrong',
      concerns: isApiToken,
      extent: 'oneKey',
      environment: () => ({ apiToken: '00not-the-token' }),
      outcome: () => ({ ends: 'badly', exchange: ['api 401'], says: ['E0000011'] }),
    },
    {
      id: 'a revoked API token',
      kind: 'wrong',
      concerns: isApiToken,
      extent: 'oneKey',
      org: (settings) => ({
        ...settings,
        apiTokens: settings.apiTokens.map((token) => ({ ...token, state: 'revoked' })),
      }),
      outcome: () => ({ ends: 'badly', exchange: ['api 401'], says: ['E0000011'] }),
    },
  ];
}

/**
 * Nothing but one line. What curl has not printed stands before it as an empty one, and `go run` says after
 * it how the program ended.
 */
const oneLine = /^\n?[^\n]+\n(?:exit status 1\n)?$/;

/** Key files as people have them, of which each program must say what it found and how it is mended. */
function keyFileFaults(): readonly Case[] {
  const every = { kind: 'wrong', concerns: isServiceApp, extent: 'one' } as const;
  return [
    {
      ...every,
      id: 'a key in its traditional form',
      environment: inForm('traditional'),
      outcome: (situation) =>
        readsPkcs8Only.has(situation.language)
          ? unusable(situation.form.keyType === 'EC' ? 'EC PRIVATE KEY' : 'RSA PRIVATE KEY')
          : ordinary.outcome(situation),
    },
    {
      ...every,
      id: 'a JWK',
      environment: inForm('jwk'),
      outcome: () => unusable('no PEM'),
    },
    {
      ...every,
      id: 'an encrypted key',
      environment: inForm('encrypted'),
      outcome: () => unusable('ENCRYPTED PRIVATE KEY'),
    },
    {
      ...every,
      id: 'a certificate for a key',
      environment: (_, { certificateFile }) => ({ privateKeyFile: certificateFile }),
      outcome: () => unusable('CERTIFICATE'),
    },
  ];
}

function unusable(found: string): Outcome {
  return { ends: 'badly', exchange: [], says: [`Found ${found} in `, needsPkcs8, oneLine] };
}

/** The libraries of the other languages read PKCS#1 and SEC 1 too (fact K38). */
const readsPkcs8Only: ReadonlySet<string> = new Set(['go', 'java']);

/** What Okta says of an assertion from a clock that is an hour fast. */
function clockFaults(): readonly Case[] {
  return [
    {
      id: 'a clock that is an hour fast',
      kind: 'wrong',
      concerns: ({ method, request }) => method === 'serviceApp' && request === 'everything',
      extent: 'one',
      disturbance: ({ kind }) =>
        kind === 'token'
          ? {
              status: 401,
              headers: {
                'content-type': 'application/json',
                date: new Date(Date.now() - 3_600_000).toUTCString(),
              },
              body: '{"error":"invalid_client","error_description":"The client_assertion token has an expiration too far into the future."}',
            }
          : undefined,
      outcome: () => ({
        ends: 'badly',
        exchange: ['token 401'],
        says: [/Your clock is 36\d\d seconds ahead of Okta's\./],
      }),
    },
  ];
}

function clientFaults(): readonly Case[] {
  return [
    {
      id: 'a client id that the org does not know',
      kind: 'wrong',
      concerns: getsToken,
      extent: 'oneKey',
      org: withClient({ clientId: '0oaanotherclient0000' }),
      outcome: () => ({ ends: 'badly', exchange: ['token 401'], says: ['invalid_client'] }),
    },
    {
      id: 'a key id that the org does not know',
      kind: 'wrong',
      concerns: isServiceApp,
      extent: 'oneKey',
      org: (settings) => ({
        ...settings,
        clients: settings.clients.map((client) => ({
          ...client,
          publicKeys: client.publicKeys.map((key) => ({ ...key, kid: 'another-key-id' })),
        })),
      }),
      outcome: () => ({
        ends: 'badly',
        exchange: ['token 401'],
        says: ['The client_assertion JWT kid is invalid.'],
      }),
    },
    {
      id: 'a scope that is not granted',
      kind: 'wrong',
      concerns: getsToken,
      extent: 'oneKey',
      org: withClient({ grantedScopes: ['okta.logs.read'] }),
      outcome: ({ form }) => ({
        ends: 'badly',
        exchange: refusedToken(form, 400),
        says: ['consent_required'],
      }),
    },
    {
      id: 'a client secret for a service app',
      kind: 'wrong',
      concerns: isIntegration,
      extent: 'oneKey',
      org: withClient({ authentication: 'private_key_jwt', publicKeys: [] }),
      outcome: () => ({ ends: 'badly', exchange: ['token 401'], says: ['private_key_jwt'] }),
    },
    {
      id: 'a key for an integration that has a secret',
      kind: 'wrong',
      concerns: isServiceApp,
      extent: 'oneKey',
      org: withClient({
        authentication: 'client_secret_basic',
        publicKeys: [],
        clientSecret: 'not-used-by-anybody',
        dpop: 'optional',
      }),
      outcome: () => ({ ends: 'badly', exchange: ['token 401'], says: ['client_secret_basic'] }),
    },
    {
      id: 'DPoP required of a bearer form',
      kind: 'wrong',
      concerns: ({ method, variant }) => method === 'serviceApp' && variant === 'bearer',
      extent: 'oneKey',
      org: withClient({ dpop: 'required' }),
      outcome: () => ({
        ends: 'badly',
        exchange: ['token 400'],
        says: ['invalid_dpop_proof', 'The DPoP proof JWT header is missing.'],
      }),
    },
  ];
}

function apiFaults(): readonly Case[] {
  return [
    {
      id: 'a token without the scope of the operation',
      kind: 'wrong',
      concerns: getsToken,
      extent: 'oneKey',
      org: (settings) => ({
        ...settings,
        operations: settings.operations.map((operation) => ({
          ...operation,
          scopes: ['okta.logs.read'],
        })),
      }),
      outcome: ({ form }) => ({
        ends: 'badly',
        exchange: [...firstToken(form), 'api 403'],
        says: ['insufficient_scope'],
      }),
    },
    {
      id: 'no admin role',
      kind: 'wrong',
      concerns: () => true,
      extent: 'oneKey',
      org: withoutAdminRole,
      outcome: ({ form }) => ({
        ends: 'badly',
        exchange: [...firstToken(form), 'api 403'],
        says: ['E0000006'],
      }),
    },
    {
      id: 'a token that has expired when it is used',
      kind: 'wrong',
      concerns: ({ method, request }) => method !== 'apiToken' && request === 'single',
      extent: 'oneKey',
      disturbance: ({ kind, count, org }) => {
        if (kind === 'api' && count === 1) org.expireTokens();
        return undefined;
      },
      // The SDK gets another one by itself.
      outcome: ({ form, language }) =>
        usesSdk(language)
          ? {
              ends: 'well',
              exchange: [
                ...firstToken(form),
                'api 401',
                ...anotherToken(form, language),
                ...pagesOf(1),
              ],
            }
          : { ends: 'badly', exchange: [...firstToken(form), 'api 401'], says: ['invalid_token'] },
    },
    {
      id: 'tokens that have all expired when they are used',
      kind: 'wrong',
      concerns: ({ method, request }) => method !== 'apiToken' && request === 'everything',
      extent: 'oneKey',
      disturbance: ({ kind, org }) => {
        if (kind === 'api') org.expireTokens();
        return undefined;
      },
      outcome: ({ form, language }) => ({
        ends: 'badly',
        exchange: [...firstToken(form), 'api 401', ...anotherToken(form, language), 'api 401'],
        says: ['invalid_token'],
      }),
    },
  ];
}

function withoutAdminRole(settings: OrgSettings): OrgSettings {
  return {
    ...settings,
    clients: settings.clients.map((client) => ({ ...client, hasAdminRole: false })),
    apiTokens: settings.apiTokens.map((token) => ({ ...token, hasAdminRole: false })),
  };
}

function rateLimitFaults(): readonly Case[] {
  return [
    {
      id: 'the rate limit',
      kind: 'wrong',
      // The SDK repeats the request with the same DPoP proof; what Okta makes of that is not known.
      concerns: ({ method, request }, language) =>
        request === 'single' && !(usesSdk(language) && method === 'serviceApp'),
      extent: 'oneKey',
      disturbance: ({ kind, count, org }) => {
        if (kind === 'api' && count === 1) org.refuseNext(1, 1);
        return undefined;
      },
      // The SDK waits and calls again by itself.
      outcome: ({ form, language }) =>
        usesSdk(language)
          ? { ends: 'well', exchange: ['api 429', 'api ok'] }
          : { ends: 'badly', exchange: [...firstToken(form), 'api 429'], says: ['E0000047'] },
    },
    {
      id: 'a rate limit that does not end',
      kind: 'wrong',
      concerns: isProgramInUse,
      extent: 'one',
      disturbance: ({ kind, count, org }) => {
        if (kind === 'api' && count === 1) org.refuseNext(20, 0);
        return undefined;
      },
      outcome: ({ form }) => ({
        ends: 'badly',
        exchange: [...firstToken(form), ...Array.from({ length: 6 }, () => 'api 429')],
        says: ['E0000047'],
      }),
    },
  ];
}

/** What a proxy or a server in trouble answers: a page, and no JSON. */
const errorPage: Answer = {
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: '<html><body><h1>502 Bad Gateway</h1></body></html>',
};

function brokenAnswers(): readonly Case[] {
  return [
    {
      id: 'an error page from the token endpoint',
      kind: 'wrong',
      concerns: getsToken,
      extent: 'one',
      disturbance: ({ kind }) => (kind === 'token' ? errorPage : undefined),
      outcome: () => ({ ends: 'badly', exchange: ['token 502'] }),
    },
    {
      id: 'an error page from the API',
      kind: 'wrong',
      concerns: () => true,
      extent: 'one',
      disturbance: ({ kind }) => (kind === 'api' ? errorPage : undefined),
      outcome: ({ form }) => ({ ends: 'badly', exchange: [...firstToken(form), 'api 502'] }),
    },
    {
      id: 'a nonce that is asked for and not given',
      kind: 'wrong',
      // In a single request, the SDK would go on asking for ever.
      concerns: ({ variant, request }, language) =>
        variant === 'dpop' && (request === 'everything' || !usesSdk(language)),
      extent: 'one',
      disturbance: ({ kind }) =>
        kind === 'token'
          ? {
              status: 400,
              headers: { 'content-type': 'application/json' },
              body: '{"error":"use_dpop_nonce","error_description":"Authorization server requires nonce in DPoP proof."}',
            }
          : undefined,
      outcome: () => ({ ends: 'badly', exchange: null }),
    },
  ];
}

/** Where a link to the next page may not lead; the last two look most like the org. */
const strangeOrigins: readonly {
  readonly id: string;
  readonly origin: (host: string) => string;
  readonly extent: Case['extent'];
}[] = [
  { id: 'another host', origin: () => 'https://evil.example.net', extent: 'oneKey' },
  { id: 'the same host without TLS', origin: (host) => `http://${host}`, extent: 'one' },
  { id: 'another port', origin: (host) => `https://${host}:8443`, extent: 'one' },
  {
    id: 'a host that begins like the org',
    origin: (host) => `https://${host}.evil.example.net`,
    extent: 'one',
  },
  {
    id: 'a host behind a user name like the org',
    origin: (host) => `https://${host}@evil.example.net`,
    extent: 'one',
  },
];

/** The hosts of those links; all lead to the lane's own server, which sees who calls. */
export function strangeHosts(host: string): readonly string[] {
  return ['evil.example.net', `${host}.evil.example.net`];
}

function strangeLinks(): readonly Case[] {
  return strangeOrigins.map(({ id, origin, extent }): Case => ({
    id: `a next page on ${id}`,
    kind: 'wrong',
    concerns: isProgramInUse,
    extent,
    disturbance: ({ kind, count, origin: own }) =>
      kind === 'api' && count === 1 ? pageBefore(origin(new URL(own).host)) : undefined,
    outcome: ({ form }) => ({ ends: 'badly', exchange: [...firstToken(form), 'api ok'] }),
  }));
}

function pageBefore(origin: string): Answer {
  return {
    status: 200,
    headers: {
      'content-type': 'application/json',
      link: `<${origin}/api/v1/groups?after=1>; rel="next"`,
    },
    body: '[]',
  };
}

/** Things that are wrong on purpose, to see what a snippet says. */
export const faults: readonly Case[] = [
  ...credentialFaults(),
  ...keyFileFaults(),
  ...clientFaults(),
  ...clockFaults(),
  ...apiFaults(),
  ...rateLimitFaults(),
  ...brokenAnswers(),
  ...strangeLinks(),
];
