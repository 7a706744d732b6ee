import {
  clientCredentialsPreferred,
  integrationAddsDiscoverability,
  integrationScopesVisible,
  oauthConsiderations,
  oauthWidelySupported,
  ruleInProse,
  serviceAccountMovesProblem,
  sharedServiceAppLimit,
  sswsScheme,
  tokenCarriesAllPermissions,
} from './claims/articleClaims.ts';
import {
  eachCustomerGetsOwnCredentials,
  integrationIsVendorService,
  privateIntegrationsConflict,
} from './claims/apiServiceIntegrationClaims.ts';
import {
  accessGatewayAsksForToken,
  mitigationsForForcedToken,
  newerAgentsUseOauth,
  orgToOrgCanUseOauth,
  securityQuestionsLookLikeOmission,
  terraformEmailsNeedToken,
  tokenOnlyOperations,
  waysToRevokeToken,
} from './claims/apiTokenClaims.ts';
import {
  appsHaveNetworkZones,
  clientSecretRefused,
  whichOperationsNeedToken,
} from './claims/changeClaims.ts';
import {
  agentsAndPeople,
  classicAuthenticationToday,
  crossAppAccessIsElsewhere,
  flowInvocation,
  manyOwnOrgs,
  orgToOrgKeysByOkta,
  perhapsNoCall,
  privilegedAccessCredential,
  productWithSecretActsForAdmin,
  scimCredentials,
  tokenOnlyProductsToday,
  twoMcpServers,
} from './claims/callerClaims.ts';
import {
  brokerForFixedHeader,
  fixedAddressesAreNoReason,
  listingUnderReview,
  ownApiNeedsCustomServer,
  ownCollectorOrListing,
  privateCustomerUsesServiceApp,
} from './claims/scenarioClaims.ts';
import {
  accessTokenLastsOneHour,
  serviceAppCreation,
  superAdminNeeded,
} from './claims/serviceAppClaims.ts';
import {
  publicClientsKeepNoSecret,
  userContextWhenPersonStarts,
} from './claims/userContextClaims.ts';
import type { Statement } from './claim.ts';
import type { QuestionId } from './nodeIds.ts';
import type { Question } from './question.ts';

// This file and the claims that it cites are part of the first page's JavaScript: keep them short.

/** Why the two OAuth 2.0 methods are gone once a real limit is named. */
const withoutOauth = {
  serviceApp: {
    text: 'A service app works only with OAuth 2.0, which you cannot use here.',
    basis: [serviceAppCreation],
  },
  apiServiceIntegration: {
    text: 'An API service integration is OAuth 2.0 too, so the same limit stops it.',
    basis: [integrationAddsDiscoverability],
  },
} as const satisfies Record<string, Statement>;

/** Why the API token is gone once an obstacle has turned out to be none. */
const withoutLimit = {
  apiToken: {
    text: 'An API token is for a limit that you cannot get round, and you can get round this one.',
    basis: [ruleInProse],
  },
} as const satisfies Record<string, Statement>;

const forProgramsAlone: Statement = {
  text: 'It is for a program that acts on its own and can keep a key or a secret.',
  basis: [userContextWhenPersonStarts, publicClientsKeepNoSecret],
};

const opensOktaOnly: Statement = {
  text: 'It gives access to Okta’s APIs, not to yours.',
  basis: [ownApiNeedsCustomServer],
};

const hasItsOwnCredential: Statement = {
  text: 'It gives access to Okta’s management APIs. SCIM and Privileged Access have their own credentials.',
  basis: [scimCredentials, privilegedAccessCredential],
};

