import {
  integrationExamples,
  integrationFits,
  integrationIsVendorService,
  integrationScopesKnownLimits,
  docsWantPublicIntegrations,
  privateIntegrationsConflict,
} from '#guide/claims/apiServiceIntegrationClaims.ts';
import {
  accessGatewayAsksForToken,
  disasterRecoveryNeedsOauth,
  mitigationsForForcedToken,
  oauthOnlyOperations,
  orgToOrgCanUseOauth,
} from '#guide/claims/apiTokenClaims.ts';
import { orgToOrgKeysByOkta } from '#guide/claims/callerClaims.ts';
import { clientCredentialsPreferred, oauthByDefault } from '#guide/claims/articleClaims.ts';
import { orgServerForcesKey } from '#guide/claims/changeClaims.ts';
import { terraformCredentials } from '#guide/claims/officialToolClaims.ts';
import {
  oneOffScript,
  ownApiNeedsCustomServer,
  privateCustomerUsesServiceApp,
} from '#guide/claims/scenarioClaims.ts';
import {
  customRoleNeedsResourceSet,
  scopeAndRoleBothBound,
  selfScopesNeedUser,
} from '#guide/claims/serviceAppClaims.ts';
import {
  publicClientsKeepNoSecret,
  selfScopesRequireUser,
  userContextWhenPersonStarts,
} from '#guide/claims/userContextClaims.ts';
import { misconceptions } from '../misconceptions.ts';
import type { GuideScenario } from '../scenario.ts';

