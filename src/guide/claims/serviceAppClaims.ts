import type { Claim } from '../claim.ts';
import {
  conceptAuthorizationServers,
  conceptOauth,
  conceptRoleAssignment,
  guideBuildApiIntegration,
  guideDpop,
  guideKeyManagement,
  guideMcpAuthentication,
  guideOauthApi,
  guideOauthForOkta,
  guideOrgToOrgOauth,
  guideSelfSignedJwt,
  guideServiceApp,
  guideTerraformOrgAccess,
  helpAdminAssignments,
  oauthErrorCatalogue,
  referenceConcurrency,
  referenceEventTypes,
  referenceRateLimitMonitor,
  referenceRest,
  referenceRoles,
  referenceTokenRateLimits,
  releaseNotes2023,
  releaseNotes2025Classic,
  repositoryPythonSdk,
  specApplication,
  specApplicationGrants,
  specApplicationKeys,
  specClientAuthentication,
  specManagement,
  specPrincipalRateLimit,
  specRoleAssignmentClient,
  supportAssertionAudience,
  supportInvalidKeyId,
  supportMissingRole,
  supportNetworkRestrictions,
  supportOpenidScopes,
  supportOrgToOrg403,
  supportServiceAppRole,
} from '../sources.ts';

// Section C, the OAuth 2.0 service app. Each claim is an export of its own, so that a page carries
// only those it shows.

// Setting it up.

export const superAdminNeeded: Claim = {
  fact: 'C1',
  text: 'In practice a super admin has to take part: two of the steps, granting scopes and assigning the admin role, are open to nobody else.',
  status: 'agreed',
  sources: [guideOauthApi, guideServiceApp, conceptRoleAssignment],
};

export const serviceAppCreation: Claim = {
  fact: 'C2',
  text: 'A service app has the app type “API Services”. Its grant type, “Client Credentials”, is chosen for you and cannot be changed.',
  status: 'agreed',
  sources: [guideServiceApp],
};

export const publicKeyAuthentication: Claim = {
  fact: 'C3',
  text: 'On the app’s “General” tab, you switch “Client Credentials” to “Public key / Private key”. That removes any client secret the app had.',
  status: 'agreed',
  sources: [guideServiceApp],
};

export const keySavedOrFetched: Claim = {
  fact: 'C4',
  text: 'Okta gets the public key in one of two ways. Either it is saved in the app: you paste a JWK, or Okta makes a pair and shows the private key once. Or Okta fetches it from a JWKS URL that you host, which must be HTTPS. Switching to the URL deletes the saved keys.',
  status: 'agreed',
  sources: [guideServiceApp, guideKeyManagement, releaseNotes2023],
};

export const keysMadeInConsole: Claim = {
  fact: 'C5',
  text: 'The pair that the Admin Console can make is 2048-bit RSA. If you make the pair yourself, its private key never leaves your own systems.',
  status: 'agreed',
  sources: [guideServiceApp, guideKeyManagement],
};

export const consoleKeysConflict: Claim = {
  fact: 'K7',
  text: 'Okta’s sources disagree on the key pair that the Admin Console makes. The service app guide describes it as a pair for tests, and the MCP server guides recommend it. The Terraform guide offers it, with advice on how to store it. For production, this guide advises you to make your own.',
  status: 'conflict',
  sources: [guideServiceApp, guideMcpAuthentication, guideTerraformOrgAccess],
};

export const onlySuperAdminGrantsScopes: Claim = {
  fact: 'C6',
  text: 'Scopes are granted one by one on the app’s “Okta API Scopes” tab, and only by a super admin. Through the API, call `POST /api/v1/apps/{appId}/grants` with `scopeId`, and with your Okta domain as `issuer`.',
  status: 'agreed',
  sources: [guideServiceApp, guideTerraformOrgAccess, specApplicationGrants],
};

export const onlySuperAdminAssignsRoles: Claim = {
  fact: 'C7',
  text: 'You assign the admin role on the app’s “Admin roles” tab. Only a super admin can do so, and Okta asks that person to authenticate again. Through the API, call `POST /oauth2/v1/clients/{clientId}/roles`.',
  status: 'agreed',
  sources: [guideServiceApp, guideOrgToOrgOauth, conceptRoleAssignment, specRoleAssignmentClient],
};

