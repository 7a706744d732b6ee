import { type CodeBlock, indented } from '../codeBlock.ts';
import { javascriptString } from '../encoders/javascriptString.ts';
import { credentialOf, missingCredential } from '../environment.ts';
import type { Form } from '../form.ts';
import { orgUrlOf } from '../orgUrl.ts';
import { bodyProperty } from '../javascript/body.ts';
import { readPrivateKey } from '../javascript/top.ts';
import { makesSeveralCalls, type OktaRequest } from '../request.ts';

/** The values of a form's request as constants. */
export function typedValues(form: Form, request: OktaRequest): CodeBlock {
  const scopes = request.scope.split(' ').map(javascriptString).join(', ');
  return [
    `const orgUrl = ${javascriptString(orgUrlOf(request))};`,
    ...(makesSeveralCalls(form, request)
      ? []
      : [`const apiUrl = ${javascriptString(request.apiUrl)};`]),
    ...(form.method === 'serviceApp'
      ? [
          `const clientId = ${javascriptString(request.clientId)};`,
          `const keyId = ${javascriptString(request.keyId)};`,
          `const scopes = [${scopes}];`,
        ]
      : []),
  ];
}

/** Takes the credential from its environment variable. */
export function credential({ method, keyType }: Form): CodeBlock {
  const constant = method === 'serviceApp' ? 'keyFile' : 'apiToken';
  return [
    `const ${constant} = process.env.${credentialOf(method)};`,
    `if (!${constant}) {`,
    `  throw new Error(${javascriptString(missingCredential(method))});`,
    '}',
    ...(keyType === null ? [] : readPrivateKey(keyType)),
  ];
}

/** The SDK's client; with its cache, the promise of an answer of 66 KB and more never settles (tried with 8.1.0). */
export function client({ method }: Form, more: CodeBlock = []): CodeBlock {
  return [
    'const client = new Client({',
    ...indented([
      'orgUrl,',
      ...(method === 'serviceApp'
        ? [
            "authorizationMode: 'PrivateKey',",
            'clientId,',
            'scopes,',
            'keyId,',
            "privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),",
          ]
        : ['token: apiToken,']),
      'cacheMiddleware: null, // The SDK’s cache hangs on large responses.',
      ...more,
    ]),
    '});',
  ];
}

/**
 * The call of the API, with what the SDK documents for any endpoint: its typed methods leave out what their
 * models do not know, such as custom attributes.
 */
export function apiCall(request: OktaRequest, url: string): CodeBlock {
  const contentType = request.body === null ? '' : ", 'Content-Type': 'application/json'";
  return [
    `client.http.http(${url}, {`,
    ...indented([
      `method: '${request.method}',`,
      `headers: { Accept: 'application/json'${contentType} },`,
      ...bodyProperty(request),
    ]),
    '});',
  ];
}
