import { bodyVariables, withOwnVariables } from './bodySecrets.ts';
import { type JsonPiece, jsonPieces } from './encoders/jsonText.ts';
import { queryValue } from './encoders/queryValue.ts';
import { urlPathSegment } from './encoders/urlPathSegment.ts';
import type { BodyVariable } from './environment.ts';
import type { ExactJson } from './exactJson.ts';
import type { Form } from './form.ts';
import type { HttpMethod } from './operation.ts';
import { parseOrgDomain } from './orgDomain.ts';
import type { Call, RequestValues } from './values.ts';

/** An API call as it is sent; each language puts it into its own literals. */
export interface OktaCall {
  readonly method: HttpMethod;
  /** The URL of the API call, percent-encoded, with its query. */
  readonly apiUrl: string;
  /** The same without its query: the proof's `htu` (RFC 9449, section 4.2). */
  readonly apiUrlWithoutQuery: string;
  /** The JSON of the call, for languages that write it as values of their own; null when it has none. */
  readonly json: ExactJson | null;
  /** The same as text in one line, in pieces around its secrets; null when the call has no body. */
  readonly body: readonly JsonPiece[] | null;
  /** The same JSON in several lines, for languages that show the message itself. */
  readonly indentedBody: readonly JsonPiece[] | null;
  /** The environment variables from which members of the body come, in their order. */
  readonly bodyVariables: readonly BodyVariable[];
}

/** The two requests of an exchange: the token request, and the first API call. */
export interface OktaRequest extends OktaCall {
  readonly clientId: string;
  readonly keyId: string;
  /** Separated by spaces, as the token endpoint takes them. */
  readonly scope: string;
  /** The token endpoint of the org authorization server, and the assertion's `aud` to the letter. */
  readonly tokenUrl: string;
  /** What a whole program calls after the first call. */
  readonly furtherCalls: readonly OktaCall[];
}

/** All calls of a whole program, in order. */
export function callsOf(request: OktaRequest): readonly [OktaCall, ...OktaCall[]] {
  return [request, ...request.furtherCalls];
}

/** Whether a form makes all calls of a request, not only the first one. */
export function makesSeveralCalls(form: Pick<Form, 'request'>, request: OktaRequest): boolean {
  return form.request === 'everything' && request.furtherCalls.length > 0;
}

/**
 * Builds the requests from parsed values.
 *
 * @throws TypeError when a value has not passed its parser in a way that would change where the request goes
 */
export function oktaRequest(values: RequestValues): OktaRequest {
  const host = parseOrgDomain(values.orgDomain);
  if (!host.ok || host.value !== values.orgDomain) {
    throw new TypeError(
      'The org domain has not been parsed: use the value that parseOrgDomain gives.',
    );
  }
  const taken = new Set<string>();
  return {
    ...oktaCall(values, host.value, taken),
    clientId: values.clientId,
    keyId: values.keyId,
    scope: values.scopes.join(' '),
    tokenUrl: `https://${host.value}/oauth2/v1/token`,
    furtherCalls: (values.furtherCalls ?? []).map((call) => oktaCall(call, host.value, taken)),
  };
}

/** @param taken the environment variables of the calls before, to which this call's are added */
function oktaCall(
  { operation, pathParameters, query: parameters, body: given }: Call,
  host: string,
  taken: Set<string>,
): OktaCall {
  const { hostPrefix, method } = operation;
  const apiOrigin = hostPrefix === undefined ? `https://${host}` : `https://${hostPrefix}.${host}`;
  const path = operation.path.replaceAll(/\{([^}]*)\}/g, (_, name: string) => {
    const value = Object.hasOwn(pathParameters, name) ? pathParameters[name] : undefined;
    return urlPathSegment(value ?? '');
  });
  const query = parameters
    .map(({ name, value }) => `${queryValue(name)}=${queryValue(value)}`)
    .join('&');
  const body = given === undefined ? undefined : withOwnVariables(given, taken);
  return {
    method,
    apiUrl: `${apiOrigin}${path}${query === '' ? '' : `?${query}`}`,
    apiUrlWithoutQuery: `${apiOrigin}${path}`,
    json: body ?? null,
    body: body === undefined ? null : jsonPieces(body),
    indentedBody: body === undefined ? null : jsonPieces(body, 2),
    bodyVariables: body === undefined ? [] : bodyVariables(body),
  };
}
