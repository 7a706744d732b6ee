import { createHash, randomBytes } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import type { OrgPerson, OrgSignInApp } from './orgSettings.ts';
import {
  apiErrorOf,
  basic,
  challengeOf,
  clientIds,
  host,
  orgUnderTest,
  refusalOf,
  type Reply,
  tokenOf,
} from './orgUnderTest.ts';
import { type PersonDecision, personAtBrowser } from './personAtBrowser.ts';

const redirectUri = 'http://localhost:8080/callback';
const secret = 'web app’s "secret" + 100%';
const web = {
  type: 'web',
  clientId: '0oawebapp00000000000',
  clientSecret: secret,
  redirectUris: [redirectUri],
  grantedScopes: ['okta.groups.read', 'okta.users.read.self'],
} as const satisfies OrgSignInApp;
const native: OrgSignInApp = {
  type: 'native',
  clientId: '0oanative00000000000',
  redirectUris: [redirectUri, 'com.example.app:/callback'],
  grantedScopes: ['okta.groups.read'],
};
const people: readonly OrgPerson[] = [
  { login: 'ada@example.com', hasAdminRole: true, assignedTo: [web.clientId, native.clientId] },
  { login: 'bob@example.com', hasAdminRole: false, assignedTo: [web.clientId, native.clientId] },
  { login: 'eve@example.com', hasAdminRole: true, assignedTo: [] },
];
const ada = { login: 'ada@example.com' };

const { send, postToken, address, org, tokenParameters } = await orgUnderTest({
  signInApps: [web, native],
  people,
  devicePollInterval: 1,
});

const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');

function authorizeAddress(
  changes: Readonly<Record<string, string | undefined>> = {},
  client: OrgSignInApp = native,
): string {
  const parameters = {
    client_id: client.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'okta.groups.read offline_access',
    state: 'a-state',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...changes,
  };
  return `https://${host}/oauth2/v1/authorize?${form(parameters)}`;
}

function form(parameters: Readonly<Record<string, string | undefined>>): string {
  return new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  ).toString();
}

/** What the app learns at its redirect URI. */
async function callback(
  decision: PersonDecision = ada,
  changes: Readonly<Record<string, string | undefined>> = {},
  client: OrgSignInApp = native,
): Promise<Readonly<Record<string, string>>> {
  const end = await personAtBrowser(address, authorizeAddress(changes, client), decision);
  expect(end).toMatch(/^http:\/\/localhost:8080\/callback\?/);
  return Object.fromEntries(new URL(end).searchParams);
}

async function codeOf(client: OrgSignInApp = native): Promise<string> {
  const { code = '' } = await callback(ada, {}, client);
  return code;
}

/** The exchange of a code at the token endpoint, right but for the changes. */
function exchange(code: string, changes: Readonly<Record<string, string | undefined>> = {}) {
  return postToken(
    form({
      grant_type: 'authorization_code',
      client_id: native.clientId,
      redirect_uri: redirectUri,
      code,
      code_verifier: verifier,
      ...changes,
    }),
  );
}

function groupsWith(token: string): Promise<Reply> {
  return send('GET', '/api/v1/groups', { authorization: `Bearer ${token}` });
}

