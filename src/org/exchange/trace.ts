import { decodeJwt, decodeProtectedHeader } from 'jose';

import { type OrgRequest, pathOf, tokenPath } from '../org.ts';
import type { Message } from './advance.ts';
import { errorOf } from './answerText.ts';

/** A JWT in a message, read. */
export interface ReadJwt {
  readonly name: 'Client assertion' | 'DPoP proof' | 'Access token';
  readonly header: string;
  readonly claims: string;
}

/** The response in short: `400 use_dpop_nonce`. */
export function answerLine({ response }: Message): string {
  const error = errorOf(response);
  return error === undefined ? String(response.status) : `${error.status} ${error.code}`;
}

/** The credentials of a request, by name, in the order in which a reader meets them. */
export function credentialsOf({ headers, body }: OrgRequest): readonly string[] {
  const scheme = header(headers, 'Authorization')?.split(' ')[0];
  return [
    ...(scheme === undefined ? [] : [credentialName(scheme)]),
    ...(new URLSearchParams(body).has('client_assertion') ? ['client assertion'] : []),
    ...(header(headers, 'DPoP') === undefined ? [] : ['DPoP proof']),
  ];
}

function credentialName(scheme: string): string {
  if (scheme === 'Basic') return 'client secret';
  return scheme === 'SSWS' ? 'API token' : `access token as ${scheme}`;
}

/** The JWTs in a message, read without checking them. */
export function jwtsOf({ request, response }: Message): readonly ReadJwt[] {
  const [, bearer] =
    /^(?:Bearer|DPoP) (.+)$/.exec(header(request.headers, 'Authorization') ?? '') ?? [];
  const [, issued] = /"access_token":"([^"]+)"/.exec(response.body) ?? [];
  const found: readonly (readonly [ReadJwt['name'], string | null | undefined])[] = [
    ['Client assertion', new URLSearchParams(request.body).get('client_assertion')],
    ['DPoP proof', header(request.headers, 'DPoP')],
    ['Access token', bearer ?? issued],
  ];
  return found.flatMap(([name, text]) => {
    if (text === null || text === undefined) return [];
    try {
      const [claims, protectedHeader] = [decodeJwt(text), decodeProtectedHeader(text)];
      return [{ name, header: indented(protectedHeader), claims: indented(claims) }];
    } catch {
      return [];
    }
  });
}

function indented(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}

/** A request and its response as HTTP/1.1 writes them. */
export function messageText({ request, response }: Message): string {
  const headers = Object.entries(response.headers).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((each) => `${name}: ${each}`),
  );
  return [
    `${request.method} ${request.target} HTTP/1.1`,
    ...request.headers.map(([name, value]) => `${name}: ${value}`),
    ...(request.body === '' ? [] : ['', request.body]),
    '',
    `HTTP/1.1 ${response.status}`,
    ...headers,
    ...(response.body === '' ? [] : ['', response.body]),
  ].join('\n');
}

/**
 * The text of a message, with names in place of the credentials, and each parameter of a form on
 * its own line.
 */
export function withoutCredentials(text: string): string {
  return text
    .replaceAll(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, '[JWT]')
    .replaceAll(/(Authorization: Basic ).+/g, '$1[client ID and secret]')
    .replaceAll(/(Authorization: SSWS ).+/g, '$1[API token]')
    .replaceAll(/&(?=[a-z_]+=)/g, '\n&');
}

/** The exchange as a sequence diagram in Mermaid's language. It contains no credential. */
export function traceMermaid(messages: readonly Message[]): string {
  const lines = messages.flatMap((message) => {
    const { request } = message;
    const credentials = credentialsOf(request).join(', ') || 'no credential';
    return [
      `  P->>O: ${request.method} ${pathOf(request.target)} (${credentials})`,
      `  O-->>P: ${answerLine(message)}`,
    ];
  });
  return [
    'sequenceDiagram',
    '  participant P as Your program',
    '  participant O as Okta org (model)',
    ...lines,
    '',
  ].join('\n');
}

/**
 * Requests as they would be sent to an org with cURL. Environment variables stand for the
 * credentials; for each attempt they need new values.
 *
 * @param host the org's
 * @param quoted returns a text as one word of the shell
 */
export function traceCurl(
  messages: readonly Message[],
  host: string,
  quoted: (text: string) => string,
): string {
  return messages
    .map(({ request }) => {
      const { method, target, headers, body } = request;
      const isForm = target.startsWith(tokenPath) && body !== '' && !body.startsWith('{');
      const parameters = isForm ? [...new URLSearchParams(body)] : [];
      return [
        `curl --request ${method} ${quoted(`https://${host}${withoutSecret(target)}`)}`,
        ...headers
          .filter(([name]) => !(isForm && name === 'Content-Type'))
          .map(([name, value]) => `  --header ${headerWord(name, value, quoted)}`),
        ...parameters.map(([name, value]) => {
          const variable = secretParameters.get(name);
          return variable === undefined
            ? `  --data-urlencode ${quoted(`${name}=${value}`)}`
            : `  --data-urlencode "${name}=$${variable}"`;
        }),
        ...(body !== '' && !isForm ? [`  --data ${quoted(body)}`] : []),
      ].join(' \\\n');
    })
    .join('\n\n');
}

const secretParameters: ReadonlyMap<string, string> = new Map([
  ['client_assertion', 'OKTA_CLIENT_ASSERTION'],
  ['client_secret', 'OKTA_CLIENT_SECRET'],
]);

function headerWord(name: string, value: string, quoted: (text: string) => string): string {
  if (name === 'DPoP') return '"DPoP: $DPOP_PROOF"';
  if (name !== 'Authorization') return quoted(`${name}: ${value}`);
  const [scheme = ''] = value.split(' ');
  if (scheme === 'Basic') return '"Authorization: Basic $OKTA_CLIENT_CREDENTIALS"';
  return `"Authorization: ${scheme} $${scheme === 'SSWS' ? 'OKTA_API_TOKEN' : 'OKTA_ACCESS_TOKEN'}"`;
}

function withoutSecret(target: string): string {
  return target.replace(/(client_secret=)[^&]*/, '$1…');
}

function header(headers: OrgRequest['headers'], name: string): string | undefined {
  return headers.find(([each]) => each === name)?.[1];
}
