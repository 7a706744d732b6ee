import {
  guideBuildApiIntegration,
  guideServiceApp,
  oauthErrorCatalogue,
  referenceErrorCodes,
  specClientAuthentication,
  supportCustomServer401,
  supportNetworkRestrictions,
  supportOpenidScopes,
  supportScopesNotConfigured,
} from '../sources.ts';
import type { KnownError } from './knownError.ts';

// Section G: the token endpoint knows the client and refuses what it asks for.

export const noScopesRequested: KnownError = {
  id: 'no-scopes-requested',
  fact: 'G17',
  methods: ['serviceApp', 'apiServiceIntegration'],
  setUpSteps: { serviceApp: 'calls', apiServiceIntegration: 'scopes' },
  signal: '400 invalid_scope',
  message: 'No scopes were requested.',
  cause: 'The form body has no `scope`, or an empty one.',
  remedy: 'List the scopes, separated by spaces.',
  status: 'agreed',
  sources: [specClientAuthentication, oauthErrorCatalogue, guideBuildApiIntegration],
};

export const scopeUnknownToServer: KnownError = {
  id: 'scope-unknown-to-server',
  fact: 'G18',
  methods: ['serviceApp', 'apiServiceIntegration'],
  setUpSteps: { serviceApp: 'scopes', apiServiceIntegration: 'scopes' },
  signal: '400 invalid_scope',
  message: 'One or more scopes are not configured for the authorization server resource.',
  cause:
    'The scope’s name is misspelt, or you asked a custom authorization server (`/oauth2/default`, `/oauth2/{id}`) for an `okta.*` scope.',
  remedy: 'Correct the name, and call `https://{yourOktaDomain}/oauth2/v1/token`.',
  status: 'agreed',
  sources: [supportScopesNotConfigured, oauthErrorCatalogue],
};

export const consentRequired: KnownError = {
  id: 'consent-required',
  fact: 'G19',
  methods: ['serviceApp', 'apiServiceIntegration'],
  setUpSteps: { serviceApp: 'scopes', apiServiceIntegration: 'install' },
  signal: '400 consent_required',
  message: 'You are not allowed any of the requested scopes.',
  cause: 'None of the scopes in the request is granted to the app.',
  remedy:
    'For a service app, a super admin grants them on the “Okta API Scopes” tab. For an API service integration, request only scopes that your submission registered.',
  status: 'agreed',
  sources: [oauthErrorCatalogue, guideServiceApp],
};

export const selfScopeRequested: KnownError = {
  id: 'self-scope-requested',
  fact: 'G20',
  methods: ['serviceApp', 'apiServiceIntegration'],
  signal: '400 client_credentials_self_scope_requested',
  message: "The 'client_credentials' grant type may not request .self scopes.",
  cause: 'A scope that ends in `.self` belongs to a signed-in person, and here there is none.',
  remedy:
    'Use the scope without `.self`, or let the person sign in, and call on that person’s behalf.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};

export const openidScopeRequested: KnownError = {
  id: 'openid-scope-requested',
  fact: 'G21',
  methods: ['serviceApp', 'apiServiceIntegration'],
  signal: '400 invalid_scope',
  message: "Cannot request 'openid' scopes using client credentials.",
  cause:
    'The request asks for an OpenID Connect scope, but nobody signs in, so there is no identity to return.',
  remedy: 'Leave it out, or use a flow in which a person signs in.',
  status: 'agreed',
  sources: [supportOpenidScopes, oauthErrorCatalogue],
};

export const customScopeRequested: KnownError = {
  id: 'custom-scope-requested',
  fact: 'G22',
  methods: ['serviceApp', 'apiServiceIntegration'],
  signal: '400 invalid_scope',
  message: 'Custom scopes are not allowed for this request.',
  cause: 'You asked the org authorization server for a scope that you defined yourself.',
  remedy:
    'Request only `okta.*` scopes here. Your own scopes belong to a custom authorization server.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};

export const noGrantType: KnownError = {
  id: 'no-grant-type',
  fact: 'G30',
  methods: ['serviceApp', 'apiServiceIntegration'],
  signal: '400 invalid_request',
  message: "The token request must specify a 'grant_type'.",
  cause:
    '`grant_type` is missing. If your code sets it, the body was probably sent as JSON instead of a form (our reading). The message goes on to list the valid values.',
  remedy:
    'Send `grant_type=client_credentials` in a body of type `application/x-www-form-urlencoded`.',
  status: 'inferred',
  sources: [oauthErrorCatalogue],
};

export const customServerForbidden: KnownError = {
  id: 'custom-server-forbidden',
  fact: 'G31',
  methods: ['serviceApp', 'apiServiceIntegration'],
  setUpSteps: { serviceApp: 'program', apiServiceIntegration: 'token' },
  signal: '400 unauthorized_client',
  message: 'This client cannot use a custom authorization server.',
  cause: 'The client may use only the org authorization server, but you called `/oauth2/{id}`.',
  remedy: 'Call `/oauth2/v1/token`.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};

export const outsideClientZone: KnownError = {
  id: 'outside-client-zone',
  fact: 'G32',
  methods: ['serviceApp', 'apiServiceIntegration'],
  setUpSteps: { serviceApp: 'network' },
  signal: '403 access_denied',
  message: "The request is made from outside the client's permitted network zones.",
  cause: 'The app has a network restriction, and the call came from an address outside it.',
  remedy: 'Call from an address inside the zone, or have an admin change the zone.',
  status: 'agreed',
  sources: [specClientAuthentication, oauthErrorCatalogue, supportNetworkRestrictions],
};

export const scopesRejectedByPolicy: KnownError = {
  id: 'scopes-rejected-by-policy',
  fact: 'G33',
  methods: ['serviceApp', 'apiServiceIntegration'],
  signal: '400 access_denied',
  message: 'Policy evaluation succeeded, but all the requested scopes were rejected.',
  cause:
    'An access policy of a custom authorization server rejected the request. If you want to call Okta’s own APIs, you asked the wrong server (our reading in part).',
  remedy: 'Call `/oauth2/v1/token`, the org authorization server.',
  status: 'inferred',
  sources: [oauthErrorCatalogue],
};

export const featureNotPermitted: KnownError = {
  id: 'feature-not-permitted',
  fact: 'G34',
  methods: ['serviceApp', 'apiServiceIntegration'],
  signal: '401 E0000015',
  message: 'You do not have permission to access the feature you are requesting',
  cause:
    'The org lacks the feature, for example API Access Management, which a custom authorization server needs.',
  remedy: 'Use the org authorization server: Okta’s own APIs need nothing else.',
  status: 'agreed',
  sources: [referenceErrorCodes, supportCustomServer401],
};

export const grantOnlyForCustomServer: KnownError = {
  id: 'grant-only-for-custom-server',
  fact: 'G50',
  methods: ['serviceApp', 'apiServiceIntegration'],
  signal: '400 unsupported_grant_type',
  message: "'client_credentials' grant type can only be used with a custom authorization server.",
  cause:
    'The text is in Okta’s catalogue, but no public source says when Okta returns it today. Client credentials do work at the org authorization server for service apps.',
  remedy:
    'If you get this error, check that the app’s type is “API Services”, and ask Okta support.',
  status: 'unknown',
  sources: [oauthErrorCatalogue],
};
