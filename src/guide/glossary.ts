import type { Statement } from './claim.ts';
import {
  basicTokenCall,
  eachCustomerGetsOwnCredentials,
  integrationIsVendorService,
  submissionDeclaresSecretAndScopes,
} from './claims/apiServiceIntegrationClaims.ts';
import { tokenHasNoScopes } from './claims/apiTokenClaims.ts';
import {
  clientCredentialsPreferred,
  sswsScheme,
  tokenBreaksWithItsUser,
} from './claims/articleClaims.ts';
import { privateEndpoints } from './claims/callerClaims.ts';
import { dpopFirstAnswer, dpopKeyIsSeparate, dpopProof } from './claims/dpopClaims.ts';
import {
  accessTokenLastsOneHour,
  assertionClaims,
  assertionIsSingleUse,
  clientNetworkZone,
  issuerIsTheOrg,
  onlyGrantedScopes,
  onlySuperAdminAssignsRoles,
  onlySuperAdminGrantsScopes,
  publicKeyAuthentication,
  rateLimitShareOfApp,
  rotationByJwksUrl,
  scopeAndRoleBothBound,
  scopeForm,
  serviceAppCreation,
  systemLogEvents,
  tokenCall,
} from './claims/serviceAppClaims.ts';
import { userContextSetUp, userContextWhenPersonStarts } from './claims/userContextClaims.ts';

/** A term of the field, in the one form in which the guide uses it. */
export interface GlossaryTerm {
  /** Names it in addresses and links; never changes. */
  readonly id: string;
  readonly term: string;
  /** What else people call it, so that they find it; the guide itself calls it none of these. */
  readonly alsoCalled: readonly string[];
  readonly meaning: Statement;
}

