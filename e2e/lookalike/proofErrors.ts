import { errors as joseErrors } from 'jose';

import { type OauthError, oauthErrors } from '#org/oauthErrors.ts';

/** Okta's error for a proof that `jwtVerify` of jose has refused. */
export function proofErrorOf(refusal: unknown): OauthError {
  if (refusal instanceof joseErrors.JWTExpired) return oauthErrors.invalid_dpop_proof_jwt_expired;
  if (refusal instanceof joseErrors.JOSEAlgNotAllowed) {
    return oauthErrors.invalid_dpop_proof_invalid_signature_algorithm;
  }
  if (refusal instanceof joseErrors.JWSSignatureVerificationFailed) {
    return oauthErrors.invalid_dpop_proof_invalid_signature;
  }
  if (refusal instanceof joseErrors.JWTClaimValidationFailed) {
    if (refusal.claim === 'typ') return oauthErrors.invalid_dpop_proof_invalid_type;
    if (refusal.claim === 'iat') return oauthErrors.invalid_dpop_proof_invalid_iat;
    return oauthErrors.invalid_dpop_proof;
  }
  // A proof that is no JWT; one with a wrong `jwk` in its header is one that can be parsed.
  return (refusal instanceof joseErrors.JWSInvalid || refusal instanceof joseErrors.JWTInvalid) &&
    !/\bjwk\b|public/i.test(refusal.message)
    ? oauthErrors.invalid_dpop_proof_invalid_jwt
    : oauthErrors.invalid_dpop_proof;
}

/** Okta's error for a proof of the wrong age: at most five minutes old, and not from the future (fact D18). */
export function proofAgeError(issuedAt: number, now: number): OauthError | undefined {
  const seconds = Math.floor(now / 1000);
  if (issuedAt > seconds) return oauthErrors.invalid_dpop_proof_jwt_issued_in_future;
  return issuedAt < seconds - 300 ? oauthErrors.invalid_dpop_proof_jwt_too_old : undefined;
}