export const dpopIsADecision: Claim = {
  fact: 'C8',
  text: 'An app setting decides whether token requests must carry a DPoP proof. It is in “General Settings”, under “Proof of possession”.',
  status: 'agreed',
  sources: [guideDpop, guideMcpAuthentication],
};

export const optionalLimits: Claim = {
  fact: 'C9',
  text: 'Two settings are optional. One is the app’s share of each rate limit (“Application rate limits” tab). The other is the network zones from which it may be used.',
  status: 'agreed',
  sources: [guideServiceApp, specApplication],
};

export const serviceAppByApi: Claim = {
  fact: 'C10',
  text: 'A service app can also be created through the API: `POST /oauth2/v1/clients` with the JWKS ready beforehand, or the Apps API with `application_type` set to `service`. A JWKS URL given there must be HTTPS.',
  status: 'agreed',
  sources: [guideServiceApp, specClientAuthentication, releaseNotes2023],
};

// The admin role.

export const scopeAndRoleBothBound: Claim = {
  fact: 'C11',
  text: 'Two things limit every call. The scope decides what kind of action the token may be used for; the admin role decides which resources it reaches, and how far. A call succeeds only if both allow it.',
  status: 'agreed',
  sources: [guideOrgToOrgOauth, supportMissingRole, supportOrgToOrg403],
};

export const noRoleByDefault: Claim = {
  fact: 'C12',
  text: 'A new service app has no admin role. Until it gets one, a call with all the right scopes gets 403 `E0000006`, or from some operations 200 and an empty list.',
  status: 'agreed',
  sources: [referenceRoles, supportMissingRole, supportOrgToOrg403],
};

export const automaticSuperAdminSetting: Claim = {
  fact: 'C13',
  text: 'One org setting assigns a role automatically. While Settings > Account > Public client app admins is on, every service app that is newly granted scopes becomes a super admin. Okta advises you to switch it off once you assign roles; the API calls it `clientPrivilegesSetting`.',
  status: 'agreed',
  sources: [guideServiceApp, helpAdminAssignments, specManagement],
};

export const leastPrivilegeExample: Claim = {
  fact: 'C14',
  text: 'Okta’s support gives an example of least privilege. A program that only reads users and apps needs the Read Only Admin role with `okta.users.read` and `okta.apps.read`.',
  status: 'agreed',
  sources: [supportServiceAppRole],
};

export const customRoleNeedsResourceSet: Claim = {
  fact: 'C15',
  text: 'A custom role is assigned together with a resource set. An app that has a custom role can neither assign nor remove the super admin role.',
  status: 'agreed',
  sources: [conceptRoleAssignment, referenceRoles],
};

export const standardRolesReachWholeOrg: Claim = {
  fact: 'K32',
  text: 'A standard admin role reaches the whole org unless you set targets for it. Several roles add up: the app can do what any of them allows. A resource set for a custom role contains at most 1,000 resources.',
  status: 'agreed',
  sources: [conceptRoleAssignment, specManagement],
};

// Keys.

export const keyTypes: Claim = {
  fact: 'C16',
  text: 'The key may be RSA, of 2048 bits or more, or elliptic-curve. The client assertion may be signed with RS256, RS384, RS512, ES256, ES384 or ES512.',
  status: 'agreed',
  sources: [guideServiceApp, specApplicationKeys, guideSelfSignedJwt],
};

export const upToFiftyKeys: Claim = {
  fact: 'C17',
  text: 'An app can have up to 50 keys, each with its own `kid`.',
  status: 'agreed',
  sources: [guideServiceApp, guideKeyManagement, specApplicationKeys],
};

export const rotationWithoutDowntime: Claim = {
  fact: 'C18',
  text: 'To rotate without downtime: add and activate the new key, switch the program to it, deactivate the old key, then delete it. Okta prevents the wrong order. It does not delete an active key, and while the app uses `private_key_jwt`, it does not deactivate the only active one.',
  status: 'agreed',
  sources: [guideKeyManagement, specApplicationKeys],
};

export const onlySuperAdminRotatesSavedKeys: Claim = {
  fact: 'C19',
  text: 'Once the app has been granted Okta scopes, only a super admin can rotate its keys. Plan rotations with one, or host the keys yourself.',
  status: 'agreed',
  sources: [guideServiceApp],
};

