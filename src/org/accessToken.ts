import {
  calculateJwkThumbprint,
  decodeJwt,
  errors as joseErrors,
  exportJWK,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose';

import { type OauthError, oauthErrors } from './oauthErrors.ts';
import { type Org, type OrgCrypto, originOf } from './org.ts';

/** What the API learns from an access token. */
export interface AccessToken {
  readonly id: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** The thumbprint of the key that it is bound to (fact D13); absent for a bearer token. */
  readonly thumbprint?: string;
}

/**
 * Signs an access token that looks like Okta's (facts C26 to C28).
 *
 * @param now milliseconds since the epoch
 */
export async function signAccessToken(
  org: Org,
  { id, clientId, scopes, thumbprint }: AccessToken,
  now: number,
  { tokenKey }: OrgCrypto,
): Promise<string> {
  const origin = originOf(org);
  const seconds = Math.floor(now / 1000);
  return new SignJWT({
    jti: id,
    iss: origin,
    aud: origin,
    sub: clientId,
    iat: seconds,
    exp: seconds + org.tokenLifetime,
    cid: clientId,
    scp: scopes,
    ...(thumbprint === undefined ? {} : { cnf: { jkt: thumbprint } }),
  })
    .setProtectedHeader({
      alg: 'RS256',
      typ: 'at+jwt',
      kid: await calculateJwkThumbprint(await exportJWK(tokenKey.publicKey)),
    })
    .sign(tokenKey.privateKey);
}

/**
 * Checks an access token that was sent to the API (facts C28, G38, G39).
 *
 * @param now milliseconds since the epoch
 */
export async function readAccessToken(
  org: Org,
  token: string,
  now: number,
  { tokenKey }: OrgCrypto,
): Promise<{ readonly refused: OauthError } | { readonly token: AccessToken }> {
  const origin = originOf(org);
  let payload: JWTPayload;
  try {
    ({ payload } = await jwtVerify(token, tokenKey.publicKey, {
      issuer: origin,
      audience: origin,
      currentDate: new Date(now),
    }));
  } catch (error) {
    return { refused: errorOf(error, token, origin) };
  }
  const { jti = '', cid, scp, cnf } = payload;
  if (org.issuedTokens.some(({ id, ended }) => ended && id === jti)) {
    return { refused: oauthErrors.token_expired };
  }
  const thumbprint = thumbprintOf(cnf);
  return {
    token: {
      id: jti,
      clientId: typeof cid === 'string' ? cid : '',
      scopes: Array.isArray(scp) ? scp.filter((each) => typeof each === 'string') : [],
      ...(thumbprint === undefined ? {} : { thumbprint }),
    },
  };
}

function thumbprintOf(confirmation: unknown): string | undefined {
  return typeof confirmation === 'object' &&
    confirmation !== null &&
    'jkt' in confirmation &&
    typeof confirmation.jkt === 'string'
    ? confirmation.jkt
    : undefined;
}

function errorOf(error: unknown, token: string, origin: string): OauthError {
  if (error instanceof joseErrors.JWTExpired) return oauthErrors.token_expired;
  let claims: JWTPayload;
  try {
    claims = decodeJwt(token);
  } catch {
    return oauthErrors.access_token_invalid;
  }
  // A token from another server has another key too, but Okta's error is about the server.
  const { iss = origin, aud = origin } = claims;
  if (iss !== origin) return oauthErrors.access_token_invalid_issuer;
  return aud === origin
    ? oauthErrors.access_token_invalid
    : oauthErrors.access_token_invalid_audience;
}
