import {
  anySubsetOfScopes,
  basicTokenCall,
  callsAreAttributedToApp,
  customerInstallsFromConsole,
  eachCustomerGetsOwnCredentials,
  integrationIsVendorService,
  integrationRoleUnknown,
  integrationTokenLastsOneHour,
  docsWantPublicIntegrations,
  revokeIntegration,
  rotateIntegrationSecret,
  storePerCustomer,
  submissionDeclaresSecretAndScopes,
  submissionReviewStages,
  submissionTestAccount,
  submissionTestInstance,
} from './claims/apiServiceIntegrationClaims.ts';
import {
  createTokenPath,
  mitigationsForForcedToken,
  noTokenCreationByApi,
  oktaRecommendsAgainstTokens,
  tokenAuditEvents,
  tokenDiesWithOwner,
  tokenHasNoScopes,
  tokenRateShare,
  tokenStoredAsHash,
  tokenValidThirtyDays,
} from './claims/apiTokenClaims.ts';
import {
  articleStepBearer,
  articleStepExchangeSecret,
  clientCredentialsPreferred,
  closingComparison,
  leakedTokenImpersonates,
  oauthByDefault,
  oauthConsiderations,
  oauthWidelySupported,
  ruleInProse,
  sswsScheme,
  tokenBreaksWithItsUser,
  tokenNeverPreferred,
  twoMechanisms,
} from './claims/articleClaims.ts';
import {
  adminRoleNeeded,
  clientSecretRefused,
  dpopUsuallyRequired,
  halfOfEachBucket,
  integrationUsesSecret,
  whichOperationsNeedToken,
} from './claims/changeClaims.ts';
import {
  dpopAndPrivateKeyJwt,
  dpopForIntegrationsUnknown,
  dpopScheme,
} from './claims/dpopClaims.ts';
import { ownApiNeedsCustomServer, privateCustomerUsesServiceApp } from './claims/scenarioClaims.ts';
import {
  accessTokenLastsOneHour,
  keySavedOrFetched,
  noRoleByDefault,
  onlyGrantedScopes,
  onlySuperAdminAssignsRoles,
  onlySuperAdminGrantsScopes,
  publicKeyAuthentication,
  rateLimitShareOfApp,
  rotationWithoutDowntime,
  scopeAndRoleBothBound,
  tokenCall,
} from './claims/serviceAppClaims.ts';
import {
  publicClientsKeepNoSecret,
  userContextWhenPersonStarts,
} from './claims/userContextClaims.ts';
import type { Statement } from './claim.ts';
import type { OutcomeId } from './nodeIds.ts';

/** The three methods side by side, row by row. */
export interface Comparison {
  /** What to know before reading the rows. */
  /** Where the guide stands, in a sentence or two. */
  readonly stance: Statement;
  /** The rule that the stance comes from. */
  readonly rule: readonly Statement[];
  readonly rows: readonly {
    /** A few words: the head of the row. */
    readonly aspect: string;
    /** The same as a question. */
    readonly question: string;
    /** What the row is called among the three facts that a result begins with; absent for the others. */
    readonly inShort?: string;
    /** Each at most 140 characters. */
    readonly cells: Readonly<Record<OutcomeId, Statement>>;
  }[];
  /** What is shown beside the three methods. */
  readonly beside: readonly Statement[];
}

