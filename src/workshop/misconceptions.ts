import {
  docsWantPublicIntegrations,
  integrationIsVendorService,
  privateIntegrationsConflict,
} from '#guide/claims/apiServiceIntegrationClaims.ts';
import {
  accessGatewayAsksForToken,
  newerAgentsUseOauth,
  oauthOnlyOperations,
  orgToOrgCanUseOauth,
  otherApiFamilies,
  tokenOnlyOperations,
} from '#guide/claims/apiTokenClaims.ts';
import { tokenOnlyProductsToday } from '#guide/claims/callerClaims.ts';
import {
  clientCredentialsPreferred,
  integrationScopesVisible,
  leakedTokenImpersonates,
  oauthConsiderations,
  serviceAccountMovesProblem,
  sharedServiceAppLimit,
  tokenCarriesAllPermissions,
} from '#guide/claims/articleClaims.ts';
import {
  appsHaveNetworkZones,
  integrationUsesSecret,
  orgServerForcesKey,
} from '#guide/claims/changeClaims.ts';
import {
  brokerForFixedHeader,
  customerForbidsSecrets,
  fixedAddressesAreNoReason,
  ownApiNeedsCustomServer,
  privateCustomerUsesServiceApp,
} from '#guide/claims/scenarioClaims.ts';
import {
  accessTokenLastsOneHour,
  scopeAndRoleBothBound,
  superAdminNeeded,
  tokenIsOpaque,
} from '#guide/claims/serviceAppClaims.ts';
import {
  publicClientsKeepNoSecret,
  userContextWhenPersonStarts,
} from '#guide/claims/userContextClaims.ts';
import type { Statement } from '#guide/claim.ts';

import type { Misconception } from './scenario.ts';

/** The beliefs behind wrong choices, by id: a summary names those that showed. */
export const misconceptions = {
  tokenIsLessWork: {
    belief: 'A token is one header and needs no set-up, so it suits a small job.',
    truth: {
      text: 'An API token spares one request and brings everything that its maker may do; OAuth 2.0 needs less code of your own than it seems.',
      basis: [oauthConsiderations, tokenCarriesAllPermissions],
    },
  },
  serviceAccountIsSafe: {
    belief: 'A token of an account that is nobody’s own is safe enough.',
    truth: {
      text: 'The account only moves the problem: who may use it is hard to tell, and whoever finds the token acts as that account.',
      basis: [serviceAccountMovesProblem, leakedTokenImpersonates],
    },
  },
  vendorMeansListing: {
    belief: 'What a vendor ships to a customer belongs in the OIN.',
    truth: {
      text: 'A listing is for many customers and, according to the developer documentation, public. The question is whether customers install it from a listing, not who wrote it.',
      basis: [docsWantPublicIntegrations, privateCustomerUsesServiceApp],
    },
  },
  listingForOwnOrg: {
    belief:
      'An API service integration is OAuth 2.0 with a review, so it is the safest choice for our own org as well.',
    truth: {
      text: 'An integration is a vendor’s service that customers install. For your own org this guide leads to a service app, although Okta’s sources disagree on whether an integration can be private.',
      basis: [integrationIsVendorService, privateIntegrationsConflict],
    },
  },
  handMadeForEveryone: {
    belief: 'A service app in each customer’s org does the same as a listing.',
    truth: {
      text: 'Then every customer chooses the scopes by hand: too many, which is a risk, or too few, which breaks it.',
      basis: [sharedServiceAppLimit, integrationScopesVisible],
    },
  },
  listingSuitsEveryCustomer: {
    belief: 'Once there is a listing, every customer can use it.',
    truth: {
      text: 'The guides offer an integration a client secret only. A customer who forbids shared secrets needs a service app made by hand, as we read it.',
      basis: [customerForbidsSecrets, integrationUsesSecret],
    },
  },
  oauthEverywhere: {
    belief: 'OAuth 2.0 is recommended, so every operation and product accepts it.',
    truth: {
      text: 'Two operations of the management API take only a token, and Okta’s own set-up of some products asks for one.',
      basis: [tokenOnlyOperations, accessGatewayAsksForToken],
    },
  },
  tokenFitsEverywhere: {
    belief: 'A token is older, so every operation accepts one.',
    truth: {
      text: 'Fifteen operations of the management API refuse a token, and so do whole families beside it.',
      basis: [oauthOnlyOperations, otherApiFamilies],
    },
  },
  errorsMeanToken: {
    belief: 'When OAuth 2.0 answers with an error, a token is the way out.',
    truth: {
      text: 'The error names what is missing: a role, a scope, a proof, the right server. A token would hide the gap behind all the rights of a person.',
      basis: [scopeAndRoleBothBound, tokenCarriesAllPermissions],
    },
  },
  fixedAddressNeedsToken: {
    belief: 'Only a token can be tied to fixed addresses.',
    truth: {
      text: 'A service app takes network zones as well.',
      basis: [fixedAddressesAreNoReason, appsHaveNetworkZones],
    },
  },
  noSuperAdminMeansToken: {
    belief: 'Without a super admin we cannot use OAuth 2.0, so we take a token.',
    truth: {
      text: 'A super admin is needed for the set-up and not for the calls. A token brings all rights of whoever makes it.',
      basis: [superAdminNeeded, tokenCarriesAllPermissions],
    },
  },
  accessTokenCanBePasted: {
    belief: 'An access token can be pasted into the header field of the product.',
    truth: {
      text: 'It lasts one hour, and that cannot be changed.',
      basis: [accessTokenLastsOneHour, brokerForFixedHeader],
    },
  },
  agentsNeedTokens: {
    belief: 'What has always used a token, such as an agent or Org2Org, needs one.',
    truth: {
      text: 'Newer agents use OAuth 2.0 (AD from 3.18.0, On-Premises Provisioning from 3.0.2), and for Org2Org Okta recommends it. Of the products that asked for a token, Access Gateway and the classic Authentication API are left.',
      basis: [newerAgentsUseOauth, orgToOrgCanUseOauth, tokenOnlyProductsToday],
    },
  },
  programActsAlone: {
    belief: 'There is a back end, so the program can act with rights of its own.',
    truth: {
      text: 'Where a signed-in person sets the call off, that person’s rights should bound it, and the log should name that person.',
      basis: [userContextWhenPersonStarts],
    },
  },
  browserKeepsSecret: {
    belief: 'A secret can be hidden well enough in a browser or an app.',
    truth: {
      text: 'What is shipped to a browser or a phone can be read there: it keeps neither a secret nor a key.',
      basis: [publicClientsKeepNoSecret],
    },
  },
  somebodyIsAlwaysThere: {
    belief: 'Some person set it up, so it acts for that person.',
    truth: {
      text: 'What counts is who sets off the call. A job that runs by itself acts alone.',
      basis: [clientCredentialsPreferred, userContextWhenPersonStarts],
    },
  },
  serversAreAlike: {
    belief: 'Any authorization server of the org can issue tokens for Okta’s APIs.',
    truth: {
      text: 'Only the org authorization server issues scopes that begin with `okta.`; a custom one is for your own APIs.',
      basis: [orgServerForcesKey, ownApiNeedsCustomServer],
    },
  },
  oktaTokenOpensAnything: {
    belief: 'Okta issues the tokens, so the method for Okta’s APIs serves our own API too.',
    truth: {
      text: 'Tokens of the org authorization server are made for Okta to read. Your own API needs a custom authorization server.',
      basis: [tokenIsOpaque, ownApiNeedsCustomServer],
    },
  },
} as const satisfies Readonly<Record<string, Misconception<Statement>>>;

export type MisconceptionId = keyof typeof misconceptions;
