import { type CodeBlock, indented } from '../codeBlock.ts';
import { javascriptString } from '../encoders/javascriptString.ts';
import { errorHints } from '../errorHints.ts';
import type { Form } from '../form.ts';
import { callsOf, makesSeveralCalls, type OktaRequest } from '../request.ts';
import { bodyProperty, bodySecrets } from './body.ts';
import { callList } from './calls.ts';
import { assertion, assertionBody, proofFunction, proofKeyPair } from './signing.ts';
import { clockDifference, credential, typedValues } from './top.ts';

/**
 * What a program in production needs: it keeps the token, reads all pages, waits for the rate limit
 * and tells errors apart.
 */
export function everything(form: Form, request: OktaRequest): readonly CodeBlock[] {
  return [
    imports(form),
    typedValues(form, request),
    hints(form),
    credential(form),
    ...(makesSeveralCalls(form, request) ? callList(request) : bodySecrets(request)),
    ...(form.variant === 'dpop'
      ? [proofKeyPair(form.keyType ?? 'RSA'), proofFunction(form.keyType ?? 'RSA')]
      : []),
    ...answerFunctions(form),
    ...(form.method === 'apiToken' ? [] : tokenFunctions(form)),
    ...(makesSeveralCalls(form, request)
      ? [callFunction(form, severalCallsOptions), everyCall(form, request)]
      : [
          callFunction(form, oneCallOptions(request)),
          request.method === 'GET' ? everyPage(form) : callOnce(form, 'callApi(apiUrl)'),
        ]),
  ];
}

function imports({ method, variant }: Form): CodeBlock {
  const sleep = "import { setTimeout as sleep } from 'node:timers/promises';";
  return method === 'serviceApp'
    ? [
        variant === 'dpop'
          ? "import { createHash, createPrivateKey, randomUUID } from 'node:crypto';"
          : "import { createPrivateKey, randomUUID } from 'node:crypto';",
        "import { readFile } from 'node:fs/promises';",
        sleep,
        variant === 'dpop'
          ? "import { exportJWK, generateKeyPair, SignJWT } from 'jose';"
          : "import { SignJWT } from 'jose';",
      ]
    : [sleep];
}

function hints(form: Form): CodeBlock {
  return [
    '// What to do about an error: the first of these codes that Okta mentions applies.',
    'const errorHints = [',
    ...errorHints(form).map(
      ({ code, hint }) => `  [${javascriptString(code)}, ${javascriptString(hint)}],`,
    ),
    '];',
  ];
}

const answerFunctions = ({ keyType }: Form): readonly CodeBlock[] => [
  [
    '// Makes a request, and repeats it after the rate limit resets, at most five times.',
    'async function send(url, newRequest) {',
    ...indented([
      'for (let waits = 0; ; waits += 1) {',
      '  const response = await fetch(url, await newRequest());',
      '  const text = await response.text();',
      '  if (response.status !== 429 || waits === 5) return { response, text };',
      "  const delay = Number(response.headers.get('x-rate-limit-reset')) * 1000 - Date.now();",
      '  await sleep(Math.min(Math.max(delay || 0, 1000), 60_000));',
      '}',
    ]),
    '}',
  ],
  [
    '// Okta describes an error in a header, in the body, or in both.',
    'function description({ response, text }) {',
    "  const challenge = response.headers.get('www-authenticate');",
    '  return challenge ? `WWW-Authenticate: ${challenge}\\n${text}` : text;',
    '}',
  ],
  [
    'function oktaError(answer) {',
    '  const said = description(answer);',
    '  const [, hint] = errorHints.find(([code]) => said.includes(code)) ?? [];',
    ...(keyType === null ? [] : indented(clockDifference('answer.response'))),
    `  return new Error(\`HTTP status \${answer.response.status}\\n\${said}\\n\${hint ?? ''}${keyType === null ? '' : '${clock}'}\`);`,
    '}',
  ],
];

function tokenFunctions(form: Form): readonly CodeBlock[] {
  const dpop = form.variant === 'dpop';
  return [
    [
      ...(form.method === 'serviceApp'
        ? [
            dpop
              ? '// Every attempt needs a fresh assertion and a fresh proof: the server accepts each only once.'
              : '// Every attempt needs a fresh assertion: the server accepts each only once.',
          ]
        : []),
      ...(dpop ? ['let nonce;'] : []),
      ...(dpop
        ? [
            'async function requestToken() {',
            '  const answer = await send(tokenUrl, async () => {',
            ...indented(tokenRequest(form), '    '),
            '  });',
            "  nonce = answer.response.headers.get('dpop-nonce') ?? nonce;",
            '  return answer;',
            '}',
          ]
        : [
            'function requestToken() {',
            '  return send(tokenUrl, async () => {',
            ...indented(tokenRequest(form), '    '),
            '  });',
            '}',
          ]),
    ],
    [
      'let accessToken;',
      'let renewAt = 0;',
      'async function renewAccessToken() {',
      ...indented([
        `${dpop ? 'let' : 'const'} answer = await requestToken();`,
        ...(dpop
          ? ["if (nonce && answer.text.includes('use_dpop_nonce')) answer = await requestToken();"]
          : []),
        'if (!answer.response.ok) throw oktaError(answer);',
        'const { access_token, expires_in } = JSON.parse(answer.text);',
        'accessToken = access_token;',
        'renewAt = Date.now() + (expires_in - 60) * 1000;',
      ]),
      '}',
    ],
  ];
}

