import type { OutcomeId } from '#guide/nodeIds.ts';
import type { JsonValue } from '#catalogue/json.ts';

import { jsonText } from '../encoders/jsonText.ts';
import { environmentVariable } from '../environment.ts';
import { exactJson } from '../exactJson.ts';
import type { HttpMethod } from '../operation.ts';
import { oktaRequest } from '../request.ts';
import { defaultValues, type RequestValues } from '../values.ts';
import { type CollectionRequest, collectionRequest } from './collectionRequest.ts';
import { collectionDescription, collectionName, messageDescription } from './collectionWords.ts';
import { dpopRequest, type ScriptedRequest } from './dpopRequest.ts';
import { environmentOf, exchangeOf, type HttpMessage, secretsOf } from './messages.ts';
import {
  madeByScript,
  postmanSandboxCheck,
  postmanScripts,
  privateKeyHolds,
  privateKeyVariable,
  runtimeForNewman,
} from './signingScript.ts';

/**
 * Writes the exchange of a method as a collection of Postman (Collection Format 2.1.0), which newman and many
 * other tools read as well. Secrets are variables without a value; the script of the token request keeps the
 * access token in another one. For a service app, scripts sign the assertion and the DPoP proofs.
 *
 * @param values parsed values (see `values.ts`)
 * @throws TypeError when a value has not passed its parser in a way that would change what is sent
 */
export function postmanCollection(method: OutcomeId, values: RequestValues): string {
  const request = oktaRequest(values);
  const messages = exchangeOf({ method, variant: 'bearer' }, request);
  const scripts = method === 'serviceApp' ? postmanScripts(request) : null;
  const collection: JsonValue = {
    info: {
      name: collectionName(method),
      description: collectionDescription(method, messages, whereSecretsGo, [runners]),
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    ...(scripts === null ? {} : { event: [scriptBefore(postmanSandboxCheck)] }),
    item: [
      ...messages.map((message) => itemOf(method, message, scripts?.assertion ?? null)),
      ...(scripts === null ? [] : [dpopItem(dpopRequest(messages, template), scripts.dpop)]),
    ],
    variable: variablesOf(messages),
  };
  return `${jsonText(exactJson(collection), 2)}\n`;
}

/** The variables of the messages, but for the one that a script fills: the private key stands in its place. */
function variablesOf(messages: readonly HttpMessage[]): readonly JsonValue[] {
  return environmentOf(messages).map((name) => {
    const [key, description] =
      name === madeByScript.assertion
        ? [privateKeyVariable, privateKeyHolds]
        : [name, environmentVariable(name).holds];
    return { key, value: '', type: 'string', description };
  });
}

/**
 * Writes the environment for Postman that has a place for each secret of the method, marked secret: Postman masks such
 * values and takes them from the vault. None has a value.
 */
export function postmanEnvironment(method: OutcomeId): string {
  const messages = exchangeOf({ method, variant: 'bearer' }, oktaRequest(defaultValues));
  const secrets = secretsOf(messages);
  const environment: JsonValue = {
    name: collectionName(method),
    values: secrets.map((name) => ({
      key: name === madeByScript.assertion ? privateKeyVariable : name,
      value: '',
      type: 'secret',
      enabled: true,
    })),
    _postman_variable_scope: 'environment',
  };
  return `${jsonText(exactJson(environment), 2)}\n`;
}

function template(name: string): string {
  return `{{${name}}}`;
}

const whereSecretsGo =
  'Before you send: open the variables of this collection and give each secret below its value: choose it from your Postman Vault, or type it and do not share it (in older versions of Postman it is the current value, not the initial one). Or import the environment that goes with this file, in which each is marked secret. Never write a secret into a request: everybody who is given the collection would have it.';

// The URL is percent-encoded already, and no credential follows a redirect.
const protocolProfileBehavior = { disableUrlEncoding: true, followRedirects: false };

const runners = `The scripts need a Postman of 2025 or newer. On the command line, use the Postman CLI, or newman with Postman’s newer runtime: put \`"overrides": ${JSON.stringify(runtimeForNewman).replaceAll('":"', '": "')}\` into its package.json.`;

function itemOf(
  method: OutcomeId,
  message: HttpMessage,
  assertionScript: readonly string[] | null,
): JsonValue {
  const { gives } = message;
  return {
    name: message.name,
    protocolProfileBehavior,
    ...(gives === null
      ? {}
      : {
          event: [
            ...(assertionScript === null ? [] : [scriptBefore(assertionScript)]),
            { listen: 'test', script: scriptThatKeeps(gives) },
          ],
        }),
    request: requestOf(
      message.method,
      collectionRequest(message, template),
      messageDescription(method, message),
    ),
  };
}

function dpopItem(
  { name, method, request, description }: ScriptedRequest,
  script: readonly string[],
): JsonValue {
  return {
    name,
    protocolProfileBehavior,
    event: [scriptBefore(script)],
    request: requestOf(method, request, description),
  };
}

function requestOf(
  method: HttpMethod,
  { url, authorization, headers, body }: CollectionRequest,
  description: string,
): JsonValue {
  return {
    method,
    auth: authOf(authorization),
    header: headers.map(({ name, value }) => ({ key: name, value })),
    ...(body === null ? {} : { body: bodyOf(body) }),
    url,
    description,
  };
}

function scriptBefore(exec: readonly string[]): JsonValue {
  return { listen: 'prerequest', script: { type: 'text/javascript', exec } };
}

function scriptThatKeeps({ property, variable }: NonNullable<HttpMessage['gives']>): JsonValue {
  return {
    type: 'text/javascript',
    exec: [
      "pm.test('The response has an access token', () => {",
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
