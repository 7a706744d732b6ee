import {
  eachCustomerGetsOwnCredentials,
  docsWantPublicIntegrations,
  integrationTokenLastsOneHour,
  privateIntegrationsConflict,
  storePerCustomer,
  submissionReviewStages,
  submissionReviewTimeUnknown,
} from '#guide/claims/apiServiceIntegrationClaims.ts';
import {
  tokenDiesWithOwner,
  tokenHasNoScopes,
  tokenValidThirtyDays,
} from '#guide/claims/apiTokenClaims.ts';
import {
  closingComparison,
  integrationAddsDiscoverability,
  leakedTokenImpersonates,
  oauthConsiderations,
  oauthWidelySupported,
  sswsScheme,
  tokenBreaksWithItsUser,
  tokenCarriesAllPermissions,
  tokenGrowsWithItsUser,
} from '#guide/claims/articleClaims.ts';
import {
  adminRoleNeeded,
  appsHaveNetworkZones,
  clientSecretRefused,
  customersReviewScopes,
  dpopUsuallyRequired,
  integrationUsesSecret,
  orgServerForcesKey,
  whichOperationsNeedToken,
} from '#guide/claims/changeClaims.ts';
import {
  delegatedGrantFollowsAccount,
  privilegedAccessCredential,
  productWithSecretActsForAdmin,
  scimCredentials,
} from '#guide/claims/callerClaims.ts';
import {
  accessTokenLastsOneHour,
  scopeAndRoleBothBound,
  superAdminNeeded,
} from '#guide/claims/serviceAppClaims.ts';
import { userContextSetUp, userContextWhenPersonStarts } from '#guide/claims/userContextClaims.ts';
import type { Statement } from '#guide/claim.ts';
import type { ExitId, OutcomeId } from '#guide/nodeIds.ts';

/** What speaks for an option and against it. Each text continues "Good, because" or "Bad, because". */
export interface Merits {
  readonly good: readonly [Statement, ...Statement[]];
  readonly bad: readonly [Statement, ...Statement[]];
}

/** The options of a decision record, weighed. */
export const merits: Readonly<Record<OutcomeId | ExitId, Merits>> = {
  serviceApp: {
    good: [
      {
        text: 'the scopes that you grant say what the program may do, and they do not depend on any single user.',
        basis: [oauthConsiderations],
      },
      {
        text: 'the private key stays with you, and an access token is useful for one hour only.',
        basis: [clientSecretRefused, accessTokenLastsOneHour],
      },
      {
        text: 'OAuth 2.0 is an open standard, with a library for most languages.',
        basis: [oauthWidelySupported],
      },
      { text: 'it can be tied to network zones.', basis: [appsHaveNetworkZones] },
    ],
    bad: [
      {
        text: 'it takes a key pair, granted scopes and an admin role before the first call, and two of those need a super admin.',
        basis: [clientSecretRefused, adminRoleNeeded, superAdminNeeded],
      },
      {
        text: 'the program has to fetch an access token first, and usually has to send a DPoP proof with each request.',
        basis: [oauthConsiderations, dpopUsuallyRequired],
      },
    ],
  },
  apiServiceIntegration: {
    good: [
      {
        text: 'customers find it in the catalog and install it themselves, with scopes that you fixed and they can review.',
        basis: [integrationAddsDiscoverability, customersReviewScopes],
      },
      {
        text: 'each customer’s org makes its own credentials for it.',
        basis: [eachCustomerGetsOwnCredentials],
      },
      {
        text: 'an access token is useful for one hour only, and renewing it needs no admin.',
        basis: [integrationTokenLastsOneHour],
      },
    ],
    bad: [
      {
        text: 'you have to store a client secret per customer, where a service app would have a key that is never shared.',
        basis: [integrationUsesSecret, storePerCustomer, clientSecretRefused],
      },
      {
        text: 'according to the developer documentation it has to be public and serve many customers; Okta’s sources disagree on whether it can be private.',
        basis: [docsWantPublicIntegrations, privateIntegrationsConflict],
      },
      {
        text: 'Okta reviews and tests it before the listing appears, and does not say how long that takes.',
        basis: [submissionReviewStages, submissionReviewTimeUnknown],
      },
    ],
  },
  apiToken: {
    good: [
      {
        text: 'it is the simplest to set up: one fixed header, and nothing to fetch before the call.',
        basis: [sswsScheme, closingComparison],
      },
      {
        text: 'it works for the few operations that do not accept an access token.',
        basis: [whichOperationsNeedToken],
      },
    ],
    bad: [
      {
        text: 'it carries every permission of the user who made it, and no scopes narrow that down.',
        basis: [tokenCarriesAllPermissions, tokenHasNoScopes],
      },
      {
        text: 'it stops when that user is deactivated, and it gains rights unnoticed when that user does.',
        basis: [tokenBreaksWithItsUser, tokenDiesWithOwner, tokenGrowsWithItsUser],
      },
      {
        text: 'it does not expire while it is in use, so whoever finds a leaked one can act as its owner until it is revoked.',
        basis: [tokenValidThirtyDays, leakedTokenImpersonates],
      },
    ],
  },
  userContext: {
    good: [
      {
        text: 'a call reaches no further than the person’s own rights and is logged under that person’s name.',
        basis: [userContextWhenPersonStarts],
      },
    ],
    bad: [
      {
        text: 'each user has to sign in, be assigned to the app and hold a suitable admin role.',
        basis: [userContextSetUp],
      },
    ],
  },
  customAuthorizationServer: {
    good: [
      {
        text: 'a custom authorization server accepts ways to authenticate other than a signed JWT.',
        basis: [orgServerForcesKey],
      },
    ],
    bad: [{ text: 'Okta’s own APIs do not accept its tokens.', basis: [orgServerForcesKey] }],
  },
  delegatedGrant: {
    good: [
      {
        text: 'the product works as it is, with a client ID, a client secret and one sign-in.',
        basis: [productWithSecretActsForAdmin],
      },
      {
        text: 'the scopes that you grant to the web app limit what the product may do.',
        basis: [productWithSecretActsForAdmin, scopeAndRoleBothBound],
      },
    ],
    bad: [
      {
        text: 'its calls are those of one account, so they follow that account’s role and stop when it is deactivated.',
        basis: [productWithSecretActsForAdmin, delegatedGrantFollowsAccount],
      },
      {
        text: 'the product keeps a client secret and a refresh token, where a service app would use a private key.',
        basis: [productWithSecretActsForAdmin, clientSecretRefused],
      },
    ],
  },
  otherInterface: {
    good: [
      {
        text: 'the interface accepts the credential that was made for it.',
        basis: [scimCredentials, privilegedAccessCredential],
      },
    ],
    bad: [
      {
        text: 'the credential works for that interface and nothing else: calls to Okta’s management APIs need another one.',
        basis: [scimCredentials, privilegedAccessCredential],
      },
    ],
  },
};
