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
import { dpopRequest, type ScriptedRequest } from './dpopRequest.ts';
import { exchangeOf, type HttpMessage, secretsOf } from './messages.ts';
import { brunoScripts, madeByScript, privateKeyVariable } from './signingScript.ts';

/**
 * Writes the exchange of a method as a collection of Bruno: the one JSON file that Bruno exports and imports.
 * Secrets are read from the environment or from the `.env` of the collection's folder; the access token passes
 * from one request to the next in a variable that Bruno keeps in memory. For a service app, scripts sign the
 * assertion and, in Developer Mode, the DPoP proofs.
 *
 * @param values parsed values (see `values.ts`)
 * @throws TypeError when a value has not passed its parser in a way that would change what is sent
 */
export function brunoCollection(method: OutcomeId, values: RequestValues): string {
  const request = oktaRequest(values);
  const messages = exchangeOf({ method, variant: 'bearer' }, request);
  const scripts = method === 'serviceApp' ? brunoScripts(request) : null;
  const variable = variableFrom(secretsOf(messages));
  const dpop = scripts && { ...dpopRequest(messages, variable), script: scripts.dpop };
  const items: readonly BrunoItem[] = [
    ...messages.map((message) => ({
      name: message.name,
      method: message.method,
      request: collectionRequest(message, variable),
      description: messageDescription(method, message),
      gives: message.gives,
      script: message.gives === null ? null : (scripts?.assertion ?? null),
    })),
    ...(dpop === null ? [] : [{ ...dpop, gives: null }]),
  ];
  const collection: JsonValue = {
    name: collectionName(method),
    version: '1',
    items: items.map((item, index) => itemOf(item, index + 1)),
    environments: scripts === null ? [] : [environment],
    root: { docs: collectionDescription(method, messages, whereSecretsGo, [modes]) },
  };
  return `${jsonText(exactJson(collection), 2)}\n`;
}

const whereSecretsGo =
  'Before you send: put a file named `.env` into the folder of this collection, with a line `NAME=value` for each secret below, and keep it out of version control. The requests read it, and contain no secrets themselves.';

const modes =
  'Bruno signs the assertion in Safe Mode and in Developer Mode. DPoP needs a new key pair, which Bruno makes in Developer Mode only. Instead of the `.env`, the environment of this collection has a place for the private key, marked secret: Bruno keeps its value out of the files.';

/** A place for the private key; Bruno keeps values that are marked secret outside of the collection. */
const environment: JsonValue = {
  name: 'Okta',
  variables: [{ name: privateKeyVariable, value: '', type: 'text', enabled: true, secret: true }],
};

interface BrunoItem extends ScriptedRequest {
  readonly gives: HttpMessage['gives'];
  readonly script: readonly string[] | null;
}

/** Secrets come from outside; what scripts make and answers bring is in Bruno's memory. */
function variableFrom(secrets: readonly EnvironmentName[]): (name: string) => string {
  const outside = new Set<string>(secrets.filter((name) => name !== madeByScript.assertion));
  return (name) => (outside.has(name) ? `{{process.env.${name}}}` : `{{${name}}}`);
}

function itemOf(
  { name, method, request, gives, script, description }: BrunoItem,
  sequence: number,
): JsonValue {
  const { url, authorization, headers, body } = request;
  return {
    type: 'http',
    name,
    seq: sequence,
    request: {
      url,
      method,
      headers: headers.map(enabled),
      params: queryOf(url),
      auth: authOf(authorization),
      body: bodyOf(body),
      ...(script === null ? {} : { script: { req: script.join('\n') } }),
      ...(gives === null ? {} : { tests: scriptThatKeeps(gives) }),
      docs: description,
    },
    // The URL is percent-encoded already, and no credential follows a redirect.
    settings: { encodeUrl: false, followRedirects: false },
  };
}

/** A test, because Bruno may evaluate the shorter post-response variable before it is ready to. */
function scriptThatKeeps({ property, variable }: NonNullable<HttpMessage['gives']>): string {
  return [
    "test('The response has an access token', () => {",
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
