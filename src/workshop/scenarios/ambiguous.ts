import {
  apiServiceCannotBeCombined,
  eachCustomerGetsOwnCredentials,
  integrationIsVendorService,
  docsWantPublicIntegrations,
  privateIntegrationsConflict,
  submissionReviewTimeUnknown,
} from '#guide/claims/apiServiceIntegrationClaims.ts';
import { mitigationsForForcedToken } from '#guide/claims/apiTokenClaims.ts';
import { agentsAndPeople, twoMcpServers } from '#guide/claims/callerClaims.ts';
import {
  clientCredentialsPreferred,
  integrationAddsDiscoverability,
} from '#guide/claims/articleClaims.ts';
import { integrationUsesSecret } from '#guide/claims/changeClaims.ts';
import { dpopForIntegrationsUnknown } from '#guide/claims/dpopClaims.ts';
import {
  brokerForFixedHeader,
  customerForbidsSecrets,
  listingUnderReview,
  oneOffScript,
  privateCustomerUsesServiceApp,
} from '#guide/claims/scenarioClaims.ts';
import { keySavedOrFetched } from '#guide/claims/serviceAppClaims.ts';
import {
  deviceAuthorizationForTerminals,
  userContextWhenPersonStarts,
} from '#guide/claims/userContextClaims.ts';
import { misconceptions } from '../misconceptions.ts';
import type { GuideScenario } from '../scenario.ts';