/** The content of the page `/compare/`. */
export const comparison: Comparison = {
  stance: {
    text: 'This comparison is not neutral. The guide prefers OAuth 2.0, as the article and Okta’s documentation do. Its access tokens last an hour, carry only the scopes that you chose, and belong to no user.',
    basis: [
      oauthByDefault,
      oauthConsiderations,
      accessTokenLastsOneHour,
      onlyGrantedScopes,
      oktaRecommendsAgainstTokens,
    ],
  },
  rule: [
    {
      text: 'Two of the three methods use OAuth 2.0: the service app, and the API service integration for what customers install from the OIN. The API token is for what OAuth 2.0 cannot do.',
      basis: [ruleInProse, twoMechanisms],
    },
    {
      text: 'A token looks like less work on the first day, but according to Okta’s specification, only two of 732 operations need one.',
      basis: [closingComparison, whichOperationsNeedToken],
    },
  ],
  rows: [
    {
      aspect: 'Choose this when',
      question: 'Which program is it for?',
      cells: {
        serviceApp: {
          text: 'Your program calls your own org, or calls a customer’s and has no OIN listing.',
          basis: [clientCredentialsPreferred, oauthByDefault, privateCustomerUsesServiceApp],
        },
        apiServiceIntegration: {
          text: 'You run a service for many customers, and each installs it from its OIN listing.',
          basis: [integrationIsVendorService, docsWantPublicIntegrations],
        },
        apiToken: {
          text: 'You cannot use OAuth 2.0, and you set an end date for the token.',
          basis: [ruleInProse, tokenNeverPreferred, mitigationsForForcedToken],
        },
      },
    },
    {
      aspect: 'Credential',
      question: 'What does the program hold?',
      inShort: 'Credential',
      cells: {
        serviceApp: {
          text: 'Its own private key. A client secret is refused.',
          basis: [publicKeyAuthentication, clientSecretRefused],
        },
        apiServiceIntegration: {
          text: 'A client ID and a client secret for each customer. The OIN Wizard offers no key.',
          basis: [storePerCustomer, integrationUsesSecret],
        },
        apiToken: {
          text: 'One secret, the token itself.',
          basis: [createTokenPath],
        },
      },
    },
    {
      aspect: 'Where it comes from',
      question: 'Who makes the credential, and where?',
      cells: {
        serviceApp: {
          text: 'You make the key pair. Okta gets the public key, pasted into the app or fetched from your JWKS URL.',
          basis: [publicKeyAuthentication, keySavedOrFetched],
        },
        apiServiceIntegration: {
          text: 'Each customer’s org makes it during installation and shows the secret once.',
          basis: [eachCustomerGetsOwnCredentials, submissionTestInstance],
        },
        apiToken: {
          text: 'A user makes it under Security > API > Tokens. Its value is shown once.',
          basis: [createTokenPath, tokenStoredAsHash],
        },
      },
    },
    {
      aspect: 'Header at the token endpoint',
      question: 'What does the Authorization header of the token request contain?',
      cells: {
        serviceApp: {
          text: 'No such header. A signed `client_assertion` is in the form body.',
          basis: [tokenCall],
        },
        apiServiceIntegration: {
          text: '`Authorization: Basic` and the base64 of `clientId:clientSecret`.',
          basis: [basicTokenCall],
        },
        apiToken: {
          text: 'There is no token request.',
          basis: [sswsScheme],
        },
      },
    },
    {
      aspect: 'Header at the API',
      question: 'What does the Authorization header of the call contain?',
      cells: {
        serviceApp: {
          text: '`Authorization: Bearer`, or `Authorization: DPoP` and a `DPoP` header with the proof if the app requires it.',
          basis: [articleStepBearer, dpopScheme, dpopUsuallyRequired],
        },
        apiServiceIntegration: {
          text: '`Authorization: Bearer`. Whether DPoP can be used is not documented.',
          basis: [articleStepBearer, dpopForIntegrationsUnknown],
        },
        apiToken: {
          text: '`Authorization: SSWS`, a scheme that only Okta uses.',
          basis: [sswsScheme],
        },
      },
    },
    {
      aspect: 'Lifetime',
      question: 'How long does it last?',
      inShort: 'Lifetime',
      cells: {
        serviceApp: {
          text: 'One hour for the access token; the key until you replace it.',
          basis: [accessTokenLastsOneHour, rotationWithoutDowntime],
        },
        apiServiceIntegration: {
          text: 'One hour for the token; the secret until replaced or revoked.',
          basis: [integrationTokenLastsOneHour, rotateIntegrationSecret, revokeIntegration],
        },
        apiToken: {
          text: '30 days, which start again with every call: no end while it is in use.',
          basis: [tokenValidThirtyDays],
        },
      },
    },
    {
      aspect: 'What limits it',
      question: 'What can it not do?',
      cells: {
        serviceApp: {
          text: 'It needs a granted scope and an admin role. It can do only what both allow.',
          basis: [scopeAndRoleBothBound],
        },
        apiServiceIntegration: {
          text: 'It has the scopes of the submission. Which admin role it has is not documented.',
          basis: [submissionDeclaresSecretAndScopes, anySubsetOfScopes, integrationRoleUnknown],
        },
        apiToken: {
          text: 'It has no scopes. Only its user’s rights limit it, and those can change without notice.',
          basis: [tokenHasNoScopes],
        },
      },
    },
    {
      aspect: 'If it leaks',
      question: 'What can a thief do?',
      cells: {
        serviceApp: {
          text: 'Use an access token for the rest of its hour; with DPoP, not even that. With the key, do all that the app may.',
          basis: [accessTokenLastsOneHour, dpopAndPrivateKeyJwt],
        },
        apiServiceIntegration: {
          text: 'With a secret, do all that the integration may in that customer’s org, until the secret is replaced.',
          basis: [eachCustomerGetsOwnCredentials, rotateIntegrationSecret],
        },
        apiToken: {
          text: 'Do all that its user may, until somebody revokes it.',
          basis: [leakedTokenImpersonates, tokenHasNoScopes],
        },
      },
    },
    {
      aspect: 'Name in the log',
      question: 'Who made the call, according to the System Log?',
      cells: {
        serviceApp: {
          text: 'The app: it is the principal itself.',
          basis: [adminRoleNeeded],
        },
        apiServiceIntegration: {
          text: 'The app, in each customer’s log.',
          basis: [callsAreAttributedToApp],
        },
        apiToken: {
          text: 'The user who made the token. The event also carries the token’s ID.',
          basis: [tokenHasNoScopes, tokenAuditEvents],
        },
      },
    },
    {
      aspect: 'Rate limit',
      question: 'How much of the org’s limits may it use?',
      cells: {
        serviceApp: {
          text: 'At most 50 % of each bucket unless you change it.',
          basis: [rateLimitShareOfApp, halfOfEachBucket],
        },
        apiServiceIntegration: {
          text: 'Like every OAuth app, at most 50 % of each bucket, in each customer’s org.',
          basis: [halfOfEachBucket],
        },
        apiToken: {
          text: 'At most 50 % of each bucket unless you change it, down to 5 %.',
          basis: [tokenRateShare],
        },
      },
    },
    {
      aspect: 'Rotation',
      question: 'How is the credential replaced?',
      cells: {
        serviceApp: {
          text: 'Add a key, switch the program, remove the old key. Nothing stops in the meantime.',
          basis: [rotationWithoutDowntime],
        },
        apiServiceIntegration: {
          text: 'Two secrets may be active at once, so nothing stops, but every customer’s org has to do it separately.',
          basis: [rotateIntegrationSecret, eachCustomerGetsOwnCredentials],
        },
        apiToken: {
          text: 'By hand: the public API cannot create a token.',
          basis: [noTokenCreationByApi],
        },
      },
    },
    {
      aspect: 'What breaks it',
      question: 'What usually stops it?',
      cells: {
        serviceApp: {
          text: 'A scope that is not granted, no admin role, a deleted key, a missing DPoP proof.',
          basis: [onlyGrantedScopes, noRoleByDefault, rotationWithoutDowntime, dpopUsuallyRequired],
        },
        apiServiceIntegration: {
          text: 'A customer replaces the secret without giving you the new one, or revokes the integration.',
          basis: [rotateIntegrationSecret, revokeIntegration],
        },
        apiToken: {
          text: 'Its user loses rights or is deactivated, or 30 days pass without a call.',
          basis: [tokenBreaksWithItsUser, tokenDiesWithOwner, tokenValidThirtyDays],
        },
      },
    },
    {
      aspect: 'Set-up effort',
      question: 'What does it take to start?',
      inShort: 'Set-up',
      cells: {
        serviceApp: {
          text: 'A key pair, code that signs a request, and a super admin once, for scopes and role.',
          basis: [tokenCall, onlySuperAdminGrantsScopes, onlySuperAdminAssignsRoles],
        },
        apiServiceIntegration: {
          text: 'A submission with a test account and a review; then a few clicks by each customer.',
          basis: [submissionTestAccount, submissionReviewStages, customerInstallsFromConsole],
        },
        apiToken: {
          text: 'Least work on the first day. Making it safe takes an account, a role, a zone and a date.',
          basis: [closingComparison, mitigationsForForcedToken],
        },
      },
    },
    {
      aspect: 'Tools',
      question: 'Is there a library for it?',
      cells: {
        serviceApp: {
          text: 'OAuth 2.0 libraries in most languages; Okta’s SDKs may request the token for you.',
          basis: [oauthWidelySupported, articleStepExchangeSecret],
        },
        apiServiceIntegration: {
          text: 'OAuth 2.0 libraries in most languages: it is one form post with a Basic header.',
          basis: [oauthWidelySupported, basicTokenCall],
        },
        apiToken: {
          text: 'None is needed: it is one fixed header.',
          basis: [sswsScheme],
        },
      },
    },
  ],
  beside: [
    {
      text: 'Does a signed-in person start the call, or does it come from a browser or a phone? Then none of these methods is right: the person signs in, and the program calls on that person’s behalf.',
      basis: [userContextWhenPersonStarts, publicClientsKeepNoSecret],
    },
    {
      text: 'Is the API your own and not Okta’s? Then a custom authorization server issues the tokens, and a client secret is allowed.',
      basis: [ownApiNeedsCustomServer],
    },
  ],
};
