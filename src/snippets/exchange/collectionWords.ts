import type { OutcomeId } from '#guide/nodeIds.ts';

import { environmentVariable } from '../environment.ts';
import { type HttpMessage, secretsOf } from './messages.ts';

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
 */
export function collectionDescription(
  method: OutcomeId,
  messages: readonly HttpMessage[],
  whereSecretsGo: string,
): string {
  const paragraphs = [
    method === 'apiToken'
      ? 'One request: it calls the API with an API token.'
      : 'Two requests, to be sent one after the other: the first asks for an access token and keeps it in the variable `OKTA_ACCESS_TOKEN`, the second calls the API with it.',
    whereSecretsGo,
    secretsOf(messages)
      .map((name) => `- \`${name}\`: ${environmentVariable(name).holds}`)
      .join('\n'),
    ...(method === 'serviceApp' ? [dpopLeftOut] : []),
  ];
  return paragraphs.join('\n\n');
}

const dpopLeftOut =
  'DPoP is left out. Every DPoP proof is signed for one request, with the time and with a nonce or a hash of the access token in it, so no saved request can hold one. An app that requires DPoP refuses these requests and needs a program, which signs its proofs while it runs.';

/** What a request of a collection does, in Markdown. */
export function messageDescription(method: OutcomeId, { gives }: HttpMessage): string {
  if (method === 'apiToken') {
    return 'Calls the API with the API token in the `Authorization` header.';
  }
  if (gives === null) {
    return 'Calls the API with the access token that the first request has kept. When the token has expired, send the first request again.';
  }
  return method === 'apiServiceIntegration'
    ? 'Asks for an access token. The client id and the client secret go into the `Authorization` header (Basic), never into the body.'
    : [
        'Asks for an access token. `OKTA_CLIENT_ASSERTION` holds a JWT that your private key has signed, made anew for every time that you send this request:',
        [
          '- header: `alg` = `RS256` with an RSA key or `ES256` with an EC key, `kid` = the id of your public key',
          '- claims: `aud` = the address of this request, `iss` = `sub` = your client id, `jti` = new each time, `exp` = in five minutes',
        ].join('\n'),
      ].join('\n\n');
}
