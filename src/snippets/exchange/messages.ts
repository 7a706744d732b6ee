import type { OutcomeId } from '#guide/nodeIds.ts';

import { asJsonVariable, type EnvironmentName } from '../environment.ts';
import type { Form } from '../form.ts';
import type { HttpMethod } from '../operation.ts';
import { basicUserName } from '../typedValues.ts';
import type { OktaRequest } from '../request.ts';

/** What is signed or received while a program runs, in the order in which it does so; no file can hold it. */
export type MadeOnTheWay =
  | 'assertion-1'
  | 'proof-1'
  | 'assertion-2'
  | 'proof-2'
  | 'access-token'
  | 'proof-3';

/** Stands for a value in a message that must not or cannot be written down. */
export type Placeholder =
  | { readonly kind: 'environment'; readonly name: EnvironmentName }
  | { readonly kind: 'onTheWay'; readonly name: MadeOnTheWay };

/** How a message identifies its sender (RFC 7617, RFC 6750, RFC 9449; `SSWS` is Okta's own). */
export type Authorization =
  | { readonly scheme: 'Basic'; readonly user: string; readonly password: Placeholder }
  | { readonly scheme: 'Bearer' | 'DPoP' | 'SSWS'; readonly credential: Placeholder };

export type MessageHeader =
  | { readonly name: 'Authorization'; readonly value: Authorization }
  | {
      readonly name: 'Accept' | 'Content-Type' | 'DPoP';
      readonly value: string | Placeholder;
    };

/** A parameter of a form body, not yet encoded. */
export interface FormParameter {
  readonly name: string;
  readonly value: string | Placeholder;
}

export type MessageBody =
  | { readonly kind: 'form'; readonly parameters: readonly FormParameter[] }
  /** JSON in several lines; a placeholder stands for a JSON string, with its quotation marks. */
  | { readonly kind: 'json'; readonly pieces: readonly (string | Placeholder)[] };

/** One request of an exchange. Typed values are as they were typed, but for the URL. */
export interface HttpMessage {
  /** What it does: `Ask for an access token`. Never holds a typed value. */
  readonly name: string;
  readonly method: HttpMethod;
  /** Percent-encoded down to the unreserved characters of RFC 3986, with its query. */
  readonly url: string;
  /** In the order in which they are shown. */
  readonly headers: readonly MessageHeader[];
  readonly body: MessageBody | null;
  /** A property of the JSON in the answer, and the variable that stands for it in later messages. */
  readonly gives: {
    readonly property: 'access_token';
    readonly variable: EnvironmentName;
  } | null;
}

/**
 * Gives the requests of a form in their order, as data: every language of messages writes the same ones.
 * The kind of key changes no message, only how the assertion in it is signed.
 *
 * With DPoP the messages are an illustration: their proofs are made on the way (RFC 9449, section 4).
 */
export function exchangeOf(
  { method, variant }: Pick<Form, 'method' | 'variant'>,
  request: OktaRequest,
): readonly HttpMessage[] {
  const credential = fromEnvironment(sentCredential(method));
  if (method === 'apiToken') {
    return [apiMessage(request, [authorization({ scheme: 'SSWS', credential })])];
  }
  if (method === 'apiServiceIntegration') {
    return [
      givingTheToken(
        tokenMessage(
          request,
          [authorization({ scheme: 'Basic', user: basicUserName(request), password: credential })],
          [],
        ),
      ),
      apiMessage(request, [withAccessToken]),
    ];
  }
  if (variant === 'bearer') {
    return [
      givingTheToken(tokenMessage(request, [], assertionParameters(credential))),
      apiMessage(request, [withAccessToken]),
    ];
  }
  return [
    tokenMessage(request, [proof('proof-1')], assertionParameters(onTheWay('assertion-1'))),
    {
      ...tokenMessage(request, [proof('proof-2')], assertionParameters(onTheWay('assertion-2'))),
      name: 'Ask again with the nonce',
    },
    apiMessage(request, [
      authorization({ scheme: 'DPoP', credential: onTheWay('access-token') }),
      proof('proof-3'),
    ]),
  ];
}