export const rotationByJwksUrl: Claim = {
  fact: 'C20',
  text: 'With a JWKS URL, you rotate on your side and change nothing in Okta. In return, your program depends on that URL being available. Every key there needs its own `kid`. If Okta cannot fetch the keys, the token request fails with 401 `invalid_client` (Okta’s catalogue lists it as `jwks_uri_error`).',
  status: 'agreed',
  sources: [guideServiceApp, oauthErrorCatalogue, releaseNotes2023],
};

// The client assertion.

export const assertionClaims: Claim = {
  fact: 'C21',
  text: 'Four claims are required. Both `iss` and `sub` are the client ID. The `aud` is exactly the URL of the token endpoint that you call. The `exp` counts seconds since 1970 and is at most one hour ahead.',
  status: 'agreed',
  sources: [guideServiceApp, guideSelfSignedJwt, supportAssertionAudience],
};

export const optionalAssertionClaims: Claim = {
  fact: 'C22',
  text: 'Two more claims are optional: `jti`, which makes the assertion good for one use, and `iat`, which must not be in the future. The header contains `alg`, and also `kid` if the app has several keys.',
  status: 'agreed',
  sources: [guideSelfSignedJwt, supportInvalidKeyId, oauthErrorCatalogue],
};

export const assertionIsSingleUse: Claim = {
  fact: 'C23',
  text: 'Okta refuses an assertion whose `jti` it has seen, even in a request that only came back with `use_dpop_nonce` (Okta’s Python SDK notes this). Sign a new one for every attempt.',
  status: 'agreed',
  sources: [guideSelfSignedJwt, oauthErrorCatalogue, repositoryPythonSdk],
};

export const assertionLifetimeInSamples: Claim = {
  fact: 'C24',
  text: 'An assertion may be valid for up to an hour, but Okta’s own samples let it expire after five minutes. That is enough: it is used once, immediately.',
  status: 'agreed',
  sources: [guideSelfSignedJwt],
};

// The token request.

export const tokenCall: Claim = {
  fact: 'C25',
  text: 'The token request is `POST https://{yourOktaDomain}/oauth2/v1/token` with a form body of four fields: `grant_type=client_credentials`; `scope`, the scopes separated by spaces; `client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer`; `client_assertion`, the signed JWT.',
  status: 'agreed',
  sources: [guideServiceApp, guideOauthApi],
};

export const accessTokenLastsOneHour: Claim = {
  fact: 'C26',
  text: 'An access token from the org authorization server lasts one hour (`expires_in` is 3600), and you cannot change that. The client credentials flow gives no refresh token: the program requests a new access token.',
  status: 'agreed',
  sources: [guideServiceApp, guideOauthApi, conceptOauth],
};

export const tokenIsOpaque: Claim = {
  fact: 'C27',
  text: 'Only Okta is meant to read the token. You cannot change its audience, claims or policies, and its content may change without notice, so your program should neither parse nor validate it.',
  status: 'agreed',
  sources: [conceptAuthorizationServers],
};

export const issuerIsTheOrg: Claim = {
  fact: 'C28',
  text: 'The issuer of a token from the org authorization server is the org itself, `https://{yourOktaDomain}`. Okta’s APIs reject a token from any other issuer.',
  status: 'agreed',
  sources: [conceptAuthorizationServers, oauthErrorCatalogue],
};

export const orgDomainWithoutAdmin: Claim = {
  fact: 'C29',
  text: 'Use the org’s own domain, not the Admin Console’s, which contains `-admin`.',
  status: 'agreed',
  sources: [referenceRest, guideTerraformOrgAccess],
};

// Scopes.

export const scopeForm: Claim = {
  fact: 'C30',
  text: 'A scope has the form `okta.<resource>.<operation>`. `read` covers `GET`; `manage` covers create, update and delete, and all that `read` covers.',
  status: 'agreed',
  sources: [guideOauthForOkta, guideBuildApiIntegration],
};

export const selfScopesNeedUser: Claim = {
  fact: 'C31',
  text: 'Scopes that end in `.self` act for a signed-in person. A program on its own cannot use them: Okta refuses the request with 400 `client_credentials_self_scope_requested`.',
  status: 'agreed',
  sources: [guideOauthForOkta, oauthErrorCatalogue],
};

