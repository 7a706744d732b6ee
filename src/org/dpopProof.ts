import {
  calculateJwkThumbprint,
  EmbeddedJWK,
  errors as joseErrors,
  type JWTPayload,
  jwtVerify,
} from 'jose';

import { type OauthError, oauthErrors } from './oauthErrors.ts';
import { signatureAlgorithms } from './signatureAlgorithms.ts';

/** A DPoP proof with a valid signature that has not expired. */
export interface ReadProof {
  readonly claims: Readonly<Record<string, unknown>>;
  /** Of the key that signed it (RFC 7638). */
  readonly thumbprint: string;
}

/**
 * Checks a DPoP proof on its own: it must be a JWT of the right type, signed with the key in its
 * own header, and not expired (RFC 9449, section 4.3; facts D15 to D18).
 *
 * @param now milliseconds since the epoch
 */
export async function readProof(
  proof: string,
  now: number,
): Promise<{ readonly refused: OauthError } | { readonly proof: ReadProof }> {
  try {
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      typ: 'dpop+jwt',
      algorithms: [...signatureAlgorithms],
      currentDate: new Date(now),
    });
    const { jwk } = protectedHeader;
    return jwk === undefined
      ? { refused: oauthErrors.invalid_dpop_proof }
      : { proof: { claims: claimsOf(payload), thumbprint: await calculateJwkThumbprint(jwk) } };
  } catch (error) {
    return { refused: errorOf(error, proof) };
  }
}

/** A JWT can contain anything, whatever the type of its claims says. */
function claimsOf(payload: JWTPayload): ReadProof['claims'] {
  return payload;
}

function errorOf(error: unknown, proof: string): OauthError {
  if (error instanceof joseErrors.JWTExpired) return oauthErrors.invalid_dpop_proof_jwt_expired;
  if (error instanceof joseErrors.JOSEAlgNotAllowed) {
    return oauthErrors.invalid_dpop_proof_invalid_signature_algorithm;
  }
  if (error instanceof joseErrors.JWSSignatureVerificationFailed) {
    return oauthErrors.invalid_dpop_proof_invalid_signature;
  }
  if (error instanceof joseErrors.JWTClaimValidationFailed) {
    if (error.claim === 'typ') return oauthErrors.invalid_dpop_proof_invalid_type;
    return error.claim === 'iat'
      ? oauthErrors.invalid_dpop_proof_invalid_iat
      : oauthErrors.invalid_dpop_proof;
  }
  const isUnreadable =
    error instanceof joseErrors.JWTInvalid || error instanceof joseErrors.JWSInvalid;
  return isUnreadable && !hasWrongKey(proof, error.message)
    ? oauthErrors.invalid_dpop_proof_invalid_jwt
    : oauthErrors.invalid_dpop_proof;
}

/** Whether a proof can be parsed, and only the key in its header cannot be used. */
function hasWrongKey(proof: string, message: string): boolean {
  return proof.split('.').length === 3 && /\bjwk\b/i.test(message);
}

/**
 * The error for a proof of the wrong age: at most five minutes old, and not from the future (fact
 * D18).
 *
 * @param issuedAt its `iat`, in seconds since the epoch
 * @param now milliseconds since the epoch
 */
export function proofAgeError(issuedAt: number, now: number): OauthError | undefined {
  const seconds = Math.floor(now / 1000);
  if (issuedAt > seconds) return oauthErrors.invalid_dpop_proof_jwt_issued_in_future;
  return seconds - issuedAt > 300 ? oauthErrors.invalid_dpop_proof_jwt_too_old : undefined;
}
