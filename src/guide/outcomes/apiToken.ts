import {
  accessGatewayAsksForToken,
  classicAuthenticationNeedsToken,
  createTokenPath,
  customRoleRightsForTokens,
  disasterRecoveryNeedsOauth,
  linkedObjectLooksLikeOmission,
  mitigationsForForcedToken,
  newerAgentsUseOauth,
  noTokenCreationByApi,
  oauthOnlyOperations,
  oktaRecommendsAgainstTokens,
  operationsByCredential,
  orgCreatorTokensInvisible,
  orgToOrgCanUseOauth,
  otherAgentsUnknown,
  otherApiFamilies,
  privilegedAccessTokenNeedUnknown,
  securityQuestionsLookLikeOmission,
  terraformEmailsNeedToken,
  terraformUnderOauth,
  tokenAuditEvents,
  tokenDiesWithOwner,
  tokenFollowsLoweredRole,
  tokenHasNoScopes,
  tokenOnlyOperations,
  tokenOrigins,
  tokenRateShare,
  tokenStoredAsHash,
  tokenValidThirtyDays,
  waysToRevokeToken,
  whoMayCreateTokens,
  zoneInUseIsLocked,
} from '../claims/apiTokenClaims.ts';
import { classicAuthenticationToday, tokenOnlyProductsToday } from '../claims/callerClaims.ts';
import {
  closingComparison,
  copiedTokensHaveDrawbacks,
  leakedTokenImpersonates,
  ruleInProse,
  serviceAccountMovesProblem,
  sswsScheme,
  tokenBreaksWithItsUser,
  tokenCarriesAllPermissions,
  tokenExampleRequest,
  tokenExpiresUnused,
  tokenGrowsWithItsUser,
  tokenNeverPreferred,
  tokenRevocable,
  tokenShownOnce,
  tokensMadeInConsole,
} from '../claims/articleClaims.ts';
import {
  consolePathsToday,
  halfOfEachBucket,
  maximumTokensUnknown,
  mostEndpointsWordingHistoric,
  serviceAccountConflict,
  tokenNetworkZones,
} from '../claims/changeClaims.ts';
import { brokerForFixedHeader } from '../claims/scenarioClaims.ts';
import { onlySuperAdminAssignsRoles } from '../claims/serviceAppClaims.ts';
import {
  consolePathsTodayDifference,
  halfOfEachBucketDifference,
  serviceAccountConflictDifference,
  tokenExpiryPreciseDifference,
  tokenNetworkZonesDifference,
  whichOperationsNeedTokenDifference,
} from '../differences.ts';
import type { Outcome } from '../outcome.ts';
import {
  invalidSession,
  invalidToken,
  missingAdminRole,
  rateLimited,
} from '../errors/apiErrors.ts';
import { emptyList, shareNotAnnounced, tokenOutsideZone } from '../errors/errorsWithoutAnswer.ts';

const superAdmin = 'A super admin';
const superAdminToBeSafe = 'A super admin (the pages that we read name no lesser role)';

