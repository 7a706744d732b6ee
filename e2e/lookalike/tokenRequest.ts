import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';

/** A request to the token endpoint, as far as the rules look at it. */
export interface TokenRequest {
  readonly query: URLSearchParams;
  readonly contentType: string | undefined;
  readonly authorization: string | undefined;
  /** The client id of a Basic header, when there is one that can be read. */
  readonly basicClientId: string | undefined;
  /** The first `DPoP` header. */
  readonly proof: string | undefined;
  readonly proofs: number;
  readonly body: string;
  /** Empty when the body is not form-encoded. */
  readonly form: URLSearchParams;
}

/** Reads what arrived at the token endpoint. */
export function tokenRequest(
  target: string,
  headers: readonly (readonly [string, string])[],
  body: string,
): TokenRequest {
  const contentType = valuesOf(headers, 'content-type')[0];
  const authorization = valuesOf(headers, 'authorization')[0];
  const proofs = valuesOf(headers, 'dpop');
  const isForm = /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(contentType ?? '');
  return {
    query: new URLSearchParams(target.split('?').slice(1).join('?')),
    contentType,
    authorization,
    basicClientId: basicCredentials(authorization)?.clientId,
    proof: proofs[0],
    proofs: proofs.length,
    body,
    form: new URLSearchParams(isForm ? body : ''),
  };
}

/** The values of a header, in the order in which they came. */
export function valuesOf(
  headers: readonly (readonly [string, string])[],
  name: string,
): readonly string[] {
  return headers.filter(([each]) => each.toLowerCase() === name).map(([, value]) => value);
}

/**
 * The same request as `oidc-provider` reads it.
 *
 * Okta documents the Basic header as Base64 of `id:secret` (fact E23); `oidc-provider` takes each half as
 * form-encoded besides (RFC 6749, section 2.3.1), so that a secret with `+` or `%` would become another. The
 * secret is handed on in {@link serverSecret}'s form, which nothing decodes; the client id is taken as the RFC has it.
 *
 * @param path the endpoint's
 */
export function requestForServer(
  request: TokenRequest,
  host: string,
  path: string,
): IncomingMessage {
  const credentials = basicCredentials(request.authorization);
  const authorization =
    credentials === undefined
      ? request.authorization
      : `Basic ${btoa(`${encodeURIComponent(credentials.clientId)}:${serverSecret(credentials.clientSecret)}`)}`;
  return serverMessage({
    method: 'POST',
    target: path,
    host,
    accept: 'application/json',
    headers: {
      ...(request.contentType === undefined ? {} : { 'content-type': request.contentType }),
      ...(authorization === undefined ? {} : { authorization }),
      ...(request.proof === undefined ? {} : { dpop: request.proof }),
    },
    body: request.body,
  });
}

interface ServerMessage {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly host: string;
  readonly accept: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A request for `oidc-provider`: at the org's own host, over TLS, with its body still to read. */
export function serverMessage(request: ServerMessage): IncomingMessage {
  const { method, target, host, accept, headers, body } = request;
  const message = new IncomingMessage(Object.assign(new Socket(), { encrypted: true }));
  message.method = method;
  message.url = target;
  message.headers = {
    host,
    accept,
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  };
  message.push(body);
  message.push(null);
  return message;
}

/** A client secret in letters that `oidc-provider` takes as they are, whatever letters the secret has. */
export function serverSecret(secret: string): string {
  return Buffer.from(secret).toString('base64url');
}

function basicCredentials(
  authorization: string | undefined,
): { readonly clientId: string; readonly clientSecret: string } | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization ?? '')?.[1];
  const [, clientId, clientSecret] =
    /^([^:]+):(.+)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString()) ?? [];
  return clientId === undefined || clientSecret === undefined
    ? undefined
    : { clientId: formDecoded(clientId), clientSecret };
}

/** As RFC 6749 has a client id in the Basic header (section 2.3.1); as it is, where it is no such encoding. */
function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', '%20'));
  } catch {
    return text;
  }
}
