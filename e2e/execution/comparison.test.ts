import { createHash, randomUUID } from 'node:crypto';

import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';

import { outcomeIds } from '#guide/nodeIds.ts';
import { type Form, formName, formsFor } from '#snippets/form.ts';
import { exactJson } from '#snippets/exactJson.ts';
import { parseJson } from '#snippets/parseJson.ts';
import { defaultValues, type RequestValues } from '#snippets/values.ts';

import type { ArrivedRequest } from '../lookalike/orgSettings.ts';
import { type Deeds, differencesBetween, type Intention } from './comparison.ts';
import type { FinishedRun } from './execution.ts';
import type { Toolchain } from './toolchains.ts';

const origin = `https://${defaultValues.orgDomain}`;
const tokenUrl = `${origin}/oauth2/v1/token`;
const apiUrl = `${origin}/api/v1/groups`;
const apiToken = '00api-token';
const clientSecret = 'client-secret';
const accessToken = 'access-token-1';
const clientKeys = await generateKeyPair('ES256');
const proofKeys = await generateKeyPair('ES256');
const otherKeys = await generateKeyPair('ES256');
const publicKey = await exportJWK(clientKeys.publicKey);

/** When everything arrives. */
const at = Date.now();
const seconds = Math.floor(at / 1000);

function formNamed(name: string): Form {
  const form = outcomeIds.flatMap(formsFor).find((each) => formName(each) === name);
  if (form === undefined) throw new RangeError(`There is no form ${name}.`);
  return form;
}

const toolchain: Toolchain = { proof: 'run', programs: [], packages: [], trust: () => ({}) };

function intended(formId: string, change: Partial<Intention> = {}): Intention {
  const { values = defaultValues } = change;
  return {
    form: formNamed(formId),
    language: 'any',
    toolchain,
    values,
    bodies: [values.body],
    outcome: { ends: 'well', exchange: ['api ok'] },
    credential: { publicKey, clientSecret, apiToken },
    secrets: [apiToken, clientSecret],
    ...change,
  };
}

const goodRun: FinishedRun = {
  exitCode: 0,
  timedOut: false,
  stdout: '[]\n',
  stderr: '',
  left: [],
};

function deeds(arrived: readonly ArrivedRequest[], change: Partial<FinishedRun> = {}): Deeds {
  return { run: { ...goodRun, ...change }, arrived, strays: [], exposures: new Set() };
}

type Answer = ArrivedRequest['answer'];

const okay: Answer = { status: 200, headers: {}, body: '[]' };

function refusal(status: number, body: string, headers: Answer['headers'] = {}): Answer {
  return { status, headers, body };
}

/** A refused access token as Okta answers it: no body, and the reason in a header (fact G35). */
const challenge = 'Bearer scope="okta.groups.read", error="insufficient_scope"';
const refusedToken = refusal(403, '', { 'www-authenticate': challenge });

function apiRequest(
  change: Partial<ArrivedRequest> = {},
  authorization = `SSWS ${apiToken}`,
): ArrivedRequest {
  return {
    at,
    method: 'GET',
    target: '/api/v1/groups?limit=10',
    headers: [
      ['Accept', 'application/json'],
      ['Authorization', authorization],
    ],
    body: '',
    answer: okay,
    ...change,
  };
}

const tokenAnswer: Answer = {
  status: 200,
  headers: {},
  body: JSON.stringify({ access_token: accessToken, expires_in: 3600 }),
};

function tokenRequest(
  parameters: Readonly<Record<string, string>>,
  headers: ArrivedRequest['headers'] = [],
  answer: Answer = tokenAnswer,
): ArrivedRequest {
  return {
    at,
    method: 'POST',
    target: '/oauth2/v1/token',
    headers: [
      ['Accept', 'application/json'],
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ...headers,
    ],
    body: new URLSearchParams(parameters).toString(),
    answer,
  };
}

const grant = { grant_type: 'client_credentials', scope: 'okta.groups.read' };

const basic = [
  'Authorization',
  `Basic ${btoa(`${defaultValues.clientId}:${clientSecret}`)}`,
] as const;

