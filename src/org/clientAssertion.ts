import { compactVerify, decodeJwt, decodeProtectedHeader, type JWK, type JWTPayload } from 'jose';

import { type OauthError, oauthErrors, unpublishedError } from './oauthErrors.ts';
import type { OrgApp, UsedOnce } from './org.ts';
import { signatureAlgorithms } from './signatureAlgorithms.ts';

const anHour = 3600;

/** The claims of a client assertion, unchecked; undefined if it is not a JWT. */
export function assertionClaims(assertion: string): JWTPayload | undefined {
  try {
    return decodeJwt(assertion);
  } catch {
    return undefined;
  }
}

/**
 * Checks the client assertion of a service app (facts C16 to C24, G7 to G16).
 *
 * Okta has not published which of several faults it reports; the order here is that of the
 * certified server that judges this org.
 *
 * @param claims what {@link assertionClaims} read from it
 * @param tokenUrl the address of the token endpoint
 * @param now milliseconds since the epoch
 * @returns the error; otherwise what the org must remember so that the assertion is not used again,
 * or nothing for an assertion without `jti`, which is allowed (fact C22)
 */
export async function checkAssertion(
  assertion: string,
  claims: JWTPayload,
  app: OrgApp,
  tokenUrl: string,
  now: number,
): Promise<{ readonly refused: OauthError } | { readonly used: UsedOnce | undefined }> {
  const refused =
    claimsError(assertion, claims, app, tokenUrl) ??
    (await signatureError(assertion, app)) ??
    timeError(assertion, claims, app, tokenUrl, Math.floor(now / 1000));
  if (refused !== undefined) return { refused };
  const { jti, exp = 0 } = claims;
  return {
    used: jti === undefined ? undefined : { id: `${app.clientId} ${jti}`, until: exp * 1000 },
  };
}

/** The errors that show before the signature is checked. */
function claimsError(
  assertion: string,
  { exp, iss, aud }: JWTPayload,
  { clientId }: OrgApp,
  tokenUrl: string,
): OauthError | undefined {
  const header = headerOf(assertion);
  if (header === undefined) return oauthErrors.invalid_client;
  if (!signatureAlgorithms.some((each) => each === header['alg'])) {
    return oauthErrors.client_assertion_invalid_signature_algorithm;
  }
  if (!exp) return oauthErrors.client_assertion_expiration_required;
  if (iss !== clientId) return oauthErrors.client_assertion_invalid_issuer;
  // A list with the right audience in it is refused too, but later.
  const issuer = new URL(tokenUrl).origin;
  const audiences: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  return audiences.some((each) => each === tokenUrl || each === issuer)
    ? undefined
    : oauthErrors.client_assertion_invalid_audience;
}

async function signatureError(
  assertion: string,
  { keys: allKeys }: OrgApp,
): Promise<OauthError | undefined> {
  const keys = allKeys.filter(({ state }) => state === 'active').map(({ jwk }) => jwk);
  if (keys.length === 0) return oauthErrors.client_assertion_jwks_not_configured;
  const { alg, kid } = headerOf(assertion) ?? {};
  const candidates = keys.filter(
    (key) => fits(key, alg) && (typeof kid !== 'string' || key.kid === kid),
  );
  if (candidates.length === 0) {
    return kid === undefined || keys.some((key) => key.kid === kid)
      ? // The key is there, but its kind does not fit the assertion's algorithm.
        oauthErrors.client_assertion_invalid_signature
      : oauthErrors.client_assertion_invalid_kid;
  }
  for (const key of candidates) {
    try {
      await compactVerify(assertion, key);
      return undefined;
    } catch {
      // The next key may be the right one.
    }
  }
  return oauthErrors.client_assertion_invalid_signature;
}

const curves: Readonly<Record<string, string>> = {
  ES256: 'P-256',
  ES384: 'P-384',
  ES512: 'P-521',
};

function fits({ kty, crv, alg: ownAlgorithm, use }: JWK, alg: unknown): boolean {
  if (typeof alg !== 'string') return false;
  return (
    (alg.startsWith('RS') ? kty === 'RSA' : kty === 'EC' && crv === curves[alg]) &&
    (ownAlgorithm === undefined || ownAlgorithm === alg) &&
    (use === undefined || use === 'sig')
  );
}

/** The errors that show once the signature is known to be right. */
function timeError(
  assertion: string,
  claims: JWTPayload,
  { keys }: OrgApp,
  tokenUrl: string,
  seconds: number,
): OauthError | undefined {
  // A JWT can contain anything, whatever the type of its claims says.
  const { nbf, iat, exp, jti, aud }: Readonly<Record<string, unknown>> = claims;
  if (nbf !== undefined && (typeof nbf !== 'number' || nbf > seconds)) {
    return oauthErrors.invalid_client;
  }
  if (iat !== undefined && typeof iat !== 'number') return oauthErrors.invalid_client;
  if (typeof exp !== 'number') return oauthErrors.client_assertion_expiration_required;
  if (exp <= seconds) return oauthErrors.client_assertion_expired_token;
  if (jti !== undefined && typeof jti !== 'string') {
    return unpublishedError(401, 'invalid_client', 'The jti of the client_assertion is not text.');
  }
  const { kid } = headerOf(assertion) ?? {};
  const active = keys.filter(({ state }) => state === 'active');
  if (kid === undefined ? active.length > 1 : typeof kid !== 'string') {
    return oauthErrors.client_assertion_invalid_kid;
  }
  if (aud !== tokenUrl) return oauthErrors.client_assertion_invalid_audience;
  if (exp > seconds + anHour) return oauthErrors.client_assertion_expires_too_far_in_future;
  return iat !== undefined && iat > seconds
    ? oauthErrors.client_assertion_issued_at_in_future
    : undefined;
}

function headerOf(assertion: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return { ...decodeProtectedHeader(assertion) };
  } catch {
    return undefined;
  }
}
