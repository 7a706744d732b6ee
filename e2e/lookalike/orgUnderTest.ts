import { createHash, randomUUID, type webcrypto } from 'node:crypto';
import { createServer, request as httpsRequest } from 'node:https';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:tls';

import * as fc from 'fast-check';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { afterAll, expect } from 'vitest';

import { hostileFragments } from '#snippets/hostileText.ts';
import { hasLoneSurrogate } from '#snippets/invisibleCharacters.ts';

import { judgedHistory } from '../orgJudge/judgedHistory.ts';
import { loopbackCertificate } from './certificate.ts';
import { lookalikeOrg } from './org.ts';
import type { OrgClient, OrgSettings } from './orgSettings.ts';
import { operationsUnderTest } from './operationsUnderTest.ts';

export const host = 'dev-1234567.okta.com';
export const tokenUrl = `https://${host}/oauth2/v1/token`;
export const groupsUrl = `https://${host}/api/v1/groups`;
/** The clients by what they are for; each has the scopes `okta.groups.read` and `okta.users.manage`. */
export const clientIds = {
  serviceApp: '0oaserviceapp0000000',
  dpop: '0oadpop0000000000000',
  oneKey: '0oaonekey00000000000',
  noKeys: '0oanokeys00000000000',
  noRole: '0oanorole00000000000',
  /** Its keys have {@link hostileKeyIds}. */
  hostileKeys: "a$-_.+!*'(),b",
  integration: '0oaintegration000000',
  unknown: '0oaunknown0000000000',
} as const;
export const clientSecret = 'made-up-secret';
export const apiToken = `00${'made-up'.repeat(6).slice(0, 40)}`;

/** Tokens that a test may revoke. */
export const revocableTokens = ['one', 'two', 'three'].map((name, index) => ({
  token: `${apiToken}-${name}`,
  id: `00Trevocabletoken00${index}`,
  name,
  state: 'active' as const,
  hasAdminRole: true,
}));

/** Key ids that break out of careless quoting; JSON carries them all. */
export const hostileKeyIds = hostileFragments.filter((text) => !hasLoneSurrogate(text));
/** Secrets that a form-decoding server would take for others, and any other text. */
export const hostileSecrets = [
  'a+b',
  'a b',
  '100%',
  '%2B',
  '%zz',
  'with:colons::',
  ...fc.sample(fc.string({ unit: 'binary', minLength: 1 }), { numRuns: 30, seed: 1 }),
];

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** What is to be wrong with a JWT that is right otherwise; a claim that is `undefined` is left out. */
export interface JwtChanges {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly key?: webcrypto.CryptoKey;
}

type Headers = Readonly<Record<string, string | readonly string[]>>;
type Parameters = Readonly<Record<string, string | undefined>>;

/** The parameters of a token request without an assertion. */
export const withoutAssertion = { client_assertion: undefined, client_assertion_type: undefined };

/** The current time in the seconds of a JWT. */
export function now(): number {
  return Math.floor(Date.now() / 1000);
}

export function basic(clientId: string, secret: string): string {
  return `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`;
}