function tokenRequest(form: Form): CodeBlock {
  if (form.method === 'apiServiceIntegration') {
    return [
      "const basic = Buffer.from(clientId + ':' + clientSecret).toString('base64');",
      'return {',
      "  method: 'POST',",
      "  headers: { accept: 'application/json', authorization: 'Basic ' + basic },",
      "  body: new URLSearchParams({ grant_type: 'client_credentials', scope }),",
      '};',
    ];
  }
  const [first, ...others] = assertion(form.keyType ?? 'RSA');
  return [
    `const assertion = ${first}`,
    ...others,
    ...(form.variant === 'dpop'
      ? ["const proof = await dpopProof({ htm: 'POST', htu: tokenUrl, nonce });"]
      : []),
    'return {',
    "  method: 'POST',",
    `  headers: { accept: 'application/json'${form.variant === 'dpop' ? ', dpop: proof' : ''} },`,
    ...indented(assertionBody),
    '};',
  ];
}

/** What `callApi` is given, and what it puts into a request. */
interface CallOptions {
  readonly parameter: string;
  /** As an expression. */
  readonly method: string;
  /** Properties of the headers. */
  readonly headers: readonly string[];
  readonly properties: CodeBlock;
}

const oneCallOptions = (request: OktaRequest): CallOptions => ({
  parameter: 'url',
  method: `'${request.method}'`,
  headers: request.body === null ? [] : ["'content-type': 'application/json'"],
  properties: bodyProperty(request),
});

const severalCallsOptions: CallOptions = {
  parameter: '{ method, url, body }',
  method: 'method',
  headers: ["...(body && { 'content-type': 'application/json' })"],
  properties: ['body,'],
};

function callFunction(
  form: Form,
  { parameter, method, headers: own, properties }: CallOptions,
): CodeBlock {
  const headers = {
    apiToken: ["authorization: 'SSWS ' + apiToken"],
    bearer: ["authorization: 'Bearer ' + accessToken"],
    dpop: ["authorization: 'DPoP ' + accessToken", 'dpop: proof'],
  }[form.method === 'apiToken' ? 'apiToken' : form.variant];
  const methodProperty = method === 'method' ? 'method,' : `method: ${method},`;
  return [
    `function callApi(${parameter}) {`,
    '  return send(url, async () => {',
    ...indented(
      [
        ...(form.method === 'apiToken'
          ? []
          : ['if (Date.now() >= renewAt) await renewAccessToken();']),
        ...(form.variant === 'dpop'
          ? [
              'const proof = await dpopProof({',
              `  htm: ${method},`,
              "  htu: url.split('?')[0],",
              "  ath: createHash('sha256').update(accessToken).digest('base64url'),",
              '});',
            ]
          : []),
        'return {',
        ...indented([
          ...(method === "'GET'" ? [] : [methodProperty]),
          ...headersProperty(["accept: 'application/json'", ...headers, ...own]),
          ...properties,
        ]),
        '};',
      ],
      '    ',
    ),
    '  });',
    '}',
  ];
}

/** In one line, unless it would be longer than the others. */
function headersProperty(headers: readonly string[]): CodeBlock {
  const inOneLine = `headers: { ${headers.join(', ')} },`;
  return headers.length < 4
    ? [inOneLine]
    : ['headers: {', ...indented(headers.map((header) => `${header},`)), '},'];
}

/** @param call the expression that calls the API */
function callOnce({ method }: Form, call: string, thrown = 'oktaError(answer)'): CodeBlock {
  return [
    `${method === 'apiToken' ? 'const' : 'let'} answer = await ${call};`,
    ...(method === 'apiToken'
      ? []
      : [
          "if (answer.response.status === 401 && description(answer).includes('invalid_token')) {",
          '  renewAt = 0;',
          `  answer = await ${call};`,
          '}',
        ]),
    `if (!answer.response.ok) throw ${thrown};`,
    'console.log(answer.text);',
  ];
}

/** One call after the other, and every page of what is a list. */
function everyCall(form: Form, request: OktaRequest): CodeBlock {
  const hasPages = callsOf(request).some(({ method }) => method === 'GET');
  const thrown = 'new Error(`${call.method} ${call.url}`, { cause: oktaError(answer) })';
  if (!hasPages) {
    return [
      'for (const call of calls) {',
      ...indented([
        'console.log(call.method, call.url);',
        ...callOnce(form, 'callApi(call)', thrown),
      ]),
      '}',
    ];
  }
  return [
    'for (const call of calls) {',
    ...indented([
      'console.log(call.method, call.url);',
      '// The next page that Okta names must be in the same org: the token goes nowhere else.',
      "const origin = new URL(call.url).origin + '/';",
      'let url = call.url;',
      'while (url) {',
      ...indented([
        ...callOnce(form, 'callApi({ ...call, url })', thrown),
        "if (call.method !== 'GET') break;",
        ...nextPage,
      ]),
      '}',
    ]),
    '}',
  ];
}

const nextPage: CodeBlock = [
  'url = answer.response.headers.get(\'link\')?.match(/<([^>]*)>; *rel="next"/)?.[1];',
  'if (url && !url.startsWith(origin)) throw new Error(`The next page is not in this org: ${url}`);',
];

function everyPage(form: Form): CodeBlock {
  return [
    '// The next page that Okta names must be in the same org: the token goes nowhere else.',
    "const origin = new URL(apiUrl).origin + '/';",
    'let url = apiUrl;',
    'while (url) {',
    ...indented([...callOnce(form, 'callApi(url)'), ...nextPage]),
    '}',
  ];
}
