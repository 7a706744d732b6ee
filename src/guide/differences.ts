import {
  appMadeInConsoleOrCli,
  articleNoteOnCustomServer,
  articleSilences,
  articleStepBearer,
  articleStepCreateApp,
  articleStepExchangeSecret,
  integrationAddsDiscoverability,
  integrationScopesVisible,
  integrationTestInstance,
  oauthConsiderations,
  oauthExampleRequest,
  serviceAccountMovesProblem,
  tokenExampleRequest,
  tokenExpiresUnused,
  tokenNeverPreferred,
  tokenRevocable,
  tokensMadeInConsole,
} from './claims/articleClaims.ts';
import type { Difference } from './claim.ts';
import {
  adminRoleNeeded,
  appsHaveNetworkZones,
  clientSecretRefused,
  consolePathsToday,
  customersReviewScopes,
  dpopUsuallyRequired,
  halfOfEachBucket,
  integrationUsesSecret,
  integratorOrgReplacesDeveloperEdition,
  oinWizardReplacesManager,
  oktaCliWithdrawn,
  orgServerForcesKey,
  serviceAccountConflict,
  tokenExpiryPrecise,
  tokenNetworkZones,
  whichOperationsNeedToken,
} from './claims/changeClaims.ts';

// Each difference is an export of its own, so that a page carries only those that it shows.

export const clientSecretRefusedDifference: Difference = {
  fact: 'B1',
  subject: 'Secret or key',
  article: {
    text: 'A new API Services app gives you a client ID and a client secret, and your program exchanges both for an access token.',
    basis: [articleStepCreateApp, articleStepExchangeSecret],
  },
  today: clientSecretRefused,
  advice: 'Make a key pair. Do not plan on a secret for your own service app.',
};

export const orgServerForcesKeyDifference: Difference = {
  fact: 'B2',
  subject: 'Which server requires the key',
  article: {
    text: 'A signed JWT is needed with a custom authorization server; otherwise the secret is enough.',
    basis: [articleNoteOnCustomServer, articleStepExchangeSecret],
  },
  today: orgServerForcesKey,
  advice:
    'Get every token from `https://{yourOktaDomain}/oauth2/v1/token`, never from `/oauth2/default/v1/token`.',
};

export const integrationUsesSecretDifference: Difference = {
  fact: 'B3',
  subject: 'How an integration authenticates',
  article: {
    text: 'The article describes the integration as OAuth 2.0 but does not say how it authenticates.',
    basis: [integrationAddsDiscoverability],
  },
  today: integrationUsesSecret,
  advice:
    'Plan for a key in your own service app, and for a client secret in an API service integration.',
};

export const oinWizardReplacesManagerDifference: Difference = {
  fact: 'B5',
  subject: 'Where you submit an integration',
  article: {
    text: 'The OIN Manager gives you a service app in your own org, for tests before the submission is complete.',
    basis: [integrationTestInstance],
  },
  today: oinWizardReplacesManager,
  advice: 'Open the OIN Wizard in an Integrator Free Plan org.',
};

export const integratorOrgReplacesDeveloperEditionDifference: Difference = {
  fact: 'B6',
  subject: 'The org to practise in',
  article: {
    text: 'The examples call a Developer Edition org, `dev-1234567.okta.com`.',
    basis: [tokenExampleRequest, articleNoteOnCustomServer],
  },
  today: integratorOrgReplacesDeveloperEdition,
  advice: 'Sign up for the Integrator Free Plan.',
};

export const oktaCliWithdrawnDifference: Difference = {
  fact: 'B8',
  subject: 'The Okta CLI',
  article: {
    text: 'The Okta CLI is one of two ways to make the app.',
    basis: [appMadeInConsoleOrCli],
  },
  today: oktaCliWithdrawn,
  advice: 'Do not use it. Use the Admin Console, the API or Terraform.',
};

export const adminRoleNeededDifference: Difference = {
  fact: 'B10',
  subject: 'What limits the app',
  article: {
    text: 'Scopes alone decide what the app may do. The article does not mention admin roles for apps.',
    basis: [oauthConsiderations, articleSilences],
  },
  today: adminRoleNeeded,
  advice: 'Grant the scopes and assign an admin role: a call must pass both.',
};

export const dpopUsuallyRequiredDifference: Difference = {
  fact: 'B11',
  subject: 'Proof of possession (DPoP)',
  article: {
    text: 'The access token is sent as a plain `Bearer` token.',
    basis: [articleStepBearer, oauthExampleRequest],
  },
  today: dpopUsuallyRequired,
  advice: 'Use an SDK that supports DPoP, or switch it off in the app, knowing what you give up.',
};

export const serviceAccountConflictDifference: Difference = {
  fact: 'B12',
  subject: 'A service account for the token',
  article: {
    text: 'A service account moves the problem and does not solve it.',
    basis: [serviceAccountMovesProblem],
  },
  today: serviceAccountConflict,
  advice:
    'If you cannot avoid a token, give it its own account, with a custom role and no interactive sign-in. Do not make it a super admin, even if a page tells you to.',
};

export const tokenExpiryPreciseDifference: Difference = {
  fact: 'B13',
  subject: 'When a token expires',
  article: {
    text: 'A token expires after 30 days without use, so an old one is worthless to whoever finds it.',
    basis: [tokenExpiresUnused],
  },
  today: tokenExpiryPrecise,
  advice:
    'The article is still right. Let a program that rarely runs make a call at least once every 30 days.',
};

export const tokenNetworkZonesDifference: Difference = {
  fact: 'B14',
  subject: 'Where a token may be used',
  article: {
    text: 'The controls that the article describes are revocation and expiry; it does not mention network zones.',
    basis: [tokenRevocable, tokenExpiresUnused, articleSilences],
  },
  today: tokenNetworkZones,
  advice: 'Allow a token only from the network zones of your program.',
};

export const halfOfEachBucketDifference: Difference = {
  fact: 'B15',
  subject: 'The share of the rate limits',
  article: {
    text: 'The article does not mention rate limits.',
    basis: [articleSilences],
  },
  today: halfOfEachBucket,
  advice: 'Before you put load on your app or token, check its share and set it deliberately.',
};

export const consolePathsTodayDifference: Difference = {
  fact: 'B17',
  subject: 'Where to click',
  article: {
    text: 'The article mentions the Admin Console but gives no path in it.',
    basis: [tokensMadeInConsole, appMadeInConsoleOrCli],
  },
  today: consolePathsToday,
  advice: 'Follow the paths in the set-up steps, and expect other pages to show older ones.',
};

export const customersReviewScopesDifference: Difference = {
  fact: 'B19',
  subject: 'Where customers see the scopes',
  article: {
    text: 'Customers see the scopes of an integration in the OIN catalog.',
    basis: [integrationScopesVisible],
  },
  today: customersReviewScopes,
  advice: 'Ask for few scopes, and tell customers before they install which ones and why.',
};

export const whichOperationsNeedTokenDifference: Difference = {
  fact: 'B20',
  subject: 'When a token is forced on you',
  article: {
    text: 'The article asks readers to report the cases in which only a token works; it lists none.',
    basis: [tokenNeverPreferred],
  },
  today: whichOperationsNeedToken,
  advice: 'Look up your operations before you assume that they need a token.',
};

export const appsHaveNetworkZonesDifference: Difference = {
  fact: 'B22',
  subject: 'Network zones for apps',
  article: {
    text: 'The article does not mention network zones.',
    basis: [articleSilences],
  },
  today: appsHaveNetworkZones,
  advice: 'Give your service app a network zone if its addresses are fixed.',
};