export const numberOfScopes: Claim = {
  fact: 'C32',
  text: 'Okta’s specification of its management API (2026.06.3) lists 109 scopes: 54 to manage, 55 to read.',
  status: 'agreed',
  sources: [specManagement],
};

export const onlyGrantedScopes: Claim = {
  fact: 'C33',
  text: 'A token contains only scopes that are granted to the app. If you request none of those, the response is 400 `consent_required`.',
  status: 'agreed',
  sources: [guideServiceApp, oauthErrorCatalogue],
};

export const mixedScopeRequest: Claim = {
  fact: 'C34',
  text: 'Okta’s sources disagree about a request that mixes granted and ungranted scopes. According to the guides, you get the granted ones; according to the Grants API, the whole request is denied. This guide relies on neither: request granted scopes only, and compare the `scope` that comes back with what you asked for.',
  status: 'conflict',
  sources: [guideServiceApp, specApplicationGrants],
};

export const silentDownscoping: Claim = {
  fact: 'C35',
  text: 'A token can carry a scope that its bearer may not use (Okta calls this silent downscoping). You find out at the API call, not at the token request, so test with a real call.',
  status: 'agreed',
  sources: [guideOauthForOkta],
};

export const noOpenidScopes: Claim = {
  fact: 'C36',
  text: 'OpenID Connect scopes such as `openid` cannot be requested: with client credentials nobody signs in.',
  status: 'agreed',
  sources: [supportOpenidScopes, oauthErrorCatalogue],
};

export const onlyServiceClients: Claim = {
  fact: 'C37',
  text: 'At the org authorization server, only clients whose `application_type` is `service` can use client credentials.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};

export const noSignInForServiceApps: Claim = {
  fact: 'C38',
  text: 'A service app cannot send people through `/authorize` or similar flows. A program that also signs people in needs a second app for that.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};

// Limits and audit.

export const rateLimitShareOfApp: Claim = {
  fact: 'C39',
  text: 'By default one app can use up to 50 % of each rate-limit bucket. That is a ceiling, not a reservation: others may have used up the bucket. You set it in the Admin Console, or through the API as a principal rate limit of type `OAUTH_CLIENT`.',
  status: 'agreed',
  sources: [referenceTokenRateLimits, specPrincipalRateLimit],
};

export const rateLimitHeaders: Claim = {
  fact: 'C40',
  text: 'A 429 response says when to try again: `X-Rate-Limit-Reset`, in UTC seconds since 1970, beside `X-Rate-Limit-Limit` and `X-Rate-Limit-Remaining`.',
  status: 'agreed',
  sources: [referenceRateLimitMonitor, referenceConcurrency],
};

export const concurrencyLimit: Claim = {
  fact: 'K9',
  text: 'A separate limit applies to concurrent requests. By default it is 75, or 35 in an Integrator Free Plan org; a rate-limit multiplier raises it, and Microsoft 365 traffic is counted separately. A 429 from this limit has 0 in `X-Rate-Limit-Limit` and `X-Rate-Limit-Remaining`, and its `X-Rate-Limit-Reset` is only a suggestion. The System Log shows it as `core.concurrency.org.limit.violation`.',
  status: 'agreed',
  sources: [referenceConcurrency, referenceRateLimitMonitor, referenceEventTypes],
};

export const systemLogEvents: Claim = {
  fact: 'C41',
  text: 'The System Log has its own events for this method. Three say that a token was issued (`app.oauth2.token.grant.access_token`), a scope granted (`app.oauth2.admin.consent.grant`) or a role assigned (`app.oauth2.client.privilege.grant`). A change to a key is logged as `app.oauth2.credentials.lifecycle.*`. Several requests with wrong credentials for one client ID are logged as `app.oauth2.invalid_client_credentials`. A request from outside the client’s zones is logged as `system.oauth2.token.request_outside_allowed_range`.',
  status: 'agreed',
  sources: [referenceEventTypes],
};

export const clientNetworkZone: Claim = {
  fact: 'C42',
  text: 'The app can be tied to network zones, in its settings in the Admin Console or through the API. The property `network` is either `ANYWHERE`, or `ZONE` with zones to include or exclude. The rule applies to the token endpoint, to introspection, revocation and userinfo, and to calls to the management API. Several zones at once need Adaptive MFA.',
  status: 'agreed',
  sources: [specApplication, specManagement, supportNetworkRestrictions, releaseNotes2025Classic],
};
