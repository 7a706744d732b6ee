import { formValue } from '../encoders/formValue.ts';
import { httpFileJson, httpFileText } from '../encoders/httpFileText.ts';
import { httpHeaderValue } from '../encoders/httpHeaderValue.ts';
import { percentEncoded } from '../encoders/percentEncoding.ts';
import type { EnvironmentName } from '../environment.ts';
import { algorithmOf, type Form, type KeyType } from '../form.ts';
import type { Language } from '../language.ts';
import type { OktaRequest } from '../request.ts';

/**
 * The messages themselves, as an `.http` file for editors (the REST Client syntax of Visual Studio Code):
 * requests divided by `###`, and `{{$processEnv NAME}}` for what must not stand in the file.
 */
export const http: Language = {
  id: 'http',
  label: 'HTTP exchange',
  extension: 'http',
  syntax: 'http',
  needs:
    'an editor that sends .http files and knows {{$processEnv …}}, such as Visual Studio Code with REST Client',
  absence: () => null,
  note: (form) =>
    form.variant === 'dpop'
      ? 'This exchange is an illustration and cannot be sent as it stands: every DPoP proof is signed for one request, with the time and with a nonce or a hash of the token in it. The scripts make their proofs when they run.'
      : null,
  command: () => null,
  environment: (form) => {
    if (form.variant === 'dpop') {
      return [];
    }
    const names: Readonly<Record<Form['method'], readonly EnvironmentName[]>> = {
      serviceApp: ['OKTA_CLIENT_ASSERTION', 'OKTA_ACCESS_TOKEN'],
      apiServiceIntegration: ['OKTA_CLIENT_SECRET', 'OKTA_ACCESS_TOKEN'],
      apiToken: ['OKTA_API_TOKEN'],
    };
    return names[form.method];
  },
  render: (form, request) => {
    if (form.method === 'apiToken') {
      return apiMessage(request, [`Authorization: SSWS ${variable('OKTA_API_TOKEN')}`]);
    }
    if (form.method === 'apiServiceIntegration') {
      return basicExchange(request);
    }
    const keyType = form.keyType ?? 'RSA';
    return form.variant === 'dpop'
      ? dpopExchange(keyType, request)
      : bearerExchange(keyType, request);
  },
};

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const divider = '\n###\n\n';

function bearerExchange(keyType: KeyType, request: OktaRequest): string {
  return [
    lines(
      '# 1. Ask for an access token. OKTA_CLIENT_ASSERTION holds a JWT that your private key has signed:',
      `#    header: alg ${algorithmOf(keyType)}, kid = the id of your public key`,
      '#    claims: aud = the address of this request, iss = sub = your client id,',
      '#            jti = new each time, exp = in five minutes',
    ),
    tokenMessage(request, [], assertionParameters(request, variable('OKTA_CLIENT_ASSERTION'))),
    divider,
    lines('# 2. Call the API. OKTA_ACCESS_TOKEN holds the access_token of the answer.'),
    apiMessage(request, [`Authorization: Bearer ${variable('OKTA_ACCESS_TOKEN')}`]),
  ].join('');
}

function basicExchange(request: OktaRequest): string {
  const clientId = httpHeaderValue(httpFileText(request.clientId));
  return [
    lines('# 1. Ask for an access token. The editor encodes id:secret in base64.'),
    tokenMessage(
      request,
      [`Authorization: Basic ${clientId}:${variable('OKTA_CLIENT_SECRET')}`],
      ['grant_type=client_credentials', `scope=${formValue(request.scope)}`],
    ),
    divider,
    lines('# 2. Call the API. OKTA_ACCESS_TOKEN holds the access_token of the answer.'),
    apiMessage(request, [`Authorization: Bearer ${variable('OKTA_ACCESS_TOKEN')}`]),
  ].join('');
}

function dpopExchange(keyType: KeyType, request: OktaRequest): string {
  const algorithm = algorithmOf(keyType);
  return [
    lines(
      '# An illustration: a DPoP proof is good for one request, so this cannot be sent as it stands.',
      '',
      '# 1. Ask for an access token. <assertion-1> is signed with the key of your app:',
      `#    header: alg ${algorithm}, kid = the id of your public key`,
      '#    claims: aud = the address of this request, iss = sub = your client id,',
      '#            jti = new each time, exp = in five minutes',
      '#    <proof-1> is signed with another key, made for this purpose:',
      `#    header: typ dpop+jwt, alg ${algorithm}, jwk = the public half of that key`,
      '#    claims: htm = POST, htu = the address of this request, jti = new each time, iat = now',
    ),
    tokenMessage(request, ['DPoP: <proof-1>'], assertionParameters(request, '<assertion-1>')),
    divider,
    lines(
      '# 2. The answer is 400 use_dpop_nonce, with a dpop-nonce header. Ask again, with both signed anew:',
      '#    <assertion-1> is used up, and <proof-2> has one claim more: nonce = the value of that header.',
    ),
    tokenMessage(request, ['DPoP: <proof-2>'], assertionParameters(request, '<assertion-2>')),
    divider,
    lines(
      '# 3. Call the API. <proof-3> is signed with the same key as the other two:',
      '#    claims: htm = the method, htu = the address without its query, jti = new, iat = now,',
      '#            ath = the SHA-256 hash of the access token, in base64url',
    ),
    apiMessage(request, ['Authorization: DPoP <access-token>', 'DPoP: <proof-3>']),
  ].join('');
}

function tokenMessage(
  request: OktaRequest,
  headers: readonly string[],
  parameters: readonly string[],
): string {
  return lines(
    `POST ${httpFileText(request.tokenUrl)} HTTP/1.1`,
    'Accept: application/json',
    ...headers,
    'Content-Type: application/x-www-form-urlencoded',
    '',
    parameters.join('&'),
  );
}

/** @param assertion stands for the client assertion and is no typed value */
function assertionParameters(request: OktaRequest, assertion: string): readonly string[] {
  return [
    'grant_type=client_credentials',
    `scope=${formValue(request.scope)}`,
    `client_assertion_type=${percentEncoded(assertionType)}`,
    `client_assertion=${assertion}`,
  ];
}

function apiMessage(request: OktaRequest, headers: readonly string[]): string {
  return lines(
    `${request.method} ${httpFileText(request.apiUrl)} HTTP/1.1`,
    'Accept: application/json',
    ...headers,
    ...(request.indentedBody === null
      ? []
      : ['Content-Type: application/json', '', httpFileJson(request.indentedBody)]),
  );
}

function variable(name: EnvironmentName): string {
  return `{{$processEnv ${name}}}`;
}

function lines(...texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}