/** The same request with headers added, or put in the place of those of the same name. */
function withHeaders(
  request: ArrivedRequest,
  ...headers: readonly (readonly [string, string])[]
): ArrivedRequest {
  const names = new Set(headers.map(([name]) => name));
  return {
    ...request,
    headers: [...request.headers.filter(([name]) => !names.has(name)), ...headers],
  };
}

const comparedCall = (request: ArrivedRequest, values: RequestValues = defaultValues) =>
  differencesBetween(intended('api-token', { values }), deeds([request]));

describe('an API token', () => {
  test('used as intended differs in nothing', async () => {
    expect(await comparedCall(apiRequest())).toEqual([]);
  });

  test.each([
    ['another method', { method: 'POST' }, /method is "POST", intended "GET"/],
    ['another path', { target: '/api/v1/users?limit=10' }, /target is .*users/],
    ['a query that is left out', { target: '/api/v1/groups' }, /target is/],
    ['a query that is added', { target: '/api/v1/groups?limit=10&after=1' }, /target is/],
    ['a body that is not wanted', { body: '{}' }, /body is "\{\}", intended ""/],
  ])('is missed with %s', async (_, change, difference) => {
    expect(await comparedCall(apiRequest(change))).toEqual([expect.stringMatching(difference)]);
  });

  test.each([
    ['another scheme', ['Authorization', `Bearer ${apiToken}`], /authorization is "Bearer/],
    ['another type to accept', ['Accept', '*/*'], /accept is "\*\/\*"/],
    ['a DPoP proof', ['DPoP', 'a.b.c'], /it has a DPoP proof/],
    ['a type without a body', ['Content-Type', 'text/plain'], /content-type is "text\/plain"/],
    ['a header that a value has brought', ['X-Injected', '1'], /an injected header: X-Injected/],
  ] as const)('is missed with %s', async (_, header, difference) => {
    expect(await comparedCall(withHeaders(apiRequest(), header))).toEqual([
      expect.stringMatching(difference),
    ]);
  });

  test('is missed with two headers that count only once', async () => {
    const request = apiRequest();
    const twice = { ...request, headers: [...request.headers, ['authorization', 'x'] as const] };
    expect(await comparedCall(twice)).toContain('request 1: several headers authorization');
  });

  test('goes to a target in which all but the unreserved characters are encoded', async () => {
    const values: RequestValues = {
      ...defaultValues,
      operation: { method: 'GET', path: '/api/v1/groups/{groupId}' },
      pathParameters: { groupId: "a/b'(c)*!" },
      query: [{ name: 'search', value: 'ü ~' }],
    };
    const encoded = '/api/v1/groups/a%2Fb%27%28c%29%2A%21?search=%C3%BC%20~';
    expect(await comparedCall(apiRequest({ target: encoded }), values)).toEqual([]);
    for (const other of [encoded.replace('%2F', '/'), encoded.replace('%20', '+')]) {
      expect(await comparedCall(apiRequest({ target: other }), values)).toHaveLength(1);
    }
  });

  test('sends the body as JSON, laid out in whatever way', async () => {
    const values: RequestValues = {
      ...defaultValues,
      operation: { method: 'POST', path: '/api/v1/groups' },
      query: [],
      body: exactJson({ profile: { name: 'Ü' } }),
    };
    const request = withHeaders(
      apiRequest({ method: 'POST', target: '/api/v1/groups', body: '{ "profile":\n{"name":"Ü"}}' }),
      ['Content-Type', 'application/json'],
    );
    expect(await comparedCall(request, values)).toEqual([]);
    expect(await comparedCall({ ...request, body: '{"profile":{"name":"U"}}' }, values)).toEqual([
      expect.stringMatching(/body is/),
    ]);
    const exact = parseJson('{"b":1.0,"1":12345678901234567890}');
    const exactly = { ...values, ...(exact.ok ? { body: exact.json } : {}) };
    for (const [body, differences] of [
      ['{"b": 1.0, "1": 12345678901234567890}', 0],
      ['{"b":1.0,"1":12345678901234567000}', 1],
      ['{"b":1,"1":12345678901234567890}', 1],
      ['{"1":12345678901234567890,"b":1.0}', 1],
    ] as const) {
      expect(await comparedCall({ ...request, body }, exactly)).toHaveLength(differences);
    }
    expect(
      await comparedCall(withHeaders(request, ['Content-Type', 'text/json']), values),
    ).toHaveLength(1);
  });
});

const comparedWithSecret = (token: ArrivedRequest, api = apiRequest({}, `Bearer ${accessToken}`)) =>
  differencesBetween(
    intended('api-service-integration', {
      outcome: { ends: 'well', exchange: ['token ok', 'api ok'] },
    }),
    deeds([token, api]),
  );

describe('a client secret', () => {
  const good = tokenRequest(grant, [basic]);

  test('used as intended differs in nothing', async () => {
    expect(await comparedWithSecret(good)).toEqual([]);
  });

  test.each([
    ['another scope', { ...grant, scope: 'okta.users.read' }, /scope is/],
    ['another grant', { ...grant, grant_type: 'password' }, /grant_type is/],
    ['the secret in the form', { ...grant, client_secret: clientSecret }, /parameters is/],
  ])('is missed with %s', async (_, parameters, difference) => {
    expect(await comparedWithSecret(tokenRequest(parameters, [basic]))).toEqual([
      expect.stringMatching(difference),
    ]);
  });

  test('is missed in another header, or sent as another type', async () => {
    expect(await comparedWithSecret(tokenRequest(grant))).toEqual([
      expect.stringMatching(/authorization is ""/),
    ]);
    expect(
      await comparedWithSecret(withHeaders(good, ['Content-Type', 'application/json'])),
    ).toEqual(['request 1: content-type is application/json']);
  });

  test('must bring the token that the API gets', async () => {
    expect(await comparedWithSecret(good, apiRequest({}, 'Bearer another-token'))).toEqual([
      expect.stringMatching(/request 2: authorization is/),
    ]);
  });
});

interface Proof {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly keys?: typeof proofKeys;
}

async function proofOf({ claims, keys = proofKeys }: Proof): Promise<string> {
  return new SignJWT({ jti: randomUUID(), iat: seconds, ...claims })
    .setProtectedHeader({
      typ: 'dpop+jwt',
      alg: 'ES256',
      jwk: await exportJWK(keys.publicKey),
    })
    .sign(keys.privateKey);
}

function assertionOf(jti: string = randomUUID()): Promise<string> {
  return new SignJWT({ jti })
    .setProtectedHeader({ alg: 'ES256', kid: defaultValues.keyId })
    .setAudience(tokenUrl)
    .setIssuer(defaultValues.clientId)
    .setSubject(defaultValues.clientId)
    .setExpirationTime(seconds + 300)
    .sign(clientKeys.privateKey);
}

const comparedWithDpop = (arrived: readonly ArrivedRequest[], language = 'any') =>
  differencesBetween(
    intended('service-app-dpop-ec', {
      language,
      outcome: { ends: 'well', exchange: ['token 400', 'token ok', 'api ok'] },
    }),
    deeds(arrived),
  );

describe('a private key with DPoP', () => {
  const nonce = 'nonce-1';
  const asksForNonce: Answer = {
    status: 400,
    headers: { 'dpop-nonce': nonce },
    body: '{"error":"use_dpop_nonce"}',
  };
  const ath = createHash('sha256').update(accessToken).digest('base64url');
  const usual = {
    first: { claims: { htm: 'POST', htu: tokenUrl } },
    second: { claims: { htm: 'POST', htu: tokenUrl, nonce } },
    api: { claims: { htm: 'GET', htu: apiUrl, ath } },
  };

  async function exchange(
    { first, second, api }: Readonly<Record<keyof typeof usual, Proof>> = usual,
    assertionIds: readonly [string, string] = [randomUUID(), randomUUID()],
  ): Promise<readonly ArrivedRequest[]> {
    const request = async (proof: Proof, assertionId: string, answer: Answer) =>
      tokenRequest(
        {
          ...grant,
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: await assertionOf(assertionId),
        },
        [['DPoP', await proofOf(proof)]],
        answer,
      );
    return [
      await request(first, assertionIds[0], asksForNonce),
      await request(second, assertionIds[1], tokenAnswer),
      withHeaders(apiRequest({}, `DPoP ${accessToken}`), ['DPoP', await proofOf(api)]),
    ];
  }

  test('used as intended differs in nothing', async () => {
    expect(await comparedWithDpop(await exchange())).toEqual([]);
  });

  const { htm, htu } = usual.api.claims;
  test.each([
    ['the nonce not taken', { second: usual.first }, /request 2: proof nonce is undefined/],
    ['the query in a proof', { api: { claims: { htm, htu: `${htu}?limit=10`, ath } } }, /htu/],
    ['no hash of the token', { api: { claims: { htm, htu } } }, /request 3: proof ath/],
    ['another key at the API', { api: { ...usual.api, keys: otherKeys } }, /another key than/],
    ['a proof made before', { api: { claims: { htm, htu, ath, iat: seconds - 90 } } }, /iat/],
  ])('is missed with %s', async (_, change, difference) => {
    expect(await comparedWithDpop(await exchange({ ...usual, ...change }))).toEqual([
      expect.stringMatching(difference),
    ]);
  });

  test('is missed with a proof or an assertion that comes twice', async () => {
    const jti = randomUUID();
    const proofs = {
      ...usual,
      first: { claims: { ...usual.first.claims, jti } },
      second: { claims: { ...usual.second.claims, jti } },
    };
    expect(await comparedWithDpop(await exchange(proofs))).toEqual([
      'request 2: proof jti came twice',
    ]);
    expect(await comparedWithDpop(await exchange(usual, [jti, jti]))).toEqual([
      'request 2: assertion jti came twice',
    ]);
  });

  test('signs no proofs with the client’s own key, but for Okta’s SDK', async () => {
    const own = { keys: clientKeys };
    const arrived = await exchange({
      first: { ...usual.first, ...own },
      second: { ...usual.second, ...own },
      api: { ...usual.api, ...own },
    });
    expect(await comparedWithDpop(arrived)).toContain(
      'request 1: the proof is signed with the key of the client',
    );
    expect(await comparedWithDpop(arrived, 'typescript')).toEqual([]);
  });

  test('is missed without proofs', async () => {
    const arrived = (await exchange()).map((request) =>
      Object.assign({}, request, {
        headers: request.headers.filter(([name]) => name !== 'DPoP'),
      }),
    );
    expect(await comparedWithDpop(arrived)).toContain('request 3: it has no DPoP proof');
  });
});

describe('the exchange', () => {
  test('has exactly the intended requests, in their order', async () => {
    for (const arrived of [[], [apiRequest(), apiRequest()]]) {
      const run = { stdout: '[]\n'.repeat(arrived.length) };
      expect(await differencesBetween(intended('api-token'), deeds(arrived, run))).toEqual(
        expect.arrayContaining([expect.stringMatching(/^the exchange is/)]),
      );
    }
  });

  test('may be any when the intention leaves it open, as long as the API grants nothing', async () => {
    const intention = intended('api-token', { outcome: { ends: 'badly', exchange: null } });
    const badly = { exitCode: 1, stdout: '', stderr: 'It failed.' };
    expect(await differencesBetween(intention, deeds([], badly))).toEqual([]);
    expect(await differencesBetween(intention, deeds([apiRequest()], badly))).toEqual([
      'the API answered it: api ok',
    ]);
  });

  test('follows the page that Okta names next, and no other', async () => {
    const next = `${apiUrl}?after=2&limit=10`;
    const first = apiRequest({
      answer: { ...okay, headers: { link: [`<${apiUrl}>; rel="self"`, `<${next}>; rel="next"`] } },
    });
    const intention = intended('api-token-everything', {
      outcome: { ends: 'well', exchange: ['api ok', 'api ok'] },
    });
    const compared = (second: ArrivedRequest) =>
      differencesBetween(intention, deeds([first, second], { stdout: '[]\n[]\n' }));
    expect(await compared(apiRequest({ target: '/api/v1/groups?after=2&limit=10' }))).toEqual([]);
    expect(await compared(apiRequest())).toEqual([expect.stringMatching(/request 2: target is/)]);
  });

  test('waits for the reset of the rate limit, and a second at least', async () => {
    const intention = intended('api-token', {
      outcome: { ends: 'well', exchange: ['api 429', 'api ok'] },
    });
    const reset = { 'x-rate-limit-reset': String(seconds + 3) };
    const compared = (headers: Answer['headers'], wait: number) =>
      differencesBetween(
        intention,
        deeds([apiRequest({ answer: refusal(429, '', headers) }), apiRequest({ at: at + wait })]),
      );
    expect(await compared(reset, 3000)).toEqual([]);
    expect(await compared(reset, 1500)).toEqual([expect.stringMatching(/ms before the reset/)]);
    expect(await compared({}, 1000)).toEqual([]);
    expect(await compared({}, 900)).toEqual(['it called 100 ms before the reset']);
  });

  test('touches nothing but the org, and shows no secret to other processes', async () => {
    const differences = await differencesBetween(intended('api-token'), {
      ...deeds([apiRequest()]),
      strays: ['GET to evil.example.net'],
      exposures: new Set(['curl']),
    });
    expect(differences).toEqual([
      'it called something else: GET to evil.example.net',
      'a secret among the arguments of curl',
    ]);
  });

  test('is all there is to compare where no program ran', async () => {
    const { run: _, ...sent } = deeds([apiRequest()]);
    expect(await differencesBetween(intended('api-token'), sent)).toEqual([]);
  });
});

const comparedRun = (change: Partial<FinishedRun>, toolchainChange: Partial<Toolchain> = {}) =>
  differencesBetween(
    intended('api-token', { toolchain: { ...toolchain, ...toolchainChange } }),
    deeds([apiRequest()], change),
  );

describe('a run that ends well', () => {
  test.each([
    ['an exit code', { exitCode: 1 }, /exit code is 1/],
    ['a signal', { exitCode: null }, /exit code is null/],
    ['no end', { timedOut: true }, /it did not end/],
    ['a warning', { stderr: 'deprecated\n' }, /stderr is "deprecated/],
    ['a file left', { left: ['x among the temporary files'] }, /it left a file: x/],
    ['other output', { stdout: '[ ]\n' }, /stdout is/],
    ['output without a line end', { stdout: '[]' }, /stdout is/],
    ['no output', { stdout: '' }, /stdout is ""/],
  ])('is missed with %s', async (_, change, difference) => {
    expect(await comparedRun(change)).toEqual([expect.stringMatching(difference)]);
  });

  test('may be as noisy as the toolchain always is', async () => {
    const noise = { noise: /^Picked up .*\n/gm };
    expect(await comparedRun({ stderr: 'Picked up options\n' }, noise)).toEqual([]);
    expect(await comparedRun({ stderr: 'Picked up options\nand more\n' }, noise)).toHaveLength(1);
  });

  test('prints no secret, given or got', async () => {
    expect(await comparedRun({ stderr: apiToken })).toContain('it printed a secret');
    const differences = await differencesBetween(
      intended('api-service-integration', {
        outcome: { ends: 'well', exchange: ['token ok', 'api ok'] },
      }),
      deeds([tokenRequest(grant, [basic]), apiRequest({}, `Bearer ${accessToken}`)], {
        stderr: `token ${accessToken}`,
      }),
    );
    expect(differences).toContain('it printed a secret');
  });

  test('may print a line end or nothing of an answer without a body', async () => {
    const deletes: RequestValues = {
      ...defaultValues,
      operation: { method: 'DELETE', path: '/api/v1/groups' },
    };
    const gone = apiRequest({ method: 'DELETE', answer: { status: 204, headers: {}, body: '' } });
    for (const stdout of ['', '\n']) {
      const intention = intended('api-token', { values: deletes });
      expect(await differencesBetween(intention, deeds([gone], { stdout }))).toEqual([]);
    }
  });
});

const failing = (formId: string, answer: Answer, change: Partial<Intention> = {}) => {
  const form = formNamed(formId);
  const isOauth = form.method !== 'apiToken';
  const arrived = isOauth
    ? [tokenRequest(grant, [basic]), apiRequest({ answer }, `Bearer ${accessToken}`)]
    : [apiRequest({ answer })];
  const intention = intended(formId, {
    outcome: {
      ends: 'badly',
      exchange: [...(isOauth ? ['token ok'] : []), `api ${answer.status}`],
    },
    ...change,
  });
  return (stderr: string, run: Partial<FinishedRun> = {}) =>
    differencesBetween(intention, deeds(arrived, { exitCode: 1, stdout: '', stderr, ...run }));
};

describe('a run that ends badly', () => {
  test('says the status and the body', async () => {
    const compared = failing('api-token', refusal(401, '{"errorCode":"E0000011"}'));
    expect(await compared('401 {"errorCode":"E0000011"}')).toEqual([]);
    expect(await compared('{"errorCode":"E0000011"}')).toEqual(['it does not say "401"']);
    expect(await compared('401')).toEqual([expect.stringMatching(/does not say .*E0000011/)]);
  });

  test('says why an access token is refused, which only a header does, in single requests too', async () => {
    const compared = failing('api-service-integration', refusedToken);
    expect(await compared(`403 ${challenge}`)).toEqual([]);
    expect(await compared('403 Forbidden')).toEqual([
      expect.stringMatching(/does not say .*insufficient_scope/),
    ]);
    expect(await compared(challenge)).toEqual(['it does not say "403"']);
  });

  test('may write the body to stdout as its client does, but no status and no reason', async () => {
    const printsEveryBody = { toolchain: { ...toolchain, printsEveryBody: () => true } };
    // A status in the body is none of the program's words.
    const body = '{"errorCode":"E0000006","status":403}';
    const described = failing('api-token', refusal(403, body), printsEveryBody);
    expect(await described('curl: (22) 403', { stdout: body })).toEqual([]);
    expect(await described('curl: failed', { stdout: body })).toEqual(['it does not say "403"']);
    const challenged = failing('api-service-integration', refusedToken, printsEveryBody);
    expect(await challenged(`curl: (22) 403\n${challenge}\n`)).toEqual([]);
    expect(await challenged('curl: (22) 403')).toHaveLength(1);
  });

  test('shows of an answer what its toolchain can show, and the reason all the same', async () => {
    const compared = failing('api-service-integration', refusedToken, {
      toolchain: { ...toolchain, shows: () => ['HttpError'] },
    });
    expect(await compared(`HttpError ${challenge}`)).toEqual([]);
    expect(await compared('HttpError')).toHaveLength(1);
    expect(await compared(challenge)).toEqual(['it does not say "HttpError"']);
  });

  test('gives a hint in a program in use, and in no single request', async () => {
    const answer = refusal(403, '{"errorCode":"E0000006"}');
    const said = '403 {"errorCode":"E0000006"}';
    expect(await failing('api-token', answer)(said)).toEqual([]);
    expect(await failing('api-token-everything', answer)(said)).toEqual([
      expect.stringMatching(/does not say .*admin role/),
    ]);
  });

  test('says what the case asks for besides', async () => {
    const intention = intended('api-token', {
      outcome: { ends: 'badly', exchange: [], says: ['OKTA_API_TOKEN'] },
    });
    const compared = (stderr: string) =>
      differencesBetween(intention, deeds([], { exitCode: 1, stdout: '', stderr }));
    expect(await compared('Set OKTA_API_TOKEN to the API token.')).toEqual([]);
    expect(await compared('No token.')).toEqual(['it does not say "OKTA_API_TOKEN"']);
  });

  test('is missed with exit code 0, without a word, or with output that no answer has', async () => {
    const compared = failing('api-token', refusal(500, ''));
    expect(await compared('500', { exitCode: 0 })).toEqual(['exit code is 0']);
    expect(await compared('\n')).toContain('it says nothing');
    expect(await compared('500', { stdout: 'undefined\n' })).toEqual([
      expect.stringMatching(/stdout is "undefined/),
    ]);
  });
});
