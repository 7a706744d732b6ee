import type { OutcomeId } from '#guide/nodeIds.ts';
import type { JsonValue } from '#catalogue/json.ts';

import { jsonText } from '../encoders/jsonText.ts';
import { environmentVariable } from '../environment.ts';
import { exactJson } from '../exactJson.ts';
import { oktaRequest } from '../request.ts';
import type { RequestValues } from '../values.ts';
import { type CollectionRequest, collectionRequest } from './collectionRequest.ts';
import { collectionDescription, collectionName, messageDescription } from './collectionWords.ts';
import { environmentOf, exchangeOf, type HttpMessage } from './messages.ts';

/**
 * Writes the exchange of a method as a collection of Postman (Collection Format 2.1.0), which newman and many
 * other tools read as well. Secrets are variables without a value; the script of the token request keeps the
 * access token in another one. DPoP is left out, and the collection says why.
 *
 * @param values parsed values (see `values.ts`)
 * @throws TypeError when a value has not passed its parser in a way that would change what is sent
 */
export function postmanCollection(method: OutcomeId, values: RequestValues): string {
  const messages = exchangeOf({ method, variant: 'bearer' }, oktaRequest(values));
  const collection: JsonValue = {
    info: {
      name: collectionName(method),
      description: collectionDescription(method, messages, whereSecretsGo),
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    item: messages.map((message) => itemOf(method, message)),
    variable: environmentOf(messages).map((name) => ({
      key: name,
      value: '',
      type: 'string',
      description: environmentVariable(name).holds,
    })),
  };
  return `${jsonText(exactJson(collection), 2)}\n`;
}

const whereSecretsGo =
  'Before you send: open the variables of this collection and give each secret below its value: choose it from your Postman Vault, or type it and do not share it (in older versions of Postman it is the current value, not the initial one). Never write a secret into a request: everybody who is given the collection would have it.';

function itemOf(method: OutcomeId, message: HttpMessage): JsonValue {
  const { url, authorization, headers, body } = collectionRequest(message, (name) => `{{${name}}}`);
  return {
    name: message.name,
    // The URL is percent-encoded already, and no credential follows a redirect.
    protocolProfileBehavior: { disableUrlEncoding: true, followRedirects: false },
    ...(message.gives === null
      ? {}
      : { event: [{ listen: 'test', script: scriptThatKeeps(message.gives) }] }),
    request: {
      method: message.method,
      auth: authOf(authorization),
      header: headers.map(({ name, value }) => ({ key: name, value })),
      ...(body === null ? {} : { body: bodyOf(body) }),
      url,
      description: messageDescription(method, message),
    },
  };
}

function scriptThatKeeps({ property, variable }: NonNullable<HttpMessage['gives']>): JsonValue {
  return {
    type: 'text/javascript',
    exec: [
      "pm.test('The answer has an access token', () => {",
      '  pm.response.to.have.status(200);',
      `  pm.collectionVariables.set('${variable}', pm.response.json().${property});`,
      '});',
    ],
  };
}

function authOf(authorization: CollectionRequest['authorization']): JsonValue {
  switch (authorization?.scheme) {
    case 'Basic':
      return {
        type: 'basic',
        basic: [
          { key: 'username', value: authorization.user, type: 'string' },
          { key: 'password', value: authorization.password, type: 'string' },
        ],
      };
    case 'Bearer':
      return {
        type: 'bearer',
        bearer: [{ key: 'token', value: authorization.token, type: 'string' }],
      };
    default:
      return { type: 'noauth' };
  }
}

function bodyOf(body: NonNullable<CollectionRequest['body']>): JsonValue {
  return body.kind === 'json'
    ? { mode: 'raw', raw: body.text, options: { raw: { language: 'json' } } }
    : {
        mode: 'urlencoded',
        urlencoded: body.parameters.map(({ name, value }) => ({ key: name, value })),
      };
}
