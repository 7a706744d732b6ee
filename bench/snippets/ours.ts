import type { JsonValue } from '../../src/catalogue/json.ts';
import { oktaCatalogue } from '../../src/catalogue/oktaCatalogue.ts';
import { exactJson } from '../../src/snippets/exactJson.ts';
import { type Form, formsFor, snippetFor } from '../../src/snippets/snippet.ts';
import { languageOf } from '../../src/snippets/languages.ts';
import type { RequestValues } from '../../src/snippets/values.ts';
import { parseValues } from '../../src/snippets/valuesFile.ts';
import type { Generated, SnippetGenerator } from './generator.ts';
import {
  basicCredentials,
  type IntendedRequest,
  mediaTypes,
  type NameAndValue,
  valueOf,
} from './intendedRequest.ts';

/** Headers that a snippet of ours sends by itself; it has no field for any other. */
const ownHeaders = new Set(['accept', 'authorization', 'content-type']);

/**
 * This project's own snippets.
 *
 * They are no general request generator: a call of Okta's API is shown with an API token, and a token request
 * as the first half of an API service integration. What the peers write into the program as plain text, the
 * token or the client secret, these take from the environment.
 */
export const ours: SnippetGenerator = {
  id: 'ours',
  name: 'this project',
  generate: async (request, target, origin) =>
    languageOf(target) === undefined
      ? { kind: 'absent', why: 'has no such language' }
      : ownRequest(request, (form, values) => snippetFor(target, form, values).text, origin),
};

/** Writes the text of a form. */
export type WriteText = (form: Form, values: RequestValues) => string;

/** A request as this project writes it. */
export function ownRequest(request: IntendedRequest, write: WriteText, origin: string): Generated {
  if (request.headers.some(({ name }) => !ownHeaders.has(name.toLowerCase()))) {
    return { kind: 'absent', why: 'has no such field' };
  }
  return request.body?.kind === 'form'
    ? tokenRequest(request, request.body.fields, write, origin)
    : apiCall(request, write, origin);
}

function apiCall(request: IntendedRequest, write: WriteText, origin: string): Generated {
  const [, token = ''] = (valueOf(request.headers, 'Authorization') ?? '').split(' ');
  return generated('apiToken', write, {
    values: {
      orgDomain: new URL(origin).host,
      scopes: ['okta.groups.manage'],
      operation: { method: request.method, path: request.path },
      query: Object.fromEntries(request.query.map(({ name, value }) => [name, value])),
      ...(request.body?.kind === 'json'
        ? { body: JSON.parse(request.body.text) as JsonValue }
        : {}),
    },
    environment: { OKTA_API_TOKEN: token },
    intended: request,
    requests: 1,
    sameRequest: true,
  });
}

/** Id and secret may stand in the header (HTTP Basic) or in the form; ours always sends the header. */
function tokenRequest(
  request: IntendedRequest,
  fields: readonly NameAndValue[],
  write: WriteText,
  origin: string,
): Generated {
  const basic = /^Basic (.*)$/.exec(valueOf(request.headers, 'Authorization') ?? '')?.[1];
  const [basicId = '', basicSecret = ''] = Buffer.from(basic ?? '', 'base64')
    .toString('utf8')
    .split(':');
  const clientId = valueOf(fields, 'client_id') ?? basicId;
  const secret = valueOf(fields, 'client_secret') ?? basicSecret;
  const authorization = { name: 'Authorization', value: basicCredentials(clientId, secret) };
  return generated('apiServiceIntegration', write, {
    values: { orgDomain: new URL(origin).host, clientId, scopes: valueOf(fields, 'scope') ?? '' },
    environment: { OKTA_CLIENT_SECRET: secret },
    intended: {
      ...request,
      headers: [
        { name: 'Accept', value: 'application/json' },
        authorization,
        { name: 'Content-Type', value: mediaTypes.form },
      ],
      body: {
        kind: 'form',
        fields: fields.filter(({ name }) => !['client_id', 'client_secret'].includes(name)),
      },
    },
    requests: 2,
    sameRequest: basic !== undefined,
  });
}

function generated(
  method: 'apiToken' | 'apiServiceIntegration',
  write: WriteText,
  asked: { readonly values: JsonValue } & Omit<
    Extract<Generated, { readonly kind: 'snippet' }>,
    'kind' | 'text'
  >,
): Generated {
  const form = formsFor(method).find(({ request }) => request === 'single');
  // The way that a person's values take, so that what the page would refuse is refused here too.
  const parsed = parseValues(exactJson(asked.values), oktaCatalogue);
  if (form === undefined || !parsed.ok) throw new Error('The values have the wrong shape.');
  const [set] = parsed.sets;
  if (set === undefined) return { kind: 'absent', why: 'refuses the value' };
  const text = write(form, set.values);
  const { environment, intended, requests, sameRequest } = asked;
  return { kind: 'snippet', text, environment, intended, requests, sameRequest };
}
