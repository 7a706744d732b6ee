import { javascriptString } from '../encoders/javascriptString.ts';
import { type EnvironmentName, environmentVariables } from '../environment.ts';
import { algorithmOf, type Form, type KeyType } from '../form.ts';
import type { Language } from '../language.ts';
import type { OktaRequest } from '../request.ts';

/** JavaScript for Node.js: its own `fetch`, and jose for what is signed. */
export const javascript: Language = {
  id: 'javascript',
  label: 'Node.js',
  extension: 'mjs',
  syntax: 'javascript',
  needs: 'Node.js 20 or newer; for a service app also the package jose',
  absence: () => null,
  note: () => null,
  command: (fileName) => `node ${fileName}`,
  environment: (form) => [credentialOf(form).name],
  render: (form, request) => {
    const blocks = {
      serviceApp: () => serviceApp(form, request),
      apiServiceIntegration: () => basicExchange(form, request),
      apiToken: () => [
        credential(form),
        apiCall(request, javascriptString(request.apiUrl), ["authorization: 'SSWS ' + apiToken"]),
      ],
    };
    return `${blocks[form.method]()
      .map((block) => block.join('\n'))
      .join('\n\n')}\n`;
  },
};

/** Lines that belong together; an empty line comes between two blocks. */
type Block = readonly string[];

function credentialOf(form: Form): { readonly name: EnvironmentName; readonly constant: string } {
  const credentials = {
    serviceApp: { name: 'OKTA_PRIVATE_KEY_FILE', constant: 'keyFile' },
    apiServiceIntegration: { name: 'OKTA_CLIENT_SECRET', constant: 'clientSecret' },
    apiToken: { name: 'OKTA_API_TOKEN', constant: 'apiToken' },
  } as const;
  return credentials[form.method];
}

function credential(form: Form): Block {
  const { name, constant } = credentialOf(form);
  return [
    `const ${constant} = process.env.${name};`,
    `if (!${constant}) {`,
    `  throw new Error('Set ${name} to ${environmentVariables[name].holds}.');`,
    '}',
  ];
}

function basicExchange(form: Form, request: OktaRequest): readonly Block[] {
  return [
    [
      `const tokenUrl = ${javascriptString(request.tokenUrl)};`,
      `const apiUrl = ${javascriptString(request.apiUrl)};`,
      `const clientId = ${javascriptString(request.clientId)};`,
      `const scope = ${javascriptString(request.scope)};`,
    ],
    credential(form),
    [
      'const tokenResponse = await fetch(tokenUrl, {',
      "  method: 'POST',",
      '  headers: {',
      "    accept: 'application/json',",
      "    authorization: 'Basic ' + Buffer.from(clientId + ':' + clientSecret).toString('base64'),",
      '  },',
      "  body: new URLSearchParams({ grant_type: 'client_credentials', scope }),",
      '});',
      ...tokenFrom('tokenResponse'),
    ],
    apiCall(request, 'apiUrl', ["authorization: 'Bearer ' + accessToken"]),
  ];
}

function serviceApp(form: Form, request: OktaRequest): readonly Block[] {
  const keyType = form.keyType ?? 'RSA';
  const dpop = form.variant === 'dpop';
  return [
    [
      dpop
        ? "import { createHash, randomUUID } from 'node:crypto';"
        : "import { randomUUID } from 'node:crypto';",
      "import { readFile } from 'node:fs/promises';",
      dpop
        ? "import { exportJWK, generateKeyPair, importPKCS8, SignJWT } from 'jose';"
        : "import { importPKCS8, SignJWT } from 'jose';",
    ],
    [
      `const tokenUrl = ${javascriptString(request.tokenUrl)};`,
      `const apiUrl = ${javascriptString(request.apiUrl)};`,
      `const clientId = ${javascriptString(request.clientId)};`,
      `const keyId = ${javascriptString(request.keyId)};`,
      `const scope = ${javascriptString(request.scope)};`,
    ],
    [
      ...credential(form),
      `const privateKey = await importPKCS8(await readFile(keyFile, 'utf8'), '${algorithmOf(keyType)}');`,
    ],
    ...(dpop ? dpopExchange(keyType, request) : bearerExchange(keyType, request)),
  ];
}

