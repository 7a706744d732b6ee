import { type CodeBlock, indented } from '../codeBlock.ts';
import { javascriptString } from '../encoders/javascriptString.ts';
import type { Form, KeyType } from '../form.ts';
import type { OktaRequest } from '../request.ts';
import { bodyProperty, bodySecrets } from './body.ts';
import { assertion, assertionBody, proofFunction, proofKeyPair } from './signing.ts';
import { credential, typedValues } from './top.ts';

/** One exchange: a token request, if the method has one, and the API call. */
export function singleRequest(form: Form, request: OktaRequest): readonly CodeBlock[] {
  switch (form.method) {
    case 'apiToken':
      return [
        credential(form),
        ...bodySecrets(request),
        apiCall(
          request,
          javascriptString(request.apiUrl),
          ["authorization: 'SSWS ' + apiToken"],
          [failed('response')],
        ),
      ];
    case 'apiServiceIntegration':
      return [
        typedValues(form, request),
        credential(form),
        ...bodySecrets(request),
        ...basicExchange(request),
      ];
    case 'serviceApp':
      return [
        imports(form),
        typedValues(form, request),
        credential(form),
        ...bodySecrets(request),
        ...(form.variant === 'dpop'
          ? dpopExchange(form.keyType ?? 'RSA', request)
          : bearerExchange(form.keyType ?? 'RSA', request)),
      ];
  }
}

function imports({ variant }: Form): CodeBlock {
  return [
    variant === 'dpop'
      ? "import { createHash, createPrivateKey, randomUUID } from 'node:crypto';"
      : "import { createPrivateKey, randomUUID } from 'node:crypto';",
    "import { readFile } from 'node:fs/promises';",
    variant === 'dpop'
      ? "import { exportJWK, generateKeyPair, SignJWT } from 'jose';"
      : "import { SignJWT } from 'jose';",
  ];
}

function basicExchange(request: OktaRequest): readonly CodeBlock[] {
  return [
    [
      'const tokenResponse = await fetch(tokenUrl, {',
      "  method: 'POST',",
      '  headers: {',
      "    accept: 'application/json',",
      "    authorization: 'Basic ' + Buffer.from(clientId + ':' + clientSecret).toString('base64'),",
      '  },',
      "  body: new URLSearchParams({ grant_type: 'client_credentials', scope }),",
      '});',
      ...accessToken,
    ],
    apiCall(request, 'apiUrl', ["authorization: 'Bearer ' + accessToken"]),
  ];
}

function bearerExchange(keyType: KeyType, request: OktaRequest): readonly CodeBlock[] {
  const [first, ...others] = assertion(keyType);
  return [
    [`const assertion = ${first}`, ...others],
    [
      'const tokenResponse = await fetch(tokenUrl, {',
      "  method: 'POST',",
      "  headers: { accept: 'application/json' },",
      ...indented(assertionBody),
      '});',
      ...accessToken,
    ],
    apiCall(request, 'apiUrl', ["authorization: 'Bearer ' + accessToken"]),
  ];
}

function dpopExchange(keyType: KeyType, request: OktaRequest): readonly CodeBlock[] {
  const [first, ...others] = assertion(keyType);
  return [
    proofKeyPair(keyType),
    proofFunction(keyType),
    [
      '// Every attempt needs a fresh assertion and a fresh proof: the server accepts each only once.',
      'async function requestToken(nonce) {',
      ...indented([
        `const assertion = ${first}`,
        ...others,
        'const response = await fetch(tokenUrl, {',
        "  method: 'POST',",
        '  headers: {',
        "    accept: 'application/json',",
        "    dpop: await dpopProof({ htm: 'POST', htu: tokenUrl, nonce }),",
        '  },',
        ...indented(assertionBody),
        '});',
        'const text = await response.text();',
        'if (response.ok) return JSON.parse(text).access_token;',
        "const freshNonce = response.headers.get('dpop-nonce');",
        "if (!nonce && freshNonce && text.includes('use_dpop_nonce')) return requestToken(freshNonce);",
        'throw new Error(`${response.status} ${text}`);',
      ]),
      '}',
      'const accessToken = await requestToken();',
    ],
    [
      'const proof = await dpopProof({',
      `  htm: '${request.method}',`,
      "  htu: apiUrl.split('?')[0],",
      "  ath: createHash('sha256').update(accessToken).digest('base64url'),",
      '});',
      ...apiCall(request, 'apiUrl', ["authorization: 'DPoP ' + accessToken", 'dpop: proof']),
    ],
  ];
}

/** Takes the token out of the answer, or throws with Okta's error. */
const accessToken: CodeBlock = [
  failed('tokenResponse'),
  'const { access_token: accessToken } = await tokenResponse.json();',
];

function apiCall(
  request: OktaRequest,
  url: string,
  headers: readonly string[],
  failure: CodeBlock = tokenRefused,
): CodeBlock {
  const contentType = request.body === null ? [] : ["'content-type': 'application/json'"];
  return [
    `const response = await fetch(${url}, {`,
    ...indented([
      ...(request.method === 'GET' ? [] : [`method: '${request.method}',`]),
      `headers: { ${["accept: 'application/json'", ...headers, ...contentType].join(', ')} },`,
      ...bodyProperty(request),
    ]),
    '});',
    ...failure,
    'console.log(await response.text());',
  ];
}

/** Okta says in a header alone why it refuses an access token (fact G35). */
const tokenRefused: CodeBlock = [
  'if (!response.ok) {',
  "  const challenge = response.headers.get('www-authenticate') ?? response.statusText;",
  '  throw new Error(`${response.status} ${challenge}\\n${await response.text()}`);',
  '}',
];

function failed(response: string): string {
  return `if (!${response}.ok) throw new Error(\`\${${response}.status} \${await ${response}.text()}\`);`;
}
