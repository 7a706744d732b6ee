import type { OutcomeId } from '#guide/nodeIds.ts';

import { labZone } from './labOrg.ts';
import { type ExchangePlan, type Faults, labClientIds, scopesOf } from './plan.ts';

/** One thing that goes wrong, and the response that it causes. */
export interface Breakage {
  /** Names it in links. */
  readonly id: string;
  /** What is wrong, as a short sentence without its full stop. */
  readonly label: string;
  /** The smallest change that fixes it, which may depend on the exchange. */
  readonly mend: string | ((plan: ExchangePlan) => string);
  /** Who would have caused it. */
  readonly causedBy: 'program' | 'setUp' | 'surroundings';
  /** The method that usually shows it. */
  readonly method: OutcomeId;
  /** Other methods with which it goes wrong in the same way. */
  readonly also?: readonly OutcomeId[];
  /** Whether the app must require DPoP for it, or must not; absent where it goes wrong either way. */
  readonly dpop?: boolean;
  /** Whether the operations must need a scope for it. */
  readonly needsScopes?: true;
  /** The guide's name for the error that it causes. */
  readonly errorId: string;
  /** The exact text of the org's response. */
  readonly message: string;
  /** These may depend on the exchange. */
  readonly faults: Faults | ((plan: ExchangePlan) => Faults);
}

const { webApp, appWithoutKeys } = labClientIds;
const invalidClaim = (claim: string): string =>
  `'${claim}' claim in the DPoP proof JWT is invalid.`;

/** The scopes of a token request, mistyped in haste: `okta.group.read`. */
function misspelt([first = 'okta.groups.read', ...others]: readonly string[]): string {
  return [first.replace(/s?\.(?=[a-z]+$)/, (end) => (end === '.' ? 's.' : '.')), ...others].join(
    ' ',
  );
}

/** A scope that the lab's apps have been granted, and that does not cover the needed ones. */
function scopeBeside(needed: readonly string[]): string {
  return needed.some((scope) => scope.startsWith('okta.users.'))
    ? 'okta.logs.read'
    : 'okta.users.read';
}

