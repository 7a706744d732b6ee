import {
  conceptAuthorizationServers,
  guideServiceApp,
  helpApiTokens,
  issueJavaSdkTokenMixUp,
  issuesTerraformInternalEndpoints,
  oauthErrorCatalogue,
  referenceConcurrency,
  referenceErrorCodes,
  referenceRateLimitMonitor,
  referenceTokenRateLimits,
  repositoryPowerShell,
  specApplicationKeys,
  specManagement,
  supportInsufficientScope,
  supportInvalidToken,
  supportMissingRole,
  supportServiceAppRole,
  supportWorkflows403,
} from '../sources.ts';
import type { KnownError } from './knownError.ts';

// Section G: the API refuses a call.

export const insufficientScope: KnownError = {
  id: 'insufficient-scope',
  fact: 'G35',
  methods: ['serviceApp', 'apiServiceIntegration'],
  setUpSteps: { serviceApp: 'scopes', apiServiceIntegration: 'scopes' },
  signal: '403 insufficient_scope',
  message: 'The access token provided does not contain the required scopes.',
  cause:
    'The token lacks the scope of this operation. The text is in the `WWW-Authenticate` response header, whose `scope` value names the missing scope.',
  remedy: 'Have that scope granted, add it to the token request, and fetch a new token.',
  status: 'agreed',
  sources: [supportInsufficientScope, supportWorkflows403, oauthErrorCatalogue],
};

export const missingAdminRole: KnownError = {
  id: 'missing-admin-role',
  fact: 'G36',
  methods: ['serviceApp', 'apiServiceIntegration', 'apiToken'],
  setUpSteps: { serviceApp: 'role', apiToken: 'role' },
  signal: '403 E0000006',
  message: 'You do not have permission to perform the requested action',
  cause:
    'The scope is fine, but the admin role is not: the app has none, or one that is too small. With an API token, the token owner’s role is too small.',
  remedy:
    'A super admin assigns the app a role that covers the action and the resources. This is no reason to switch to an API token.',
  status: 'agreed',
  sources: [supportMissingRole, supportServiceAppRole, referenceErrorCodes],
};

export const accessTokenExpired: KnownError = {
  id: 'access-token-expired',
  fact: 'G38',
  methods: ['serviceApp', 'apiServiceIntegration'],
  signal: '401 invalid_token',
  message: 'The token has expired.',
  cause: 'The access token is more than an hour old.',
  remedy: 'Request a new one. Keep a token until shortly before it expires, not longer.',
  status: 'agreed',
  sources: [oauthErrorCatalogue, guideServiceApp],
};

export const wrongIssuer: KnownError = {
  id: 'wrong-issuer',
  fact: 'G39',
  methods: ['serviceApp', 'apiServiceIntegration'],
  setUpSteps: { serviceApp: 'program', apiServiceIntegration: 'token' },
  signal: '401 invalid_token',
  message:
    'The access token provided has an invalid issuer.\nThe access token provided is not intended for Okta.',
  cause: 'A custom authorization server issued the token.',
  remedy: 'Get it from the org authorization server, `https://{yourOktaDomain}/oauth2/v1/token`.',
  status: 'agreed',
  sources: [oauthErrorCatalogue, conceptAuthorizationServers],
};

export const invalidToken: KnownError = {
  id: 'invalid-token',
  fact: 'G43',
  methods: ['apiToken'],
  setUpSteps: { apiToken: 'heartbeat' },
  signal: '401 E0000011',
  message: 'Invalid token provided',
  cause:
    'The API token is mistyped, revoked or from another org, it was not used for 30 days, or its owner is no longer active. You get the same error if you give an SDK a client secret as the token.',
  remedy: 'Look up the token and its owner under Security > API > Tokens.',
  status: 'agreed',
  sources: [supportInvalidToken, helpApiTokens, referenceErrorCodes, issueJavaSdkTokenMixUp],
};

export const invalidSession: KnownError = {
  id: 'invalid-session',
  fact: 'G44',
  methods: ['serviceApp', 'apiServiceIntegration', 'apiToken'],
  setUpSteps: { serviceApp: 'calls' },
  signal: '403 E0000005',
  message: 'Invalid session',
  cause:
    'No usable `Authorization` header reached the API. Before version 2.0.2, Okta’s PowerShell module caused this itself.',
  remedy: 'Check which header your program actually sends, and whether a proxy strips it.',
  status: 'agreed',
  sources: [referenceErrorCodes, repositoryPowerShell],
  otherCauses: [
    {
      fact: 'K28',
      cause:
        'The call may have gone to a private endpoint of the Admin Console: `/api/v1/internal/…`, or `/api/internal/…` on the `-admin` host. Private endpoints return this error for an access token, and no credential for them is documented.',
      remedy:
        'Look for a public operation that does the same. If there is none, do that step by hand.',
      status: 'agreed',
      signs: [/\/internal\/|terraform|\bfailed to \w+ .{1,80}: the API returned an error/i],
      sources: [issuesTerraformInternalEndpoints],
    },
  ],
};

export const rateLimited: KnownError = {
  id: 'rate-limited',
  fact: 'G45',
  methods: ['serviceApp', 'apiServiceIntegration', 'apiToken'],
  setUpSteps: { serviceApp: 'network', apiToken: 'rate-limit' },
  signal: '429 E0000047',
  message: 'API call exceeded rate limit due to too many requests.',
  cause:
    'The endpoint’s bucket is empty, your credential has used up its share of it (50 % by default), or too many requests run at once. When `X-Rate-Limit-Limit` and `X-Rate-Limit-Remaining` are both 0, the cause is too many concurrent requests.',
  remedy:
    'Wait until the time in `X-Rate-Limit-Reset` and back off; after too many requests at once, that time is only a suggestion. If the error recurs, spread the calls or have the share raised.',
  status: 'agreed',
  sources: [
    referenceErrorCodes,
    referenceRateLimitMonitor,
    referenceConcurrency,
    referenceTokenRateLimits,
  ],
};

export const lastCredentialProtected: KnownError = {
  id: 'last-credential-protected',
  fact: 'G48',
  methods: ['serviceApp', 'apiServiceIntegration'],
  setUpSteps: { serviceApp: 'public-key', apiServiceIntegration: 'removal' },
  signal: 'E0000001',
  message:
    "You've reached the maximum number of client secrets per client.\nYou can't deactivate the only active client secret.\nCan't deactivate the only active JSON Web Key when the value for `token_endpoint_auth_method` is `private_key_jwt`.",
  cause:
    'A rotation through the API was done in the wrong order, or old secrets were never removed.',
  remedy:
    'Add the new secret or key first and switch the program over; only then deactivate and delete the old one.',
  status: 'agreed',
  sources: [specApplicationKeys, specManagement],
};