function bearerExchange(keyType: KeyType, request: OktaRequest): readonly Block[] {
  return [
    [`const assertion = ${assertion(keyType)}`],
    [
      'const tokenResponse = await fetch(tokenUrl, {',
      "  method: 'POST',",
      "  headers: { accept: 'application/json' },",
      ...indented(tokenBody('assertion')),
      '});',
      ...tokenFrom('tokenResponse'),
    ],
    apiCall(request, 'apiUrl', ["authorization: 'Bearer ' + accessToken"]),
  ];
}

function dpopExchange(keyType: KeyType, request: OktaRequest): readonly Block[] {
  const algorithm = algorithmOf(keyType);
  return [
    [
      '// The key pair of the proofs is made for this run and thrown away after it.',
      `const dpopKeys = await generateKeyPair('${algorithm}');`,
      'const dpopJwk = await exportJWK(dpopKeys.publicKey);',
    ],
    [
      'function dpopProof(claims) {',
      '  return new SignJWT(claims)',
      `    .setProtectedHeader({ typ: 'dpop+jwt', alg: '${algorithm}', jwk: dpopJwk })`,
      '    .setJti(randomUUID())',
      '    .setIssuedAt()',
      '    .sign(dpopKeys.privateKey);',
      '}',
    ],
    [
      '// Every attempt takes a fresh assertion and a fresh proof: the server accepts each once.',
      'async function requestToken(nonce) {',
      ...indented([
        `const assertion = ${assertion(keyType)}`.replaceAll('\n', '\n  '),
        'const response = await fetch(tokenUrl, {',
        "  method: 'POST',",
        '  headers: {',
        "    accept: 'application/json',",
        "    dpop: await dpopProof({ htm: 'POST', htu: tokenUrl, nonce }),",
        '  },',
        ...indented(tokenBody('assertion')),
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

function assertion(keyType: KeyType): string {
  return [
    'await new SignJWT()',
    `  .setProtectedHeader({ alg: '${algorithmOf(keyType)}', kid: keyId })`,
    '  .setAudience(tokenUrl)',
    '  .setIssuer(clientId)',
    '  .setSubject(clientId)',
    '  .setJti(randomUUID())',
    "  .setExpirationTime('5 minutes')",
    '  .sign(privateKey);',
  ].join('\n');
}

function tokenBody(assertionConstant: string): Block {
  return [
    'body: new URLSearchParams({',
    "  grant_type: 'client_credentials',",
    '  scope,',
    "  client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',",
    `  client_assertion: ${assertionConstant},`,
    '}),',
  ];
}

/** Takes the token out of the answer, or throws with Okta's error. */
function tokenFrom(response: string): Block {
  return [failed(response), `const { access_token: accessToken } = await ${response}.json();`];
}

function apiCall(request: OktaRequest, url: string, headers: readonly string[]): Block {
  const method = request.method === 'GET' ? [] : [`method: '${request.method}',`];
  const body = request.body === null ? [] : [`body: ${javascriptString(request.body)},`];
  const contentType = request.body === null ? [] : ["'content-type': 'application/json'"];
  return [
    `const response = await fetch(${url}, {`,
    ...indented([
      ...method,
      `headers: { ${["accept: 'application/json'", ...headers, ...contentType].join(', ')} },`,
      ...body,
    ]),
    '});',
    failed('response'),
    'console.log(await response.text());',
  ];
}

function failed(response: string): string {
  return `if (!${response}.ok) throw new Error(\`\${${response}.status} \${await ${response}.text()}\`);`;
}

function indented(block: Block): Block {
  return block.map((line) => `  ${line}`);
}
