import type { Trouble } from './claim.ts';
import {
  conceptAuthorizationServers,
  guideBuildApiIntegration,
  guideDpop,
  guideSelfSignedJwt,
  guideServiceApp,
  helpApiTokens,
  issueDotnetSdkKeyFormat,
  issueGoSdkAssertionLifetime,
  issueJavaSdkTokenMixUp,
  issuesTerraformInternalEndpoints,
  issueTerraformAssertionLifetime,
  oauthErrorCatalogue,
  referenceConcurrency,
  referenceErrorCodes,
  referenceEventTypes,
  referenceRateLimitMonitor,
  referenceTokenRateLimits,
  repositoryPowerShell,
  repositoryPythonSdk,
  repositoryTerraformProvider,
  specApplicationKeys,
  specClientAuthentication,
  specManagement,
  supportAssertionAudience,
  supportAssertionSignature,
  supportCustomServer401,
  supportDpopHeaderMissing,
  supportInsufficientScope,
  supportInvalidClient,
  supportInvalidKeyId,
  supportInvalidToken,
  supportMissingRole,
  supportNetworkRestrictions,
  supportOpenidScopes,
  supportOrgToOrg403,
  supportPrivateKeyJwtRequired,
  supportScopesNotConfigured,
  supportServiceAppRole,
  supportWorkflows403,
} from './sources.ts';

// Section G. Each trouble is an export of its own, so that a page carries only those it shows.
// Where Okta has more than one text for the same cause, `message` holds one of them per line.

// At the token endpoint.

export const secretRefusedForServiceApp: Trouble = {
  fact: 'G1',
  signal: '401 invalid_client',
  message:
    'Client Credentials requests to the Org Authorization Server must use the private_key_jwt token_endpoint_auth_method.',
  cause:
    'Your service app presented a client secret. The org authorization server takes none here.',
  remedy:
    'Set the app to “Public key / Private key”, register a public key, and send a signed client assertion instead of the secret.',
  status: 'agreed',
  sources: [supportPrivateKeyJwtRequired, oauthErrorCatalogue],
};

export const integrationAuthenticationRefused: Trouble = {
  fact: 'G2',
  signal: '401 invalid_client',
  message:
    'OAuth Integration Client Credentials requests to the Org Authorization Server must use either private_key_jwt or client_secret_basic as the token_endpoint_auth_method.',
  cause:
    'The integration authenticated in some other way, for example with the secret in the form body. (The text names what is accepted; this cause is our reading.)',
  remedy: 'Send client ID and secret in an `Authorization: Basic` header and nowhere else.',
  status: 'inferred',
  sources: [oauthErrorCatalogue],
};

export const wrongClientSecret: Trouble = {
  fact: 'G3',
  signal: '401 invalid_client',
  message: 'The client secret supplied for a confidential client is invalid.',
  cause:
    'The secret is mistyped, was rotated or deactivated, or belongs to an installation in another org.',
  remedy:
    'Compare domain, client ID and secret with the ones that this customer handed over. If the secret is lost, the customer generates a new one.',
  status: 'agreed',
  sources: [guideBuildApiIntegration, supportInvalidClient, oauthErrorCatalogue],
};

export const noClientCredentials: Trouble = {
  fact: 'G4',
  signal: '401 invalid_client',
  message: 'No client credentials found.',
  cause: 'The request carried neither a Basic header nor a client assertion.',
  remedy:
    'Add the one that your method needs: a client assertion for a service app, a Basic header for an API service integration.',
  status: 'agreed',
  sources: [specClientAuthentication, oauthErrorCatalogue],
};

export const unknownClient: Trouble = {
  fact: 'G5',
  signal: '401 invalid_client',
  message: "Invalid value for 'client_id' parameter.",
  cause: 'This org has no client of that ID, for instance because the ID comes from another org.',
  remedy: 'Check that client ID and org domain come from the same org.',
  status: 'agreed',
  sources: [oauthErrorCatalogue, supportInvalidClient],
};