describe('the authorization code', () => {
  test('comes back with the state, and gives tokens with which the API is called', async () => {
    const { code = '', state } = await callback();
    expect(state).toBe('a-state');
    const answer = await exchange(code);
    expect(JSON.parse(answer.body)).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3600,
      refresh_token: expect.stringMatching(/./),
    });
    expect((JSON.parse(answer.body) as { scope: string }).scope.split(' ')).toEqual(
      expect.arrayContaining(['okta.groups.read', 'offline_access']),
    );
    expect((await groupsWith(tokenOf(answer))).status).toBe(200);
  });

  test('gives no refresh token without offline_access, and an ID token with openid', async () => {
    const { code = '' } = await callback(ada, { scope: 'openid okta.groups.read' });
    const answer = await exchange(code);
    expect(JSON.parse(answer.body)).toMatchObject({ id_token: expect.stringMatching(/./) });
    expect(JSON.parse(answer.body)).not.toHaveProperty('refresh_token');
    expect((await groupsWith(tokenOf(answer))).status).toBe(200);
  });

  test('is exchanged by a web app with its secret, whatever letters that has', async () => {
    const parameters = form({
      grant_type: 'authorization_code',
      redirect_uri: redirectUri,
      code: await codeOf(web),
      code_verifier: verifier,
    });
    const wrong = await postToken(parameters, { authorization: basic(web.clientId, 'wrong') });
    expect(refusalOf(wrong).slice(0, 2)).toEqual([401, 'invalid_client']);
    const right = await postToken(parameters, { authorization: basic(web.clientId, secret) });
    expect((await groupsWith(tokenOf(right))).status).toBe(200);
  });

  test('is for the app without a secret only with PKCE', async () => {
    const { error } = await callback(ada, {
      code_challenge: undefined,
      code_challenge_method: undefined,
    });
    expect(error).toBe('invalid_request');
  });

  test.each([
    ['another verifier', { code_verifier: 'x'.repeat(43) }, 'PKCE verification failed.'],
    ['no verifier', { code_verifier: undefined }, 'PKCE verification failed.'],
    [
      'another redirect URI',
      { redirect_uri: 'com.example.app:/callback' },
      "The 'redirect_uri' does not match the redirection URI used in the authorization request.",
    ],
    [
      'a code that was never issued',
      { code: 'never-issued' },
      'The authorization code is invalid or has expired.',
    ],
  ])('is refused with %s', async (_, changes, description) => {
    const answer = await exchange(await codeOf(), changes);
    expect(refusalOf(answer)).toEqual([400, 'invalid_grant', description]);
  });

  test('is good for one exchange', async () => {
    const code = await codeOf();
    tokenOf(await exchange(code));
    expect(refusalOf(await exchange(code))).toEqual([
      400,
      'invalid_grant',
      'The authorization code is invalid or has expired.',
    ]);
  });

  test('is good for its own app only', async () => {
    const answer = await exchange(await codeOf(web));
    expect(refusalOf(answer)).toEqual([
      400,
      'invalid_grant',
      "The grant was issued to another client. Please make sure the 'client_id' matches the one used at the authorize request.",
    ]);
  });
});

describe('the sign-in page', () => {
  test('lets a person refuse', async () => {
    expect(await callback({ refuse: 'yes' })).toMatchObject({
      error: 'access_denied',
      state: 'a-state',
    });
  });

  test('refuses a person to whom the app is not assigned', async () => {
    expect(await callback({ login: 'eve@example.com' })).toMatchObject({
      error: 'access_denied',
      error_description: 'User is not assigned to the client application.',
    });
  });

  test('is nowhere without a sign-in that has begun', async () => {
    const answer = await send('GET', '/sign-in/no-such-sign-in');
    expect(apiErrorOf(answer)[1]).toBe('E0000007');
  });

  test('sends nobody to an address that the app does not have', async () => {
    const there = authorizeAddress({ redirect_uri: 'https://evil.example/callback' });
    const answer = await send('GET', there.replace(`https://${host}`, ''));
    expect(answer.status).toBe(400);
    expect(answer.headers['location']).toBeUndefined();
    expect(JSON.parse(answer.body)).toMatchObject({ error: 'invalid_redirect_uri' });
  });
});

describe('the scopes of a person’s token', () => {
  test.each([
    ['a scope that does not exist', 'okta.nothing.read', 'invalid_scope'],
    ['a scope of a custom server', 'orders.read', 'invalid_scope'],
    ['a scope that the app has not been granted', 'okta.users.read', 'consent_required'],
  ])('refuse %s', async (_, scope, error) => {
    expect(await callback(ada, { scope })).toMatchObject({ error });
  });

  test('may be `.self` scopes, which a program on its own never gets', async () => {
    const { code } = await callback(ada, { scope: 'okta.users.read.self' }, web);
    expect(code).toMatch(/./);
  });

  test('are only those that were granted to the app', async () => {
    const { code = '' } = await callback(ada, { scope: 'okta.groups.read okta.users.read' });
    expect(JSON.parse((await exchange(code)).body)).toMatchObject({ scope: 'okta.groups.read' });
  });
});

describe('a call with a person’s token', () => {
  test('needs that person’s admin role', async () => {
    const { code = '' } = await callback({ login: 'bob@example.com' });
    const answer = await groupsWith(tokenOf(await exchange(code)));
    expect(apiErrorOf(answer).slice(0, 2)).toEqual([403, 'E0000006']);
  });

  test('needs the scope too, and expires', async () => {
    const token = tokenOf(await exchange(await codeOf()));
    const logs = await send('GET', '/api/v1/logs', { authorization: `Bearer ${token}` });
    expect(challengeOf(logs).slice(0, 3)).toEqual([403, 'Bearer', 'insufficient_scope']);
    org.expireTokens();
    expect(challengeOf(await groupsWith(token)).slice(0, 3)).toEqual([
      401,
      'Bearer',
      'invalid_token',
    ]);
  });
});