/** Every error in the guide that a request can cause, one text after the other. */
export const breakages: readonly Breakage[] = [
  // The client assertion
  {
    id: 'secret-instead-of-key',
    label: 'The service app sends a client secret',
    mend: 'Sign a client assertion with the app’s private key and send that instead.',
    causedBy: 'program',
    method: 'serviceApp',
    errorId: 'secret-refused-for-service-app',
    message:
      'Client Credentials requests to the Org Authorization Server must use the private_key_jwt token_endpoint_auth_method.',
    faults: { credential: 'basic' },
  },
  {
    id: 'issuer-as-audience',
    label: 'The assertion names the org as its audience',
    mend: 'Set `aud` to the URL of the token endpoint.',
    causedBy: 'program',
    method: 'serviceApp',
    errorId: 'wrong-audience',
    message:
      'The audience claim for client_assertion must be the endpoint invoked for the request.',
    faults: ({ host }) => ({ assertion: { claims: { aud: `https://${host}` } } }),
  },
  {
    id: 'wrong-issuer-claim',
    label: 'The assertion names somebody else as its issuer',
    mend: 'Set `iss` to the client ID.',
    causedBy: 'program',
    method: 'serviceApp',
    errorId: 'wrong-assertion-issuer',
    message: 'The issuer claim for client_assertion is not a valid client_id.',
    faults: ({ host }) => ({ assertion: { claims: { iss: `https://${host}` } } }),
  },
  {
    id: 'wrong-subject-claim',
    label: 'The assertion names somebody else as its subject',
    mend: 'Set `sub` to the client ID.',
    causedBy: 'program',
    method: 'serviceApp',
    errorId: 'wrong-assertion-issuer',
    message: 'The subject claim for client_assertion is not a valid client_id.',
    faults: { assertion: { claims: { sub: 'nightly-report' } } },
  },
  {
    id: 'other-key',
    label: 'A key other than the registered one signs the assertion',
    mend: 'Sign with the key whose public half is registered.',
    causedBy: 'program',
    method: 'serviceApp',
    errorId: 'wrong-signature',
    message: 'The client_assertion signature is invalid.',
    faults: { assertion: { otherKey: true } },
  },
  {
    id: 'unknown-key-id',
    label: 'The assertion’s `kid` is not one of the app’s keys',
    mend: 'Copy the `kid` from the app’s list of public keys.',
    causedBy: 'program',
    method: 'serviceApp',
    errorId: 'wrong-key-id',
    message: 'The client_assertion JWT kid is invalid.',
    faults: { assertion: { header: { kid: 'example-key-2' } } },
  },
  {
    id: 'no-key',
    label: 'The app has no public key',
    mend: 'Register the public key with the app.',
    causedBy: 'setUp',
    method: 'serviceApp',
    errorId: 'no-key-registered',
    message: 'The client does not have a JWKSet configured, but the client_assertion requires one.',
    faults: { clientId: appWithoutKeys },
  },
  {
    id: 'slow-clock',
    label: 'The program’s clock is two hours slow',
    mend: 'Synchronise the clock with a time server.',
    causedBy: 'surroundings',
    method: 'serviceApp',
    errorId: 'assertion-expired',
    message: 'The client_assertion token is expired.',
    faults: { clockSkew: -7200 },
  },
  {
    id: 'fast-clock',
    label: 'The program’s clock is two hours fast',
    mend: 'Synchronise the clock with a time server.',
    causedBy: 'surroundings',
    method: 'serviceApp',
    errorId: 'assertion-lives-too-long',
    message: 'The client_assertion token has an expiration too far into the future.',
    faults: { clockSkew: 7200 },
  },
  {
    id: 'rather-fast-clock',
    label: 'The program’s clock is ten minutes fast',
    mend: 'Synchronise the clock with a time server, or leave out `iat`.',
    causedBy: 'surroundings',
    method: 'serviceApp',
    errorId: 'assertion-from-the-future',
    message: 'The client_assertion token must be issued before the current time.',
    faults: { clockSkew: 600 },
  },
  {
    id: 'assertion-sent-twice',
    label: 'The retry with the nonce sends the first assertion again',
    mend: 'Sign a new assertion, with a new `jti`, for every request.',
    causedBy: 'program',
    method: 'serviceApp',
    dpop: true,
    errorId: 'assertion-reused',
    message: 'The client_assertion token has already been used.',
    faults: { assertion: { sentTwice: true } },
  },
  {
    id: 'wrong-assertion-type',
    label: 'The form names another type of assertion',
    mend: 'Set `client_assertion_type` to `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`.',
    causedBy: 'program',
    method: 'serviceApp',
    errorId: 'wrong-assertion-type',
    message: 'The client_assertion_type is invalid.',
    faults: {
      form: { client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:saml2-bearer' },
    },
  },

  // The client
  {
    id: 'secret-in-form',
    label: 'The integration sends its secret in the form',
    mend: 'Send the client ID and secret in an `Authorization: Basic` header.',
    causedBy: 'program',
    method: 'apiServiceIntegration',
    errorId: 'integration-authentication-refused',
    message:
      'OAuth Integration Client Credentials requests to the Org Authorization Server must use either private_key_jwt or client_secret_basic as the token_endpoint_auth_method.',
    faults: { credential: 'secretInForm' },
  },
  {
    id: 'wrong-secret',
    label: 'The secret belongs to another customer',
    mend: 'Use the secret that this customer gave you.',
    causedBy: 'setUp',
    method: 'apiServiceIntegration',
    errorId: 'wrong-client-secret',
    message: 'The client secret supplied for a confidential client is invalid.',
    faults: { secret: 'the-secret-of-another-org' },
  },
  {
    id: 'no-credentials',
    label: 'The token request has no credentials',
    mend: ({ method }) =>
      method === 'serviceApp' ? 'Send a client assertion.' : 'Send the Basic header.',
    causedBy: 'program',
    method: 'apiServiceIntegration',
    also: ['serviceApp'],
    errorId: 'no-client-credentials',
    message: 'No client credentials found.',
    faults: { credential: 'none' },
  },
  {
    id: 'unknown-client-id',
    label: 'The client ID belongs to another org',
    mend: 'Use the client ID that belongs to this org.',
    causedBy: 'setUp',
    method: 'apiServiceIntegration',
    errorId: 'unknown-client',
    message: "Invalid value for 'client_id' parameter.",
    faults: { clientId: '0oaofanotherorg00000' },
  },
  {
    id: 'web-app',
    label: 'The app is a web app, not an API Services app',
    mend: 'Create an app of the type “API Services”.',
    causedBy: 'setUp',
    method: 'serviceApp',
    errorId: 'not-a-service-app',
    message:
      "Only clients with 'application_type' of 'service' may use the client_credentials 'grant_type' with the Org Authorization Server.",
    faults: { credential: 'basic', clientId: webApp },
  },
  {
    id: 'two-credentials',
    label: 'The form has an assertion and a secret',
    mend: 'Send the assertion alone.',
    causedBy: 'program',
    method: 'serviceApp',
    errorId: 'multiple-credentials',
    message:
      'Cannot supply multiple client credentials. Use one of the following: credentials in the Authorization header, credentials in the post body, or a client_assertion in the post body.',
    faults: { credential: 'assertionAndSecret' },
  },
  {
    id: 'secret-in-query',
    label: 'The client ID and the secret are in the URL',
    mend: 'Move them into an `Authorization: Basic` header.',
    causedBy: 'program',
    method: 'apiServiceIntegration',
    errorId: 'credentials-in-query',
    message: 'Client credentials cannot be supplied via query parameters.',
    faults: { credential: 'secretInQuery' },
  },
  {
    id: 'outside-zone',
    label: 'The program calls from outside the app’s network zone',
    mend: 'Call from an address in the zone, or add the address to it.',
    causedBy: 'surroundings',
    method: 'serviceApp',
    also: ['apiServiceIntegration'],
    errorId: 'outside-client-zone',
    message: "The request is made from outside the client's permitted network zones.",
    faults: ({ clientId }) => ({
      isOutsideZone: true,
      admin: [
        { type: 'setZone', zone: labZone },
        { type: 'restrictApp', clientId, zone: labZone.id },
      ],
    }),
  },

  // The token request
  {
    id: 'no-scope',
    label: 'The request asks for no scope',
    mend: 'Request the scopes that the operations need.',
    causedBy: 'program',
    method: 'serviceApp',
    also: ['apiServiceIntegration'],
    errorId: 'no-scopes-requested',
    message: 'No scopes were requested.',
    faults: { form: { scope: null } },
  },
  {
    id: 'misspelt-scope',
    label: 'The scope is misspelt',
    mend: (plan) => `Write \`${scopesOf(plan)[0] ?? 'okta.groups.read'}\`.`,
    causedBy: 'program',
    method: 'serviceApp',
    also: ['apiServiceIntegration'],
    errorId: 'scope-unknown-to-server',
    message: 'One or more scopes are not configured for the authorization server resource.',
    faults: (plan) => ({ form: { scope: misspelt(scopesOf(plan)) } }),
  },
  {
    id: 'scope-not-granted',
    label: 'The app has not been granted the scope',
    mend: ({ method }) =>
      method === 'serviceApp'
        ? 'A super admin grants it on the app’s “Okta API Scopes” tab.'
        : 'Request only scopes that your submission registered.',
    causedBy: 'setUp',
    method: 'serviceApp',
    also: ['apiServiceIntegration'],
    errorId: 'consent-required',
    message: 'You are not allowed any of the requested scopes.',
    needsScopes: true,
    faults: (plan) => ({
      admin: scopesOf(plan).map((scope) => ({
        type: 'withdrawScope',
        clientId: plan.clientId,
        scope,
      })),
    }),
  },
  {
    id: 'self-scope',
    label: 'The scope belongs to a signed-in person',
    mend: 'Use the scope without `.self`.',
    causedBy: 'program',
    method: 'serviceApp',
    also: ['apiServiceIntegration'],
    errorId: 'self-scope-requested',
    message: "The 'client_credentials' grant type may not request .self scopes.",
    faults: { form: { scope: 'okta.users.read.self' } },
  },
  {
    id: 'openid-scope',
    label: 'The scope is an OpenID Connect scope',
    mend: 'Leave out `openid`: nobody signs in.',
    causedBy: 'program',
    method: 'serviceApp',
    also: ['apiServiceIntegration'],
    errorId: 'openid-scope-requested',
    message: "Cannot request 'openid' scopes using client credentials.",
    faults: { form: { scope: 'openid' } },
  },
  {
    id: 'custom-scope',
    label: 'The scope is a custom one',
    mend: 'Request only `okta.*` scopes from the org authorization server.',
    causedBy: 'program',
    method: 'serviceApp',
    also: ['apiServiceIntegration'],
    errorId: 'custom-scope-requested',
    message: 'Custom scopes are not allowed for this request.',
    faults: { form: { scope: 'inventory.read' } },
  },
  {
    id: 'json-body',
    label: 'The token request is JSON, not a form',
    mend: 'Send the body as `application/x-www-form-urlencoded`.',
    causedBy: 'program',
    method: 'apiServiceIntegration',
    also: ['serviceApp'],
    errorId: 'no-grant-type',
    message: "The token request must specify a 'grant_type'. Valid values: [client_credentials]",
    faults: { sendsJson: true },
  },

  // DPoP
  {
    id: 'no-proof',
    label: 'The app requires DPoP, and the program sends no proof',
    mend: 'Send a DPoP proof, or untick the requirement in the app.',
    causedBy: 'program',
    method: 'serviceApp',
    dpop: true,
    errorId: 'dpop-proof-missing',
    message: 'The DPoP proof JWT header is missing.',
    faults: { tokenProof: { isMissing: true } },
  },
  {
    id: 'wrong-nonce',
    label: 'The retry does not use the nonce that it was given',
    mend: 'Put the value of the `dpop-nonce` header into the proof.',
    causedBy: 'program',
    method: 'serviceApp',
    dpop: true,
    errorId: 'dpop-nonce-required',
    message: 'Authorization server requires nonce in DPoP proof.',
    faults: { tokenProof: { claims: { nonce: 'a-nonce-of-last-week' } } },
  },
  {
    id: 'wrong-htm',
    label: 'The proof names another method',
    mend: 'Set `htm` to the method of the request.',
    causedBy: 'program',
    method: 'serviceApp',
    dpop: true,
    errorId: 'dpop-claim-wrong',
    message: invalidClaim('htm'),
    faults: { tokenProof: { claims: { htm: 'GET' } } },
  },
  {
    id: 'wrong-htu',
    label: 'The proof for the API still names the token endpoint',
    mend: 'Set `htu` to the URL of each request.',
    causedBy: 'program',
    method: 'serviceApp',
    dpop: true,
    errorId: 'dpop-claim-wrong',
    message: invalidClaim('htu'),
    faults: ({ host }) => ({ apiProof: { claims: { htu: `https://${host}/oauth2/v1/token` } } }),
  },
  {
    id: 'no-iat',
    label: 'The proof does not say when it was made',
    mend: 'Set `iat` to the current time in seconds.',
    causedBy: 'program',
    method: 'serviceApp',
    dpop: true,
    errorId: 'dpop-claim-wrong',
    message: invalidClaim('iat'),
    faults: { tokenProof: { claims: { iat: null } } },
  },
  {
    id: 'no-jti',
    label: 'The proof has no ID',
    mend: 'Give each proof a new `jti`.',
    causedBy: 'program',
    method: 'serviceApp',
    dpop: true,
    errorId: 'dpop-claim-wrong',
    message: invalidClaim('jti'),
    faults: { tokenProof: { claims: { jti: null } } },
  },
  {
    id: 'wrong-ath',
    label: 'The proof is made for another access token',
    mend: 'Set `ath` to the hash of the token that is sent.',
    causedBy: 'program',
    method: 'serviceApp',
    dpop: true,
    errorId: 'dpop-claim-wrong',
    message: "'ath' claim in the DPoP proof does not match the presented access_token.",
    faults: { apiProof: { claims: { ath: 'fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo' } } },
  },
  {
    id: 'proof-from-the-future',
    label: 'The proof comes from a fast clock',
    mend: 'Synchronise the clock with a time server.',
    causedBy: 'surroundings',
    method: 'serviceApp',
    dpop: true,
    errorId: 'dpop-proof-timed-wrongly',
    message: 'The DPoP proof JWT is issued in the future.',
    // The assertion lives long enough, and does not say when it was made.
    faults: { clockSkew: 600, assertion: { claims: { iat: null } } },
  },
  {
    id: 'proof-too-old',
    label: 'The proof comes from a clock that is ten minutes slow',
    mend: 'Synchronise the clock with a time server, and make a proof for each request.',
    causedBy: 'surroundings',
    method: 'serviceApp',
    dpop: true,
    errorId: 'dpop-proof-timed-wrongly',
    message: 'The DPoP proof JWT is issued more than five minutes in the past.',
    faults: { clockSkew: -600, assertion: { lifetime: 1800 } },
  },
  {
    id: 'proof-sent-twice',
    label: 'The program sends a proof a second time',
    mend: 'Make a proof for each request.',
    causedBy: 'program',
    method: 'serviceApp',
    dpop: true,
    errorId: 'dpop-proof-reused',
    message: 'The DPoP proof JWT has already been used.',
    faults: { apiProof: { sentTwice: true } },
  },
  {
    id: 'bound-token-as-bearer',
    label: 'The program sends a DPoP token as `Bearer`',
    mend: 'Write `Authorization: DPoP` and send a proof.',
    causedBy: 'program',
    method: 'serviceApp',
    dpop: true,
    errorId: 'dpop-token-sent-as-bearer',
    message:
      'The resource request must use the DPoP authentication scheme when using a DPoP bound token.',
    faults: { scheme: 'Bearer' },
  },
  {
    id: 'no-proof-at-api',
    label: 'The API call has no proof',
    mend: 'Send a new proof with each call.',
    causedBy: 'program',
    method: 'serviceApp',
    dpop: true,
    errorId: 'dpop-proof-missing-at-api',
    message: 'The resource request requires a DPoP proof.',
    faults: { apiProof: { isMissing: true } },
  },
  {
    id: 'other-proof-key',
    label: 'Another key signs the proof for the API call',
    mend: 'Keep one key for as long as the token lasts.',
    causedBy: 'program',
    method: 'serviceApp',
    dpop: true,
    errorId: 'dpop-key-mismatch',
    message: 'The access_token is not bound to the provided DPoP proof.',
    faults: { apiProof: { otherKey: true } },
  },
  {
    id: 'bearer-token-as-dpop',
    label: 'The program sends a bearer token as `DPoP`',
    mend: 'Use the scheme that `token_type` names.',
    causedBy: 'program',
    method: 'serviceApp',
    dpop: false,
    errorId: 'dpop-key-mismatch',
    message: 'The presented access_token is not DPoP bound.',
    faults: { scheme: 'DPoP' },
  },

  // The API call
  {
    id: 'missing-scope',
    label: 'The program calls an operation that its token has no scope for',
    mend: 'Request the scope that the `WWW-Authenticate` header names.',
    causedBy: 'program',
    method: 'serviceApp',
    also: ['apiServiceIntegration'],
    errorId: 'insufficient-scope',
    message: 'The access token provided does not contain the required scopes.',
    needsScopes: true,
    faults: ({ operations: [{ scopes }] }) => ({ form: { scope: scopeBeside(scopes) } }),
  },
  {
    id: 'no-admin-role',
    label: 'The app has no admin role',
    mend: 'A super admin assigns the app a role.',
    causedBy: 'setUp',
    method: 'serviceApp',
    errorId: 'missing-admin-role',
    message: 'You do not have permission to perform the requested action',
    faults: ({ clientId }) => ({ admin: [{ type: 'removeRole', clientId }] }),
  },
  {
    id: 'integration-without-role',
    label: 'The integration has no admin role',
    mend: 'The customer assigns it an admin role. No public text says which role it has when it is installed.',
    causedBy: 'setUp',
    method: 'apiServiceIntegration',
    errorId: 'missing-admin-role',
    message: 'You do not have permission to perform the requested action',
    faults: ({ clientId }) => ({ admin: [{ type: 'removeRole', clientId }] }),
  },
  {
    id: 'expired-token',
    label: 'The program keeps its token for two hours',
    mend: 'Request a new token before the hour is over.',
    causedBy: 'program',
    method: 'serviceApp',
    also: ['apiServiceIntegration'],
    errorId: 'access-token-expired',
    message: 'The token has expired.',
    faults: { waitsBeforeCall: 7200 },
  },
  {
    id: 'token-of-custom-server',
    label: 'The token comes from a custom authorization server',
    mend: 'Request the token from `/oauth2/v1/token`.',
    causedBy: 'program',
    method: 'serviceApp',
    also: ['apiServiceIntegration'],
    errorId: 'wrong-issuer',
    message: 'The access token provided has an invalid issuer.',
    faults: { apiCredential: 'otherIssuer' },
  },
  {
    id: 'token-for-other-api',
    label: 'The token is meant for another API',
    mend: 'Request the token from `/oauth2/v1/token`.',
    causedBy: 'program',
    method: 'serviceApp',
    also: ['apiServiceIntegration'],
    errorId: 'wrong-issuer',
    message: 'The access token provided is not intended for Okta.',
    faults: { apiCredential: 'otherAudience' },
  },
  {
    id: 'unknown-api-token',
    label: 'The org does not know the API token',
    mend: 'Copy the token that this org has issued.',
    causedBy: 'setUp',
    method: 'apiToken',
    errorId: 'invalid-token',
    message: 'Invalid token provided',
    faults: { apiCredential: 'unknownApiToken' },
  },
  {
    id: 'no-authorization-header',
    label: 'The call has no `Authorization` header',
    mend: 'Send the header, and check the request as it leaves the program.',
    causedBy: 'program',
    method: 'apiToken',
    also: ['serviceApp', 'apiServiceIntegration'],
    errorId: 'invalid-session',
    message: 'Invalid session',
    faults: { scheme: 'none' },
  },
  {
    id: 'rate-limit-used-up',
    label: 'Other programs have used up the rate limit',
    mend: 'Wait until the time in `X-Rate-Limit-Reset`.',
    causedBy: 'surroundings',
    method: 'apiToken',
    also: ['serviceApp', 'apiServiceIntegration'],
    errorId: 'rate-limited',
    message: 'API call exceeded rate limit due to too many requests.',
    faults: { admin: [{ type: 'useUpRateLimit', count: 1, resetAfterSeconds: 30 }] },
  },
];
