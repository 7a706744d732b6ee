import {
  accessGatewayAsksForToken,
  terraformEmailsNeedToken,
} from '#guide/claims/apiTokenClaims.ts';
import {
  clientCredentialsPreferred,
  oauthConsiderations,
  oauthByDefault,
} from '#guide/claims/articleClaims.ts';
import {
  agentsAndPeople,
  crossAppAccessIsElsewhere,
  flowInvocation,
  productWithSecretActsForAdmin,
  scimCredentials,
  tokenOnlyProductsToday,
} from '#guide/claims/callerClaims.ts';
import { clientSecretRefused } from '#guide/claims/changeClaims.ts';
import { terraformCredentials } from '#guide/claims/officialToolClaims.ts';
import { noSignInForServiceApps, scopeAndRoleBothBound } from '#guide/claims/serviceAppClaims.ts';
import { userContextWhenPersonStarts } from '#guide/claims/userContextClaims.ts';
import { misconceptions } from '../misconceptions.ts';
import type { GuideScenario } from '../scenario.ts';

/** Callers that look like an ordinary program but are not, or the other way round; at every level. */
export const callerScenarios: readonly GuideScenario[] = [
  {
    kind: 'keyed',
    id: 'two-fields-and-a-button',
    level: 'first',
    title: 'Two fields and a button',
    story:
      'We bought a tool that reports on our Okta org every morning. Its settings have a field for a client ID, one for a client secret, and a button that opens Okta’s sign-in page.',
    facts: [
      { ask: 'Who presses the button?', told: 'One of our admins, once.' },
      { ask: 'Can the tool use a private key instead?', told: 'No, it has no field for one.' },
    ],
    hint: 'On whose behalf does it call each morning?',
    answers: ['oauth.product'],
    result: 'delegatedGrant',
    because: 'An admin signs in once, and every later call is made on that admin’s behalf.',
    reason: {
      text: 'The tool keeps a refresh token from that one sign-in, and its calls belong to the account behind it. Register it as a web app in your org. Sign in with an account that is used for nothing else.',
      basis: [productWithSecretActsForAdmin],
    },
    misconceptions: {
      serviceApp: misconceptions.productActsForItself,
      apiServiceIntegration: misconceptions.secretIsASecret,
      apiToken: misconceptions.tokenIsLessWork,
      userContext: misconceptions.signsInEachTime,
      customAuthorizationServer: misconceptions.serversAreAlike,
      otherInterface: misconceptions.hooksSpareTheCall,
    },
    twist: {
      change: 'The new version uses a private key instead of the secret, and the button is gone.',
      answers: ['oauth.yes', 'audience.ownOrg'],
      result: 'serviceApp',
      reason: {
        text: 'Now it authenticates with a key and depends on no person’s account: a service app.',
        basis: [clientCredentialsPreferred, oauthConsiderations],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'okta-calls-our-server',
    level: 'first',
    title: 'Okta calls us',
    story:
      'We want Okta to create people’s accounts in our own application, and we have built a SCIM server for this. Which of Okta’s credentials must that server accept?',
    facts: [
      { ask: 'Who sends the requests?', told: 'Okta, whenever somebody is assigned.' },
      { ask: 'Who checks them?', told: 'Our SCIM server.' },
    ],
    hint: 'Who calls whom?',
    answers: ['oauth.other'],
    result: 'otherInterface',
    because: 'Okta is the caller here, so we issue the credential.',
    reason: {
      text: 'Here Okta is the caller. You issue the credential and enter it in Okta, as a header or through OAuth 2.0 with an authorization code, and your server checks it.',
      basis: [scimCredentials],
    },
    misconceptions: {
      serviceApp: misconceptions.scimIsAnApiCall,
      apiServiceIntegration: misconceptions.vendorMeansListing,
      apiToken: misconceptions.anyTokenOpensIt,
      userContext: misconceptions.somebodyIsAlwaysThere,
      customAuthorizationServer: misconceptions.ownServerNeedsOktaTokens,
      delegatedGrant: misconceptions.secretIsASecret,
    },
    twist: {
      change:
        'At night your application also reads the groups from `/api/v1/groups` of your own org.',
      answers: ['oauth.yes', 'audience.ownOrg'],
      result: 'serviceApp',
      reason: {
        text: 'That is a call to Okta’s management API, and it runs on its own: a service app, in addition to the SCIM server’s credential.',
        basis: [clientCredentialsPreferred, scimCredentials],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'assistant-for-staff',
    level: 'ambiguous',
    title: 'Ask the assistant',
    story:
      'Our team leads will ask an AI assistant for things like “add Kim to the project group”. It should do what they could do in Okta themselves, and nothing more.',
    facts: [
      { ask: 'Are the team leads signed in?', told: 'Yes, with Okta.' },
      { ask: 'Does it do anything that nobody asked for?', told: 'No.' },
    ],
    hint: 'Who starts each action?',
    answers: ['oauth.agent', 'agent.person'],
    result: 'userContext',
    because:
      'A person asks for each action, so the calls should be made in that person’s name and with that person’s rights.',
    reason: {
      text: 'A team lead is behind each action. The team lead signs in, with an authorization code and PKCE, and the assistant calls on their behalf. Okta’s Managed MCP Server does the same.',
      basis: [agentsAndPeople, userContextWhenPersonStarts],
    },
    misconceptions: {
      serviceApp: misconceptions.programActsAlone,
      apiServiceIntegration: misconceptions.vendorMeansListing,
      apiToken: misconceptions.tokenIsLessWork,
      customAuthorizationServer: misconceptions.serversAreAlike,
      delegatedGrant: misconceptions.adminStandsInForAll,
      otherInterface: misconceptions.agentsHaveAnotherWay,
    },
    twist: {
      change: 'Every Friday it takes people out of finished projects, and nobody asks it to.',
      answers: ['oauth.agent', 'agent.alone', 'audience.ownOrg'],
      result: 'serviceApp',
      reason: {
        text: 'Nobody is at the keyboard for that, so that part needs a service app of its own.',
        basis: [agentsAndPeople],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'agent-on-night-watch',
    level: 'ambiguous',
    title: 'The night watch',
    story:
      'An AI agent reads our System Log and suspends accounts that look compromised, even at three in the morning. Our architect says that agents get their access through Cross App Access.',
    facts: [
      { ask: 'Does anybody confirm what it does?', told: 'No, it would be too late by then.' },
      { ask: 'Whose accounts are they?', told: 'Our own staff’s, in our own org.' },
    ],
    hint: 'Who starts it at three in the morning?',
    answers: ['oauth.agent', 'agent.alone', 'audience.ownOrg'],
    result: 'serviceApp',
    because: 'Nobody starts its actions, so it needs its own key and a few rights.',
    reason: {
      text: 'No person starts it, so it is an unattended program like any other: a service app with a private key, few scopes and a role. Okta advises against Cross App Access for such agents, and its tokens are not for Okta’s own APIs.',
      basis: [agentsAndPeople, crossAppAccessIsElsewhere, scopeAndRoleBothBound],
    },
    misconceptions: {
      apiServiceIntegration: misconceptions.listingForOwnOrg,
      apiToken: misconceptions.tokenIsLessWork,
      userContext: misconceptions.somebodyIsAlwaysThere,
      customAuthorizationServer: misconceptions.serversAreAlike,
      delegatedGrant: misconceptions.adminSignsInOnce,
      otherInterface: misconceptions.agentsHaveAnotherWay,
    },
    twist: {
      change: 'It only proposes now. An analyst reads each proposal and has it carried out.',
      answers: ['oauth.agent', 'agent.person'],
      result: 'userContext',
      reason: {
        text: 'Now the analyst starts each action: the analyst signs in, and the calls are theirs.',
        basis: [agentsAndPeople, userContextWhenPersonStarts],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'flow-into-another-org',
    level: 'ambiguous',
    title: 'A flow into another org',
    story:
      'Our flows in Okta Workflows have to add people to groups in a sister company’s Okta. We made an app of the type “API Services” there and copied its client ID and secret, but it does not connect.',
    facts: [
      {
        ask: 'What does the connection ask for?',
        told: 'A client ID, a client secret, and a sign-in.',
      },
      { ask: 'Will the sister company help?', told: 'Yes, their admins have an hour for us.' },
    ],
    hint: 'Which kind of app lets somebody sign in?',
    answers: ['oauth.product'],
    result: 'delegatedGrant',
    because: 'The connection needs an app that an admin can sign in to once.',
    reason: {
      text: 'The connector opens a sign-in page. An API Services app has none, and Okta also refuses its secret. The sister company makes a web app, grants the scopes and authorizes the connection with an account kept for it.',
      basis: [productWithSecretActsForAdmin, noSignInForServiceApps, clientSecretRefused],
    },
    misconceptions: {
      serviceApp: misconceptions.secretIsASecret,
      apiServiceIntegration: misconceptions.secretIsASecret,
      apiToken: misconceptions.errorsMeanToken,
      userContext: misconceptions.signsInEachTime,
      customAuthorizationServer: misconceptions.serversAreAlike,
      otherInterface: misconceptions.workflowsNeedsNoCredential,
    },
    twist: {
      change:
        'It is the other way round: a program at the sister company has to start one of your flows by its URL.',
      answers: ['oauth.other'],
      result: 'otherInterface',
      reason: {
        text: 'A call that starts a flow goes to a second host and needs its own scope. The guide’s page on other interfaces shows both, and leads to the service app for the call.',
        basis: [flowInvocation],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'personnel-by-scim',
    level: 'trap',
    title: 'Our HR system speaks SCIM',
    story:
      'Our HR system is going to write people’s accounts straight into Okta through SCIM. It asks for an address and a bearer token, so an admin is about to make an API token.',
    facts: [
      {
        ask: 'Which address does it write to?',
        told: 'One that Okta made for this connection. It ends in `/scim/v2`.',
      },
      { ask: 'Does it call /api/v1/users as well?', told: 'No.' },
    ],
    hint: 'What came with the address?',
    answers: ['oauth.other'],
    result: 'otherInterface',
    because: 'The address belongs to one connection, which has its own bearer token.',
    reason: {
      text: 'Inbound SCIM is separate from the management API. It accepts the bearer token of its connection, and no credential for `/api/v1/`.',
      basis: [scimCredentials],
    },
    misconceptions: {
      serviceApp: misconceptions.scimIsAnApiCall,
      apiServiceIntegration: misconceptions.vendorMeansListing,
      apiToken: misconceptions.anyTokenOpensIt,
      userContext: misconceptions.somebodyIsAlwaysThere,
      customAuthorizationServer: misconceptions.anyTokenOpensIt,
      delegatedGrant: misconceptions.signInSparesSuperAdmin,
    },
    twist: {
      change:
        'The HR system cannot speak SCIM after all. Your nightly job reads its export and calls `/api/v1/users`.',
      answers: ['oauth.yes', 'audience.ownOrg'],
      result: 'serviceApp',
      reason: {
        text: 'Now an unattended job calls the management API: a service app.',
        basis: [clientCredentialsPreferred, oauthByDefault],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'handed-down-instructions',
    level: 'trap',
    title: 'The instructions we inherited',
    story:
      'Our predecessors wrote: “For Terraform, make an API token and put it into the pipeline.” We have done it that way for years. Now the token has to be renewed.',
    facts: [
      { ask: 'When were the instructions written?', told: 'In 2021.' },
      { ask: 'Which resources does it manage?', told: 'Groups, apps and policies.' },
    ],
    hint: 'Does the tool require a token, or only the old instructions?',
    answers: ['oauth.no', 'obstacle.productHasOauth', 'audience.ownOrg'],
    result: 'serviceApp',
    because: 'The tool has a better way today; only our instructions are old.',
    reason: {
      text: 'Today the Terraform provider accepts a service app’s private key. Keep a token only for a resource that fails without one, and none of yours does.',
      basis: [tokenOnlyProductsToday, terraformCredentials, terraformEmailsNeedToken],
    },
    misconceptions: {
      apiServiceIntegration: misconceptions.listingForOwnOrg,
      apiToken: misconceptions.agentsNeedTokens,
      userContext: misconceptions.somebodyIsAlwaysThere,
      customAuthorizationServer: misconceptions.serversAreAlike,
      delegatedGrant: misconceptions.secretIsASecret,
      otherInterface: misconceptions.consoleEndpointsAreOpen,
    },
    twist: {
      change: 'The instructions are Okta’s own, up to date, and for Access Gateway.',
      answers: ['oauth.no', 'obstacle.documentedTokenProduct'],
      result: 'apiToken',
      reason: {
        text: 'For that product, Okta’s own set-up asks for an API token, and no other way is documented.',
        basis: [accessGatewayAsksForToken, tokenOnlyProductsToday],
      },
    },
  },
];