const sentCredentials: Readonly<Record<OutcomeId, EnvironmentName>> = {
  serviceApp: 'OKTA_CLIENT_ASSERTION',
  apiServiceIntegration: 'OKTA_CLIENT_SECRET',
  apiToken: 'OKTA_API_TOKEN',
};

/**
 * The environment variable with the credential that the messages of a method send. A program signs assertions
 * with a private key; a message can only carry one that is already signed.
 */
export function sentCredential(method: OutcomeId): EnvironmentName {
  return sentCredentials[method];
}

/** The environment variables in messages, each only once, in the order of first use. */
export function environmentOf(messages: readonly HttpMessage[]): readonly EnvironmentName[] {
  const names = messages
    .flatMap(placeholdersOf)
    .flatMap((placeholder) => (placeholder.kind === 'environment' ? [placeholder.name] : []));
  return [...new Set(names)];
}

/**
 * The same, without those that a response fills on the way: what must exist before the first
 * message is sent.
 */
export function secretsOf(messages: readonly HttpMessage[]): readonly EnvironmentName[] {
  const given = new Set(messages.map(({ gives }) => gives?.variable));
  return environmentOf(messages).filter((name) => !given.has(name));
}

function placeholdersOf({ headers, body }: HttpMessage): readonly Placeholder[] {
  const values = [
    ...headers.map(({ value }) =>
      typeof value === 'string' || !('scheme' in value)
        ? value
        : value.scheme === 'Basic'
          ? value.password
          : value.credential,
    ),
    ...(body?.kind === 'form' ? body.parameters.map(({ value }) => value) : (body?.pieces ?? [])),
  ];
  return values.filter((value) => typeof value !== 'string');
}

const accept: MessageHeader = { name: 'Accept', value: 'application/json' };

const withAccessToken = authorization({
  scheme: 'Bearer',
  credential: fromEnvironment('OKTA_ACCESS_TOKEN'),
});

function tokenMessage(
  request: OktaRequest,
  headers: readonly MessageHeader[],
  parameters: readonly FormParameter[],
): HttpMessage {
  return {
    name: 'Ask for an access token',
    method: 'POST',
    url: request.tokenUrl,
    headers: [
      accept,
      ...headers,
      { name: 'Content-Type', value: 'application/x-www-form-urlencoded' },
    ],
    body: {
      kind: 'form',
      parameters: [
        { name: 'grant_type', value: 'client_credentials' },
        { name: 'scope', value: request.scope },
        ...parameters,
      ],
    },
    gives: null,
  };
}

function givingTheToken(message: HttpMessage): HttpMessage {
  return { ...message, gives: { property: 'access_token', variable: 'OKTA_ACCESS_TOKEN' } };
}

function assertionParameters(assertion: Placeholder): readonly FormParameter[] {
  return [
    {
      name: 'client_assertion_type',
      value: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    },
    { name: 'client_assertion', value: assertion },
  ];
}

function apiMessage(request: OktaRequest, headers: readonly MessageHeader[]): HttpMessage {
  const body = request.indentedBody;
  return {
    name: 'Call the API',
    method: request.method,
    url: request.apiUrl,
    headers: [
      accept,
      ...headers,
      ...(body === null
        ? []
        : [{ name: 'Content-Type', value: 'application/json' } satisfies MessageHeader]),
    ],
    body:
      body === null
        ? null
        : {
            kind: 'json',
            pieces: body.map((piece) =>
              typeof piece === 'string' ? piece : fromEnvironment(asJsonVariable(piece.variable)),
            ),
          },
    gives: null,
  };
}

function authorization(value: Authorization): MessageHeader {
  return { name: 'Authorization', value };
}

function proof(name: MadeOnTheWay): MessageHeader {
  return { name: 'DPoP', value: onTheWay(name) };
}

function fromEnvironment(name: EnvironmentName): Placeholder {
  return { kind: 'environment', name };
}

function onTheWay(name: MadeOnTheWay): Placeholder {
  return { kind: 'onTheWay', name };
}
