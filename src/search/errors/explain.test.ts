import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { causesOf, type KnownError } from '#guide/errors/knownError.ts';
import { knownErrors } from '#guide/errors/knownErrors.ts';

import { explain } from './explain.ts';

const factOf = (text: string) => explain(text).found.map(({ cause }) => cause.fact);
const first = (text: string) => explain(text).found[0]?.error.id;

/** Each text that the guide knows, with its error; where Okta sends none, what shows instead. */
const shown: Readonly<Record<string, readonly string[]>> = {
  'key-file-refused': [
    'error:1E08010C:DECODER routines::unsupported',
    'java.security.InvalidKeyException: IOException : algid parse error, not a sequence',
    'x509: failed to parse private key (use ParsePKCS1PrivateKey instead for this private key format)',
    '"pkcs8" must be PKCS#8 formatted string',
  ],
  'empty-list': ['HTTP/2 200\ncontent-type: application/json\n\n[]'],
  'token-outside-zone': ['system.api_token.request_outside_allowed_range'],
  'share-not-announced': ['System Log only'],
};
const texts = knownErrors.flatMap((error) =>
  (shown[error.id] ?? error.message.split('\n')).map((text) => [text, error] as const),
);
const sentTexts = texts.filter(([, { message }]) => message !== '');

const statusOf = ({ signal }: KnownError) => /\b[1-5]\d\d\b/.exec(signal)?.[0] ?? '400';
const codeOf = ({ signal }: KnownError) =>
  /\bE\d{7}\b|\b[a-z]+(?:_[a-z]+)+\b/.exec(signal)?.[0] ?? 'invalid_request';

/** A body as the token endpoint or the API sends it. */
const bodyOf = (text: string, error: KnownError) =>
  codeOf(error).startsWith('E')
    ? JSON.stringify({ errorCode: codeOf(error), errorSummary: text, errorId: 'oae1' })
    : JSON.stringify({ error: codeOf(error), error_description: text });

const secret = '00aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0zA1bC2dE3f';

const transcript = (text: string, error: KnownError) => `* Connected to acme.okta.com (3.4.5.6)
> POST /oauth2/v1/token HTTP/2
> Host: acme.okta.com
> Authorization: SSWS ${secret}
> Accept: application/json
>
< HTTP/2 ${statusOf(error)}
< content-type: application/json
< x-okta-request-id: aBcDeF
<
* Connection #0 to host acme.okta.com left intact
${bodyOf(text, error)}`;

const exceptions: readonly ((text: string, error: KnownError) => string)[] = [
  (text, error) =>
    `com.okta.sdk.resource.client.ApiException: {"error":"${codeOf(error)}","error_description":"${text.replaceAll('"', '\\"')}"}\n\tat com.okta.sdk.resource.client.ApiClient.handleResponse(ApiClient.java:1042)`,
  (text, error) =>
    `okta.errors.okta_api_error.OktaAPIError: Okta HTTP ${statusOf(error)} ${codeOf(error)} ${text}`,
  (text, error) =>
    `Unhandled exception. Okta.Sdk.Client.ApiException: Error calling ListUsers: ${JSON.stringify(bodyOf(text, error))}\n   at Okta.Sdk.Api.UserApi.ListUsersAsync()`,
  (text, error) => `2026/11/29 10:11:12 main.go:31: ${statusOf(error)}: ${codeOf(error)}, ${text}`,
];

describe('each error is found first', () => {
  test('from its own text', () => {
    expect(texts.filter(([text, { id }]) => first(text) !== id)).toEqual([]);
  });

  test('within what curl -v prints', () => {
    const missed = sentTexts.filter(([text, error]) => first(transcript(text, error)) !== error.id);
    expect(missed.map(([text]) => text)).toEqual([]);
  });

  test('within an exception of an SDK in Java, Python, .NET or Go', () => {
    const missed = exceptions.flatMap((exception) =>
      sentTexts.filter(([text, error]) => first(exception(text, error)) !== error.id),
    );
    expect(missed.map(([text]) => text)).toEqual([]);
  });

  test('from its header alone', () => {
    const missed = sentTexts.filter(
      ([text, error]) =>
        first(
          `WWW-Authenticate: Bearer realm="Okta", error="${codeOf(error)}", error_description="${text.replaceAll('"', '\\"')}"`,
        ) !== error.id,
    );
    expect(missed.map(([text]) => text)).toEqual([]);
  });

  test('from the address of a redirect, and from a log that breaks its lines', () => {
    const missed = sentTexts.filter(
      ([text, error]) =>
        first(
          `/callback?${new URLSearchParams({ error: codeOf(error), error_description: text })}`,
        ) !== error.id || first(text.replaceAll(/(.{40}\S*) /g, '$1\n│   ')) !== error.id,
    );
    expect(missed.map(([text]) => text)).toEqual([]);
  });
});

