/** An OAuth error, which the token endpoint sends as JSON, and the API in `WWW-Authenticate`. */
export interface OauthError {
  readonly status: number;
  readonly error: string;
  readonly description: string;
}

/**
 * Okta's OAuth errors that can arise here, by the internal codes of its catalogue, with its own texts and
 * status codes (facts G1 to G30, G32, G35, G38 to G42, G49; source S6).
 */
export const oauthErrors = {
  // Client authentication
  missing_client_credentials: invalidClient('No client credentials found.'),
  invalid_basic_auth_creds: invalidClient(
    'Found Authentication header but was not valid client credentials.',
  ),
  invalid_client: invalidClient(
    'Client authentication failed. Either the client or the client credentials are invalid.',
  ),
  invalid_client_id: invalidClient("Invalid value for 'client_id' parameter."),
  invalid_client_secret: invalidClient(
    'The client secret supplied for a confidential client is invalid.',
  ),
  unsupported_auth_method_client_creds: invalidClient(
    'Client Credentials requests to the Org Authorization Server must use the private_key_jwt token_endpoint_auth_method.',
  ),
  unsupported_auth_method_client_creds_oauth_integration: invalidClient(
    'OAuth Integration Client Credentials requests to the Org Authorization Server must use either private_key_jwt or client_secret_basic as the token_endpoint_auth_method.',
  ),
  invalid_application_type_client_credentials: invalidClient(
    "Only clients with 'application_type' of 'service' may use the client_credentials 'grant_type' with the Org Authorization Server.",
  ),
  // Fact G28: the catalogue says 401, an example in the specification 400. This follows the
  // catalogue.
  multiple_client_credentials: {
    status: 401,
    error: 'invalid_request',
    description:
      'Cannot supply multiple client credentials. Use one of the following: credentials in the Authorization header, credentials in the post body, or a client_assertion in the post body.',
  },
  client_credentials_in_query: invalidRequest(
    'Client credentials cannot be supplied via query parameters.',
  ),

  // The client assertion
  client_assertion_type_invalid: invalidRequest('The client_assertion_type is invalid.'),
  client_assertion_invalid_jwt: invalidClient('The parsing of the client_assertion failed.'),
  client_assertion_invalid_issuer: invalidClient(
    'The issuer claim for client_assertion is not a valid client_id.',
  ),
  client_assertion_invalid_subject: invalidClient(
    'The subject claim for client_assertion is not a valid client_id.',
  ),
  client_assertion_invalid_audience: invalidClient(
    'The audience claim for client_assertion must be the endpoint invoked for the request.',
  ),
  client_assertion_expiration_required: invalidClient(
    "The client_assertion must contain the 'exp' claim as seconds since epoch.",
  ),
  client_assertion_expired_token: invalidClient('The client_assertion token is expired.'),
  client_assertion_expires_too_far_in_future: invalidClient(
    'The client_assertion token has an expiration too far into the future.',
  ),
  client_assertion_issued_at_in_future: invalidClient(
    'The client_assertion token must be issued before the current time.',
  ),
  client_assertion_already_used: invalidClient('The client_assertion token has already been used.'),
  client_assertion_invalid_signature: invalidClient('The client_assertion signature is invalid.'),
  client_assertion_invalid_signature_algorithm: invalidClient(
    'The client_assertion JWT signature algorithm is invalid.',
  ),
  client_assertion_invalid_kid: invalidClient('The client_assertion JWT kid is invalid.'),
  client_assertion_jwks_not_configured: invalidClient(
    'The client does not have a JWKSet configured, but the client_assertion requires one.',
  ),

  // The grant
  token_request_missing_grant_type: invalidRequest(
    "The token request must specify a 'grant_type'. Valid values: [client_credentials]",
  ),
  unsupported_grant_type: {
    status: 400,
    error: 'unsupported_grant_type',
    description:
      'The authorization grant type is not supported by the authorization server. Configured grant types: [client_credentials].',
  },
  missing_scopes: invalidScope('No scopes were requested.'),
  invalid_scope: invalidScope(
    'The requested scope is invalid, unknown, malformed, or exceeds the scope granted by the resource owner.',
  ),
  openid_not_allowed_client_creds: invalidScope(
    "Cannot request 'openid' scopes using client credentials.",
  ),
  illegal_custom_scope: invalidScope('Custom scopes are not allowed for this request.'),
  no_matching_scope: invalidScope(
    'One or more scopes are not configured for the authorization server resource.',
  ),
  client_credentials_self_scope_requested: {
    status: 400,
    error: 'client_credentials_self_scope_requested',
    description: "The 'client_credentials' grant type may not request .self scopes.",
  },
  consent_required: {
    status: 400,
    error: 'consent_required',
    description: 'You are not allowed any of the requested scopes.',
  },

  outside_client_zone: {
    status: 403,
    error: 'access_denied',
    description: "The request is made from outside the client's permitted network zones.",
  },

  // The grants that follow a person's sign-in
  pkce_verification_failed: invalidGrant('PKCE verification failed.'),
  invalid_authorization_code: invalidGrant('The authorization code is invalid or has expired.'),
  invalid_device_code: invalidGrant('The device code is invalid or has expired.'),
  invalid_refresh_token: invalidGrant('The refresh token is invalid or expired.'),
  mismatched_client: invalidGrant(
    "The grant was issued to another client. Please make sure the 'client_id' matches the one used at the authorize request.",
  ),
  mismatched_redirect_uri: invalidGrant(
    "The 'redirect_uri' does not match the redirection URI used in the authorization request.",
  ),
  authorization_pending: {
    status: 400,
    error: 'authorization_pending',
    description: 'The device authorization is pending. Please try again later.',
  },
  expired_token: {
    status: 400,
    error: 'expired_token',
    description: 'The device code has expired.',
  },
  access_denied: {
    status: 403,
    error: 'access_denied',
    description: 'The resource owner or authorization server denied the request.',
  },

  // DPoP
  use_dpop_nonce: {
    status: 400,
    error: 'use_dpop_nonce',
    description: 'Authorization server requires nonce in DPoP proof.',
  },
  invalid_dpop_proof: invalidProof('The DPoP proof JWT is invalid.'),
  invalid_dpop_proof_missing_header: invalidProof('The DPoP proof JWT header is missing.'),
  invalid_dpop_proof_multiple_headers_not_allowed: invalidProof(
    'Multiple DPoP proof JWT headers are not allowed.',
  ),
  invalid_dpop_proof_invalid_type: invalidProof("'typ' must be 'dpop+jwt' in the DPoP proof JWT."),
  invalid_dpop_proof_invalid_signature_algorithm: invalidProof(
    'The DPoP proof JWT signature algorithm is invalid.',
  ),
  invalid_dpop_proof_invalid_jwt: invalidProof('The DPoP proof JWT cannot be parsed.'),
  invalid_dpop_proof_invalid_signature: invalidProof('The DPoP proof JWT signature is invalid.'),
  invalid_dpop_proof_invalid_htm: invalidProof("'htm' claim in the DPoP proof JWT is invalid."),
  invalid_dpop_proof_invalid_htu: invalidProof("'htu' claim in the DPoP proof JWT is invalid."),
  invalid_dpop_proof_invalid_iat: invalidProof("'iat' claim in the DPoP proof JWT is invalid."),
  invalid_dpop_proof_invalid_jti: invalidProof("'jti' claim in the DPoP proof JWT is invalid."),
  invalid_dpop_proof_jwt_issued_in_future: invalidProof(
    'The DPoP proof JWT is issued in the future.',
  ),
  invalid_dpop_proof_jwt_too_old: invalidProof(
    'The DPoP proof JWT is issued more than five minutes in the past.',
  ),
  invalid_dpop_proof_jwt_expired: invalidProof('The DPoP proof JWT is expired.'),
  dpop_proof_already_used: invalidProof('The DPoP proof JWT has already been used.'),
  dpop_proof_invalid_ath: invalidProof(
    "'ath' claim in the DPoP proof does not match the presented access_token.",
  ),

  // At the API
  access_token_missing: {
    status: 401,
    error: 'invalid_request',
    description: 'The access token is missing.',
  },
  access_token_invalid: invalidToken('The access token is invalid.'),
  access_token_invalid_issuer: invalidToken('The access token provided has an invalid issuer.'),
  access_token_invalid_audience: invalidToken(
    'The access token provided is not intended for Okta.',
  ),
  token_expired: invalidToken('The token has expired.'),
  insufficient_scope: {
    status: 403,
    error: 'insufficient_scope',
    description: 'The access token provided does not contain the required scopes.',
  },
  dpop_authentication_scheme_required: invalidRequest(
    'The resource request must use the DPoP authentication scheme when using a DPoP bound token.',
  ),
  dpop_proof_required_for_token: invalidRequest('The resource request requires a DPoP proof.'),
  invalid_access_token_dpop_binding: invalidProof(
    'The access_token is not bound to the provided DPoP proof.',
  ),
  access_token_not_dpop_bound: invalidToken('The presented access_token is not DPoP bound.'),
} as const satisfies Readonly<Record<string, OauthError>>;

/** Okta's error for a parameter that is sent twice (source S6, `illegal_duplicated_parameters`). */
export function duplicatedParameters(names: string): OauthError {
  return invalidRequest(
    `Duplicate parameter provided in request. Duplicated parameters: [${names}].`,
  );
}

function invalidClient(description: string): OauthError {
  return { status: 401, error: 'invalid_client', description };
}

function invalidRequest(description: string): OauthError {
  return { status: 400, error: 'invalid_request', description };
}

function invalidScope(description: string): OauthError {
  return { status: 400, error: 'invalid_scope', description };
}

function invalidGrant(description: string): OauthError {
  return { status: 400, error: 'invalid_grant', description };
}

function invalidProof(description: string): OauthError {
  return { status: 400, error: 'invalid_dpop_proof', description };
}

function invalidToken(description: string): OauthError {
  return { status: 401, error: 'invalid_token', description };
}

/** How the text of an error starts where nobody has published Okta's. */
export const unpublishedMark = 'Model org: ';

/** An error for which Okta's text is not known. */
export function unpublishedError(status: number, error: string, description: string): OauthError {
  return { status, error, description: `${unpublishedMark}${description}` };
}
