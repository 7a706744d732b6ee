import { type CodeBlock, indented } from '../codeBlock.ts';
import { javascriptString } from '../encoders/javascriptString.ts';
import { errorHints } from '../errorHints.ts';
import type { Form } from '../form.ts';
import { bodySecrets } from '../javascript/body.ts';
import { callList } from '../javascript/calls.ts';
import { clockDifference } from '../javascript/top.ts';
import { callsOf, makesSeveralCalls, type OktaRequest } from '../request.ts';
import { apiCall, client, credential, typedValues } from './client.ts';

/**
 * What a program in use needs. The SDK keeps the token but does not look at its age, and repeats a request
 * after 429 with the same proof, which Okta accepts once (fact D18): so both are done here for a service app.
 */
export function everything(form: Form, request: OktaRequest): readonly CodeBlock[] {
  const serviceApp = form.method === 'serviceApp';
  const several = makesSeveralCalls(form, request);
  return [
    imports(form),
    typedValues(form, request),
    hints(form),
    credential(form),
    ...(several ? callList(request, true) : bodySecrets(request, 'name: string')),
    oktaError(form),
    serviceApp ? serviceAppExecutor : apiTokenExecutor,
    client(
      form,
      serviceApp
        ? ['requestExecutor: new OktaExecutor(),']
        : [
            '// Waits until the rate limit resets, at most five times.',
            'requestExecutor: new OktaExecutor({ maxRetries: 5, requestTimeout: 0 }),',
          ],
    ),
    ...(several
      ? [callFunction(form, '{ method, url, body }: ApiCall', anyCall), everyCall(request)]
      : [callFunction(form, 'url: string', apiCall(request, 'url')), oneCall(request)]),
  ];
}

function oneCall({ method }: OktaRequest): CodeBlock {
  return method === 'GET'
    ? everyPage
    : ['const response = await callApi(apiUrl);', 'console.log(await response.text());'];
}

const executorOf = { serviceApp: 'RequestExecutor', apiToken: 'DefaultRequestExecutor' } as const;

function imports({ method }: Form): CodeBlock {
  return method === 'serviceApp'
    ? [
        "import { createPrivateKey } from 'node:crypto';",
        "import { readFile } from 'node:fs/promises';",
        "import { setTimeout as sleep } from 'node:timers/promises';",
        "import { Client, RequestExecutor } from '@okta/okta-sdk-nodejs';",
      ]
    : ["import { Client, DefaultRequestExecutor } from '@okta/okta-sdk-nodejs';"];
}

function hints(form: Form): CodeBlock {
  return [
    '// What to do about an error: the first of these codes that Okta mentions applies.',
    'const errorHints = [',
    ...errorHints(form).map(
      ({ code, hint }) => `  [${javascriptString(code)}, ${javascriptString(hint)}],`,
    ),
    '] as const;',
  ];
}

function oktaError({ method }: Form): CodeBlock {
  const executor = executorOf[method === 'serviceApp' ? 'serviceApp' : 'apiToken'];
  const serviceApp = method === 'serviceApp';
  return [
    `type OktaResponse = Awaited<ReturnType<${executor}['fetch']>>;`,
    '',
    'class OktaError extends Error {',
    ...indented([
      ...(serviceApp
        ? [
            '// Not named status: the SDK repeats whatever fails with status 401.',
            'readonly httpStatus: number;',
            'readonly rateLimitReset: number;',
            '',
          ]
        : []),
      'constructor(response: OktaResponse, body: string) {',
      "  const challenge = response.headers.get('www-authenticate');",
      '  const said = challenge ? `WWW-Authenticate: ${challenge}\\n${body}` : body;',
      '  const [, hint] = errorHints.find(([code]) => said.includes(code)) ?? [];',
      ...(serviceApp ? indented(clockDifference('response')) : []),
      `  super(\`HTTP status \${response.status}\\n\${said}\\n\${hint ?? ''}${serviceApp ? '${clock}' : ''}\`);`,
      ...(serviceApp
        ? [
            '  this.httpStatus = response.status;',
            "  this.rateLimitReset = Number(response.headers.get('x-rate-limit-reset'));",
          ]
        : []),
      '}',
    ]),
    '}',
  ];
}