test('every cause of an error is listed, the likeliest for the text first', () => {
  for (const error of knownErrors) {
    const [text] = shown[error.id] ?? error.message.split('\n');
    const causes = explain(text ?? '').found.filter((each) => each.error === error);
    expect(new Set(causes.map(({ cause }) => cause))).toEqual(new Set(causesOf(error)));
  }
  expect(
    factOf(
      'Error: failed to get groups claim for OAuth application: the API returned an error: Invalid session',
    ),
  ).toEqual(['K28', 'G44']);
  expect(factOf('GET /api/v1/groups 403 E0000005 Invalid session')).toEqual(['G44', 'K28']);
  expect(
    factOf(
      '400 Bad Request, invalid_client: The client_assertion token has an expiration too far into the future.',
    ),
  ).toEqual(['K36', 'G14']);
  const [htu] = explain("'htu' claim in the DPoP proof JWT is invalid.").found;
  expect(htu?.cause.remedy).toContain('without a trailing slash');
  expect(
    factOf("Okta.Sdk.Client.ApiException: 'htm' claim in the DPoP proof JWT is invalid.")[0],
  ).toBe('H10');
  expect(factOf("'htu' claim in the DPoP proof JWT is invalid.")).toEqual([
    'G25',
    'D19',
    'G25',
    'H10',
  ]);
});

test('every labelled input gets the explanation that it should', () => {
  expect(
    factOf('The client does not have a JWKSet configured, but the client_assertion requires one.'),
  ).toEqual(['G11']);
  const transcript401 =
    '> GET /api/v1/groups?limit=10 HTTP/2\n> authorization: SSWS 00exampleexampleexampleexampleexampleexampl\n< HTTP/2 401\n{"errorCode":"E0000011","errorSummary":"Invalid token provided"}';
  expect(factOf(transcript401)).toEqual(['G43']);
  expect(
    explain('Received 403 from the Okta API while provisioning').near.map(({ id }) => id),
  ).toEqual(
    expect.arrayContaining(['insufficient-scope', 'missing-admin-role', 'invalid-session']),
  );
});

test('a code that several errors have names them all as near, and none as found', () => {
  const { found, near } = explain('{"error":"invalid_dpop_proof"}');
  expect(found).toEqual([]);
  expect(near.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['dpop-proof-missing', 'dpop-claim-wrong', 'dpop-proof-timed-wrongly']),
  );
});

test('a code of one error finds it, also by its status alone where that is enough', () => {
  expect(first('E0000006')).toBe('missing-admin-role');
  expect(first('www-authenticate: Bearer scope="okta.logs.read", error="insufficient_scope"')).toBe(
    'insufficient-scope',
  );
  expect(first('HTTP/1.1 429 Too Many Requests')).toBe('rate-limited');
});

test('a code or a number that several errors share is not explained as one of them', () => {
  for (const text of [
    '{"errorCode":"E0000001","errorSummary":"Api validation failed: login"}',
    'E0000001',
    '{"error":"unauthorized_client","error_description":"The client is not authorized to use the provided grant type."}',
    '{"error":"unsupported_grant_type","error_description":"The authorization grant type is not supported."}',
    'HTTP/2 403\n{"error":"access_denied","error_description":"Policy evaluation failed for this request."}',
    'HTTP/1.1 401 Unauthorized\n{"errorCode":"E0000004","errorSummary":"Authentication failed"}',
    'Imported 429 users in 3 s',
    'listening on 127.0.0.1:429',
    'Sync finished: 0 users failed, 200 users created',
    'See the empty list in the wiki',
    'This library reads PKCS#1 and PKCS#8.',
    'curl: (58) could not load PEM client certificate, error:0909006C:PEM routines:get_name:no start line',
  ]) {
    expect(explain(text).found, text).toEqual([]);
  }
  expect(explain('HTTP/1.1 401\nE0000004').unknownCodes).toEqual(['E0000004']);
  expect(explain('HTTP/1.1 401\nE0000004').near).toEqual([]);
});

test('a text is found in colours, behind the times of a log, cut after a sentence, and at the end of a long log', () => {
  const [text = ''] =
    knownErrors.find(({ id }) => id === 'wrong-audience')?.message.split('\n') ?? [];
  const words = text.split(' ');
  expect(first(words.join('\u001B[31m \u001B[0m'))).toBe('wrong-audience');
  expect(first(words.join('\n2026-11-29T10:00:00.1234567Z '))).toBe('wrong-audience');
  expect(first(`${'all is well\n'.repeat(30_000)}${text}`)).toBe('wrong-audience');
  const long = knownErrors.flatMap(({ id, message }) =>
    message.split('\n').flatMap((line) => {
      const [sentence] = /^[^.]{30,}?\.(?= )/.exec(line) ?? [];
      return sentence === undefined ? [] : [{ id, sentence }];
    }),
  );
  expect(long.length).toBeGreaterThan(0);
  expect(long.filter(({ id, sentence }) => first(sentence) !== id)).toEqual([]);
});

