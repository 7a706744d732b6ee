import {
  basicCredentials,
  type IntendedRequest,
  mediaTypes,
  type NameAndValue,
} from './intendedRequest.ts';
import { type Payload, payloadsFor } from './payloads.ts';
import type { TargetId } from './targets.ts';

/** A request that every generator is asked for, in every target. */
export interface RequestCase {
  readonly id: CaseId;
  /** For the table, in a few words. */
  readonly holds: string;
  readonly request: IntendedRequest;
}

export type CaseId = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';

const accept: NameAndValue = { name: 'Accept', value: 'application/json' };
// No token of anybody: the server is a process of this command.
const apiToken: NameAndValue = { name: 'Authorization', value: 'SSWS example-token' };
const clientId = '0oaexampleclientid00';
const tokenFields: readonly NameAndValue[] = [
  { name: 'grant_type', value: 'client_credentials' },
  { name: 'scope', value: 'okta.groups.read okta.users.read' },
];

/** The six requests: two as every documentation shows them, four with text that is hard to quote. */
export const requestCases: readonly RequestCase[] = [
  {
    id: 'A',
    holds: 'a plain GET',
    request: get([{ name: 'limit', value: '10' }]),
  },
  {
    id: 'B',
    holds: 'a token POST with two scopes, HTTP Basic',
    request: tokenRequest(
      [accept, { name: 'Authorization', value: basicCredentials(clientId, 'example-secret') }],
      tokenFields,
    ),
  },
  {
    id: 'C',
    holds: 'an Okta `search` with quotes, `&`, `#`, `%`, `+` and an umlaut',
    request: get([
      {
        name: 'search',
        value: `profile.lastName eq "O'Brien & Söhne" and profile.code sw "50% #1+2"`,
      },
      { name: 'limit', value: '10' },
    ]),
  },
  {
    id: 'D',
    holds: 'a header with both quotes, `$`, a backtick and backslashes',
    request: get([], [{ name: 'X-Note', value: 'W/"it\'s" $HOME `date` C:\\new\\table\\' }]),
  },
  {
    id: 'E',
    holds:
      'JSON with both quotes, a line break, `#{}`, `$`, a backslash and characters outside ASCII',
    request: jsonPost({
      profile: {
        name: `Day "shift" of Zoë's team 😀`,
        description: 'First line\nsecond #{1 + 1} $HOME C:\\new',
      },
    }),
  },
  {
    id: 'F',
    holds: 'a client secret with `& = + %`, a space, both quotes, `$` and a backslash',
    request: secretInForm(`a&b=c+d%41 'e' "f" $HOME \\`),
  },
];

/** Where a payload is put. */
export const payloadPlaces = ['query', 'header', 'form', 'JSON'] as const;
export type PayloadPlace = (typeof payloadPlaces)[number];

/** A request that holds a payload. */
export interface InjectionCase {
  readonly place: PayloadPlace;
  readonly payload: Payload;
  readonly request: IntendedRequest;
}

/** The payloads of a target's language in every place that can carry them. */
export function injectionCasesFor(target: TargetId): readonly InjectionCase[] {
  return payloadPlaces.flatMap((place) =>
    payloadsFor(target)
      // A line break ends a header, whatever the language: no client sends it.
      .filter(({ text }) => place !== 'header' || !text.includes('\n'))
      .map((payload) => ({ place, payload, request: requestWith(place, payload.text) })),
  );
}

/** A request with a text in one of its places. */
export function requestWith(place: PayloadPlace, text: string): IntendedRequest {
  switch (place) {
    case 'query':
      return get([{ name: 'search', value: text }]);
    case 'header':
      return get([], [{ name: 'X-Note', value: text }]);
    case 'form':
      return secretInForm(text);
    case 'JSON':
      // Also as a name: generators that write the object in the language's own literals quote both.
      return jsonPost({ profile: { name: text, [text]: 'value' } });
  }
}

function get(
  query: readonly NameAndValue[],
  headers: readonly NameAndValue[] = [],
): IntendedRequest {
  return {
    method: 'GET',
    path: '/api/v1/groups',
    query,
    headers: [accept, apiToken, ...headers],
    body: null,
  };
}

function jsonPost(json: unknown): IntendedRequest {
  return {
    method: 'POST',
    path: '/api/v1/groups',
    query: [],
    headers: [accept, apiToken, { name: 'Content-Type', value: mediaTypes.json }],
    body: { kind: 'json', text: JSON.stringify(json) },
  };
}

function secretInForm(secret: string): IntendedRequest {
  return tokenRequest(
    [accept],
    [
      ...tokenFields,
      { name: 'client_id', value: clientId },
      { name: 'client_secret', value: secret },
    ],
  );
}

function tokenRequest(
  headers: readonly NameAndValue[],
  fields: readonly NameAndValue[],
): IntendedRequest {
  return {
    method: 'POST',
    path: '/oauth2/v1/token',
    query: [],
    headers: [...headers, { name: 'Content-Type', value: mediaTypes.form }],
    body: { kind: 'form', fields },
  };
}