/** The last resort: a token in the name of a user, restricted as far as Okta allows, with an end date. */
export const apiToken: Outcome = {
  heading: 'Use an API token as a last resort, with an end date',
  name: 'API token',
  short: 'API token',
  verdict: {
    text: 'As a last resort, use a tightly restricted API token, with an end date, for the call or product that cannot use OAuth 2.0.',
    basis: [
      ruleInProse,
      tokenNeverPreferred,
      oktaRecommendsAgainstTokens,
      mitigationsForForcedToken,
    ],
  },
  whatItIs: [
    {
      text: 'A fixed secret that acts for the Okta user who made it. Your program sends it with each call in the `Authorization` header, under Okta’s own scheme `SSWS`.',
      basis: [sswsScheme, tokenCarriesAllPermissions],
    },
    {
      text: 'It has no scopes. It can do whatever that user may do, today and after every later change to that user’s rights.',
      basis: [tokenHasNoScopes, tokenGrowsWithItsUser],
    },
    {
      text: 'It stays valid as long as it is used at least once every 30 days, and only while its user is active. The article says why an unused token expires: an old token should be worthless to whoever finds it.',
      basis: [tokenValidThirtyDays, tokenDiesWithOwner, tokenExpiresUnused],
    },
  ],
  afterAnswers: [
    {
      answers: ['obstacle.tokenOnlyOperation'],
      heading: 'Before you make a token for one operation',
      statements: [
        {
          text: 'Look up the operation. Of the 732 in the management API, only two refuse OAuth 2.0: `revokeCurrentApiToken` and `listSupportedSecurityQuestions`.',
          basis: [operationsByCredential, tokenOnlyOperations],
        },
        {
          text: 'You do not need a token to revoke a token: `DELETE /api/v1/api-tokens/{id}` accepts OAuth 2.0 with `okta.apiTokens.manage`.',
          basis: [waysToRevokeToken],
        },
        {
          text: 'Try `listSupportedSecurityQuestions` with OAuth 2.0 once. We suspect a gap in the specification, since the operations beside it accept OAuth 2.0.',
          basis: [securityQuestionsLookLikeOmission],
        },
        {
          text: 'Use the token for this one call. Everything else your program does goes through a service app.',
          basis: [ruleInProse, operationsByCredential],
        },
        {
          text: 'Tell your Okta representative which operation needs a token. The article asks you to.',
          basis: [tokenNeverPreferred],
        },
      ],
    },
    {
      answers: ['obstacle.documentedTokenProduct'],
      heading: 'Before you make a token for a product',
      statements: [
        {
          text: 'Make sure that it is one of the two remaining cases: Access Gateway, or a trusted app using the classic Authentication API. Org2Org, Terraform and current agents can use OAuth 2.0.',
          basis: [tokenOnlyProductsToday],
        },
        {
          text: 'For the classic Authentication API with a trusted app, Okta documents a token; a public app needs no credential there. Our advice: plan the move to Identity Engine’s sign-in flow, then revoke the token.',
          basis: [classicAuthenticationNeedsToken, classicAuthenticationToday],
        },
        {
          text: 'Access Gateway asks for a service account with a token. Make that account for Access Gateway alone, with the smallest role that its set-up page allows.',
          basis: [accessGatewayAsksForToken, mitigationsForForcedToken],
        },
        {
          text: 'Tell your Okta representative which product needs a token.',
          basis: [tokenNeverPreferred],
        },
      ],
    },
    {
      answers: ['obstacle.fixedHeaderProduct'],
      heading: 'Before you put a token into a fixed header',
      statements: [
        {
          text: 'Try a broker first: a small program that holds the private key, renews the access token every hour and passes on the product’s calls.',
          basis: [brokerForFixedHeader],
        },
        {
          text: 'Ask the product’s maker for OAuth 2.0 client credentials with a private key. All but two management operations that need a credential would work with it.',
          basis: [operationsByCredential, tokenOnlyOperations],
        },
        {
          text: 'If neither is possible, allow the token from the product’s network zone only, and make sure the product calls at least once every 30 days.',
          basis: [tokenOrigins, tokenValidThirtyDays],
        },
        {
          text: 'Tell the maker and your Okta representative that the fixed header keeps you on a token.',
          basis: [tokenNeverPreferred],
        },
      ],
    },
  ],
  nextSteps: [
    {
      text: 'Try what could still avoid the token: a broker that holds a key, a newer version of the agent, an operation that accepts OAuth 2.0.',
      basis: [brokerForFixedHeader, newerAgentsUseOauth, operationsByCredential],
      help: { label: 'Look up which credential an operation accepts', page: 'operations' },
    },
    {
      text: 'Give this program its own account, with the smallest custom role that works. Create the token from it, for one network zone.',
      basis: [mitigationsForForcedToken, tokenOrigins],
      help: { label: 'The whole set-up, step by step', page: 'set-up' },
    },
    {
      text: 'Write down who owns the token and when you will remove it, and tell your Okta representative why you need it.',
      basis: [tokenNeverPreferred, mitigationsForForcedToken],
      help: {
        label: 'How long a token lasts, and how it ends',
        page: 'details',
        anchor: 'how-long-it-lives-and-how-it-ends',
      },
    },
  ],
  costs: [
    {
      text: 'No scope holds it back: a bug or a thief can do all that the account may do.',
      basis: [tokenHasNoScopes, tokenCarriesAllPermissions, leakedTokenImpersonates],
    },
    {
      text: 'It depends on one user. If the user loses rights, the program may break. If the user gains rights, so does the program, unnoticed. Deactivating the user stops it.',
      basis: [tokenBreaksWithItsUser, tokenGrowsWithItsUser, tokenDiesWithOwner],
    },
    {
      text: 'It never expires while it is in use, so a stolen one works until somebody revokes it or deactivates its user. If it goes unused for 30 days, it is gone for good.',
      basis: [tokenValidThirtyDays, leakedTokenImpersonates, tokenDiesWithOwner],
    },
    {
      text: 'Replacing it is manual work: the public API has no operation that creates a token, and the value can be read only once.',
      basis: [noTokenCreationByApi, tokenStoredAsHash],
    },
    {
      text: 'The log names a user, not your program. Only the token’s ID in the event tells them apart.',
      basis: [tokenHasNoScopes, tokenAuditEvents],
    },
    {
      text: 'A dedicated account reduces these risks but does not remove them.',
      basis: [serviceAccountMovesProblem, serviceAccountConflict],
    },
  ],
  setUp: [
    {
      id: 'reason',
      action: 'Write down why you use a token, who owns it, and the date on which it ends.',
      where: 'Your decision record',
      who: 'You and the owner of the program',
      notes: [
        {
          text: 'List what must change before that date: a newer version, another operation, a broker.',
          basis: [brokerForFixedHeader, newerAgentsUseOauth],
        },
      ],
      basis: [tokenNeverPreferred, oktaRecommendsAgainstTokens],
    },
    {
      id: 'account',
      action: 'Make an account for this token and nothing else.',
      where: 'Directory > People',
      who: 'An admin who may create users',
      notes: [
        {
          text: 'Do not use a person’s own account: when that person leaves or is deactivated, the program stops.',
          basis: [tokenDiesWithOwner, tokenBreaksWithItsUser],
        },
        {
          text: 'You still have to guard a service account. Okta’s sources disagree on which role it should have; this guide follows the one that recommends least privilege.',
          basis: [serviceAccountConflict, serviceAccountMovesProblem],
        },
      ],
      basis: [mitigationsForForcedToken, serviceAccountConflict],
    },
    {
      id: 'role',
      action:
        'Give the account a custom role with the fewest rights, on the resources that the program needs.',
      where: 'Security > Administrators',
      who: superAdmin,
      notes: [
        {
          text: 'Do not make it a super admin, even though one of Okta’s help pages tells you to.',
          basis: [serviceAccountConflict],
        },
        {
          text: 'To create the token, the account needs the permissions “Manage API Tokens” and “Manage Users” as well. Afterwards, remove the permissions that the program does not use. The token then loses them too; Okta’s support documents this order.',
          basis: [customRoleRightsForTokens, tokenFollowsLoweredRole],
        },
      ],
      basis: [mitigationsForForcedToken, onlySuperAdminAssignsRoles],
    },
    {
      id: 'zone',
      action: 'Define a network zone for the addresses of your program.',
      where: 'Security > Networks',
      who: 'An admin who may manage network zones',
      notes: [
        {
          text: 'You cannot choose an enhanced dynamic zone for a token. While the token uses the zone, nobody can deactivate or delete it.',
          basis: [tokenOrigins, zoneInUseIsLocked],
        },
      ],
      basis: [tokenOrigins, tokenNetworkZones],
    },
    {
      id: 'token',
      action:
        'Sign in as that account, create the token for that zone, and copy its value at once.',
      where: 'Security > API > Tokens > Create token',
      who: 'The new account itself (a super, org, group, group membership or read-only admin, or one with that custom role)',
      notes: [
        {
          text: 'The token belongs to whoever creates it, so do not create it from your own account.',
          basis: [tokenCarriesAllPermissions, whoMayCreateTokens],
        },
        {
          text: 'The value is shown once and stored as a hash. If you lose it, make another token and revoke this one.',
          basis: [tokenShownOnce, tokenStoredAsHash, waysToRevokeToken],
        },
      ],
      basis: [createTokenPath, whoMayCreateTokens],
    },
    {
      id: 'secrets-manager',
      action: 'Put the value into a secrets manager, and let the program read it from there.',
      where: 'Your secrets manager',
      who: 'The owner of the program',
      notes: [
        {
          text: 'Keep it out of code, configuration files and tickets: whoever finds the token can act as the account.',
          basis: [leakedTokenImpersonates],
        },
      ],
      basis: [tokenShownOnce, mitigationsForForcedToken],
    },
    {
      id: 'sign-in',
      action: 'Block interactive sign-in for the account.',
      where: 'Security > Global Session Policy',
      who: superAdminToBeSafe,
      notes: [
        {
          text: 'Do this after the token exists, because you have to sign in to create it. Lift the block briefly when you have to replace the token.',
          basis: [createTokenPath, mitigationsForForcedToken],
        },
      ],
      basis: [mitigationsForForcedToken],
    },
    {
      id: 'rate-limit',
      action: 'Lower the token’s share of the rate limits to what the program needs.',
      where: 'Security > API > Tokens, the token’s own page; or the Principal Rate Limits API',
      who: superAdminToBeSafe,
      notes: [
        {
          text: 'It starts at 50 % of each bucket and can go down to 5 %. If the program runs out of control, more is left for everyone else.',
          basis: [tokenRateShare, halfOfEachBucket],
        },
      ],
      basis: [tokenRateShare],
    },
    {
      id: 'heartbeat',
      action: 'Make the program call Okta at least once every 30 days, and watch the log.',
      where: 'Your scheduler; Reports > System Log',
      who: 'The owner of the program',
      notes: [
        {
          text: 'Each call starts the 30 days again. A yearly job needs a heartbeat, or a new token each time.',
          basis: [tokenValidThirtyDays],
        },
        {
          text: 'Alert on `system.api_token.request_outside_allowed_range`, and search for the token’s ID in `transaction.detail.requestApiTokenId`.',
          basis: [tokenAuditEvents],
        },
      ],
      basis: [tokenValidThirtyDays, tokenAuditEvents],
    },
    {
      id: 'review',
      action: 'On the review date, move to OAuth 2.0 and revoke the token, or set the next date.',
      where: 'Security > API > Tokens, or `DELETE /api/v1/api-tokens/{id}`',
      who: 'The owner of the program, with an admin who may revoke tokens',
      notes: [
        {
          text: 'Switch the program first, check in the log that nothing uses the token, then revoke it.',
          basis: [tokenAuditEvents, waysToRevokeToken],
        },
      ],
      basis: [waysToRevokeToken, tokenRevocable],
    },
  ],
  topics: [
    {
      heading: 'Which operations accept which credential',
      anchor: 'which-operations-take-which-credential',
      claims: [
        operationsByCredential,
        tokenOnlyOperations,
        securityQuestionsLookLikeOmission,
        oauthOnlyOperations,
        linkedObjectLooksLikeOmission,
        disasterRecoveryNeedsOauth,
        mostEndpointsWordingHistoric,
      ],
    },
    {
      heading: 'Okta’s other APIs',
      anchor: 'other-apis-of-okta-s',
      claims: [otherApiFamilies],
    },
    {
      heading: 'Products and tools that ask for a token',
      claims: [
        tokenOnlyProductsToday,
        classicAuthenticationNeedsToken,
        classicAuthenticationToday,
        terraformEmailsNeedToken,
        terraformUnderOauth,
        accessGatewayAsksForToken,
        newerAgentsUseOauth,
        orgToOrgCanUseOauth,
      ],
    },
    {
      heading: 'Who may make a token, and how',
      anchor: 'who-may-make-one-and-how',
      claims: [
        createTokenPath,
        whoMayCreateTokens,
        customRoleRightsForTokens,
        noTokenCreationByApi,
        consolePathsToday,
      ],
    },
    {
      heading: 'Which account should own the token',
      anchor: 'whose-account',
      claims: [serviceAccountConflict, mitigationsForForcedToken],
    },
    {
      heading: 'How long a token lasts, and how it ends',
      anchor: 'how-long-it-lives-and-how-it-ends',
      claims: [
        tokenValidThirtyDays,
        tokenDiesWithOwner,
        tokenFollowsLoweredRole,
        waysToRevokeToken,
        tokenStoredAsHash,
        orgCreatorTokensInvisible,
      ],
    },
    {
      heading: 'Where a token may be used from',
      anchor: 'where-it-may-be-used-from',
      claims: [tokenOrigins, tokenNetworkZones, zoneInUseIsLocked],
    },
    {
      heading: 'Rate limits and log',
      claims: [tokenRateShare, halfOfEachBucket, tokenAuditEvents],
    },
    {
      heading: 'What Okta says about tokens today',
      anchor: 'what-okta-says-of-tokens-today',
      claims: [oktaRecommendsAgainstTokens],
    },
  ],
  errors: [
    invalidToken,
    missingAdminRole,
    rateLimited,
    invalidSession,
    tokenOutsideZone,
    emptyList,
    shareNotAnnounced,
  ],
  differences: [
    serviceAccountConflictDifference,
    tokenExpiryPreciseDifference,
    tokenNetworkZonesDifference,
    halfOfEachBucketDifference,
    whichOperationsNeedTokenDifference,
    consolePathsTodayDifference,
  ],
  article: [
    ruleInProse,
    tokenNeverPreferred,
    copiedTokensHaveDrawbacks,
    tokensMadeInConsole,
    tokenShownOnce,
    sswsScheme,
    tokenExampleRequest,
    tokenCarriesAllPermissions,
    tokenBreaksWithItsUser,
    tokenGrowsWithItsUser,
    tokenExpiresUnused,
    tokenRevocable,
    serviceAccountMovesProblem,
    leakedTokenImpersonates,
    closingComparison,
  ],
  unknowns: [maximumTokensUnknown, otherAgentsUnknown, privilegedAccessTokenNeedUnknown],
};