test('the text that was met is explained in its own words, if an error has several', () => {
  const met = explain("400: 'htu' claim in the DPoP proof JWT is invalid.").found[0]?.text;
  expect(met).toBe("'htu' claim in the DPoP proof JWT is invalid.");
});

test('a key that an SDK cannot read is recognised by what the SDK says', () => {
  for (const text of [
    'Something went wrong when creating the signed JWT. Verify your private key.',
    'java.lang.IllegalArgumentException: malformed sequence in RSA private key',
    'Error: secretOrPrivateKey must be an asymmetric key when using RS256',
  ]) {
    expect(first(text), text).toBe('key-file-refused');
  }
});

describe('a share that was used up without notice', () => {
  const told = [
    'Admins are not notified of API token rate limit violations',
    'API token rate limit violation',
    'OAuth app rate limit exceeded',
    'no email about rate limit',
    'no notification when our service app hit its rate limit',
    'We hit the rate limit with our API token but no alert was sent',
    'We didn’t get any e-mail when our token hit its rate limit',
    "We weren't notified when the app's rate limit was exceeded",
    'our admins do not get an alert when a service app runs into its rate limit',
    'the rate limit of one app was exceeded and nobody was told',
    'The token used up its own share of the rate limit',
    'our integration exceeded 50% of the rate limit',
    'the dashboard shows nothing, and the 429 appears only in the System Log',
    'system.operation.rate_limit.violation (API token hr-sync)',
    '{"eventType":"system.operation.rate_limit.violation","displayMessage":"Operation rate limit violation","target":[{"type":"API Token","displayName":"hr-sync"}]}',
  ];
  test.each(told)('is recognised: %s', (text) => {
    expect(first(text)).toBe('share-not-announced');
  });

  test.each([
    ['API call exceeded rate limit due to too many requests. No alert was sent.', 'rate-limited'],
    ['HTTP/1.1 429 Too Many Requests\nX-Rate-Limit-Remaining: 0', 'rate-limited'],
    ['system.org.rate_limit.violation', undefined],
    ['system.client.rate_limit.violation', undefined],
    ['system.operation.rate_limit.violation', undefined],
    [
      '{"eventType":"system.operation.rate_limit.violation","outcome":{"reason":"Too many enrollment attempts for SMS factor"},"debugContext":{"debugData":{"dtHash":"api token"}}}',
      undefined,
    ],
    ['Users do not get the activation email because of a rate limit', undefined],
    ['The user did not receive the email; email rate limit reached', undefined],
    ['We got an email: your org exceeded its rate limit', undefined],
    ['Do not email me about rate limits', undefined],
    ['How do I raise the rate limit of an API token?', undefined],
    ['Slack: API rate limit exceeded for app', undefined],
    ['rate limit exceeded', undefined],
    ['client has no rate limit headers', undefined],
  ])('is not taken for what only sounds like it: %s', (text, id) => expect(first(text)).toBe(id));

  // An expression that tries everything with everything would not come back.
  test.each(['client rate limit no ', 'no token nobody ', 'rate limit app rate limit nobody '])(
    '200,000 characters of “%s” are read',
    (words) => {
      expect(explain(words.repeat(200_000 / words.length)).found).toEqual([]);
    },
  );
});

test('of the causes of a wrong htu the one leads that the address has signs of', () => {
  const message = "'htu' claim in the DPoP proof JWT is invalid.";
  expect(factOf(`GET https://acme.okta.com/api/v1/users/jane%40acme.com ${message}`)[0]).toBe(
    'D19',
  );
  expect(
    explain(`GET https://acme.okta.com//api/v1/users ${message}`).found[0]?.cause.remedy,
  ).toContain('without a trailing slash');
});

test('what is not known is reported as unknown', () => {
  for (const text of ['', 'E0000999', 'Connection refused', 'listUsers', 'HTTP/2 200', '{}']) {
    expect(explain(text).found, text).toEqual([]);
  }
  expect(explain('{"errorCode":"E0000999"}').unknownCodes).toEqual(['E0000999']);
});

test('the last error of a transcript is the one that stopped the program', () => {
  expect(
    first(
      '{"error":"use_dpop_nonce","error_description":"Authorization server requires nonce in DPoP proof."}\n{"error":"invalid_client","error_description":"The client_assertion token has already been used."}',
    ),
  ).toBe('assertion-reused');
});

test('any text is an input', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      expect(() => explain(text)).not.toThrow();
    }),
  );
});
