import { createHash } from 'node:crypto';

import {
  calculateJwkThumbprint,
  decodeJwt,
  decodeProtectedHeader,
  EmbeddedJWK,
  errors as joseErrors,
  importJWK,
  type JWTPayload,
  jwtVerify,
} from 'jose';

import { type OauthError, oauthErrors } from '#org/oauthErrors.ts';
import { signatureAlgorithms } from '#org/signatureAlgorithms.ts';

import type { AuthorizationServer } from './authorizationServer.ts';
import { proofAgeError, proofErrorOf } from './proofErrors.ts';

/** What the API learns from an access token. */
export interface AccessToken {
  readonly clientId: string;
  /** The person for whom the program acts; the program itself when it acts on its own. */
  readonly subject: string;
  readonly scopes: readonly string[];
  /** The thumbprint of the key that the token is bound to (RFC 9449, section 6.1); absent for a bearer token. */
  readonly thumbprint?: string;
}

/**
 * Checks an access token that was sent to the API (facts C28, G38, G39).
 *
 * @param expired ids of tokens that count as expired
 */
export async function readAccessToken(
  token: string,
  origin: string,
  tokenKey: AuthorizationServer['tokenKey'],
  expired: ReadonlySet<string>,
): Promise<AccessToken | { readonly error: OauthError }> {
  const key = await importJWK(tokenKey, 'RS256');
  let payload: JWTPayload;
  try {
    ({ payload } = await jwtVerify(token, key, { issuer: origin, audience: origin }));
  } catch (refusal) {
    return { error: tokenErrorOf(refusal, token, origin) };
  }
  if (expired.has(payload.jti ?? '')) return { error: oauthErrors.token_expired };
  const { cid, sub, scp, cnf } = payload as {
    readonly cid: string;
    readonly sub: string;
    readonly scp: readonly string[];
    readonly cnf?: { readonly jkt: string };
  };
  return {
    clientId: cid,
    subject: sub,
    scopes: scp,
    ...(cnf === undefined ? {} : { thumbprint: cnf.jkt }),
  };
}

function tokenErrorOf(refusal: unknown, token: string, origin: string): OauthError {
  if (refusal instanceof joseErrors.JWTExpired) return oauthErrors.token_expired;
  try {
    // The key of another server does not fit either, but Okta says what is wrong with the token.
    const { iss, aud } = decodeJwt(token);
    if (iss !== undefined && iss !== origin) return oauthErrors.access_token_invalid_issuer;
    if (aud !== undefined && aud !== origin) return oauthErrors.access_token_invalid_audience;
  } catch {
    // Not a JWT at all.
  }
  return oauthErrors.access_token_invalid;
}

/** A proof and the request that it is to prove. */
export interface ProvenRequest {
  readonly proof: string;
  readonly method: string;
  /** With or without its query. */
  readonly url: string;
  readonly accessToken: string;
  /** The thumbprint that the access token is bound to. */
  readonly thumbprint: string;
}

/** Remembers the proofs that have been used. */
export interface UsedProofs {
  readonly isNew: (proof: string) => boolean;
}

/** A memory of proofs for as long as they could pass by their age. */
export function usedProofs(): UsedProofs {
  const used = new Map<string, number>();
  return {
    isNew: (proof) => {
      for (const [each, at] of used) if (at < Date.now() - 600_000) used.delete(each);
      if (used.has(proof)) return false;
      used.set(proof, Date.now());
      return true;
    },
  };
}

/**
 * Checks the DPoP proof of a request to the API (RFC 9449, section 4.3; facts D16 to D19, G25 to G27, G42).
 *
 * `htu` is compared without query and fragment, and after the normalization that the RFC asks for. Okta at times
 * compares a decoded path instead (fact D19, an open issue); that is not imitated.
 *
 * @returns Okta's error; undefined for a proof that holds
 */
export async function proofError(
  { proof, method, url, accessToken, thumbprint }: ProvenRequest,
  used: UsedProofs,
): Promise<OauthError | undefined> {
  let claims: JWTPayload;
  try {
    ({ payload: claims } = await jwtVerify(proof, EmbeddedJWK, {
      typ: 'dpop+jwt',
      algorithms: [...signatureAlgorithms],
    }));
  } catch (refusal) {
    return proofErrorOf(refusal);
  }
  const { htm, htu, ath, iat, jti } = claims;
  if (htm !== method) return oauthErrors.invalid_dpop_proof_invalid_htm;
  if (typeof htu !== 'string' || comparableUrl(htu) !== comparableUrl(url)) {
    return oauthErrors.invalid_dpop_proof_invalid_htu;
  }
  if (typeof iat !== 'number') return oauthErrors.invalid_dpop_proof_invalid_iat;
  const ageError = proofAgeError(iat, Date.now());
  if (ageError !== undefined) return ageError;
  if (typeof jti !== 'string' || jti === '') return oauthErrors.invalid_dpop_proof_invalid_jti;
  if (ath !== createHash('sha256').update(accessToken).digest('base64url')) {
    return oauthErrors.dpop_proof_invalid_ath;
  }
  const { jwk } = decodeProtectedHeader(proof);
  if (jwk === undefined || (await calculateJwkThumbprint(jwk)) !== thumbprint) {
    return oauthErrors.invalid_access_token_dpop_binding;
  }
  return used.isNew(`${thumbprint} ${jti}`) ? undefined : oauthErrors.dpop_proof_already_used;
}

/** RFC 3986, sections 6.2.2 and 6.2.3; undefined for what is no URL. */
function comparableUrl(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url === undefined
    ? undefined
    : `${url.origin}${url.pathname}`.replaceAll(/%[0-9a-f]{2}/gi, (encoded) => {
        const character = String.fromCodePoint(Number.parseInt(encoded.slice(1), 16));
        return /[A-Za-z0-9._~-]/.test(character) ? character : encoded.toUpperCase();
      });
}
