import { calculateJwkThumbprint, decodeJwt, exportJWK, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';

import {
  apiToken,
  basic,
  clientIds,
  clientSecret,
  apiErrorOf,
  groupsUrl,
  host,
  hostileKeyIds,
  hostileSecrets,
  type JwtChanges,
  now,
  orgUnderTest,
  type Refusal,
  refusalOf,
  type Reply,
  tokenOf,
  tokenUrl,
  withoutAssertion,
} from './orgUnderTest.ts';

const { ec, stranger, proofKey, send, assertion, proof, tokenParameters, postToken, nonce } =
  await orgUnderTest();

describe('a service app', () => {
  test('gets a bearer token of one hour for its assertion, RSA or EC (C25, C26)', async () => {
    const answers = [
      await postToken(await tokenParameters(clientIds.serviceApp)),
      await postToken(
        await tokenParameters(clientIds.serviceApp, {
          client_assertion: await assertion(clientIds.serviceApp, {
            header: { alg: 'ES256', kid: 'ec' },
            key: ec.privateKey,
          }),
        }),
      ),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(JSON.parse(answer.body)).toEqual({
        token_type: 'Bearer',
        expires_in: 3600,
        access_token: expect.stringMatching(/^eyJ/),
        scope: 'okta.groups.read',
      });
      expect(Object.keys(JSON.parse(answer.body) as object)[0]).toBe('token_type');
    }
  });

  test('may leave out its kid while it has one key (C22)', async () => {
    const answer = await postToken(
      await tokenParameters(clientIds.oneKey, {
        client_assertion: await assertion(clientIds.oneKey, { header: { kid: undefined } }),
      }),
    );
    expect(answer.status).toBe(200);
  });

  test('may name its key by any text, however hostile', async () => {
    for (const kid of hostileKeyIds) {
      const clientId = clientIds.hostileKeys;
      const answer = await postToken(
        await tokenParameters(clientId, {
          client_assertion: await assertion(clientId, { header: { kid } }),
        }),
      );
      expect(answer.status, JSON.stringify(kid)).toBe(200);
    }
  });

  test('gets a token bound to its key after being asked for a nonce (D10 to D13)', async () => {
    const first = await postToken(await tokenParameters(clientIds.dpop), {
      dpop: await proof('POST', tokenUrl),
    });
    expect(refusalOf(first)).toEqual([
      400,
      'use_dpop_nonce',
      'Authorization server requires nonce in DPoP proof.',
    ]);
    const second = await postToken(await tokenParameters(clientIds.dpop), {
      dpop: await proof('POST', tokenUrl, {
        claims: { nonce: String(first.headers['dpop-nonce']) },
      }),
    });
    expect(JSON.parse(second.body)).toMatchObject({ token_type: 'DPoP', expires_in: 3600 });
    const thumbprint = await calculateJwkThumbprint(await exportJWK(proofKey.publicKey));
    expect(decodeJwt(tokenOf(second))['cnf']).toEqual({ jkt: thumbprint });
  });

  test('may use the same nonce again (D12)', async () => {
    const known = await nonce();
    for (let call = 0; call < 2; call += 1) {
      const answer = await postToken(await tokenParameters(clientIds.dpop), {
        dpop: await proof('POST', tokenUrl, { claims: { nonce: known } }),
      });
      expect(answer.status).toBe(200);
    }
  });

  test('gets a bound token where DPoP is optional, if it sends a proof', async () => {
    const answer = await postToken(await tokenParameters(clientIds.serviceApp), {
      dpop: await proof('POST', tokenUrl, { claims: { nonce: await nonce() } }),
    });
    expect(JSON.parse(answer.body)).toMatchObject({ token_type: 'DPoP' });
  });

  test('gets those scopes that are granted, and not the others (C34)', async () => {
    const answer = await postToken(
      await tokenParameters(clientIds.serviceApp, { scope: 'okta.groups.read okta.logs.read' }),
    );
    expect(JSON.parse(answer.body)).toMatchObject({ scope: 'okta.groups.read' });
  });
});

describe('an API service integration', () => {
  test('gets a bearer token for its secret in a Basic header (E23)', async () => {
    const answer = await postToken(await tokenParameters('', withoutAssertion), {
      authorization: basic(clientIds.integration, clientSecret),
    });
    expect(JSON.parse(answer.body)).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
  });

  test('may have any text as its secret, which is not form-decoded; its client id is (RFC 6749, 2.3.1)', async () => {
    for (const [index, secret] of hostileSecrets.entries()) {
      const answer = await postToken(await tokenParameters('', withoutAssertion), {
        authorization: basic(`hostile%2Bsecret-${index}`, secret),
      });
      expect(answer.status, JSON.stringify(secret)).toBe(200);
      const wrong = await postToken(await tokenParameters('', withoutAssertion), {
        authorization: basic(`hostile%2Bsecret-${index}`, `${secret}x`),
      });
      expect(wrong.status).toBe(401);
    }
  });
});

function invalidClient(description: string): Refusal {
  return [401, 'invalid_client', description];
}

function invalidRequest(description: string): Refusal {
  return [400, 'invalid_request', description];
}

function invalidScope(description: string): Refusal {
  return [400, 'invalid_scope', description];
}

/** A token request with a Basic header. */
function bySecret(clientId: string, secret: string, parameters = {}): () => Promise<Reply> {
  return async () =>
    postToken(await tokenParameters('', { ...withoutAssertion, ...parameters }), {
      authorization: basic(clientId, secret),
    });
}

/** A token request with an assertion, its parameters changed. */
function byParameters(
  changes: Readonly<Record<string, string | undefined>>,
  clientId: string = clientIds.serviceApp,
): () => Promise<Reply> {
  return async () => postToken(await tokenParameters(clientId, changes));
}

/** A token request whose assertion is changed. */
function byAssertion(
  changes: JwtChanges,
  clientId: string = clientIds.serviceApp,
): () => Promise<Reply> {
  return async () =>
    postToken(
      await tokenParameters(clientId, { client_assertion: await assertion(clientId, changes) }),
    );
}

/** A token request whose proof is changed. */
function byProof(changes: JwtChanges, htm = 'POST', htu = tokenUrl): () => Promise<Reply> {
  return async () =>
    postToken(await tokenParameters(clientIds.dpop), {
      dpop: await proof(htm, htu, {
        ...changes,
        claims: { nonce: await nonce(), ...changes.claims },
      }),
    });
}

describe('the token endpoint refuses', () => {
  const app = clientIds.serviceApp;
  const clientMethod =
    'Client Credentials requests to the Org Authorization Server must use the private_key_jwt token_endpoint_auth_method.';
  const integrationMethod =
    'OAuth Integration Client Credentials requests to the Org Authorization Server must use either private_key_jwt or client_secret_basic as the token_endpoint_auth_method.';
  const multiple =
    'Cannot supply multiple client credentials. Use one of the following: credentials in the Authorization header, credentials in the post body, or a client_assertion in the post body.';
  const inQuery = 'Client credentials cannot be supplied via query parameters.';
  const noBasic = 'Found Authentication header but was not valid client credentials.';
  const wrongSecret = 'The client secret supplied for a confidential client is invalid.';
  const wrongKid = 'The client_assertion JWT kid is invalid.';
  const wrongSignature = 'The client_assertion signature is invalid.';
  const wrongAudience =
    'The audience claim for client_assertion must be the endpoint invoked for the request.';
  const wrongIssuer = 'The issuer claim for client_assertion is not a valid client_id.';
  const wrongSubject = 'The subject claim for client_assertion is not a valid client_id.';
  const expRequired = "The client_assertion must contain the 'exp' claim as seconds since epoch.";
  const tooFar = 'The client_assertion token has an expiration too far into the future.';
  const used = 'The client_assertion token has already been used.';
  const noGrantType =
    "The token request must specify a 'grant_type'. Valid values: [client_credentials]";
  const unknownScope =
    'One or more scopes are not configured for the authorization server resource.';

  test.each<readonly [string, () => Promise<Reply>, Refusal]>([
    [
      'no credentials (G4)',
      byParameters(withoutAssertion),
      invalidClient('No client credentials found.'),
    ],
    [
      'a client id alone (G4)',
      byParameters({ ...withoutAssertion, client_id: app }),
      invalidClient('No client credentials found.'),
    ],
    [
      'an unknown client with a secret (G5)',
      bySecret(clientIds.unknown, clientSecret),
      invalidClient("Invalid value for 'client_id' parameter."),
    ],
    [
      'an unknown client with a secret in the form (G5)',
      byParameters({
        ...withoutAssertion,
        client_id: clientIds.unknown,
        client_secret: clientSecret,
      }),
      invalidClient("Invalid value for 'client_id' parameter."),
    ],
    ['a service app with a secret (G1)', bySecret(app, clientSecret), invalidClient(clientMethod)],
    [
      'a service app with a secret in the form (G1)',
      byParameters({ ...withoutAssertion, client_id: app, client_secret: clientSecret }),
      invalidClient(clientMethod),
    ],
    [
      'an integration with a key (G2)',
      byParameters({}, clientIds.integration),
      invalidClient(integrationMethod),
    ],
    [
      'an integration with its secret in the form (G2, E24)',
      byParameters({
        ...withoutAssertion,
        client_id: clientIds.integration,
        client_secret: clientSecret,
      }),
      invalidClient(integrationMethod),
    ],
    [
      'an integration with a wrong secret (G3)',
      bySecret(clientIds.integration, 'wrong'),
      invalidClient(wrongSecret),
    ],
    [
      'a Basic header without a colon',
      async () =>
        postToken(await tokenParameters('', withoutAssertion), {
          authorization: `Basic ${btoa('nothing')}`,
        }),
      invalidClient(noBasic),
    ],
    [
      'a Basic header without a secret',
      bySecret(clientIds.integration, ''),
      invalidClient(noBasic),
    ],
    [
      'a Basic header that is not Base64',
      async () =>
        postToken(await tokenParameters('', withoutAssertion), { authorization: 'Basic ???' }),
      invalidClient(noBasic),
    ],
    [
      'another scheme',
      async () =>
        postToken(await tokenParameters('', withoutAssertion), {
          authorization: `SSWS ${apiToken}`,
        }),
      invalidClient(noBasic),
    ],
    [
      'a Basic header and an assertion together (G28)',
      async () =>
        postToken(await tokenParameters(app), { authorization: basic(app, clientSecret) }),
      [401, 'invalid_request', multiple],
    ],
    [
      'an assertion and a secret together (G28)',
      byParameters({ client_secret: clientSecret }),
      [401, 'invalid_request', multiple],
    ],
    [
      'a client id beside a Basic header (G28)',
      bySecret(clientIds.integration, clientSecret, { client_id: clientIds.integration }),
      [401, 'invalid_request', multiple],
    ],
    [
      'credentials in the query (G49)',
      async () =>
        postToken(
          await tokenParameters('', withoutAssertion),
          {},
          `?client_id=${clientIds.integration}&client_secret=${clientSecret}`,
        ),
      invalidRequest(inQuery),
    ],

    [
      'a wrong kind of assertion (G29)',
      byParameters({
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:saml2-bearer',
      }),
      invalidRequest('The client_assertion_type is invalid.'),
    ],
    [
      'an assertion without its kind (G29)',
      byParameters({ client_assertion_type: undefined }),
      invalidRequest('The client_assertion_type is invalid.'),
    ],
    [
      'an assertion that is no JWT',
      byParameters({ client_assertion: 'nothing' }),
      invalidClient('The parsing of the client_assertion failed.'),
    ],
    [
      'an assertion without a signature',
      async () =>
        postToken(
          await tokenParameters(app, {
            client_assertion: new UnsecuredJWT({
              iss: app,
              sub: app,
              aud: tokenUrl,
              jti: 'x',
              exp: now() + 300,
            }).encode(),
          }),
        ),
      invalidClient('The client_assertion JWT signature algorithm is invalid.'),
    ],
    [
      'the algorithm HS256',
      async () =>
        postToken(
          await tokenParameters(app, {
            client_assertion: await new SignJWT({
              iss: app,
              sub: app,
              aud: tokenUrl,
              jti: 'x',
              exp: now() + 300,
            })
              .setProtectedHeader({ alg: 'HS256', kid: 'rsa' })
              .sign(new Uint8Array(32)),
          }),
        ),
      invalidClient('The client_assertion JWT signature algorithm is invalid.'),
    ],
    [
      'the token URL of another server as audience (G7)',
      byAssertion({ claims: { aud: `https://${host}/oauth2/default/v1/token` } }),
      invalidClient(wrongAudience),
    ],
    [
      'the org as audience (G7, C21)',
      byAssertion({ claims: { aud: `https://${host}` } }),
      invalidClient(wrongAudience),
    ],
    [
      'the audience with a slash at its end (G7)',
      byAssertion({ claims: { aud: `${tokenUrl}/` } }),
      invalidClient(wrongAudience),
    ],
    ['no audience (G7)', byAssertion({ claims: { aud: undefined } }), invalidClient(wrongAudience)],
    [
      'another issuer than the client (G8)',
      byAssertion({ claims: { iss: clientIds.unknown } }),
      invalidClient(wrongIssuer),
    ],
    ['no issuer (G8)', byAssertion({ claims: { iss: undefined } }), invalidClient(wrongIssuer)],
    [
      'another subject than the client (G8)',
      byAssertion({ claims: { sub: clientIds.unknown } }),
      invalidClient(wrongSubject),
    ],
    ['no subject (G8)', byAssertion({ claims: { sub: undefined } }), invalidClient(wrongSubject)],
    [
      'an unknown client with an assertion (G8)',
      byAssertion({}, clientIds.unknown),
      invalidClient(wrongIssuer),
    ],
    [
      'the signature of another key (G9)',
      byAssertion({ key: stranger.privateKey }),
      invalidClient(wrongSignature),
    ],
    [
      'a key of another kind than its kid (G9)',
      byAssertion({ header: { alg: 'ES256', kid: 'rsa' }, key: ec.privateKey }),
      invalidClient(wrongSignature),
    ],
    ['an unknown kid (G10)', byAssertion({ header: { kid: 'unknown' } }), invalidClient(wrongKid)],
    [
      'no kid with several keys (G10)',
      byAssertion({ header: { kid: undefined } }),
      invalidClient(wrongKid),
    ],
    [
      'a client without keys (G11)',
      byAssertion({}, clientIds.noKeys),
      invalidClient(
        'The client does not have a JWKSet configured, but the client_assertion requires one.',
      ),
    ],
    ['no expiry', byAssertion({ claims: { exp: undefined } }), invalidClient(expRequired)],
    ['an expiry that is text', byAssertion({ claims: { exp: '300' } }), invalidClient(expRequired)],
    [
      'an expired assertion (G13)',
      byAssertion({ claims: { exp: 1 } }),
      invalidClient('The client_assertion token is expired.'),
    ],
    [
      'more than an hour to the expiry (G14)',
      byAssertion({ claims: { exp: Math.floor(Date.now() / 1000) + 4000 } }),
      invalidClient(tooFar),
    ],
    [
      'an expiry in milliseconds (G14)',
      byAssertion({ claims: { exp: Date.now() + 300_000 } }),
      invalidClient(tooFar),
    ],
    [
      'an assertion from the future (G15)',
      byAssertion({ claims: { iat: Math.floor(Date.now() / 1000) + 250 } }),
      invalidClient('The client_assertion token must be issued before the current time.'),
    ],

    [
      'no scope (G17)',
      byParameters({ scope: undefined }),
      invalidScope('No scopes were requested.'),
    ],
    [
      'an empty scope (G17)',
      byParameters({ scope: '' }),
      invalidScope('No scopes were requested.'),
    ],
    [
      'a scope that Okta does not have (G18)',
      byParameters({ scope: 'okta.group.read' }),
      invalidScope(unknownScope),
    ],
    [
      'scopes of which none is granted (G19)',
      byParameters({ scope: 'okta.logs.read okta.groups.manage' }),
      [400, 'consent_required', 'You are not allowed any of the requested scopes.'],
    ],
    [
      'a scope that acts for a person (G20)',
      byParameters({ scope: 'okta.users.read.self' }),
      [
        400,
        'client_credentials_self_scope_requested',
        "The 'client_credentials' grant type may not request .self scopes.",
      ],
    ],
    [
      'an OpenID Connect scope (G21)',
      byParameters({ scope: 'openid okta.groups.read' }),
      invalidScope("Cannot request 'openid' scopes using client credentials."),
    ],
    [
      'a custom scope (G22)',
      byParameters({ scope: 'inventory.read' }),
      invalidScope('Custom scopes are not allowed for this request.'),
    ],
    [
      'a scope with letters that no scope has',
      byParameters({ scope: 'okta."groups"' }),
      invalidScope(
        'The requested scope is invalid, unknown, malformed, or exceeds the scope granted by the resource owner.',
      ),
    ],
    ['no grant type (G30)', byParameters({ grant_type: undefined }), invalidRequest(noGrantType)],
    [
      'a body in JSON (G30)',
      async () =>
        send(
          'POST',
          '/oauth2/v1/token',
          { 'content-type': 'application/json' },
          '{"grant_type":"client_credentials"}',
        ),
      invalidRequest(noGrantType),
    ],
    [
      'another grant type',
      byParameters({ grant_type: 'password' }),
      [
        400,
        'unsupported_grant_type',
        'The authorization grant type is not supported by the authorization server. Configured grant types: [client_credentials].',
      ],
    ],
    [
      'a parameter that comes twice',
      async () => postToken(`${await tokenParameters(app)}&scope=okta.users.read`),
      invalidRequest('Duplicate parameter provided in request. Duplicated parameters: [scope].'),
    ],
  ])('%s', async (_, request, refusal) => {
    expect(refusalOf(await request())).toEqual(refusal);
  });

  test('an assertion that was used before (G16)', async () => {
    const body = await tokenParameters(app);
    expect((await postToken(body)).status).toBe(200);
    expect(refusalOf(await postToken(body))).toEqual([401, 'invalid_client', used]);
  });

  test('an assertion that was used up by the request that was asked for a nonce (C23)', async () => {
    const body = await tokenParameters(clientIds.dpop);
    const first = await postToken(body, { dpop: await proof('POST', tokenUrl) });
    const second = await postToken(body, {
      dpop: await proof('POST', tokenUrl, {
        claims: { nonce: String(first.headers['dpop-nonce']) },
      }),
    });
    expect(refusalOf(second)).toEqual([401, 'invalid_client', used]);
  });

  test('an assertion without a jti, which Okta would take: said as its own', async () => {
    const answer = await byAssertion({ claims: { jti: undefined } })();
    expect(answer.status).toBe(401);
    expect(answer.body).toContain('Look-alike org: unique jti');
  });

  test('other methods than POST', async () => {
    expect(apiErrorOf(await send('GET', '/oauth2/v1/token'))).toEqual([
      405,
      'E0000022',
      'The endpoint does not support the provided HTTP method',
    ]);
  });
});

describe('the token endpoint refuses a DPoP proof', () => {
  test.each<readonly [string, () => Promise<Reply>, string]>([
    [
      'that is missing (G23)',
      async () => postToken(await tokenParameters(clientIds.dpop)),
      'The DPoP proof JWT header is missing.',
    ],
    [
      'that comes twice',
      async () =>
        postToken(await tokenParameters(clientIds.dpop), {
          dpop: [await proof('POST', tokenUrl), await proof('POST', tokenUrl)],
        }),
      'Multiple DPoP proof JWT headers are not allowed.',
    ],
    [
      'that is no JWT',
      async () => postToken(await tokenParameters(clientIds.dpop), { dpop: 'nothing' }),
      'The DPoP proof JWT cannot be parsed.',
    ],
    [
      'of another type',
      byProof({ header: { typ: 'JWT' } }),
      "'typ' must be 'dpop+jwt' in the DPoP proof JWT.",
    ],
    ['without its key', byProof({ header: { jwk: undefined } }), 'The DPoP proof JWT is invalid.'],
    [
      'for another method (G25)',
      byProof({}, 'GET'),
      "'htm' claim in the DPoP proof JWT is invalid.",
    ],
    [
      'for another URL (G25)',
      byProof({}, 'POST', groupsUrl),
      "'htu' claim in the DPoP proof JWT is invalid.",
    ],
    [
      'without iat (G25)',
      byProof({ claims: { iat: undefined } }),
      "'iat' claim in the DPoP proof JWT is invalid.",
    ],
    [
      'without jti (G25)',
      byProof({ claims: { jti: undefined } }),
      "'jti' claim in the DPoP proof JWT is invalid.",
    ],
    [
      'from the future (G26)',
      byProof({ claims: { iat: Math.floor(Date.now() / 1000) + 250 } }),
      'The DPoP proof JWT is issued in the future.',
    ],
    [
      'that is more than five minutes old (G26)',
      byProof({ claims: { iat: Math.floor(Date.now() / 1000) - 400 } }),
      'The DPoP proof JWT is issued more than five minutes in the past.',
    ],
    [
      'that is too old before it has a nonce (G26)',
      byProof({ claims: { nonce: undefined, iat: Math.floor(Date.now() / 1000) - 400 } }),
      'The DPoP proof JWT is issued more than five minutes in the past.',
    ],
    ['that has expired', byProof({ claims: { exp: 1 } }), 'The DPoP proof JWT is expired.'],
  ])('%s', async (_, request, description) => {
    expect(refusalOf(await request())).toEqual([400, 'invalid_dpop_proof', description]);
  });

  test('that another key has signed', async () => {
    const answer = await byProof({ key: ec.privateKey })();
    expect(refusalOf(answer)).toEqual([
      400,
      'invalid_dpop_proof',
      'The DPoP proof JWT signature is invalid.',
    ]);
  });

  test('that holds the private key', async () => {
    const jwk = await exportJWK(proofKey.privateKey);
    const answer = await byProof({ header: { jwk } })();
    expect(refusalOf(answer)).toEqual([
      400,
      'invalid_dpop_proof',
      'The DPoP proof JWT is invalid.',
    ]);
  });

  test('whose nonce is not its own, and gives one (G24)', async () => {
    const answer = await byProof({ claims: { nonce: 'another' } })();
    expect(refusalOf(answer)).toEqual([
      400,
      'use_dpop_nonce',
      'Authorization server requires nonce in DPoP proof.',
    ]);
    expect(answer.headers['dpop-nonce']).toMatch(/.{16}/);
  });

  test('that was used before (G27)', async () => {
    const dpop = await proof('POST', tokenUrl, { claims: { nonce: await nonce() } });
    const first = await postToken(await tokenParameters(clientIds.dpop), { dpop });
    expect(first.status).toBe(200);
    const second = await postToken(await tokenParameters(clientIds.dpop), { dpop });
    expect(refusalOf(second)).toEqual([
      400,
      'invalid_dpop_proof',
      'The DPoP proof JWT has already been used.',
    ]);
  });
});
