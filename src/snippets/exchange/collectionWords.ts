import type { OutcomeId } from '#guide/nodeIds.ts';

import { environmentVariable } from '../environment.ts';
import { type HttpMessage, secretsOf } from './messages.ts';
import { madeByScript, privateKeyHolds, privateKeyVariable } from './signingScript.ts';

// Collections show these words as Markdown. No typed value stands in them, and no `{{`: they are templates too.

const names: Readonly<Record<OutcomeId, string>> = {
  serviceApp: 'Okta API with a service app',
  apiServiceIntegration: 'Okta API with an API service integration',
  apiToken: 'Okta API with an API token',
};

/** The name of a method's collection; Bruno names a folder after it. */
export function collectionName(method: OutcomeId): string {
  return names[method];
}

/**
 * What a collection is and what to do before it can be sent, in Markdown.
 *
 * @param whereSecretsGo a paragraph on how the tool is given its secrets, which are listed below it
 * @param remarks paragraphs on how the tool signs for a service app
 */
export function collectionDescription(
  method: OutcomeId,
  messages: readonly HttpMessage[],
  whereSecretsGo: string,
  remarks: readonly string[],
): string {
  const paragraphs = [
    method === 'apiToken'
      ? 'One request: it calls the API with an API token.'
      : 'Two requests, to be sent one after the other: the first asks for an access token and keeps it in the variable `OKTA_ACCESS_TOKEN`, the second calls the API with it.',
    whereSecretsGo,
    secretsOf(messages)
      .map((name) =>
        name === madeByScript.assertion
          ? `- \`${privateKeyVariable}\`: ${privateKeyHolds}`
          : `- \`${name}\`: ${environmentVariable(name).holds}`,
      )
      .join('\n'),
    ...(method === 'serviceApp' ? [withDpop, ...remarks] : []),
  ];
  return paragraphs.join('\n\n');
}

const withDpop =
  'Does the app require DPoP? Then send the third request alone. The script before it gets an access token that is bound to a new key, and signs a proof for this one request.';

/** What the request with DPoP does, in Markdown. */
export const dpopDescription =
  'For an app that requires DPoP; it needs no other request. The script before it makes a key, gets an access token that is bound to it (in two attempts: the second carries the nonce from the first response), and signs a new proof each time.';

/** What a request of a collection does, in Markdown. */
export function messageDescription(method: OutcomeId, { gives }: HttpMessage): string {
  if (method === 'apiToken') {
    return 'Calls the API with the API token in the `Authorization` header.';
  }
  if (gives === null) {
    return 'Calls the API with the access token that the first request saved. When the token has expired, send the first request again.';
  }
  return method === 'apiServiceIntegration'
    ? 'Requests an access token. The client ID and the client secret go into the `Authorization` header (Basic), never into the body.'
    : 'Requests an access token. The script before it signs a new client assertion with your private key each time, and puts it into `OKTA_CLIENT_ASSERTION`. `RS256` or `ES256` follows from the key.';
}