/** The words of each question. Where the answers lead is in `machine.ts`. */
export const questions = {
  oauth: {
    heading: 'Can your program get OAuth 2.0 access tokens by itself?',
    short: 'Can it use OAuth 2.0?',
    why: {
      text: 'OAuth 2.0 is safer and does not depend on any one user, so it comes first. The other methods are measured against it.',
      basis: [oauthConsiderations, ruleInProse],
    },
    terms: [
      {
        term: 'OAuth 2.0',
        meaning: {
          text: 'An open standard: the program proves who it is and receives an access token.',
          basis: [oauthWidelySupported, clientCredentialsPreferred],
        },
      },
      {
        term: 'Access token',
        meaning: {
          text: 'What the program sends with each call. It lasts one hour and carries scopes: the kinds of call that it allows.',
          basis: [accessTokenLastsOneHour, oauthConsiderations],
        },
      },
      {
        term: 'API token',
        meaning: {
          text: 'Okta’s own credential: one fixed value that can do whatever the person who made it can do.',
          basis: [sswsScheme, tokenCarriesAllPermissions],
        },
      },
    ],
    background: [],
    options: {
      yes: {
        label: 'Yes, it runs unattended and can keep a key or a secret',
        short: 'Yes',
        hint: {
          text: 'A script on a server, a scheduled job, a back-end service.',
          basis: [clientCredentialsPreferred],
        },
        because: {
          text: 'Your program runs on its own and can keep a key or a secret, so it can use OAuth 2.0.',
          basis: [clientCredentialsPreferred],
        },
        rulesOut: {
          apiToken: {
            text: 'An API token comes last, for programs that cannot use OAuth 2.0. Yours can.',
            basis: [ruleInProse],
          },
        },
      },
      no: {
        label: 'No, something stands in the way',
        short: 'No',
        hint: {
          text: 'Next, you say what it is. Often there is a way round it.',
          basis: [ruleInProse],
        },
        because: {
          text: 'Something keeps your program from using OAuth 2.0, so it matters what that is.',
          basis: [ruleInProse],
        },
        rulesOut: {},
      },
      unsure: {
        label: 'I am not sure',
        short: 'Not sure',
        hint: {
          text: 'A good place to start. The next page lists what might stop it: if none of that applies, the answer is yes.',
          basis: [ruleInProse],
        },
        because: {
          text: 'You were not sure, so you looked at what might stop your program.',
          basis: [ruleInProse],
        },
        rulesOut: {},
      },
      person: {
        label: 'It acts for a signed-in person, or runs in a browser or on a phone',
        short: 'For a person',
        hint: {
          text: 'Either that person’s rights should limit each call, or no key can be kept secret.',
          basis: [userContextWhenPersonStarts, publicClientsKeepNoSecret],
        },
        placement: 'aside',
        because: {
          text: 'Your program acts for a person or runs where no key stays secret, so that person has to sign in.',
          basis: [userContextWhenPersonStarts, publicClientsKeepNoSecret],
        },
        rulesOut: {
          serviceApp: forProgramsAlone,
          apiServiceIntegration: forProgramsAlone,
          apiToken: {
            text: 'It would act with the rights of whoever made it, no matter who uses the program.',
            basis: [tokenCarriesAllPermissions],
          },
        },
      },
      agent: {
        label: 'It is an AI agent or an MCP server',
        short: 'AI agent',
        hint: {
          text: 'The next question asks whether a person starts every action it takes.',
          basis: [agentsAndPeople],
        },
        placement: 'aside',
        because: {
          text: 'Your program is an AI agent or an MCP server, so it matters who starts its actions.',
          basis: [agentsAndPeople],
        },
        rulesOut: {
          apiToken: {
            text: 'Okta’s own MCP servers use OAuth 2.0, whether a person is present or not. An agent needs no API token.',
            basis: [twoMcpServers, agentsAndPeople],
          },
        },
      },
      product: {
        label:
          'It is a finished product that asks for a client ID, a client secret and one sign-in by an admin',
        short: 'Admin signs in',
        hint: {
          text: 'After that sign-in it runs on its own. The Okta connector of Okta Workflows works like this.',
          basis: [productWithSecretActsForAdmin],
        },
        placement: 'aside',
        because: {
          text: 'Your product asks an admin to sign in once, so all its later calls are made on that admin’s behalf.',
          basis: [productWithSecretActsForAdmin],
        },
        rulesOut: {
          serviceApp: {
            text: 'A service app authenticates with a private key. Okta refuses the client secret that your product would send.',
            basis: [clientSecretRefused],
          },
          apiServiceIntegration: {
            text: 'An API service integration gets its client ID and secret when a customer installs its listing. Nobody signs in to it.',
            basis: [eachCustomerGetsOwnCredentials],
          },
          apiToken: {
            text: 'An API token is for programs that cannot use OAuth 2.0. Your product can.',
            basis: [ruleInProse],
          },
        },
      },
      other: {
        label: 'It uses another Okta interface, or may not need to call at all',
        short: 'Other interface',
        hint: {
          text: 'SCIM, Privileged Access, a Workflows flow, event hooks, log streaming, a private endpoint, or Auth0.',
          basis: [scimCredentials, privilegedAccessCredential, flowInvocation, perhapsNoCall],
        },
        placement: 'aside',
        because: {
          text: 'Your program uses an interface that has its own credential, or it may not need to call Okta at all.',
          basis: [scimCredentials, privilegedAccessCredential, perhapsNoCall],
        },
        rulesOut: {
          serviceApp: hasItsOwnCredential,
          apiServiceIntegration: hasItsOwnCredential,
          apiToken: hasItsOwnCredential,
        },
      },
      ownApi: {
        label: 'The API that it calls is ours, not Okta’s',
        short: 'Our own API',
        hint: {
          text: 'Okta then only issues the tokens that your own API checks.',
          basis: [ownApiNeedsCustomServer],
        },
        placement: 'aside',
        because: {
          text: 'Your program calls an API of your own, so its tokens come from a custom authorization server.',
          basis: [ownApiNeedsCustomServer],
        },
        rulesOut: {
          serviceApp: opensOktaOnly,
          apiServiceIntegration: opensOktaOnly,
          apiToken: opensOktaOnly,
        },
      },
    },
  },
  agent: {
    heading: 'Does a person start every action that the agent takes?',
    short: 'Does a person start it?',
    why: {
      text: 'If a person is behind each action, the call should carry that person’s name and rights. If nobody is, the agent needs its own credential.',
      basis: [agentsAndPeople, userContextWhenPersonStarts],
    },
    terms: [
      {
        term: 'MCP server',
        meaning: {
          text: 'A program that offers tools to an AI assistant through the Model Context Protocol. Okta has two of its own, and both follow this rule.',
          basis: [twoMcpServers, agentsAndPeople],
        },
      },
    ],
    background: [crossAppAccessIsElsewhere],
    options: {
      person: {
        label: 'Yes, a signed-in person is behind each action',
        short: 'Yes, a person',
        hint: {
          text: 'For example an assistant for staff, or an MCP server that an admin uses in an editor.',
          basis: [twoMcpServers, agentsAndPeople],
        },
        because: {
          text: 'A person starts every action that your agent takes, so that person signs in and the calls are made on their behalf.',
          basis: [agentsAndPeople],
        },
        rulesOut: { serviceApp: forProgramsAlone, apiServiceIntegration: forProgramsAlone },
      },
      alone: {
        label: 'No, it acts on its own',
        short: 'No, alone',
        hint: {
          text: 'It runs on a schedule or reacts to events, with nobody at the keyboard.',
          basis: [agentsAndPeople],
        },
        because: {
          text: 'No person is behind your agent’s calls, so it gets its own credential, like any other unattended program.',
          basis: [agentsAndPeople],
        },
        rulesOut: {},
      },
    },
  },
  obstacle: {
    heading: 'What stands in the way of OAuth 2.0?',
    short: 'What stands in the way?',
    why: {
      text: 'Only a limit that you cannot get round leaves you with an API token, and there are few of those.',
      basis: [ruleInProse, whichOperationsNeedToken],
    },
    terms: [],
    background: [],
    options: {
      tokenOnlyOperation: {
        label: 'It needs an operation that accepts only an API token',
        short: 'Token-only operation',
        hint: {
          text: 'Two of the 732 management operations are like this.',
          basis: [whichOperationsNeedToken],
        },
        limit: 'real',
        instead: [
          {
            text: 'To revoke a token, use `DELETE /api/v1/api-tokens/{id}`: it accepts OAuth 2.0 with `okta.apiTokens.manage`.',
            basis: [waysToRevokeToken],
          },
          {
            text: 'To list security questions, try OAuth 2.0 first: we suspect a gap in the specification there.',
            basis: [securityQuestionsLookLikeOmission],
          },
          {
            text: 'If neither helps, use a token for that one operation and OAuth 2.0 for the rest.',
            basis: [tokenOnlyOperations],
          },
        ],
        because: {
          text: 'Your program needs an operation that does not accept OAuth 2.0, so for this one it needs an API token.',
          basis: [tokenOnlyOperations],
        },
        rulesOut: withoutOauth,
      },
      productHasOauth: {
        label: 'The guide for our product asks for a token: Terraform, Org2Org or an agent',
        short: 'Older guide',
        hint: {
          text: 'Older guides ask for an API token. Today all three can use OAuth 2.0.',
          basis: [tokenOnlyProductsToday],
        },
        limit: 'none',
        instead: [
          {
            text: 'Terraform: give the provider a service app with a private key. If you manage `okta_security_notification_emails`, which fails with OAuth 2.0, set it by hand.',
            basis: [terraformEmailsNeedToken],
          },
          {
            text: 'Org2Org: register a service app in the hub for each spoke. Okta makes the key and publishes it for you.',
            basis: [orgToOrgCanUseOauth, orgToOrgKeysByOkta],
          },
          {
            text: 'An agent: update it. AD agents use OAuth 2.0 from version 3.18.0, On-Premises Provisioning agents from version 3.0.2.',
            basis: [newerAgentsUseOauth],
          },
        ],
        because: {
          text: 'Your product works with OAuth 2.0 today, so you need not follow an older guide that asks for a token.',
          basis: [tokenOnlyProductsToday],
        },
        rulesOut: withoutLimit,
      },
      documentedTokenProduct: {
        label: 'It is Access Gateway, or a trusted app using the classic Authentication API',
        short: 'Access Gateway',
        hint: {
          text: 'In these two cases Okta’s own set-up still asks for an API token.',
          basis: [tokenOnlyProductsToday, accessGatewayAsksForToken],
        },
        limit: 'real',
        instead: [
          {
            text: 'For the classic Authentication API, check whether your app must be a trusted one. A public app sends no credential, but has strict rate limits.',
            basis: [classicAuthenticationToday],
          },
          {
            text: 'For Access Gateway, no way without a token is documented. Make the token with an account that has the smallest role its set-up allows.',
            basis: [accessGatewayAsksForToken, mitigationsForForcedToken],
          },
        ],
        because: {
          text: 'Okta’s own instructions for your product ask for an API token, and no way to use OAuth 2.0 is documented.',
          basis: [accessGatewayAsksForToken, tokenOnlyProductsToday],
        },
        rulesOut: withoutOauth,
      },
      fixedHeaderProduct: {
        label: 'It can only send one fixed header',
        short: 'Fixed header',
        hint: {
          text: 'Often it has one field, called “API key” or “token”. An access token typed into it would stop working after an hour.',
          basis: [accessTokenLastsOneHour],
        },
        limit: 'real',
        instead: [
          {
            text: 'Put a small broker in between: it holds the key, fetches the tokens and passes the calls on. Then OAuth 2.0 works.',
            basis: [brokerForFixedHeader],
          },
        ],
        because: {
          text: 'Your product always sends the same header, and no broker can stand in front of it. So it needs a value that lasts: an API token.',
          basis: [brokerForFixedHeader],
        },
        rulesOut: withoutOauth,
      },
      extraWork: {
        label: 'OAuth 2.0 is more work',
        short: 'More work',
        hint: {
          text: 'One more request, for the access token, before the first call.',
          basis: [oauthConsiderations],
        },
        limit: 'none',
        instead: [
          {
            text: 'Leave the work to an SDK or a library, and copy the requests from the result page of this guide.',
            basis: [oauthWidelySupported],
          },
        ],
        because: {
          text: 'More work is a cost, not a limit, so OAuth 2.0 is still the way to go.',
          basis: [oauthConsiderations],
        },
        rulesOut: withoutLimit,
      },
      noSuperAdmin: {
        label: 'No super admin is at hand',
        short: 'No super admin',
        hint: {
          text: 'Only a super admin can grant the scopes and assign the role.',
          basis: [superAdminNeeded],
        },
        limit: 'none',
        instead: [
          {
            text: 'Ask one to do two steps of the set-up, and say which scopes and which role you need. A token is not a safe way round this: it carries all the rights of whoever makes it.',
            basis: [superAdminNeeded, tokenCarriesAllPermissions],
          },
        ],
        because: {
          text: 'You need a super admin for the set-up, not for the calls, so this is a favour to ask for, not a limit.',
          basis: [superAdminNeeded],
        },
        rulesOut: withoutLimit,
      },
      fixedIp: {
        label: 'Its calls must come from fixed addresses',
        short: 'Fixed addresses',
        hint: {
          text: 'An API token can be tied to a network zone. So can an OAuth app.',
          basis: [appsHaveNetworkZones],
        },
        limit: 'none',
        instead: [
          {
            text: 'Put the addresses into a network zone, and set that zone on the service app.',
            basis: [appsHaveNetworkZones],
          },
        ],
        because: {
          text: 'A service app can have a network zone as well, so fixed addresses are no reason for a token.',
          basis: [fixedAddressesAreNoReason],
        },
        rulesOut: withoutLimit,
      },
      serviceAccountExists: {
        label: 'We have a service account for it already',
        short: 'Service account',
        hint: {
          text: 'A user account made for programs, which share its token.',
          basis: [serviceAccountMovesProblem],
        },
        limit: 'none',
        instead: [
          {
            text: 'Give the program its own app with few scopes. Then nobody has to guard an account that can do more.',
            basis: [serviceAccountMovesProblem, oauthConsiderations],
          },
        ],
        because: {
          text: 'A service account only moves the problem, so having one is no reason for a token.',
          basis: [serviceAccountMovesProblem],
        },
        rulesOut: withoutLimit,
      },
      nothing: {
        label: 'Nothing that we know of',
        short: 'Nothing',
        hint: {
          text: 'Then nothing rules out OAuth 2.0. One or two more questions lead you to the right OAuth 2.0 method.',
          basis: [ruleInProse],
        },
        limit: 'none',
        instead: [
          {
            text: 'Go on with OAuth 2.0. If something in the set-up stops you, come back and choose it here.',
            basis: [ruleInProse],
          },
        ],
        because: {
          text: 'You found nothing that stands in the way, so your program can use OAuth 2.0.',
          basis: [ruleInProse],
        },
        rulesOut: {
          apiToken: {
            text: 'An API token is for a limit that you cannot get round, and you found none.',
            basis: [ruleInProse],
          },
        },
      },
    },
  },
  audience: {
    heading: 'Whose Okta org does it call?',
    short: 'Whose org does it call?',
    why: {
      text: 'In your own org you choose the scopes; in a customer’s org somebody else does, and may choose too many or too few.',
      basis: [sharedServiceAppLimit],
    },
    terms: [
      {
        term: 'Org',
        meaning: {
          text: 'One company’s own Okta: its users, apps and settings.',
          basis: [integrationIsVendorService],
        },
      },
      {
        term: 'Service app',
        meaning: {
          text: 'An app of the type “API Services” in an org: it stands for a program that runs without a person.',
          basis: [serviceAppCreation],
        },
      },
    ],
    background: [],
    options: {
      ownOrg: {
        label: 'Our own org, or several of our own',
        short: 'Our own',
        hint: {
          text: 'Each org gets its own app, key and grants. Also choose this when you run a vendor’s collector yourself: then you hold the key.',
          basis: [manyOwnOrgs, ownCollectorOrListing],
        },
        because: {
          text: 'Your program calls your own org, so you make a service app there and choose its scopes yourself.',
          basis: [ruleInProse],
        },
        rulesOut: {
          apiServiceIntegration: {
            text: 'An API service integration is a vendor’s service that customers install. Okta’s help pages also describe a private one for a single org; its developer docs do not, so this guide stays with the service app.',
            basis: [integrationIsVendorService, privateIntegrationsConflict],
          },
        },
      },
      customerOrgs: {
        label: 'The orgs of our customers',
        short: 'Our customers’',
        hint: {
          text: 'You are a vendor, or you build for several companies.',
          basis: [integrationIsVendorService],
        },
        because: {
          text: 'Your program calls your customers’ orgs, so it matters how each customer sets it up.',
          basis: [sharedServiceAppLimit],
        },
        rulesOut: {},
      },
    },
  },
  catalog: {
    heading: 'Will each customer install it from its listing in the OIN?',
    short: 'Installed from the OIN?',
    why: {
      text: 'A listing fixes the scopes for everyone and spares customers the manual set-up.',
      basis: [integrationScopesVisible, sharedServiceAppLimit],
    },
    terms: [
      {
        term: 'OIN',
        meaning: {
          text: 'The Okta Integration Network, the public catalog from which companies add integrations to their org.',
          basis: [integrationAddsDiscoverability, privateCustomerUsesServiceApp],
        },
      },
      {
        term: 'API service integration',
        meaning: {
          text: 'A vendor’s back-end service with a listing there.',
          basis: [integrationIsVendorService],
        },
      },
    ],
    background: [],
    options: {
      yes: {
        label: 'Yes, from its listing',
        short: 'Yes',
        hint: {
          text: 'You submit it to the OIN, and each customer adds it to their org.',
          basis: [integrationAddsDiscoverability],
        },
        because: {
          text: 'Your customers install it from the OIN, so it becomes an API service integration.',
          basis: [integrationIsVendorService],
        },
        rulesOut: {
          serviceApp: {
            text: 'Each customer would make a service app by hand in their own org, and choose its scopes.',
            basis: [sharedServiceAppLimit],
          },
        },
      },
      no: {
        label: 'No, it is private or not listed yet',
        short: 'No',
        hint: {
          text: 'Each customer makes a service app for it by hand. Okta’s sources disagree on whether a private integration can take its place: look in the customer’s org.',
          basis: [privateCustomerUsesServiceApp, privateIntegrationsConflict],
        },
        because: {
          text: 'Your program has no listing to install it from, so each customer makes a service app for it.',
          basis: [privateCustomerUsesServiceApp],
        },
        rulesOut: {
          apiServiceIntegration: {
            text: 'Customers install an API service integration from its listing, and you have none. Once you have one, you can switch. A private integration may exist in an org, but Okta’s sources disagree about it.',
            basis: [integrationIsVendorService, listingUnderReview, privateIntegrationsConflict],
          },
        },
      },
    },
  },
} as const satisfies Record<QuestionId, Question>;

/** An answer, which is also the machine's event: `<question>.<option>`. */
export type Answer = {
  [Q in QuestionId]: `${Q}.${keyof (typeof questions)[Q]['options'] & string}`;
}[QuestionId];