const serviceAppExecutor: CodeBlock = [
  '// Throws every error: the SDK mistakes an error from the token endpoint for a token.',
  'class OktaExecutor extends RequestExecutor {',
  "  override async fetch(request: Parameters<RequestExecutor['fetch']>[0]) {",
  ...indented(
    [
      'const response = await super.fetch(request);',
      'if (response.ok) return response;',
      'const body = await response.text();',
      "if (!response.headers.has('dpop-nonce') || !body.includes('use_dpop_nonce')) {",
      '  throw new OktaError(response, body);',
      '}',
      '// The SDK sends the request again, with the nonce.',
      'return Object.assign(response, { json: async () => JSON.parse(body) });',
    ],
    '    ',
  ),
  '  }',
  '}',
];

const apiTokenExecutor: CodeBlock = [
  'class OktaExecutor extends DefaultRequestExecutor {',
  "  override async fetch(request: Parameters<DefaultRequestExecutor['fetch']>[0]) {",
  '    const response = await super.fetch(request);',
  '    if (!response.ok) throw new OktaError(response, await response.text());',
  '    return response;',
  '  }',
  '}',
];

/** @param call the expression of the call, in lines */
function callFunction(
  { method }: Form,
  parameter: string,
  [first = '', ...others]: CodeBlock,
): CodeBlock {
  if (method === 'apiToken') {
    return [`function callApi(${parameter}) {`, ...indented([`return ${first}`, ...others]), '}'];
  }
  return [
    'let renewAt = 0;',
    `async function callApi(${parameter}) {`,
    ...indented([
      'let waits = 0;',
      'let renewed = false;',
      'for (;;) {',
      ...indented([
        'try {',
        ...indented([
          'if (Date.now() >= renewAt) {',
          '  client.oauth.clearCachedAccessToken();',
          '  const { expires_in } = await client.oauth.getAccessToken();',
          '  renewAt = Date.now() + (expires_in - 60) * 1000;',
          '}',
          `return await ${first}`,
          ...others,
        ]),
        '} catch (error) {',
        ...indented([
          'if (!(error instanceof OktaError)) throw error;',
          "if (error.httpStatus === 401 && error.message.includes('invalid_token') && !renewed) {",
          '  renewed = true;',
          '  renewAt = 0;',
          '} else if (error.httpStatus === 429 && waits < 5) {',
          '  // A new request has a new proof: Okta accepts each only once.',
          '  waits += 1;',
          '  const delay = error.rateLimitReset * 1000 - Date.now();',
          '  await sleep(Math.min(Math.max(delay || 0, 1000), 60_000));',
          '} else {',
          '  throw error;',
          '}',
        ]),
        '}',
      ]),
      '}',
    ]),
    '}',
  ];
}

const anyCall: CodeBlock = [
  'client.http.http(url, {',
  ...indented([
    'method,',
    "headers: { Accept: 'application/json', ...(body && { 'Content-Type': 'application/json' }) },",
    '...(body && { body }),',
  ]),
  '});',
];

/** Makes all calls in their order, those that list page by page. */
function everyCall(request: OktaRequest): CodeBlock {
  const call = [
    '.catch((error: unknown) => {',
    '  throw new Error(`${call.method} ${call.url}`, { cause: error });',
    '});',
  ];
  const print = 'console.log(await response.text());';
  const [caught = '', ...rest] = call;
  return [
    'for (const call of calls) {',
    ...indented([
      'console.log(call.method, call.url);',
      ...(callsOf(request).some(({ method }) => method === 'GET')
        ? [
            '// The next page that Okta names must be in the same org: the token goes nowhere else.',
            "const origin = new URL(call.url).origin + '/';",
            'let url: string | undefined = call.url;',
            'while (url) {',
            ...indented([
              `const response = await callApi({ ...call, url })${caught}`,
              ...rest,
              print,
              "if (call.method !== 'GET') break;",
              'url = response.headers.get(\'link\')?.match(/<([^>]*)>; *rel="next"/)?.[1];',
              'if (url && !url.startsWith(origin)) throw new Error(`The next page is not in this org: ${url}`);',
            ]),
            '}',
          ]
        : [`const response = await callApi(call)${caught}`, ...rest, print]),
    ]),
    '}',
  ];
}

const everyPage: CodeBlock = [
  '// The next page that Okta names must be in the same org: the token goes nowhere else.',
  'let url: string | undefined = apiUrl;',
  'while (url) {',
  ...indented([
    'const response = await callApi(url);',
    'console.log(await response.text());',
    'url = response.headers.get(\'link\')?.match(/<([^>]*)>; *rel="next"/)?.[1];',
    'if (url && !url.startsWith(`${orgUrl}/`)) throw new Error(`The next page is not in this org: ${url}`);',
  ]),
  '}',
];