describe('a refresh token', () => {
  test('gives a new access token, again and again', async () => {
    const { refresh_token: refreshToken } = JSON.parse((await exchange(await codeOf())).body) as {
      refresh_token: string;
    };
    for (let time = 0; time < 2; time += 1) {
      const answer = await postToken(
        form({
          grant_type: 'refresh_token',
          client_id: native.clientId,
          refresh_token: refreshToken,
          scope: 'okta.groups.read offline_access',
        }),
      );
      expect(JSON.parse(answer.body)).toMatchObject({ refresh_token: refreshToken });
      expect((await groupsWith(tokenOf(answer))).status).toBe(200);
    }
  });

  test('is refused when it was never issued', async () => {
    const answer = await postToken(
      form({
        grant_type: 'refresh_token',
        client_id: native.clientId,
        refresh_token: 'never-issued',
      }),
    );
    expect(refusalOf(answer)).toEqual([
      400,
      'invalid_grant',
      'The refresh token is invalid or expired.',
    ]);
  });
});

async function askForCode(client: OrgSignInApp = native): Promise<Reply> {
  return send(
    'POST',
    '/oauth2/v1/device/authorize',
    { 'content-type': 'application/x-www-form-urlencoded' },
    form({ client_id: client.clientId, scope: 'okta.groups.read offline_access' }),
  );
}

function poll(deviceCode: string): Promise<Reply> {
  return postToken(
    form({
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      client_id: native.clientId,
      device_code: deviceCode,
    }),
  );
}

interface DeviceAnswer {
  readonly device_code: string;
  readonly user_code: string;
  readonly verification_uri: string;
  readonly verification_uri_complete: string;
  readonly interval: number;
}

describe('device authorization', () => {
  test('is pending until the person agrees, and then gives tokens once', async () => {
    const device = JSON.parse((await askForCode()).body) as DeviceAnswer;
    expect(device).toMatchObject({
      user_code: expect.stringMatching(/^[A-Z]{8}$/),
      verification_uri: `https://${host}/activate`,
      expires_in: 600,
      interval: 1,
    });
    expect(refusalOf(await poll(device.device_code))).toEqual([
      400,
      'authorization_pending',
      'The device authorization is pending. Please try again later.',
    ]);
    const end = await personAtBrowser(address, device.verification_uri_complete, ada);
    expect(end).toContain('The device is activated');
    const answer = await poll(device.device_code);
    expect(JSON.parse(answer.body)).toMatchObject({ refresh_token: expect.stringMatching(/./) });
    expect((await groupsWith(tokenOf(answer))).status).toBe(200);
    expect(refusalOf(await poll(device.device_code))).toEqual([
      400,
      'invalid_grant',
      'The device code is invalid or has expired.',
    ]);
  });

  test('ends when the person refuses', async () => {
    const device = JSON.parse((await askForCode()).body) as DeviceAnswer;
    await personAtBrowser(address, device.verification_uri_complete, { refuse: 'yes' });
    expect(refusalOf(await poll(device.device_code)).slice(0, 2)).toEqual([403, 'access_denied']);
  });

  test('is for native apps', async () => {
    const answer = await send(
      'POST',
      '/oauth2/v1/device/authorize',
      {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: basic(web.clientId, secret),
      },
      form({ scope: 'okta.groups.read' }),
    );
    expect(answer.status).toBe(400);
  });

  test('refuses a device code that was never issued', async () => {
    expect(refusalOf(await poll('never-issued')).slice(0, 2)).toEqual([400, 'invalid_grant']);
  });
});

test('an app in which people sign in gets no token on its own', async () => {
  const answer = await postToken(
    form({ grant_type: 'client_credentials', scope: 'okta.groups.read' }),
    { authorization: basic(web.clientId, secret) },
  );
  expect(refusalOf(answer)).toEqual([
    401,
    'invalid_client',
    "Only clients with 'application_type' of 'service' may use the client_credentials 'grant_type' with the Org Authorization Server.",
  ]);
});

test('a service app is no app to sign in with', async () => {
  const code = await postToken(
    await tokenParameters(clientIds.serviceApp, { grant_type: 'authorization_code', code: 'x' }),
  );
  expect(code.status).toBe(400);
  const there = authorizeAddress({ client_id: clientIds.serviceApp });
  const answer = await send('GET', there.replace(`https://${host}`, ''));
  expect(answer.status).toBe(400);
});
