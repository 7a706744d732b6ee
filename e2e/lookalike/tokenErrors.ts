import { decodeJwt, decodeProtectedHeader } from 'jose';

import { duplicatedParameters, type OauthError, oauthErrors } from '#org/oauthErrors.ts';

import type { OrgClient, OrgSignInApp } from './orgSettings.ts';
import { proofAgeError, proofErrorOf } from './proofErrors.ts';
import type { TokenRequest } from './tokenRequest.ts';

/** An error as `oidc-provider` raises it. */
export interface ServerError extends Error {
  readonly error?: string | undefined;
  readonly error_description?: string | undefined;
  readonly error_detail?: string | undefined;
  readonly statusCode?: number | undefined;
}

/** Thrown within the server's hooks: an error that is Okta's already. The server answers it as it is. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly oauthError: OauthError;
  // What the server's own error handler reads.
  readonly expose = true;
  // A refused sign-in is told to the app at its redirect URI.
  readonly allow_redirect = true;
  readonly statusCode: number;
  readonly error_description: string;

  constructor(oauthError: OauthError) {
    super(oauthError.error);
    this.oauthError = oauthError;
    this.statusCode = oauthError.status;
    this.error_description = oauthError.description;
  }
}

/**
 * Puts an error of `oidc-provider` into Okta's words.
 *
 * An error for which no words of Okta are known keeps the server's, behind `Look-alike org:`.
 */
export function oktaWords(
  refusal: ServerError,
  request: TokenRequest,
  clients: ReadonlyMap<string, OrgClient | OrgSignInApp>,
): OauthError {
  if (refusal instanceof Refusal) return refusal.oauthError;
  const { error_description: description = refusal.message } = refusal;
  // Only of a failed authentication or grant does the server keep the reason apart from what it answers.
  const detail =
    refusal.error === 'invalid_client' || refusal.error === 'invalid_grant'
      ? (refusal.error_detail ?? description)
      : description;
  const known =
    refusal.error === 'invalid_client'
      ? clientError(detail, refusal.cause, request, clients)
      : (byDetail.get(detail) ??
        byError.get(refusal.error ?? '') ??
        lessExact(refusal.error, detail, refusal.cause, request));
  return (
    known ?? {
      status: refusal.statusCode ?? 500,
      error: refusal.error ?? 'server_error',
      description: `Look-alike org: ${detail}`,
    }
  );
}

/** By the server's own words, where these name the fault. */
const byDetail: ReadonlyMap<string, OauthError> = new Map([
  ['invalid secret provided', oauthErrors.invalid_client_secret],
  [
    'sub (JWT subject) must be provided in the client_assertion JWT',
    oauthErrors.client_assertion_invalid_subject,
  ],
  [
    'iss (JWT issuer) must be provided in the client_assertion JWT',
    oauthErrors.client_assertion_invalid_issuer,
  ],
  ['iss (JWT issuer) must be the client_id', oauthErrors.client_assertion_invalid_issuer],
  ['invalid iss value', oauthErrors.client_assertion_invalid_issuer],
  [
    'aud (JWT audience) must be provided in the client_assertion JWT',
    oauthErrors.client_assertion_invalid_audience,
  ],
  [
    'list of audience (aud) must include the endpoint url, issuer identifier or token endpoint url',
    oauthErrors.client_assertion_invalid_audience,
  ],
  [
    'audience (aud) must equal the endpoint url, issuer identifier or token endpoint url',
    oauthErrors.client_assertion_invalid_audience,
  ],
  ['invalid aud value', oauthErrors.client_assertion_invalid_audience],
  ['alg mismatch', oauthErrors.client_assertion_invalid_signature_algorithm],
  [
    'expiration must be specified in the client_assertion JWT',
    oauthErrors.client_assertion_expiration_required,
  ],
  ['invalid exp value', oauthErrors.client_assertion_expiration_required],
  ['jwt expired', oauthErrors.client_assertion_expired_token],
  ['client assertion tokens must only be used once', oauthErrors.client_assertion_already_used],
  ['signature verification failed', oauthErrors.client_assertion_invalid_signature],

  ['invalid client_assertion format', oauthErrors.client_assertion_invalid_jwt],
  ['client_assertion_type must be provided', oauthErrors.client_assertion_type_invalid],
  ['invalid authorization header value format', oauthErrors.invalid_basic_auth_creds],
  [
    'client_id and client_secret in the authorization header are not properly encoded',
    oauthErrors.invalid_basic_auth_creds,
  ],
  [
    'client_secret must be provided in the Authorization header',
    oauthErrors.invalid_basic_auth_creds,
  ],
  ['no client authentication mechanism provided', oauthErrors.missing_client_credentials],
  ['client_id mismatch', oauthErrors.invalid_client_id],
  ["missing required parameter 'grant_type'", oauthErrors.token_request_missing_grant_type],
  ['unsupported grant_type requested', oauthErrors.unsupported_grant_type],
  ['scope contains invalid characters', oauthErrors.invalid_scope],

  ['code_verifier must be provided', oauthErrors.pkce_verification_failed],
  ['code_verifier does not match code_challenge', oauthErrors.pkce_verification_failed],
  ['authorization code not found', oauthErrors.invalid_authorization_code],
  ['authorization code is expired', oauthErrors.invalid_authorization_code],
  ['authorization code already consumed', oauthErrors.invalid_authorization_code],
  ['authorization code redirect_uri mismatch', oauthErrors.mismatched_redirect_uri],
  ['client mismatch', oauthErrors.mismatched_client],
  ['device code not found', oauthErrors.invalid_device_code],
  ['device code already consumed', oauthErrors.invalid_device_code],
  ['refresh token not found', oauthErrors.invalid_refresh_token],
  ['refresh token is expired', oauthErrors.invalid_refresh_token],

  ['DPoP proof JWT not provided', oauthErrors.invalid_dpop_proof_missing_header],
  ['DPoP proof JWT Replay detected', oauthErrors.dpop_proof_already_used],
  ['DPoP proof htm mismatch', oauthErrors.invalid_dpop_proof_invalid_htm],
  ['DPoP proof htu mismatch', oauthErrors.invalid_dpop_proof_invalid_htu],
  ['DPoP proof must have a iat number property', oauthErrors.invalid_dpop_proof_invalid_iat],
  ['DPoP proof must have a jti string property', oauthErrors.invalid_dpop_proof_invalid_jti],
  ['DPoP proof nonce must be a string', oauthErrors.invalid_dpop_proof],
  ['nonce is required in the DPoP proof', oauthErrors.use_dpop_nonce],
  ['invalid nonce in DPoP proof', oauthErrors.use_dpop_nonce],
]);