/** The claim that ties a proof to an access token. */
export function ath(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** The access token of an answer. */
export function tokenOf(reply: Reply): string {
  expect(reply.status, reply.body).toBe(200);
  return (JSON.parse(reply.body) as { access_token: string }).access_token;
}

/** Status, error and description of an answer in which the token endpoint refuses. */
export type Refusal = readonly [status: number, error: string, description: string];

/**
 * What the token endpoint says against a request.
 *
 * @throws AssertionError for an answer of another form
 */
export function refusalOf({ status, headers, body }: Reply): Refusal {
  const json = JSON.parse(body) as Readonly<Record<string, string>>;
  const { error = '', error_description: description = '' } = json;
  expect(json).toEqual({ error, error_description: description });
  expect(headers['content-type']).toBe('application/json');
  expect(headers['cache-control']).toContain('no-store');
  return [status, error, description];
}

/**
 * Status, scheme, error and description of an OAuth error of the API, which stands in the header alone.
 *
 * @throws AssertionError for an answer of another form
 */
export function challengeOf({ status, headers, body }: Reply): readonly unknown[] {
  const parts = /^(Bearer|DPoP) .*, error="([^"]*)", error_description="([^"]*)"/.exec(
    String(headers['www-authenticate']),
  );
  expect(body).toBe('');
  return [status, ...(parts ?? []).slice(1)];
}

/**
 * Status, code and summary of Okta's error body.
 *
 * @throws AssertionError for an answer of another form
 */
export function apiErrorOf({ status, body }: Reply): readonly unknown[] {
  const json = JSON.parse(body) as Readonly<Record<string, unknown>>;
  const { errorCode, errorSummary } = json;
  expect(json).toEqual({
    errorCode,
    errorSummary,
    errorLink: errorCode,
    errorId: expect.stringMatching(/^oae/),
    errorCauses: [],
  });
  return [status, errorCode, errorSummary];
}

/**
 * Starts a look-alike org for the tests of a file, with everything to call it rightly and wrongly. When they are through,
 * the model of an org (`src/org`) is sent the same requests, and must have answered the same.
 *
 * @param settingsChanges what its settings have instead of the usual
 */
export async function orgUnderTest(settingsChanges: Partial<OrgSettings> = {}) {
  const [rsa, ec, stranger, proofKey] = await Promise.all(
    ['RS256', 'ES256', 'RS256', 'ES256'].map((algorithm) =>
      generateKeyPair(algorithm, { extractable: true }),
    ) as [KeyPair, KeyPair, KeyPair, KeyPair],
  );
  const rsaKey: JWK = { ...(await exportJWK(rsa.publicKey)), kid: 'rsa' };
  const ecKey: JWK = { ...(await exportJWK(ec.publicKey)), kid: 'ec' };
  const serviceApp: OrgClient = {
    clientId: clientIds.serviceApp,
    authentication: 'private_key_jwt',
    publicKeys: [rsaKey, ecKey],
    dpop: 'optional',
    grantedScopes: ['okta.groups.read', 'okta.users.manage'],
    hasAdminRole: true,
  };
  const integration: OrgClient = {
    ...serviceApp,
    clientId: clientIds.integration,
    authentication: 'client_secret_basic',
    publicKeys: [],
    clientSecret,
  };
  const settings: OrgSettings = {
    host,
    clients: [
      serviceApp,
      { ...serviceApp, clientId: clientIds.dpop, dpop: 'required' },
      { ...serviceApp, clientId: clientIds.oneKey, publicKeys: [rsaKey] },
      { ...serviceApp, clientId: clientIds.noKeys, publicKeys: [] },
      { ...serviceApp, clientId: clientIds.noRole, hasAdminRole: false },
      {
        ...serviceApp,
        clientId: clientIds.hostileKeys,
        publicKeys: hostileKeyIds.map((kid) => Object.assign({}, rsaKey, { kid })),
      },
      integration,
      ...hostileSecrets.map((secret, index) =>
        Object.assign({}, integration, {
          clientId: `hostile+secret-${index}`,
          clientSecret: secret,
        }),
      ),
    ],
    apiTokens: [
      { token: apiToken, state: 'active', hasAdminRole: true },
      { token: `${apiToken}-norole`, state: 'active', hasAdminRole: false },
      { token: `${apiToken}-revoked`, state: 'revoked', hasAdminRole: true },
      ...revocableTokens,
    ],
    operations: operationsUnderTest,
    ...settingsChanges,
  };

  const { authority, certificate, key: serverKey } = await loopbackCertificate([host]);
  const history = judgedHistory(settings);
  const tokenKeys = await generateKeyPair('RS256', { extractable: true });
  const org = history.of(
    await lookalikeOrg({
      ...settings,
      tokenKeys,
      onArrived: (request) => {
        history.arrived(request);
        settings.onArrived?.(request);
      },
    }),
  );
  const server = createServer(
    { key: serverKey, cert: certificate, maxHeaderSize: 256 * 1024 },
    org.listener,
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  afterAll(async () => {
    server.close();
    server.closeAllConnections();
    // The sign-in of a person is nothing that the model has.
    if (settings.signInApps === undefined) {
      const { different } = await history.judge(tokenKeys);
      expect(different).toEqual([]);
    }
  });
  const { port } = server.address() as AddressInfo;

  /** Sends a request and gives the answer as it came. */
  function send(method: string, target: string, headers: Headers = {}, body = ''): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const message = httpsRequest(
        {
          host: '127.0.0.1',
          port,
          servername: host,
          ca: authority,
          method,
          path: target,
          maxHeaderSize: 256 * 1024,
          headers: { host, accept: 'application/json', ...headers } as Record<string, string>,
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks).toString(),
            }),
          );
        },
      );
      message.on('error', reject);
      message.end(body);
    });
  }

  /** A client assertion that is right but for the changes; a claim that is `undefined` is left out. */
  function assertion(
    clientId: string,
    { claims = {}, header = {}, key = rsa.privateKey }: JwtChanges = {},
  ): Promise<string> {
    return new SignJWT({
      aud: tokenUrl,
      iss: clientId,
      sub: clientId,
      jti: randomUUID(),
      exp: now() + 300,
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'rsa', ...header })
      .sign(key);
  }

  /** A DPoP proof that is right but for the changes. */
  async function proof(
    htm: string,
    htu: string,
    { claims = {}, header = {}, key = proofKey.privateKey }: JwtChanges = {},
  ): Promise<string> {
    const jwk = await exportJWK(proofKey.publicKey);
    return new SignJWT({ htm, htu, jti: randomUUID(), iat: now(), ...claims })
      .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk, ...header })
      .sign(key);
  }

  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  /** The token request of a service app, with its parameters changed; `undefined` leaves one out. */
  async function tokenParameters(clientId: string, changes: Parameters = {}): Promise<string> {
    const parameters = {
      grant_type: 'client_credentials',
      scope: 'okta.groups.read',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: 'client_assertion' in changes ? undefined : await assertion(clientId),
      ...changes,
    };
    return new URLSearchParams(
      Object.entries(parameters).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      ),
    ).toString();
  }

  async function postToken(body: string, headers: Headers = {}, query = ''): Promise<Reply> {
    return send('POST', `/oauth2/v1/token${query}`, { ...form, ...headers }, body);
  }

  async function bearerToken(
    clientId: string = clientIds.serviceApp,
    scope = 'okta.groups.read',
  ): Promise<string> {
    return tokenOf(await postToken(await tokenParameters(clientId, { scope })));
  }

  async function nonce(): Promise<string> {
    const { headers } = await postToken(await tokenParameters(clientIds.dpop), {
      dpop: await proof('POST', tokenUrl),
    });
    return String(headers['dpop-nonce']);
  }

  async function boundToken(scope = 'okta.groups.read'): Promise<string> {
    return tokenOf(
      await postToken(await tokenParameters(clientIds.dpop, { scope }), {
        dpop: await proof('POST', tokenUrl, { claims: { nonce: await nonce() } }),
      }),
    );
  }

  /** Writes a request as it stands and gives everything that comes back. */
  function raw(head: string, body = ''): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port, servername: host, ca: authority }, () => {
        const length = body === '' ? '' : `Content-Length: ${Buffer.byteLength(body)}\r\n`;
        socket.end(
          Buffer.concat([
            Buffer.from(`${head}\r\nHost: ${host}\r\n${length}Connection: close\r\n\r\n`, 'latin1'),
            Buffer.from(body),
          ]),
        );
      });
      let received = '';
      socket.setEncoding('latin1').on('data', (chunk: string) => (received += chunk));
      socket.on('end', () => resolve(received)).on('error', reject);
    });
  }

  return {
    settings,
    org,
    address: { host, port, authority },
    rsa,
    ec,
    stranger,
    proofKey,
    send,
    assertion,
    proof,
    tokenParameters,
    postToken,
    bearerToken,
    nonce,
    boundToken,
    raw,
  };
}

type KeyPair = ReturnType<typeof generateKeyPair>;
