import { formValue } from '../encoders/formValue.ts';
import { httpFileJson, httpFileText } from '../encoders/httpFileText.ts';
import { httpHeaderValue } from '../encoders/httpHeaderValue.ts';
import {
  type Authorization,
  exchangeOf,
  type HttpMessage,
  type MessageBody,
  type Placeholder,
  sentCredential,
} from '../exchange/messages.ts';
import { algorithmOf, type Form } from '../form.ts';
import type { Language } from '../language.ts';

/**
 * The messages themselves, as an `.http` file for editors (the REST Client syntax of Visual Studio Code):
 * requests divided by `###`, and `{{$processEnv NAME}}` for what must not stand in the file.
 */
export const http: Language = {
  id: 'http',
  label: 'HTTP exchange',
  kind: 'language',
  extension: 'http',
  syntax: 'http',
  needs:
    'an editor that sends .http files and supports {{$processEnv …}}, such as Visual Studio Code with REST Client',
  proxy: null,
  absence: (form) =>
    form.request === 'everything'
      ? 'An HTTP file contains messages, not a program. To keep a token, follow pages and wait for rate limits, use one of the programming languages.'
      : null,
  note: (form) =>
    form.variant === 'dpop'
      ? 'This exchange is an illustration and cannot be sent as it stands. Every DPoP proof is signed for one request, and contains the time and a nonce or a hash of the token. The scripts make their proofs when they run.'
      : null,
  command: () => null,
  environment: (form) => {
    if (form.variant === 'dpop') {
      return [];
    }
    const credential = sentCredential(form.method);
    return form.method === 'apiToken' ? [credential] : [credential, 'OKTA_ACCESS_TOKEN'];
  },
  takesJson: true,
  render: (form, request) => {
    const comments = commentsOf(form);
    return exchangeOf(form, request)
      .map((message, index) => lines(...(comments[index] ?? []), ...messageLines(message)))
      .join(lines('', '###', ''));
  },
};

/** What is said above each message, with the `#` of a comment; nothing where it speaks for itself. */
function commentsOf(form: Form): readonly (readonly string[])[] {
  if (form.method === 'apiToken') {
    return [];
  }
  const callApi = [
    '# 2. Call the API. OKTA_ACCESS_TOKEN holds the access_token from the response.',
  ];
  if (form.method === 'apiServiceIntegration') {
    return [['# 1. Request an access token. The editor encodes id:secret in base64.'], callApi];
  }
  const algorithm = algorithmOf(form.keyType ?? 'RSA');
  const assertion = [
    `#    header: alg ${algorithm}, kid = the ID of your public key`,
    '#    claims: aud = the address of this request, iss = sub = your client ID,',
    '#            jti = new each time, exp = in five minutes',
  ];
  if (form.variant === 'bearer') {
    return [
      [
        '# 1. Request an access token. OKTA_CLIENT_ASSERTION is a JWT signed with your private key:',
        ...assertion,
      ],
      callApi,
    ];
  }
  return [
    [
      '# An illustration: a DPoP proof is valid for one request, so this cannot be sent as it stands.',
      '',
      '# 1. Request an access token. <assertion-1> is signed with the key of your app:',
      ...assertion,
      '#    <proof-1> is signed with another key, made for this purpose:',
      `#    header: typ dpop+jwt, alg ${algorithm}, jwk = the public half of that key`,
      '#    claims: htm = POST, htu = the address of this request, jti = new each time, iat = now',
    ],
    [
      '# 2. The response is 400 use_dpop_nonce, with a dpop-nonce header. Send both again, newly signed:',
      '#    <assertion-1> is used up; <proof-2> has one more claim: nonce = the value of that header.',
    ],
    [
      '# 3. Call the API. <proof-3> is signed with the same key as the other two:',
      '#    claims: htm = the method, htu = the address without its query, jti = new, iat = now,',
      '#            ath = the SHA-256 hash of the access token, in base64url',
    ],
  ];
}

function messageLines({ method, url, headers, body }: HttpMessage): readonly string[] {
  return [
    `${method} ${httpFileText(url)} HTTP/1.1`,
    ...headers.map(({ name, value }) => `${name}: ${headerValue(value)}`),
    ...(body === null ? [] : ['', bodyText(body)]),
  ];
}

function headerValue(value: string | Placeholder | Authorization): string {
  if (typeof value === 'string') {
    return headerText(value);
  }
  if ('kind' in value) {
    return placeholder(value);
  }
  return value.scheme === 'Basic'
    ? `Basic ${headerText(value.user)}:${placeholder(value.password)}`
    : `${value.scheme} ${placeholder(value.credential)}`;
}

function headerText(text: string): string {
  return httpHeaderValue(httpFileText(text));
}

function bodyText(body: MessageBody): string {
  return body.kind === 'json'
    ? body.pieces
        .map((piece) => (typeof piece === 'string' ? httpFileJson(piece) : placeholder(piece)))
        .join('')
    : body.parameters
        .map(
          ({ name, value }) =>
            `${formValue(name)}=${typeof value === 'string' ? formValue(value) : placeholder(value)}`,
        )
        .join('&');
}

function placeholder({ kind, name }: Placeholder): string {
  return kind === 'environment' ? `{{$processEnv ${name}}}` : `<${name}>`;
}

function lines(...texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}
