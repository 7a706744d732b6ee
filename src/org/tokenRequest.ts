import { headerValues, type OrgRequest } from './org.ts';

/** The parts of a request to the token endpoint that the rules check. */
export interface TokenRequest {
  readonly query: URLSearchParams;
  readonly contentType: string | undefined;
  readonly authorization: string | undefined;
  readonly proofs: readonly string[];
  /** Empty when the body is not form-encoded. */
  readonly form: URLSearchParams;
}

/** Reads what arrived at the token endpoint. */
export function readTokenRequest({ target, headers, body }: OrgRequest): TokenRequest {
  const [contentType] = headerValues(headers, 'content-type');
  const [authorization] = headerValues(headers, 'authorization');
  const isForm = /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(contentType ?? '');
  return {
    query: new URLSearchParams(target.split('?').slice(1).join('?')),
    contentType,
    authorization,
    proofs: headerValues(headers, 'dpop'),
    form: new URLSearchParams(isForm ? body : ''),
  };
}

/** A parameter of the form; one that is empty counts as absent (RFC 6749, section 3.2). */
export function parameter(form: URLSearchParams, name: string): string | undefined {
  const value = form.get(name);
  return value === null || value === '' ? undefined : value;
}

/** The parameters among `names` that came more than once. */
export function duplicates(form: URLSearchParams, names: readonly string[]): readonly string[] {
  return names.filter((name) => form.getAll(name).length > 1);
}

/** The client ID and secret in a Basic header. */
export interface BasicCredentials {
  readonly clientId: string;
  readonly secret: string;
}

/**
 * The credentials of a Basic header. Okta reads it as Base64 of `id:secret` (fact E23); the client
 * ID is form-decoded, as RFC 6749 says (section 2.3.1), and the secret is used as it is.
 *
 * @returns undefined for any other header
 */
export function basicCredentials(authorization: string): BasicCredentials | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/]+)={0,2}$/i.exec(authorization)?.[1];
  if (encoded === undefined) return undefined;
  const [, clientId, secret] = /^([^:]*):(.+)$/s.exec(textOfBase64(encoded)) ?? [];
  return clientId === undefined || secret === undefined || /[^ -~]/.test(clientId)
    ? undefined
    : { clientId: formDecoded(clientId), secret };
}

/** As it is, if it is not encoded. */
function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', '%20'));
  } catch {
    return text;
  }
}

/** A last letter that encodes less than a byte is dropped. */
function textOfBase64(encoded: string): string {
  const whole = encoded.length % 4 === 1 ? encoded.slice(0, -1) : encoded;
  const bytes = Uint8Array.from(atob(whole), (letter) => letter.charCodeAt(0));
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