/** By the error alone, where it has one cause. */
const byError: ReadonlyMap<string, OauthError> = new Map<string, OauthError>([
  ['authorization_pending', oauthErrors.authorization_pending],
  ['expired_token', oauthErrors.expired_token],
  ['access_denied', oauthErrors.access_denied],
]);

function clientError(
  detail: string,
  cause: unknown,
  request: TokenRequest,
  clients: ReadonlyMap<string, OrgClient | OrgSignInApp>,
): OauthError | undefined {
  const assertion = request.form.get('client_assertion');
  if (detail === 'client not found') {
    if (assertion === null) return oauthErrors.invalid_client_id;
    // Which of the two Okta looks at first is not known; a wrong client id is in both.
    return clients.has(claimOf(assertion, 'iss'))
      ? oauthErrors.client_assertion_invalid_subject
      : oauthErrors.client_assertion_invalid_issuer;
  }
  if (detail.startsWith('the provided authentication mechanism does not match')) {
    if (assertion === null && request.authorization === undefined) {
      return oauthErrors.missing_client_credentials;
    }
    const clientId = assertion === null ? request.basicClientId : claimOf(assertion, 'sub');
    return wrongMethodError(clients.get(clientId ?? ''));
  }
  if (assertion !== null && codeOf(cause) === 'ERR_JWKS_NO_MATCHING_KEY') {
    const client = clients.get(claimOf(assertion, 'sub'));
    const keys = client !== undefined && 'publicKeys' in client ? client.publicKeys : [];
    if (keys.length === 0) return oauthErrors.client_assertion_jwks_not_configured;
    const kid = keyIdOf(assertion);
    return kid === undefined || keys.some((key) => key.kid === kid)
      ? // The key is there, but of another kind than the assertion's algorithm.
        oauthErrors.client_assertion_invalid_signature
      : oauthErrors.client_assertion_invalid_kid;
  }
  if (detail.includes('jti')) return undefined;
  return byDetail.get(detail) ?? oauthErrors.invalid_client;
}

/** Okta's error for a client that authenticates in a way that is not its own (facts G1, G2, E24). */
export function wrongMethodError(client: OrgClient | OrgSignInApp | undefined): OauthError {
  if (client === undefined) return oauthErrors.invalid_client_id;
  if ('redirectUris' in client) return oauthErrors.invalid_client;
  return client.authentication === 'private_key_jwt'
    ? oauthErrors.unsupported_auth_method_client_creds
    : oauthErrors.unsupported_auth_method_client_creds_oauth_integration;
}

function lessExact(
  error: string | undefined,
  detail: string,
  cause: unknown,
  request: TokenRequest,
): OauthError | undefined {
  if (error === 'invalid_dpop_proof') return proofErrorOf(cause);
  if (error === 'use_dpop_nonce') {
    // For a proof of the wrong age the server asks for a nonce instead, which Okta does not accept for it.
    const issuedAt = Number(claimOf(request.proof ?? '', 'iat'));
    return proofAgeError(issuedAt, Date.now()) ?? oauthErrors.use_dpop_nonce;
  }
  if (detail.startsWith('client_assertion_type must have value')) {
    return oauthErrors.client_assertion_type_invalid;
  }
  if (detail.startsWith('only application/x-www-form-urlencoded')) {
    return oauthErrors.token_request_missing_grant_type;
  }
  if (
    detail === 'requested grant type is not allowed for this client' &&
    request.form.get('grant_type') === 'client_credentials'
  ) {
    return oauthErrors.invalid_application_type_client_credentials;
  }
  const duplicates = /^(.+) parameters? must not be provided twice$/.exec(detail)?.[1];
  return duplicates === undefined
    ? undefined
    : duplicatedParameters(duplicates.replaceAll(/,? and /g, ', ').replaceAll("'", ''));
}

/** A claim as text; empty when the JWT cannot be read or does not have it. */
function claimOf(jwt: string, claim: string): string {
  try {
    const value = decodeJwt(jwt)[claim];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  } catch {
    return '';
  }
}

function keyIdOf(jwt: string): string | undefined {
  try {
    return decodeProtectedHeader(jwt).kid;
  } catch {
    return undefined;
  }
}

function codeOf(cause: unknown): unknown {
  return cause instanceof Error && 'code' in cause ? cause.code : undefined;
}