/** Every term of the guide, from A to Z: one word for one thing. */
export const glossary: readonly GlossaryTerm[] = [
  {
    id: 'access-token',
    term: 'access token',
    alsoCalled: ['bearer token', 'OAuth token'],
    meaning: {
      text: 'What the token endpoint gives a program in exchange for its credential. It lasts one hour, carries scopes, and goes with each call in the `Authorization` header.',
      basis: [accessTokenLastsOneHour, tokenCall],
    },
  },
  {
    id: 'admin-role',
    term: 'admin role',
    alsoCalled: ['administrator role', 'custom admin role', 'permission'],
    meaning: {
      text: 'What an admin, or a service app, may do and on which resources. A call goes through only if both scope and role allow it. Only a super admin assigns roles.',
      basis: [scopeAndRoleBothBound, onlySuperAdminAssignsRoles],
    },
  },
  {
    id: 'api-service-integration',
    term: 'API service integration',
    alsoCalled: ['API service app', 'OIN integration', 'OIN app'],
    meaning: {
      text: 'A vendor’s back-end service that customers install from its OIN listing. Each customer’s org makes a client ID and a client secret for it.',
      basis: [integrationIsVendorService, submissionDeclaresSecretAndScopes],
    },
  },
  {
    id: 'api-token',
    term: 'API token',
    alsoCalled: ['SSWS token', 'static token', 'API key'],
    meaning: {
      text: 'A fixed secret that acts for the Okta user who made it. It has no scopes: it may do all that this user may do. It is sent with the scheme `SSWS`.',
      basis: [sswsScheme, tokenBreaksWithItsUser, tokenHasNoScopes],
    },
  },
  {
    id: 'client-assertion',
    term: 'client assertion',
    alsoCalled: ['private_key_jwt', 'client_assertion', 'signed JWT'],
    meaning: {
      text: 'A short-lived JWT that a program signs with its private key to prove who it is. It is used once, at the token endpoint.',
      basis: [assertionClaims, assertionIsSingleUse],
    },
  },
  {
    id: 'client-credentials-flow',
    term: 'client credentials flow',
    alsoCalled: ['client_credentials', 'machine-to-machine', 'M2M'],
    meaning: {
      text: 'The part of OAuth 2.0 for a program that calls another without a person: it sends its own credential to the token endpoint.',
      basis: [clientCredentialsPreferred, tokenCall],
    },
  },
  {
    id: 'client-secret',
    term: 'client secret',
    alsoCalled: ['client_secret_basic', 'HTTP Basic', 'password of the app'],
    meaning: {
      text: 'A secret that both Okta and an API service integration have. The program sends it with HTTP Basic to get a token. A service app has a key instead.',
      basis: [basicTokenCall, eachCustomerGetsOwnCredentials, publicKeyAuthentication],
    },
  },
  {
    id: 'custom-authorization-server',
    term: 'custom authorization server',
    alsoCalled: ['API Access Management', 'default authorization server'],
    meaning: {
      text: 'A server in your org that issues tokens for your own APIs. Okta’s APIs do not accept these tokens: theirs come from the org authorization server.',
      basis: [issuerIsTheOrg],
    },
  },
  {
    id: 'dpop',
    term: 'DPoP',
    alsoCalled: ['demonstrating proof of possession', 'sender-constrained token'],
    meaning: {
      text: 'A way to bind an access token to a key, so that a stolen token alone is useless. With each request the program sends a proof that it signed with that key.',
      basis: [dpopProof, dpopKeyIsSeparate],
    },
  },
  {
    id: 'grant',
    term: 'grant',
    alsoCalled: ['granted scope', 'consent'],
    meaning: {
      text: 'A super admin’s permission for an app to request a scope. A token carries granted scopes only.',
      basis: [onlySuperAdminGrantsScopes, onlyGrantedScopes],
    },
  },
  {
    id: 'jwks',
    term: 'JWKS',
    alsoCalled: ['JSON Web Key Set', 'JWK', 'public key', 'key ID', 'kid'],
    meaning: {
      text: 'A list of public keys as JSON. You save it in the app, or host it at a URL that Okta reads. Each key in it, a JWK, has an ID: its `kid`.',
      basis: [publicKeyAuthentication, rotationByJwksUrl],
    },
  },
  {
    id: 'network-zone',
    term: 'network zone',
    alsoCalled: ['IP zone', 'IP address', 'allowlist'],
    meaning: {
      text: 'A named set of addresses in your org. An app or an API token can be tied to zones, and then works only from these addresses.',
      basis: [clientNetworkZone],
    },
  },
  {
    id: 'nonce',
    term: 'nonce',
    alsoCalled: ['use_dpop_nonce', 'DPoP nonce'],
    meaning: {
      text: 'A value that Okta hands out and expects back in the next DPoP proof. It comes in the response to the first token request, with the error `use_dpop_nonce`.',
      basis: [dpopFirstAnswer],
    },
  },
  {
    id: 'oin',
    term: 'OIN',
    alsoCalled: ['Okta Integration Network', 'catalog'],
    meaning: {
      text: 'The Okta Integration Network: the catalog from which customers install integrations.',
      basis: [integrationIsVendorService],
    },
  },
  {
    id: 'user-context',
    term: 'on behalf of a user',
    alsoCalled: [
      'user context',
      'delegated access',
      'sign-in by a person',
      'PKCE',
      'authorization code',
    ],
    meaning: {
      text: 'How a program calls Okta for a person who signed in. The calls can do no more than that person may.',
      basis: [userContextWhenPersonStarts],
    },
  },
  {
    id: 'org',
    term: 'org',
    alsoCalled: ['tenant', 'Okta domain', 'organization'],
    meaning: {
      text: 'A customer’s own space in Okta, with its own domain, users, groups, apps and settings.',
      basis: [issuerIsTheOrg],
    },
  },
  {
    id: 'org-authorization-server',
    term: 'org authorization server',
    alsoCalled: ['org AS', 'issuer', '/oauth2/v1/token'],
    meaning: {
      text: 'The server at your org’s own domain that issues tokens for Okta’s APIs. No other server issues `okta.*` scopes.',
      basis: [issuerIsTheOrg, scopeForm],
    },
  },
  {
    id: 'private-endpoint',
    term: 'private endpoint',
    alsoCalled: ['internal endpoint', '/api/v1/internal'],
    meaning: {
      text: 'An endpoint that the Admin Console calls but no specification lists. No credential for it is documented.',
      basis: [privateEndpoints],
    },
  },
  {
    id: 'refresh-token',
    term: 'refresh token',
    alsoCalled: ['offline_access'],
    meaning: {
      text: 'A token that gets a program a new access token without the person signing in again. It comes with the scope `offline_access`.',
      basis: [userContextSetUp],
    },
  },
  {
    id: 'scope',
    term: 'scope',
    alsoCalled: ['OAuth scope', 'okta.users.read'],
    meaning: {
      text: 'What a token may be used for: a resource and `read` or `manage`, as in `okta.users.read`.',
      basis: [scopeForm],
    },
  },
  {
    id: 'service-app',
    term: 'service app',
    alsoCalled: ['API Services app', 'machine app', 'service application'],
    meaning: {
      text: 'An app in your org that stands for a program. It authenticates with a private key, and has its own granted scopes and admin role.',
      basis: [serviceAppCreation, publicKeyAuthentication],
    },
  },
  {
    id: 'rate-limit-share',
    term: 'share of the rate limit',
    alsoCalled: ['rate limit', '429', 'application rate limit'],
    meaning: {
      text: 'How much of an org’s limit one app or one API token may use, in percent.',
      basis: [rateLimitShareOfApp],
    },
  },
  {
    id: 'super-admin',
    term: 'super admin',
    alsoCalled: ['super administrator'],
    meaning: {
      text: 'The highest admin role. Only a super admin grants scopes and assigns roles.',
      basis: [onlySuperAdminGrantsScopes, onlySuperAdminAssignsRoles],
    },
  },
  {
    id: 'system-log',
    term: 'System Log',
    alsoCalled: ['audit log', 'syslog'],
    meaning: {
      text: 'Okta’s record of what happened in an org. It shows who made a call: the app or, for an API token, the user.',
      basis: [systemLogEvents, tokenBreaksWithItsUser],
    },
  },
];
