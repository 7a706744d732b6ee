import type { OutcomeId } from '#guide/nodeIds.ts';
import type { JsonValue } from '#catalogue/json.ts';

import { jsonText } from '../encoders/jsonText.ts';
import type { EnvironmentName } from '../environment.ts';
import { exactJson } from '../exactJson.ts';
import { oktaRequest } from '../request.ts';
import type { RequestValues } from '../values.ts';
import {
  type CollectionRequest,
  collectionRequest,
  type NameAndValue,
} from './collectionRequest.ts';
import { collectionDescription, collectionName, messageDescription } from './collectionWords.ts';
import { exchangeOf, type HttpMessage, secretsOf } from './messages.ts';

/**
 * Writes the exchange of a method as a collection of Bruno: the one JSON file that Bruno exports and imports.
 * Secrets are read from the environment or from the `.env` of the collection's folder; the access token passes
 * from one request to the next in a variable that Bruno keeps in memory. DPoP is left out, and the collection
 * says why.
 *
 * @param values parsed values (see `values.ts`)
 * @throws TypeError when a value has not passed its parser in a way that would change what is sent
 */
export function brunoCollection(method: OutcomeId, values: RequestValues): string {
  const messages = exchangeOf({ method, variant: 'bearer' }, oktaRequest(values));
  const secrets = secretsOf(messages);
  const collection: JsonValue = {
    name: collectionName(method),
    version: '1',
    items: messages.map((message, index) => itemOf(method, message, index + 1, secrets)),
    environments: [],
    root: { docs: collectionDescription(method, messages, whereSecretsGo) },
  };
  return `${jsonText(exactJson(collection), 2)}\n`;
}

const whereSecretsGo =
  'Before you send: put a file named `.env` into the folder of this collection, with a line `NAME=value` for each secret below, and keep it out of version control. The requests read it, and hold no secret themselves.';

function itemOf(
  method: OutcomeId,
  message: HttpMessage,
  sequence: number,
  secrets: readonly EnvironmentName[],
): JsonValue {
  const { url, authorization, headers, body } = collectionRequest(message, (name) =>
    secrets.includes(name) ? `{{process.env.${name}}}` : `{{${name}}}`,
  );
  return {
    type: 'http',
    name: message.name,
    seq: sequence,
    request: {
      url,
      method: message.method,
      headers: headers.map(enabled),
      params: queryOf(url),
      auth: authOf(authorization),
      body: bodyOf(body),
      ...(message.gives === null ? {} : { tests: scriptThatKeeps(message.gives) }),
      docs: messageDescription(method, message),
    },
    // The URL is percent-encoded already, and no credential follows a redirect.
    settings: { encodeUrl: false, followRedirects: false },
  };
}

/** A test, because Bruno may evaluate the shorter post-response variable before it is ready to. */
function scriptThatKeeps({ property, variable }: NonNullable<HttpMessage['gives']>): string {
  return [
    "test('The answer has an access token', () => {",
    '  expect(res.status).to.equal(200);',
    `  bru.setVar('${variable}', res.body.${property});`,
    '});',
  ].join('\n');
}

function enabled(entry: NameAndValue) {
  return { ...entry, enabled: true };
}

/** The query for Bruno's table of parameters, which shows it as it stands in the URL. */
function queryOf(url: string): readonly JsonValue[] {
  const [, query] = url.split('?');
  return (query?.split('&') ?? []).map((parameter) => {
    const [name = '', value = ''] = parameter.split('=');
    return { name, value, type: 'query', enabled: true };
  });
}

function authOf(authorization: CollectionRequest['authorization']): JsonValue {
  switch (authorization?.scheme) {
    case 'Basic':
      return {
        mode: 'basic',
        basic: { username: authorization.user, password: authorization.password },
      };
    case 'Bearer':
      return { mode: 'bearer', bearer: { token: authorization.token } };
    default:
      return { mode: 'none' };
  }
}

function bodyOf(body: CollectionRequest['body']): JsonValue {
  switch (body?.kind) {
    case 'form':
      return { mode: 'formUrlEncoded', formUrlEncoded: body.parameters.map(enabled) };
    case 'json':
      return { mode: 'json', json: body.text };
    default:
      return { mode: 'none' };
  }
}