export const notAServiceApp: Trouble = {
  fact: 'G6',
  signal: '401 invalid_client',
  message:
    "Only clients with 'application_type' of 'service' may use the client_credentials 'grant_type' with the Org Authorization Server.",
  cause: 'The client ID belongs to a web, single-page or native app.',
  remedy: 'Create an app of type “API Services” and use its client ID.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};

export const wrongAudience: Trouble = {
  fact: 'G7',
  signal: '401 invalid_client',
  message: 'The audience claim for client_assertion must be the endpoint invoked for the request.',
  cause:
    'The assertion’s `aud` is not, character for character, the URL that was called. Likely slips, in our reading: the issuer instead of the token endpoint, a custom domain on one side only, another authorization server.',
  remedy: 'Set `aud` to the very string that your program uses as the token URL.',
  status: 'agreed',
  sources: [supportAssertionAudience, oauthErrorCatalogue],
};

export const wrongAssertionIssuer: Trouble = {
  fact: 'G8',
  signal: '401 invalid_client',
  message:
    'The issuer claim for client_assertion is not a valid client_id.\nThe subject claim for client_assertion is not a valid client_id.',
  cause: '`iss` or `sub` of the assertion holds something other than the client ID.',
  remedy: 'Set both claims to the client ID.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};

export const wrongSignature: Trouble = {
  fact: 'G9',
  signal: '401 invalid_client',
  message: 'The client_assertion signature is invalid.',
  cause: 'The private key that signed does not belong to the public key that Okta holds.',
  remedy: 'Sign with the matching private key, or register the public half of the one you use.',
  status: 'agreed',
  sources: [supportAssertionSignature, oauthErrorCatalogue],
};

export const wrongKeyId: Trouble = {
  fact: 'G10',
  signal: '401 invalid_client',
  message: 'The client_assertion JWT kid is invalid.',
  cause:
    'The assertion’s header names a key that the app does not have, or names none although several are registered.',
  remedy: 'Copy the `kid` from the app’s list of public keys into the assertion’s header.',
  status: 'agreed',
  sources: [supportInvalidKeyId, oauthErrorCatalogue],
};

export const noKeyRegistered: Trouble = {
  fact: 'G11',
  signal: '401 invalid_client',
  message: 'The client does not have a JWKSet configured, but the client_assertion requires one.',
  cause: 'The app has no public key saved and no JWKS URL.',
  remedy: 'Add a public key on the app’s “General” tab, or point it to your JWKS URL.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};

export const jwksUrlFails: Trouble = {
  fact: 'G12',
  signal: '401 invalid_client',
  message:
    'Error retrieving the client JWKSet from jwks_uri.\nAll keys in the client JWKSet from jwks_uri must have a unique kid.',
  cause: 'Okta cannot fetch the key set that you host, or two keys in it share a `kid`.',
  remedy:
    'Open the JWKS URL from outside your network, and give every key in it a `kid` of its own.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};

export const assertionExpired: Trouble = {
  fact: 'G13',
  signal: '401 invalid_client',
  message: 'The client_assertion token is expired.',
  cause: '`exp` has passed: the assertion was kept too long, or your clock is slow.',
  remedy: 'Synchronise the clock and sign a new assertion for each token request.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};

export const assertionLivesTooLong: Trouble = {
  fact: 'G14',
  signal: '401 invalid_client',
  message: 'The client_assertion token has an expiration too far into the future.',
  cause: '`exp` lies more than an hour ahead, or was given in milliseconds.',
  remedy: 'Give `exp` in seconds since 1970, for example five minutes from now.',
  status: 'agreed',
  sources: [oauthErrorCatalogue, guideSelfSignedJwt],
  otherCauses: [
    {
      fact: 'K36',
      cause:
        'Okta’s SDKs and its Terraform provider sign for the full hour that is allowed, so a clock that runs a second or two fast exceeds it.',
      remedy:
        'Set the clock (NTP) and update the SDK or provider. In code of your own, let the assertion end after five minutes.',
      status: 'agreed',
      sources: [issueTerraformAssertionLifetime, issueGoSdkAssertionLifetime],
    },
  ],
};

/** No answer of Okta's: the key file stops the program before it sends anything. */
export const keyFileRefused: Trouble = {
  fact: 'K38',
  signal: 'No request is sent: the key file cannot be read',
  message: '',
  cause:
    'The private key is in another format than the program reads. The Node.js, Go and Java programs of this guide read PEM in PKCS#8 only (`BEGIN PRIVATE KEY`), not PKCS#1 (`BEGIN RSA PRIVATE KEY`). Okta’s .NET SDK reads a JWK. The Admin Console offers PEM and JWK.',
  remedy:
    'Convert PKCS#1 with `openssl pkcs8 -topk8 -nocrypt -in old.pem -out new.pem`. For the .NET SDK, save the key as a JWK.',
  status: 'agreed',
  sources: [issueDotnetSdkKeyFormat, guideServiceApp],
};

export const assertionFromTheFuture: Trouble = {
  fact: 'G15',
  signal: '401 invalid_client',
  message: 'The client_assertion token must be issued before the current time.',
  cause: '`iat` lies ahead of Okta’s clock, so yours is fast.',
  remedy: 'Synchronise the clock. `iat` is optional, so leaving it out works as well.',
  status: 'agreed',
  sources: [oauthErrorCatalogue, guideSelfSignedJwt],
};

export const assertionReused: Trouble = {
  fact: 'G16',
  signal: '401 invalid_client',
  message: 'The client_assertion token has already been used.',
  cause:
    'The same `jti` arrived twice. The usual reason is a retry after `use_dpop_nonce` that sends the first assertion again.',
  remedy: 'Sign a new assertion with a new `jti` for every attempt, retries included.',
  status: 'agreed',
  sources: [oauthErrorCatalogue, repositoryPythonSdk],
};

export const noScopesRequested: Trouble = {
  fact: 'G17',
  signal: '400 invalid_scope',
  message: 'No scopes were requested.',
  cause: 'The form body has no `scope`, or an empty one.',
  remedy: 'Name the scopes, separated by spaces.',
  status: 'agreed',
  sources: [specClientAuthentication, oauthErrorCatalogue, guideBuildApiIntegration],
};

export const scopeUnknownToServer: Trouble = {
  fact: 'G18',
  signal: '400 invalid_scope',
  message: 'One or more scopes are not configured for the authorization server resource.',
  cause:
    'The scope’s name is misspelt, or you asked a custom authorization server (`/oauth2/default`, `/oauth2/{id}`) for an `okta.*` scope.',
  remedy: 'Correct the name, and call `https://{yourOktaDomain}/oauth2/v1/token`.',
  status: 'agreed',
  sources: [supportScopesNotConfigured, oauthErrorCatalogue],
};

export const consentRequired: Trouble = {
  fact: 'G19',
  signal: '400 consent_required',
  message: 'You are not allowed any of the requested scopes.',
  cause: 'Not one of the scopes in the request is granted to the app.',
  remedy:
    'Service app: a super admin grants them on the “Okta API Scopes” tab. API service integration: request only scopes that your submission registered.',
  status: 'agreed',
  sources: [oauthErrorCatalogue, guideServiceApp],
};

export const selfScopeRequested: Trouble = {
  fact: 'G20',
  signal: '400 client_credentials_self_scope_requested',
  message: "The 'client_credentials' grant type may not request .self scopes.",
  cause: 'A scope that ends in `.self` belongs to a signed-in person, and here there is none.',
  remedy: 'Use the scope without `.self`, or let the person sign in and call in their name.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};

export const openidScopeRequested: Trouble = {
  fact: 'G21',
  signal: '400 invalid_scope',
  message: "Cannot request 'openid' scopes using client credentials.",
  cause:
    'The request asks for an OpenID Connect scope; nobody signs in, so there is no identity to give.',
  remedy: 'Leave it out, or use a flow in which a person signs in.',
  status: 'agreed',
  sources: [supportOpenidScopes, oauthErrorCatalogue],
};

export const customScopeRequested: Trouble = {
  fact: 'G22',
  signal: '400 invalid_scope',
  message: 'Custom scopes are not allowed for this request.',
  cause: 'The org authorization server was asked for a scope that you defined yourself.',
  remedy:
    'Request only `okta.*` scopes here. Your own scopes live on a custom authorization server.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};

export const dpopProofMissing: Trouble = {
  fact: 'G23',
  signal: '400 invalid_dpop_proof',
  message: 'The DPoP proof JWT header is missing.',
  cause: 'The app requires DPoP and your program sent no `DPoP` header.',
  remedy:
    'Use a client that can do DPoP, or untick the requirement in the app’s “General Settings”, knowing what that gives up.',
  status: 'agreed',
  sources: [supportDpopHeaderMissing, oauthErrorCatalogue, repositoryPythonSdk],
};

export const dpopNonceRequired: Trouble = {
  fact: 'G24',
  signal: '400 use_dpop_nonce',
  message: 'Authorization server requires nonce in DPoP proof.',
  cause: 'Nothing is wrong: this is how Okta hands out the nonce.',
  remedy:
    'Repeat the request with the value of the `dpop-nonce` response header in the proof, a new `jti`, and a newly signed client assertion.',
  status: 'agreed',
  sources: [guideDpop, oauthErrorCatalogue, repositoryPythonSdk],
};

export const dpopClaimWrong: Trouble = {
  fact: 'G25',
  signal: '400 invalid_dpop_proof',
  message:
    "'htm' claim in the DPoP proof JWT is invalid.\n'htu' claim in the DPoP proof JWT is invalid.\n'iat' claim in the DPoP proof JWT is invalid.\n'jti' claim in the DPoP proof JWT is invalid.\n'ath' claim in the DPoP proof does not match the presented access_token.",
  cause: 'The proof was made for another method, URL, time or token than this request has.',
  remedy: 'Build the proof from the request that is about to be sent, each time anew.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};

export const dpopProofTimedWrongly: Trouble = {
  fact: 'G26',
  signal: '400 invalid_dpop_proof',
  message:
    'The DPoP proof JWT is issued in the future.\nThe DPoP proof JWT is issued more than five minutes in the past.',
  cause: 'Your clock is off, or a proof was kept and sent again later.',
  remedy: 'Synchronise the clock and never cache a proof.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};

export const dpopProofReused: Trouble = {
  fact: 'G27',
  signal: '400 invalid_dpop_proof',
  message: 'The DPoP proof JWT has already been used.',
  cause: 'The same proof was sent twice, which is what naive retry code does.',
  remedy:
    'Sign a proof per attempt. Okta’s Terraform provider had this fault until 5.3.0, so update older versions.',
  status: 'agreed',
  sources: [oauthErrorCatalogue, repositoryTerraformProvider],
};

export const multipleCredentials: Trouble = {
  fact: 'G28',
  signal: '401 or 400 invalid_request',
  message:
    'Cannot supply multiple client credentials. Use one of the following: credentials in the Authorization header, credentials in the post body, or a client_assertion in the post body.',
  cause:
    'Two kinds of credentials were in one request, for example a Basic header and an assertion. Okta’s sources disagree on the status: the error catalogue says 401, the specification’s example 400. Look at the code, not at the number.',
  remedy: 'Send exactly one.',
  status: 'conflict',
  sources: [oauthErrorCatalogue, specClientAuthentication],
};

export const wrongAssertionType: Trouble = {
  fact: 'G29',
  signal: '400 invalid_request',
  message: 'The client_assertion_type is invalid.',
  cause: '`client_assertion_type` holds another URN.',
  remedy: 'Use `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`.',
  status: 'agreed',
  sources: [oauthErrorCatalogue, specClientAuthentication],
};

export const noGrantType: Trouble = {
  fact: 'G30',
  signal: '400 invalid_request',
  message: "The token request must specify a 'grant_type'.",
  cause:
    '`grant_type` is missing. If your code sets it, the body was probably sent as JSON instead of a form (our reading). The text goes on with the values that are valid.',
  remedy:
    'Send `grant_type=client_credentials` in a body of type `application/x-www-form-urlencoded`.',
  status: 'inferred',
  sources: [oauthErrorCatalogue],
};

export const customServerForbidden: Trouble = {
  fact: 'G31',
  signal: '400 unauthorized_client',
  message: 'This client cannot use a custom authorization server.',
  cause: 'The client may use the org authorization server only, and you called `/oauth2/{id}`.',
  remedy: 'Call `/oauth2/v1/token`.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};

export const outsideClientZone: Trouble = {
  fact: 'G32',
  signal: '403 access_denied',
  message: "The request is made from outside the client's permitted network zones.",
  cause: 'The app has a network restriction and the call came from an address outside it.',
  remedy: 'Call from an address inside the zone, or have an admin change the zone.',
  status: 'agreed',
  sources: [specClientAuthentication, oauthErrorCatalogue, supportNetworkRestrictions],
};

export const scopesRejectedByPolicy: Trouble = {
  fact: 'G33',
  signal: '400 access_denied',
  message: 'Policy evaluation succeeded, but all the requested scopes were rejected.',
  cause:
    'An access policy of a custom authorization server turned the request down. For Okta’s own APIs that means you are at the wrong server (our reading in part).',
  remedy: 'Call `/oauth2/v1/token`, the org authorization server.',
  status: 'inferred',
  sources: [oauthErrorCatalogue],
};

export const featureNotPermitted: Trouble = {
  fact: 'G34',
  signal: '401 E0000015',
  message: 'You do not have permission to access the feature you are requesting',
  cause:
    'The org lacks the feature, for example API Access Management, which a custom authorization server needs.',
  remedy: 'Use the org authorization server: Okta’s own APIs need nothing else.',
  status: 'agreed',
  sources: [referenceErrorCodes, supportCustomServer401],
};

export const credentialsInQuery: Trouble = {
  fact: 'G49',
  signal: '400 invalid_request',
  message: 'Client credentials cannot be supplied via query parameters.',
  cause: 'Client ID and secret stood in the URL, where logs may keep them.',
  remedy:
    'Move them out of the URL: into an `Authorization: Basic` header for an API service integration. A service app sends no secret at all, but a client assertion in the body.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};

export const grantOnlyForCustomServer: Trouble = {
  fact: 'G50',
  signal: '400 unsupported_grant_type',
  message: "'client_credentials' grant type can only be used with a custom authorization server.",
  cause:
    'The text is in Okta’s catalogue, but no public source says when it is raised today. Client credentials do work at the org authorization server for service apps.',
  remedy: 'If you meet it, check that the app’s type is “API Services”, and ask Okta support.',
  status: 'unknown',
  sources: [oauthErrorCatalogue],
};

// At the API.

export const insufficientScope: Trouble = {
  fact: 'G35',
  signal: '403 insufficient_scope',
  message: 'The access token provided does not contain the required scopes.',
  cause:
    'The token lacks the scope of this operation. The text stands in the `WWW-Authenticate` response header, whose `scope` value names the scope that is missing.',
  remedy: 'Have that scope granted, add it to the token request, and fetch a new token.',
  status: 'agreed',
  sources: [supportInsufficientScope, supportWorkflows403, oauthErrorCatalogue],
};

export const missingAdminRole: Trouble = {
  fact: 'G36',
  signal: '403 E0000006',
  message: 'You do not have permission to perform the requested action',
  cause:
    'The scope is fine, the admin role is not: the app has none or too small a one. With an API token, the token owner’s role is too small.',
  remedy:
    'A super admin assigns the app a role that covers the action and the resources. Do not switch to an API token over this.',
  status: 'agreed',
  sources: [supportMissingRole, supportServiceAppRole, referenceErrorCodes],
};

export const emptyList: Trouble = {
  fact: 'G37',
  signal: '200 with an empty list',
  message: '',
  cause:
    'The role covers none of the resources, and some operations then leave them out in silence.',
  remedy: 'Widen the role’s resource set, or assign a role that reaches them.',
  status: 'agreed',
  sources: [supportOrgToOrg403],
};

export const accessTokenExpired: Trouble = {
  fact: 'G38',
  signal: '401 invalid_token',
  message: 'The token has expired.',
  cause: 'The access token is more than an hour old.',
  remedy: 'Request a new one. Keep a token until shortly before it expires, not longer.',
  status: 'agreed',
  sources: [oauthErrorCatalogue, guideServiceApp],
};

export const wrongIssuer: Trouble = {
  fact: 'G39',
  signal: '401 invalid_token',
  message:
    'The access token provided has an invalid issuer.\nThe access token provided is not intended for Okta.',
  cause: 'A custom authorization server issued the token.',
  remedy: 'Get it from the org authorization server, `https://{yourOktaDomain}/oauth2/v1/token`.',
  status: 'agreed',
  sources: [oauthErrorCatalogue, conceptAuthorizationServers],
};

export const dpopTokenSentAsBearer: Trouble = {
  fact: 'G40',
  signal: '400 invalid_request',
  message:
    'The resource request must use the DPoP authentication scheme when using a DPoP bound token.',
  cause: 'A token with `token_type` `DPoP` was sent as `Bearer`.',
  remedy: 'Send `Authorization: DPoP {token}` and a `DPoP` proof with it.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};

export const dpopProofMissingAtApi: Trouble = {
  fact: 'G41',
  signal: '400 invalid_request',
  message: 'The resource request requires a DPoP proof.',
  cause: 'The token went out with the right scheme but without a `DPoP` header.',
  remedy: 'Add a proof made for this request.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};

export const dpopKeyMismatch: Trouble = {
  fact: 'G42',
  signal: '400 invalid_dpop_proof or 401 invalid_token',
  message:
    'The access_token is not bound to the provided DPoP proof.\nThe presented access_token is not DPoP bound.',
  cause:
    'First text: the proof was signed with another key than the one that the token is bound to. Second text: a Bearer token was sent as `DPoP`.',
  remedy: 'Keep one DPoP key for the life of a token, and let `token_type` decide the scheme.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};

export const invalidToken: Trouble = {
  fact: 'G43',
  signal: '401 E0000011',
  message: 'Invalid token provided',
  cause:
    'The API token is mistyped, revoked, unused for 30 days, from another org, or its owner is no longer active. An SDK that was handed a client secret as if it were a token gets the same answer.',
  remedy: 'Look the token and its owner up under Security > API > Tokens.',
  status: 'agreed',
  sources: [supportInvalidToken, helpApiTokens, referenceErrorCodes, issueJavaSdkTokenMixUp],
};

export const invalidSession: Trouble = {
  fact: 'G44',
  signal: '403 E0000005',
  message: 'Invalid session',
  cause:
    'No usable `Authorization` header reached the API. Before version 2.0.2, Okta’s PowerShell module caused this itself.',
  remedy: 'Look at the header that really leaves your program, and at proxies that may strip it.',
  status: 'agreed',
  sources: [referenceErrorCodes, repositoryPowerShell],
  otherCauses: [
    {
      fact: 'K28',
      cause:
        'The call went to a private endpoint of the Admin Console, `/api/v1/internal/…` or `/api/internal/…` on the `-admin` host. These answer an OAuth token in this way, and no credential for them is documented.',
      remedy:
        'Look for a public operation that does the same. If there is none, do that step by hand.',
      status: 'agreed',
      sources: [issuesTerraformInternalEndpoints],
    },
  ],
};

export const rateLimited: Trouble = {
  fact: 'G45',
  signal: '429 E0000047',
  message: 'API call exceeded rate limit due to too many requests.',
  cause:
    'The endpoint’s bucket is empty, or your credential’s share of it (50 % by default), or too many requests run at once. When `X-Rate-Limit-Limit` and `X-Rate-Limit-Remaining` are both 0, it is the last.',
  remedy:
    'Wait until the time in `X-Rate-Limit-Reset` and back off; after too many requests at once, that time is only a suggestion. If it recurs, spread the calls or have the share raised.',
  status: 'agreed',
  sources: [
    referenceErrorCodes,
    referenceRateLimitMonitor,
    referenceConcurrency,
    referenceTokenRateLimits,
  ],
};

export const tokenOutsideZone: Trouble = {
  fact: 'G46',
  signal: 'System Log: system.api_token.request_outside_allowed_range',
  message: '',
  cause:
    'An API token was used from an address that its network zone does not allow. The event is documented; which HTTP status the caller gets is not.',
  remedy:
    'Search the System Log for the event. Then move the caller into the zone, or widen the zone.',
  status: 'unknown',
  sources: [referenceEventTypes],
};

export const shareNotAnnounced: Trouble = {
  fact: 'G47',
  signal: 'System Log only',
  message: '',
  cause:
    'A single token or app used up its own share of a rate limit. Admins get no e-mail about that, only the System Log records it.',
  remedy: 'Watch the System Log, and let the program report its 429 answers itself.',
  status: 'agreed',
  sources: [referenceTokenRateLimits],
};

export const lastCredentialProtected: Trouble = {
  fact: 'G48',
  signal: 'E0000001',
  message:
    "You've reached the maximum number of client secrets per client.\nYou can't deactivate the only active client secret.\nCan't deactivate the only active JSON Web Key when the value for `token_endpoint_auth_method` is `private_key_jwt`.",
  cause: 'A rotation through the API ran in the wrong order, or old secrets were never removed.',
  remedy:
    'Add the new secret or key first and switch the program over; only then deactivate and delete the old one.',
  status: 'agreed',
  sources: [specApplicationKeys, specManagement],
};