/** One fact decides. */
export const firstScenarios: readonly GuideScenario[] = [
  {
    kind: 'keyed',
    id: 'nightly-hr-sync',
    level: 'first',
    title: 'The nightly HR sync',
    story:
      'Every night our server reads the changes from the HR system and updates people’s profiles in our Okta. Nobody watches it, and it has to be right in the morning.',
    facts: [
      { ask: 'Where does it run?', told: 'On one of our servers, with a secrets manager.' },
      { ask: 'Which people may it change?', told: 'Employees only, not the admins.' },
    ],
    hint: 'Who is there when it runs, and whose org is it?',
    answers: ['oauth.yes', 'audience.ownOrg'],
    result: 'serviceApp',
    because: 'It runs alone, can keep a key, and calls our own org.',
    reason: {
      text: 'It runs unattended on a server that can keep a key, and it calls your own org. So it is a service app, with one scope for users and a role that covers the right people.',
      basis: [clientCredentialsPreferred, scopeAndRoleBothBound, customRoleNeedsResourceSet],
    },
    misconceptions: {
      apiServiceIntegration: misconceptions.listingForOwnOrg,
      apiToken: misconceptions.tokenIsLessWork,
      userContext: misconceptions.somebodyIsAlwaysThere,
      customAuthorizationServer: misconceptions.serversAreAlike,
      delegatedGrant: misconceptions.adminSignsInOnce,
      otherInterface: misconceptions.provisioningIsScim,
    },
    twist: {
      change:
        'The HR vendor offers this sync to all its customers as a public listing in the OIN, and its own service does the work.',
      answers: ['oauth.yes', 'audience.customerOrgs', 'catalog.yes'],
      result: 'apiServiceIntegration',
      reason: {
        text: 'Many customers now install one public listing: an API service integration.',
        basis: [integrationIsVendorService, docsWantPublicIntegrations],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'log-forwarder',
    level: 'first',
    title: 'Logs for every customer',
    story:
      'We sell a security product. It collects each customer’s System Log every minute. Customers should be able to find us in Okta’s catalog and switch us on themselves.',
    facts: [
      { ask: 'Who runs the collector?', told: 'We do, one service for all customers.' },
      { ask: 'Does a person start it?', told: 'No, it polls.' },
    ],
    hint: 'How do the customers get it?',
    answers: ['oauth.yes', 'audience.customerOrgs', 'catalog.yes'],
    result: 'apiServiceIntegration',
    because: 'It runs alone at a vendor, and many customers install it themselves.',
    reason: {
      text: 'A vendor’s back-end service, public, for many customers, and with no user behind its calls: Okta’s own example of an API service integration.',
      basis: [integrationExamples, integrationFits, docsWantPublicIntegrations],
    },
    misconceptions: {
      serviceApp: misconceptions.handMadeForEveryone,
      apiToken: misconceptions.tokenIsLessWork,
      userContext: misconceptions.somebodyIsAlwaysThere,
      customAuthorizationServer: misconceptions.serversAreAlike,
      delegatedGrant: misconceptions.vendorLetsAdminSignIn,
      otherInterface: misconceptions.streamingSparesTheCall,
    },
    twist: {
      change: 'It is written for one customer only and must not be public.',
      answers: ['oauth.yes', 'audience.customerOrgs', 'catalog.no'],
      result: 'serviceApp',
      reason: {
        text: 'For one private customer: a service app in that customer’s org. Okta’s sources disagree on whether an integration can be private.',
        basis: [privateCustomerUsesServiceApp, privateIntegrationsConflict],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'terraform-pipeline',
    level: 'first',
    title: 'Groups as code',
    story:
      'Our platform team keeps groups and apps in Terraform. The pipeline in CI applies them after each merge.',
    facts: [
      { ask: 'Who approves the merge?', told: 'A colleague; the pipeline then runs alone.' },
      { ask: 'Which resources?', told: 'Groups, apps and policies.' },
    ],
    hint: 'Who starts the call: the person who merged, or the pipeline?',
    answers: ['oauth.yes', 'audience.ownOrg'],
    result: 'serviceApp',
    because: 'The pipeline runs alone and can keep a key.',
    reason: {
      text: 'The pipeline runs alone and can keep a key, and the provider accepts a service app’s key. List the scopes for the provider to request.',
      basis: [terraformCredentials, clientCredentialsPreferred],
    },
    misconceptions: {
      apiServiceIntegration: misconceptions.listingForOwnOrg,
      apiToken: misconceptions.tokenIsLessWork,
      userContext: misconceptions.somebodyIsAlwaysThere,
      customAuthorizationServer: misconceptions.serversAreAlike,
      delegatedGrant: misconceptions.secretIsASecret,
      otherInterface: misconceptions.consoleEndpointsAreOpen,
    },
    twist: {
      change:
        'There is no pipeline: an admin applies the change once, on a laptop, and the log should name her.',
      answers: ['oauth.person'],
      result: 'userContext',
      reason: {
        text: 'Now a person runs it: she signs in, and the provider uses her access token.',
        basis: [oneOffScript, terraformCredentials],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'failover-drill',
    level: 'first',
    title: 'The failover drill',
    story:
      'Twice a year, and in a real emergency, our resilience team’s tool has to switch our Okta org over to the other region.',
    facts: [
      { ask: 'Which API?', told: 'Okta’s Enhanced Disaster Recovery.' },
      { ask: 'Who runs the tool?', told: 'The resilience team, on two servers.' },
    ],
    hint: 'What does that API accept?',
    answers: ['oauth.yes', 'audience.ownOrg'],
    result: 'serviceApp',
    because: 'That API accepts only scoped access tokens, and the tool runs on our servers.',
    reason: {
      text: 'Disaster Recovery accepts only scoped OAuth 2.0 access tokens, at its own base URL: a service app.',
      basis: [disasterRecoveryNeedsOauth],
    },
    misconceptions: {
      apiServiceIntegration: misconceptions.listingForOwnOrg,
      apiToken: misconceptions.tokenFitsEverywhere,
      userContext: misconceptions.somebodyIsAlwaysThere,
      customAuthorizationServer: misconceptions.serversAreAlike,
      delegatedGrant: misconceptions.adminSignsInOnce,
      otherInterface: misconceptions.productHasOwnCredential,
    },
    twist: {
      change:
        'The tool does not switch Okta. It switches our own application, through our own API, which checks tokens from Okta.',
      answers: ['oauth.ownApi'],
      result: 'customAuthorizationServer',
      reason: {
        text: 'Now the API is your own: client credentials at a custom authorization server.',
        basis: [ownApiNeedsCustomServer],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'ad-groups-from-cloud',
    level: 'first',
    title: 'Leavers out of AD groups',
    story:
      'Our governance job decides in the cloud who leaves which group in Active Directory, and Okta has to pass that on.',
    facts: [
      { ask: 'Which operation?', told: '`updateGroupMembership`.' },
      { ask: 'When?', told: 'On a schedule, with nobody there.' },
    ],
    hint: 'Look up the operation before you choose.',
    answers: ['oauth.yes', 'audience.ownOrg'],
    result: 'serviceApp',
    because: 'The operation accepts only access tokens, and the job runs alone.',
    reason: {
      text: 'The operation accepts only OAuth 2.0, and the job runs alone in your org: a service app.',
      basis: [oauthOnlyOperations],
    },
    misconceptions: {
      apiServiceIntegration: misconceptions.listingForOwnOrg,
      apiToken: misconceptions.tokenFitsEverywhere,
      userContext: misconceptions.somebodyIsAlwaysThere,
      customAuthorizationServer: misconceptions.serversAreAlike,
      delegatedGrant: misconceptions.adminSignsInOnce,
      otherInterface: misconceptions.provisioningIsScim,
    },
    twist: {
      change: 'A vendor sells this job, and customers install it from its listing in the OIN.',
      answers: ['oauth.yes', 'audience.customerOrgs', 'catalog.yes'],
      result: 'apiServiceIntegration',
      reason: {
        text: 'Customers install it from a public listing: an API service integration, if the OIN Wizard offers the vendor the scope that it needs.',
        basis: [integrationIsVendorService, integrationScopesKnownLimits],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'org-to-org',
    level: 'first',
    title: 'Hub and spokes',
    story:
      'We have a hub org and eleven spokes. Org2Org provisions people from the spokes into the hub. Today each spoke has a token.',
    facts: [
      { ask: 'Who owns the orgs?', told: 'We own all twelve.' },
      { ask: 'May we change the set-up?', told: 'Yes.' },
    ],
    hint: 'Is the token required, or only still accepted?',
    answers: ['oauth.yes', 'audience.ownOrg'],
    result: 'serviceApp',
    because: 'We own all the orgs, and Okta recommends OAuth 2.0 here too.',
    reason: {
      text: 'Org2Org still accepts a token, but Okta recommends OAuth 2.0 with automatic key rotation: a service app in the hub for each spoke. Okta makes the keys itself.',
      basis: [orgToOrgCanUseOauth, orgToOrgKeysByOkta],
    },
    misconceptions: {
      apiServiceIntegration: misconceptions.listingForOwnOrg,
      apiToken: misconceptions.agentsNeedTokens,
      userContext: misconceptions.somebodyIsAlwaysThere,
      customAuthorizationServer: misconceptions.serversAreAlike,
      delegatedGrant: misconceptions.secretIsASecret,
      otherInterface: misconceptions.provisioningIsScim,
    },
    twist: {
      change:
        'A vendor’s service does the provisioning, not Org2Org. Its customers install it from its listing in the OIN.',
      answers: ['oauth.yes', 'audience.customerOrgs', 'catalog.yes'],
      result: 'apiServiceIntegration',
      reason: {
        text: 'A vendor’s back-end service that customers install from a public listing: an API service integration.',
        basis: [integrationIsVendorService],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'helpdesk-portal',
    level: 'first',
    title: 'The help desk’s button',
    story:
      'On our help desk page an agent presses “give access”, and the app is assigned in Okta. Afterwards the auditors want to see which agent it was.',
    facts: [
      {
        ask: 'May every agent assign every app?',
        told: 'No: each agent only what their role allows.',
      },
      { ask: 'Are the agents signed in?', told: 'Yes, with Okta.' },
    ],
    hint: 'Whose rights should limit the call?',
    answers: ['oauth.person'],
    result: 'userContext',
    because: 'The agent starts each call, so the agent’s rights must limit it.',
    reason: {
      text: 'A signed-in agent starts each call; the agent’s rights should limit it and the log should name the agent: user context.',
      basis: [userContextWhenPersonStarts],
    },
    misconceptions: {
      serviceApp: misconceptions.programActsAlone,
      apiServiceIntegration: misconceptions.programActsAlone,
      apiToken: misconceptions.tokenIsLessWork,
      customAuthorizationServer: misconceptions.serversAreAlike,
      delegatedGrant: misconceptions.adminStandsInForAll,
      otherInterface: misconceptions.workflowsNeedsNoCredential,
    },
    twist: {
      change:
        'At night a job removes access that has not been used for 30 days, with nobody signed in.',
      answers: ['oauth.yes', 'audience.ownOrg'],
      result: 'serviceApp',
      reason: {
        text: 'The job runs alone: a service app with its own scopes and role.',
        basis: [clientCredentialsPreferred, scopeAndRoleBothBound],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'own-profile-page',
    level: 'first',
    title: 'Change my phone number',
    story:
      'We want people to change their own phone number on a page of our intranet, without calling anybody.',
    facts: [
      { ask: 'Which API?', told: 'MyAccount.' },
      { ask: 'Are they signed in?', told: 'Yes.' },
    ],
    hint: 'Could a program do it without that person?',
    answers: ['oauth.person'],
    result: 'userContext',
    because: 'It is that person’s own data, and only that person can ask for it.',
    reason: {
      text: 'The MyAccount API and scopes that end in `.self` need a signed-in user; client credentials cannot get them.',
      basis: [selfScopesRequireUser, selfScopesNeedUser],
    },
    misconceptions: {
      serviceApp: misconceptions.programActsAlone,
      apiServiceIntegration: misconceptions.programActsAlone,
      apiToken: misconceptions.tokenIsLessWork,
      customAuthorizationServer: misconceptions.serversAreAlike,
      delegatedGrant: misconceptions.adminStandsInForAll,
      otherInterface: misconceptions.myAccountHasOwnCredential,
    },
    twist: {
      change: 'Instead, HR changes hundreds of people’s numbers in a nightly import.',
      answers: ['oauth.yes', 'audience.ownOrg'],
      result: 'serviceApp',
      reason: {
        text: 'No person starts the calls any more: a service app.',
        basis: [clientCredentialsPreferred],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'mobile-groups',
    level: 'first',
    title: 'Groups in the mobile app',
    story:
      'Our mobile app should show people which Okta groups they are in. It has no back end yet.',
    facts: [
      { ask: 'Where would the key be stored?', told: 'In the app, on each phone.' },
      { ask: 'Could you add a back end?', told: 'We would rather not.' },
    ],
    hint: 'What can a phone keep secret?',
    answers: ['oauth.person'],
    result: 'userContext',
    because: 'A phone can keep nothing secret, so the person has to sign in.',
    reason: {
      text: 'A phone can keep neither a secret nor a key, so none of the three methods fits: the person signs in with PKCE.',
      basis: [publicClientsKeepNoSecret, userContextWhenPersonStarts],
    },
    misconceptions: {
      serviceApp: misconceptions.browserKeepsSecret,
      apiServiceIntegration: misconceptions.browserKeepsSecret,
      apiToken: misconceptions.browserKeepsSecret,
      customAuthorizationServer: misconceptions.serversAreAlike,
      delegatedGrant: misconceptions.browserKeepsSecret,
      otherInterface: misconceptions.consoleEndpointsAreOpen,
    },
    twist: {
      change:
        'Your back end reads the groups by itself and gives the app what each person may see.',
      answers: ['oauth.yes', 'audience.ownOrg'],
      result: 'serviceApp',
      reason: {
        text: 'The back end can keep a key and calls alone: a service app.',
        basis: [clientCredentialsPreferred],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'access-gateway',
    level: 'first',
    title: 'Setting up Access Gateway',
    story:
      'We are setting up Okta Access Gateway in front of our old applications, and the instructions ask for a value to paste.',
    facts: [
      { ask: 'What do the instructions ask for?', told: 'A service account and an API token.' },
      { ask: 'Do they offer another way?', told: 'No.' },
    ],
    hint: 'Who asks for the token: you, or Okta’s own set-up?',
    answers: ['oauth.no', 'obstacle.documentedTokenProduct'],
    result: 'apiToken',
    because: 'Okta’s own instructions for this product ask for it.',
    reason: {
      text: 'Okta’s own set-up of Access Gateway includes a service account and an API token. Give the account the smallest role that the page allows.',
      basis: [accessGatewayAsksForToken, mitigationsForForcedToken],
    },
    misconceptions: {
      serviceApp: misconceptions.oauthEverywhere,
      apiServiceIntegration: misconceptions.oauthEverywhere,
      userContext: misconceptions.somebodyIsAlwaysThere,
      customAuthorizationServer: misconceptions.serversAreAlike,
      delegatedGrant: misconceptions.everyProductCanSignIn,
      otherInterface: misconceptions.productHasOwnCredential,
    },
    twist: {
      change:
        'The program is not the gateway but your own script, which lists the applications behind it.',
      answers: ['oauth.yes', 'audience.ownOrg'],
      result: 'serviceApp',
      reason: {
        text: 'Nothing requires a token for your own script: a service app.',
        basis: [oauthByDefault],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'own-warehouse-api',
    level: 'first',
    title: 'Only our warehouse',
    story:
      'Our robots call the API of our own warehouse. Okta should issue the tokens that the warehouse checks.',
    facts: [
      { ask: 'Do they call Okta as well?', told: 'No, never.' },
      { ask: 'Who checks the token?', told: 'The warehouse’s gateway.' },
    ],
    hint: 'Whose API is it?',
    answers: ['oauth.ownApi'],
    result: 'customAuthorizationServer',
    because: 'The API is our own, not Okta’s.',
    reason: {
      text: 'The API is yours, not Okta’s: client credentials at a custom authorization server.',
      basis: [ownApiNeedsCustomServer],
    },
    misconceptions: {
      serviceApp: misconceptions.oktaTokenOpensAnything,
      apiServiceIntegration: misconceptions.oktaTokenOpensAnything,
      apiToken: misconceptions.oktaTokenOpensAnything,
      userContext: misconceptions.somebodyIsAlwaysThere,
      delegatedGrant: misconceptions.oktaTokenOpensAnything,
      otherInterface: misconceptions.notOktaMeansOther,
    },
    twist: {
      change: 'The robots’ control system also reads Okta’s groups by itself.',
      answers: ['oauth.yes', 'audience.ownOrg'],
      result: 'serviceApp',
      reason: {
        text: 'That call goes to Okta’s API, so it needs a service app at the org authorization server.',
        basis: [orgServerForcesKey, clientCredentialsPreferred],
      },
    },
  },
];