/** Even people who know the field disagree at first. */
export const ambiguousScenarios: readonly GuideScenario[] = [
  {
    kind: 'keyed',
    id: 'one-private-customer',
    level: 'ambiguous',
    title: 'One customer, no catalog',
    story: 'We build a connector for one large customer. They do not want anybody else to see it.',
    facts: [
      { ask: 'Will there be others?', told: 'None are planned.' },
      { ask: 'Can they give us a secret?', told: 'They would rather not.' },
    ],
    hint: 'What does a listing mean for the others?',
    answers: ['oauth.yes', 'audience.customerOrgs', 'catalog.no'],
    result: 'serviceApp',
    because: 'Nobody else may see it, so it is set up by hand in that one org.',
    reason: {
      text: 'This customer makes a service app in its own org, and you publish your keys at a JWKS URL, so no secret is shared. Okta’s sources disagree on whether an integration can be private. Some orgs may have a wizard for that, with a client secret, which this customer would rather not share.',
      basis: [privateCustomerUsesServiceApp, keySavedOrFetched, privateIntegrationsConflict],
    },
    misconceptions: {
      apiServiceIntegration: misconceptions.vendorMeansListing,
      apiToken: misconceptions.tokenIsLessWork,
      userContext: misconceptions.somebodyIsAlwaysThere,
      customAuthorizationServer: misconceptions.serversAreAlike,
      delegatedGrant: misconceptions.vendorLetsAdminSignIn,
      otherInterface: misconceptions.hooksSpareTheCall,
    },
    twist: {
      change: 'Forty customers want it, and it may be public.',
      answers: ['oauth.yes', 'audience.customerOrgs', 'catalog.yes'],
      result: 'apiServiceIntegration',
      reason: {
        text: 'Public and for many: an API service integration.',
        basis: [docsWantPublicIntegrations, integrationAddsDiscoverability],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'listing-under-review',
    level: 'ambiguous',
    title: 'Waiting for the review',
    story: 'Our submission to the OIN is under review. Three customers want to start on Monday.',
    facts: [
      { ask: 'When will the review be done?', told: 'Nobody knows.' },
      { ask: 'Can they set something up by hand?', told: 'With instructions, yes.' },
    ],
    hint: 'What can be installed on Monday?',
    answers: ['oauth.yes', 'audience.customerOrgs', 'catalog.no'],
    result: 'serviceApp',
    because: 'On Monday there is no listing yet, so it must be set up by hand.',
    reason: {
      text: 'Until the listing is published, each customer can make a service app by hand, with the scopes that you list; move them over afterwards. That order is our conclusion.',
      basis: [listingUnderReview, submissionReviewTimeUnknown],
    },
    misconceptions: {
      apiServiceIntegration: misconceptions.vendorMeansListing,
      apiToken: misconceptions.tokenIsLessWork,
      userContext: misconceptions.somebodyIsAlwaysThere,
      customAuthorizationServer: misconceptions.serversAreAlike,
      delegatedGrant: misconceptions.vendorLetsAdminSignIn,
      otherInterface: misconceptions.hooksSpareTheCall,
    },
    twist: {
      change: 'The review is over and the listing is published.',
      answers: ['oauth.yes', 'audience.customerOrgs', 'catalog.yes'],
      result: 'apiServiceIntegration',
      reason: {
        text: 'Now they install it from the listing.',
        basis: [integrationIsVendorService],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'no-shared-secrets',
    level: 'ambiguous',
    title: 'A customer that forbids secrets',
    story:
      'Our integration is listed. One customer’s security team writes: no shared secrets, and tokens bound by DPoP.',
    facts: [
      { ask: 'Can they install the listing?', told: 'They could, but their rule forbids it.' },
      { ask: 'Can we sign with a key?', told: 'Yes.' },
    ],
    hint: 'Which credential does a listing offer?',
    answers: ['oauth.yes', 'audience.customerOrgs', 'catalog.no'],
    result: 'serviceApp',
    because: 'This customer accepts only keys, and those are set up by hand.',
    reason: {
      text: 'In Okta’s guides, an integration has only a client secret, and no public text says whether it can use DPoP. As we read the sources, this customer needs a service app made by hand.',
      basis: [customerForbidsSecrets, integrationUsesSecret, dpopForIntegrationsUnknown],
    },
    misconceptions: {
      apiServiceIntegration: misconceptions.listingSuitsEveryCustomer,
      apiToken: misconceptions.tokenIsLessWork,
      userContext: misconceptions.somebodyIsAlwaysThere,
      customAuthorizationServer: misconceptions.serversAreAlike,
      delegatedGrant: misconceptions.vendorLetsAdminSignIn,
      otherInterface: misconceptions.hooksSpareTheCall,
    },
    twist: {
      change: 'The customer drops the rule and accepts a client secret.',
      answers: ['oauth.yes', 'audience.customerOrgs', 'catalog.yes'],
      result: 'apiServiceIntegration',
      reason: {
        text: 'Then the listing serves this customer like the others.',
        basis: [integrationUsesSecret, eachCustomerGetsOwnCredentials],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'appliance-with-a-broker',
    level: 'ambiguous',
    title: 'The old appliance',
    story:
      'A machine in our basement must look people up in Okta. Its settings have one line for a header, and nothing else.',
    facts: [
      { ask: 'Can something stand in front of it?', told: 'A small virtual machine could.' },
      { ask: 'Can the machine be updated?', told: 'No.' },
    ],
    hint: 'Must the appliance itself hold the credential?',
    answers: ['oauth.yes', 'audience.ownOrg'],
    result: 'serviceApp',
    because: 'Something in front of it can hold the key and renew the access token.',
    reason: {
      text: 'A small broker can hold the key, get the tokens and pass the calls on. Then OAuth 2.0 works: a service app for the broker.',
      basis: [brokerForFixedHeader],
    },
    misconceptions: {
      apiServiceIntegration: misconceptions.listingForOwnOrg,
      apiToken: misconceptions.accessTokenCanBePasted,
      userContext: misconceptions.somebodyIsAlwaysThere,
      customAuthorizationServer: misconceptions.serversAreAlike,
      delegatedGrant: misconceptions.everyProductCanSignIn,
      otherInterface: misconceptions.provisioningIsScim,
    },
    twist: {
      change: 'A contract forbids putting anything in front of it.',
      answers: ['oauth.no', 'obstacle.fixedHeaderProduct'],
      result: 'apiToken',
      reason: {
        text: 'An access token lasts one hour and the header never changes, so an API token remains. Give it a zone, a custom role, and a call at least every 30 days.',
        basis: [brokerForFixedHeader, mitigationsForForcedToken],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'script-on-a-laptop',
    level: 'ambiguous',
    title: 'Only once, on my laptop',
    story: 'I am an admin and want to tidy up 300 groups once, with a script, this afternoon.',
    facts: [
      { ask: 'Will it run again?', told: 'Not as far as I know.' },
      { ask: 'Will you be at the keyboard?', told: 'Yes.' },
    ],
    hint: 'Who is there when it runs?',
    answers: ['oauth.person'],
    result: 'userContext',
    because: 'A person runs the script, and the log should name that person.',
    reason: {
      text: 'A person runs the script. Sign that person in, with device authorization or PKCE, and the log names them. A token would outlive the job.',
      basis: [oneOffScript, deviceAuthorizationForTerminals],
    },
    misconceptions: {
      serviceApp: misconceptions.programActsAlone,
      apiServiceIntegration: misconceptions.programActsAlone,
      apiToken: misconceptions.tokenIsLessWork,
      customAuthorizationServer: misconceptions.serversAreAlike,
      delegatedGrant: misconceptions.adminSignsInOnce,
      otherInterface: misconceptions.consoleEndpointsAreOpen,
    },
    twist: {
      change: 'From next week, it runs on a schedule, every Sunday.',
      answers: ['oauth.yes', 'audience.ownOrg'],
      result: 'serviceApp',
      reason: { text: 'Now nobody is there: a service app.', basis: [oneOffScript] },
    },
  },
  {
    kind: 'keyed',
    id: 'agent-in-ci',
    level: 'ambiguous',
    title: 'The assistant in the pipeline',
    story:
      'We want an AI agent to look things up in our Okta through an MCP server. It runs in CI, by itself.',
    facts: [
      { ask: 'Does anybody sign in?', told: 'No.' },
      { ask: 'Can the pipeline keep a key?', told: 'Yes.' },
    ],
    hint: 'Does a person ask, or does it run alone?',
    answers: ['oauth.agent', 'agent.alone', 'audience.ownOrg'],
    result: 'serviceApp',
    because: 'Nobody signs in, and the pipeline can keep a key.',
    reason: {
      text: 'It runs unattended and can keep a key: a service app, like any other program. Okta’s own MCP servers use `private_key_jwt` for this.',
      basis: [agentsAndPeople, twoMcpServers],
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
      change: 'A colleague talks to it in her editor, and it acts for her.',
      answers: ['oauth.agent', 'agent.person'],
      result: 'userContext',
      reason: {
        text: 'She starts the calls, so she signs in, for example with device authorization, as with Okta’s open-source MCP server.',
        basis: [twoMcpServers, deviceAuthorizationForTerminals, userContextWhenPersonStarts],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'vendor-wants-both',
    level: 'ambiguous',
    title: 'Sign-on and API in one',
    story:
      'We want people to sign in to our product with Okta, and our service to read their groups, all from one listing in the OIN.',
    facts: [
      { ask: 'Who calls the API?', told: 'Our service, for each customer.' },
      { ask: 'Will it be public?', told: 'Yes.' },
    ],
    hint: 'Answer for the program that calls the API. What about the rest?',
    answers: ['oauth.yes', 'audience.customerOrgs', 'catalog.yes'],
    result: 'apiServiceIntegration',
    because: 'Customers install the part that calls the API from a public listing.',
    reason: {
      text: 'The service that calls the API is an API service integration. It cannot be combined with sign-on; as we read Okta’s guide, that is two submissions.',
      basis: [apiServiceCannotBeCombined, integrationIsVendorService],
    },
    misconceptions: {
      serviceApp: misconceptions.handMadeForEveryone,
      apiToken: misconceptions.tokenIsLessWork,
      userContext: misconceptions.somebodyIsAlwaysThere,
      customAuthorizationServer: misconceptions.serversAreAlike,
      delegatedGrant: misconceptions.vendorLetsAdminSignIn,
      otherInterface: misconceptions.provisioningIsScim,
    },
    twist: {
      change: 'Only our own employees use it, and only our own org is called.',
      answers: ['oauth.yes', 'audience.ownOrg'],
      result: 'serviceApp',
      reason: {
        text: 'Your own org, no listing: a service app.',
        basis: [clientCredentialsPreferred],
      },
    },
  },
];
