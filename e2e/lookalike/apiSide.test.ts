import { exportJWK, type JWTPayload, SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';

import {
  apiToken,
  ath,
  basic,
  challengeOf,
  clientIds,
  apiErrorOf,
  groupsUrl,
  host,
  type JwtChanges,
  now,
  orgUnderTest,
} from './orgUnderTest.ts';

const { org, ec, stranger, send, proof, bearerToken, boundToken, raw } = await orgUnderTest();

describe('the API answers', () => {
  test('a bearer token, a bound token with a proof, and an API token', async () => {
    const token = await boundToken();
    const answers = [
      await send('GET', '/api/v1/groups', { authorization: `Bearer ${await bearerToken()}` }),
      await send('GET', '/api/v1/groups', {
        authorization: `DPoP ${token}`,
        dpop: await proof('GET', groupsUrl, { claims: { ath: ath(token) } }),
      }),
      await send('GET', '/api/v1/groups', { authorization: `SSWS ${apiToken}` }),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(JSON.parse(body)).toHaveLength(25);
    }
  });

  test('a proof whose URL has no query, or has one, or encodes more than it must', async () => {
    const token = await boundToken('okta.users.manage');
    for (const htu of [
      `https://${host}/api/v1/users/a%40example.com`,
      `https://${host}/api/v1/users/a%40example.com?search=x`,
      `https://${host}:443/api/v1/users/%61%40example.com`,
    ]) {
      const { status } = await send('GET', '/api/v1/users/a%40example.com?search=x', {
        authorization: `DPoP ${token}`,
        dpop: await proof('GET', htu, { claims: { ath: ath(token) } }),
      });
      expect(status, htu).toBe(200);
    }
  });

  test('a manage scope where the read scope is asked for (C30)', async () => {
    const token = await bearerToken(clientIds.serviceApp, 'okta.users.manage');
    const { status } = await send('GET', '/api/v1/users/me', { authorization: `Bearer ${token}` });
    expect(status).toBe(200);
  });

  test('other operations with what it has received, and DELETE with nothing', async () => {
    const authorization = `Bearer ${await bearerToken(clientIds.serviceApp, 'okta.users.manage')}`;
    const body = { profile: { 'a"b': '</script>\u2028é' } };
    const put = await send(
      'PUT',
      '/api/v1/users/a%2Fb?x=%41&x=2',
      { authorization, 'content-type': 'application/json' },
      JSON.stringify(body),
    );
    expect(JSON.parse(put.body)).toEqual({
      method: 'PUT',
      path: '/api/v1/users/a%2Fb',
      query: [
        ['x', 'A'],
        ['x', '2'],
      ],
      body,
    });
    const removed = await send('DELETE', '/api/v1/users/00u1', { authorization });
    expect(removed).toMatchObject({ status: 204, body: '' });
  });

  test('with the headers of the rate limit (C40)', async () => {
    const { headers } = await send('GET', '/api/v1/groups', { authorization: `SSWS ${apiToken}` });
    expect(Number(headers['x-rate-limit-limit'])).toBeGreaterThan(0);
    expect(Number(headers['x-rate-limit-remaining'])).toBeGreaterThan(0);
    expect(Number(headers['x-rate-limit-reset'])).toBeGreaterThan(now());
  });

  test('a long list page by page, with links that keep the other parameters byte for byte', async () => {
    let target: string | undefined = '/api/v1/groups?limit=10&q=%41+%22%3E,b&after=';
    target = target.replace('&after=', '');
    const ids: string[] = [];
    const pages: string[] = [];
    while (target !== undefined) {
      pages.push(target);
      const { headers, body } = await send('GET', target, { authorization: `SSWS ${apiToken}` });
      ids.push(...(JSON.parse(body) as { id: string }[]).map(({ id }) => id));
      const links = String(headers['link']);
      expect(links).toContain(`<https://${host}${target}>; rel="self"`);
      target = new RegExp(`<https://${host}([^>]+)>; rel="next"`).exec(links)?.[1];
    }
    expect(new Set(ids).size).toBe(25);
    expect(pages).toEqual([
      '/api/v1/groups?limit=10&q=%41+%22%3E,b',
      '/api/v1/groups?after=00gexamplegroup00010&limit=10&q=%41+%22%3E,b',
      '/api/v1/groups?after=00gexamplegroup00020&limit=10&q=%41+%22%3E,b',
    ]);
  });

  test('links in headers of their own, and no self link when the query is very long', async () => {
    const short = await raw(
      `GET /api/v1/groups?limit=1 HTTP/1.1\r\nAuthorization: SSWS ${apiToken}`,
    );
    expect(short.match(/^link: /gim)).toHaveLength(2);
    const long = await raw(
      `GET /api/v1/groups?q=${'a'.repeat(9999)} HTTP/1.1\r\nAuthorization: SSWS ${apiToken}`,
    );
    expect(long).toMatch(/^HTTP\/1\.1 200/);
    expect(long).not.toMatch(/^link: /im);
  });
});

describe('the API refuses', () => {
  const insufficient = 'The access token provided does not contain the required scopes.';
  const noPermission = 'You do not have permission to perform the requested action';

  test('a call without a usable Authorization header (G44)', async () => {
    for (const headers of [{}, { authorization: basic('0oa', 'secret') }, { authorization: '' }]) {
      const answer = await send('GET', '/api/v1/groups', headers);
      expect(apiErrorOf(answer)).toEqual([403, 'E0000005', 'Invalid session']);
    }
  });

  test('a wrong or revoked API token, and one whose owner has no role (G43, G36)', async () => {
    for (const token of ['wrong', `${apiToken}-revoked`, await bearerToken()]) {
      const answer = await send('GET', '/api/v1/groups', { authorization: `SSWS ${token}` });
      expect(apiErrorOf(answer)).toEqual([401, 'E0000011', 'Invalid token provided']);
    }
    const answer = await send('GET', '/api/v1/groups', {
      authorization: `SSWS ${apiToken}-norole`,
    });
    expect(apiErrorOf(answer)).toEqual([403, 'E0000006', noPermission]);
  });

  test('an access token without the scope, and names the scope (G35)', async () => {
    const answer = await send('GET', '/api/v1/logs?limit=1', {
      authorization: `Bearer ${await bearerToken()}`,
    });
    expect(challengeOf(answer)).toEqual([403, 'Bearer', 'insufficient_scope', insufficient]);
    expect(answer.headers['www-authenticate']).toBe(
      `Bearer authorization_uri="http://${host}/oauth2/v1/authorize", realm="http://${host}", scope="okta.logs.read", error="insufficient_scope", error_description="${insufficient}", resource="/api/v1/logs"`,
    );
  });

  test('a literal path by its own scopes, not by those of a placeholder', async () => {
    const answer = await send('GET', '/api/v1/groups/rules', {
      authorization: `Bearer ${await bearerToken()}`,
    });
    expect(challengeOf(answer)).toEqual([403, 'Bearer', 'insufficient_scope', insufficient]);
  });

  test('an access token with one of two scopes that are needed', async () => {
    const path = '/api/v1/both';
    const one = { authorization: `Bearer ${await bearerToken()}` };
    expect(challengeOf(await send('GET', path, one))[2]).toBe('insufficient_scope');
    const scopes = 'okta.groups.read okta.users.manage';
    const both = { authorization: `Bearer ${await bearerToken(clientIds.serviceApp, scopes)}` };
    expect((await send('GET', path, both)).status).toBe(200);
  });

  test('the credential that an operation does not accept, and takes the other', async () => {
    const bearer = { authorization: `Bearer ${await bearerToken()}` };
    const ssws = { authorization: `SSWS ${apiToken}` };
    expect(apiErrorOf(await send('GET', '/api/v1/oauth-only', ssws))[1]).toBe('E0000011');
    expect((await send('GET', '/api/v1/oauth-only', bearer)).status).toBe(200);
    expect(challengeOf(await send('GET', '/api/v1/token-only', bearer))[2]).toBe(
      'insufficient_scope',
    );
    expect((await send('GET', '/api/v1/token-only', ssws)).status).toBe(200);
  });

  test('a service app without an admin role (G36)', async () => {
    const answer = await send('GET', '/api/v1/groups', {
      authorization: `Bearer ${await bearerToken(clientIds.noRole)}`,
    });
    expect(apiErrorOf(answer)).toEqual([403, 'E0000006', noPermission]);
  });

  test('a token that has expired (G38)', async () => {
    const token = await bearerToken();
    org.expireTokens();
    const answer = await send('GET', '/api/v1/groups', { authorization: `Bearer ${token}` });
    expect(challengeOf(answer)).toEqual([401, 'Bearer', 'invalid_token', 'The token has expired.']);
    const { status } = await send('GET', '/api/v1/groups', {
      authorization: `Bearer ${await bearerToken()}`,
    });
    expect(status).toBe(200);
  });

  test.each<readonly [string, JWTPayload, string]>([
    [
      'of another issuer (G39)',
      { iss: `https://${host}/oauth2/default`, aud: `https://${host}` },
      'The access token provided has an invalid issuer.',
    ],
    [
      'for another audience (G39)',
      { iss: `https://${host}`, aud: 'api://default' },
      'The access token provided is not intended for Okta.',
    ],
    [
      'with a signature that is not the org’s',
      { iss: `https://${host}`, aud: `https://${host}` },
      'The access token is invalid.',
    ],
  ])('a token %s', async (_, claims, description) => {
    const token = await new SignJWT({ ...claims, exp: now() + 300 })
      .setProtectedHeader({ alg: 'RS256' })
      .sign(stranger.privateKey);
    const answer = await send('GET', '/api/v1/groups', { authorization: `Bearer ${token}` });
    expect(challengeOf(answer)).toEqual([401, 'Bearer', 'invalid_token', description]);
  });

  test('what is no access token, or none', async () => {
    const wrong = await send('GET', '/api/v1/groups', { authorization: 'Bearer undefined' });
    expect(challengeOf(wrong)).toEqual([
      401,
      'Bearer',
      'invalid_token',
      'The access token is invalid.',
    ]);
    const none = await send('GET', '/api/v1/groups', { authorization: 'Bearer' });
    expect(challengeOf(none)).toEqual([
      401,
      'Bearer',
      'invalid_request',
      'The access token is missing.',
    ]);
  });

  test('a bound token as Bearer (G40)', async () => {
    const answer = await send('GET', '/api/v1/groups', {
      authorization: `Bearer ${await boundToken()}`,
    });
    const description =
      'The resource request must use the DPoP authentication scheme when using a DPoP bound token.';
    expect(challengeOf(answer)).toEqual([400, 'DPoP', 'invalid_request', description]);
    expect(answer.headers['www-authenticate']).toContain(
      'algs="RS256 RS384 RS512 ES256 ES384 ES512"',
    );
  });

  test('a bound token without a proof (G41)', async () => {
    const answer = await send('GET', '/api/v1/groups', {
      authorization: `DPoP ${await boundToken()}`,
    });
    const description = 'The resource request requires a DPoP proof.';
    expect(challengeOf(answer)).toEqual([400, 'DPoP', 'invalid_request', description]);
  });

  test('a bearer token as DPoP (G42)', async () => {
    const token = await bearerToken();
    const answer = await send('GET', '/api/v1/groups', {
      authorization: `DPoP ${token}`,
      dpop: await proof('GET', groupsUrl, { claims: { ath: ath(token) } }),
    });
    const description = 'The presented access_token is not DPoP bound.';
    expect(challengeOf(answer)).toEqual([401, 'DPoP', 'invalid_token', description]);
  });

  test('a proof of another key than the token’s (G42)', async () => {
    const token = await boundToken();
    const answer = await send('GET', '/api/v1/groups', {
      authorization: `DPoP ${token}`,
      dpop: await proof('GET', groupsUrl, {
        claims: { ath: ath(token) },
        header: { jwk: await exportJWK(ec.publicKey) },
        key: ec.privateKey,
      }),
    });
    const description = 'The access_token is not bound to the provided DPoP proof.';
    expect(challengeOf(answer)).toEqual([400, 'DPoP', 'invalid_dpop_proof', description]);
  });

  describe('a proof', () => {
    let token: string;
    beforeAll(async () => {
      token = await boundToken();
    });

    test.each<readonly [string, JwtChanges & { htm?: string; htu?: string }, string]>([
      [
        'of another type',
        { header: { typ: 'JWT' } },
        "'typ' must be 'dpop+jwt' in the DPoP proof JWT.",
      ],
      ['without its key', { header: { jwk: undefined } }, 'The DPoP proof JWT is invalid.'],
      [
        'for another method (G25)',
        { htm: 'POST' },
        "'htm' claim in the DPoP proof JWT is invalid.",
      ],
      [
        'for another URL (G25)',
        { htu: `${groupsUrl}/rules` },
        "'htu' claim in the DPoP proof JWT is invalid.",
      ],
      [
        'for another scheme (G25)',
        { htu: groupsUrl.replace('https', 'http') },
        "'htu' claim in the DPoP proof JWT is invalid.",
      ],
      [
        'without iat (G25)',
        { claims: { iat: undefined } },
        "'iat' claim in the DPoP proof JWT is invalid.",
      ],
      [
        'without jti (G25)',
        { claims: { jti: undefined } },
        "'jti' claim in the DPoP proof JWT is invalid.",
      ],
      [
        'of another token (G25)',
        { claims: { ath: ath('another') } },
        "'ath' claim in the DPoP proof does not match the presented access_token.",
      ],
      [
        'without ath (G25)',
        { claims: { ath: undefined } },
        "'ath' claim in the DPoP proof does not match the presented access_token.",
      ],
      [
        'from the future (G26)',
        { claims: { iat: Math.floor(Date.now() / 1000) + 250 } },
        'The DPoP proof JWT is issued in the future.',
      ],
      [
        'more than five minutes old (G26)',
        { claims: { iat: Math.floor(Date.now() / 1000) - 400 } },
        'The DPoP proof JWT is issued more than five minutes in the past.',
      ],
    ])('%s', async (_, { htm = 'GET', htu = groupsUrl, ...changes }, description) => {
      const answer = await send('GET', '/api/v1/groups', {
        authorization: `DPoP ${token}`,
        dpop: await proof(htm, htu, { ...changes, claims: { ath: ath(token), ...changes.claims } }),
      });
      expect(challengeOf(answer)).toEqual([400, 'DPoP', 'invalid_dpop_proof', description]);
    });

    test('that another key has signed', async () => {
      const answer = await send('GET', '/api/v1/groups', {
        authorization: `DPoP ${token}`,
        dpop: await proof('GET', groupsUrl, { claims: { ath: ath(token) }, key: ec.privateKey }),
      });
      const description = 'The DPoP proof JWT signature is invalid.';
      expect(challengeOf(answer)).toEqual([400, 'DPoP', 'invalid_dpop_proof', description]);
    });

    test('that was used before (G27)', async () => {
      const headers = {
        authorization: `DPoP ${token}`,
        dpop: await proof('GET', groupsUrl, { claims: { ath: ath(token) } }),
      };
      expect((await send('GET', '/api/v1/groups', headers)).status).toBe(200);
      const description = 'The DPoP proof JWT has already been used.';
      const again = await send('GET', '/api/v1/groups', headers);
      expect(challengeOf(again)).toEqual([400, 'DPoP', 'invalid_dpop_proof', description]);
    });
  });

  test('as many calls as it is told to, and says when to come back (G45)', async () => {
    org.refuseNext(2, 7);
    const headers = { authorization: `SSWS ${apiToken}` };
    const answers = [];
    for (let call = 0; call < 3; call += 1) {
      answers.push(await send('GET', '/api/v1/groups', headers));
    }
    expect(answers.map(({ status }) => status)).toEqual([429, 429, 200]);
    for (const answer of answers.slice(0, 2)) {
      expect(apiErrorOf(answer)).toEqual([
        429,
        'E0000047',
        'API call exceeded rate limit due to too many requests.',
      ]);
      expect(answer.headers['x-rate-limit-remaining']).toBe('0');
      const ahead = Number(answer.headers['x-rate-limit-reset']) - Date.now() / 1000;
      expect(ahead).toBeGreaterThan(0);
      expect(ahead).toBeLessThanOrEqual(8);
    }
  });

  test('paths and methods that it does not have', async () => {
    const headers = { authorization: `SSWS ${apiToken}` };
    expect(apiErrorOf(await send('GET', '/api/v1/unknown?x=1', headers))).toEqual([
      404,
      'E0000007',
      'Not found: Resource not found: /api/v1/unknown',
    ]);
    expect((await send('GET', '/api/v1/groups/', headers)).status).toBe(404);
    expect(apiErrorOf(await send('DELETE', '/api/v1/groups', headers))).toEqual([
      405,
      'E0000022',
      'The endpoint does not support the provided HTTP method',
    ]);
  });

  test('a body that is no JSON, and a wrong page', async () => {
    const headers = { authorization: `SSWS ${apiToken}`, 'content-type': 'application/json' };
    const notJson = await send('POST', '/api/v1/groups', headers, '{"a":');
    expect(apiErrorOf(notJson)).toEqual([400, 'E0000003', 'The request body was not well-formed.']);
    const notSaid = await send(
      'POST',
      '/api/v1/groups',
      { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      'a=b',
    );
    expect(JSON.parse(notSaid.body)).toMatchObject({ errorCode: 'E0000021' });
    for (const query of ['limit=0', 'limit=x', 'limit=10001', 'after=unknown']) {
      const answer = await send('GET', `/api/v1/groups?${query}`, headers);
      expect(JSON.parse(answer.body)).toMatchObject({ errorCode: 'E0000001' });
    }
  });
});
