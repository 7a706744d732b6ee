import type { HttpMethod } from '../operation.ts';
import { type CollectionRequest, collectionRequest } from './collectionRequest.ts';
import { dpopDescription } from './collectionWords.ts';
import type { HttpMessage } from './messages.ts';
import { madeByScript } from './signingScript.ts';

/** A request in a collection whose credentials a script adds as it is sent. */
export interface ScriptedRequest {
  readonly name: string;
  readonly method: HttpMethod;
  readonly request: CollectionRequest;
  /** In Markdown. */
  readonly description: string;
}

/**
 * Gives the API call of an exchange once more, bound to a key (RFC 9449): the script before it gets the access token
 * and makes the proof.
 *
 * @param messages of the exchange without DPoP
 * @param variable how the tool names a variable, with its braces
 * @throws TypeError for a typed value that would be read as a variable
 */
export function dpopRequest(
  messages: readonly HttpMessage[],
  variable: (name: string) => string,
): ScriptedRequest {
  const message = messages.find(({ gives }) => gives === null);
  if (message === undefined) throw new TypeError('The exchange has no call of the API.');
  const request = collectionRequest(message, variable);
  return {
    name: `${message.name} with DPoP`,
    method: message.method,
    request: {
      ...request,
      authorization: null,
      headers: [
        ...request.headers,
        { name: 'Authorization', value: `DPoP ${variable(madeByScript.boundToken)}` },
        { name: 'DPoP', value: variable(madeByScript.proof) },
      ],
    },
    description: dpopDescription,
  };
}
