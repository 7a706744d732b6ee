import { operationsByCredential } from './claims/apiTokenClaims.ts';
import {
  integrationIsVendorService,
  privateIntegrationsConflict,
} from './claims/apiServiceIntegrationClaims.ts';
import { clientCredentialsPreferred, oauthByDefault, ruleInProse } from './claims/articleClaims.ts';
import {
  agentsAndPeople,
  manyOwnOrgs,
  productWithSecretActsForAdmin,
  tokenOnlyProductsToday,
} from './claims/callerClaims.ts';
import { ownCollectorOrListing } from './claims/scenarioClaims.ts';
import { accessTokenLastsOneHour, superAdminNeeded } from './claims/serviceAppClaims.ts';
import {
  publicClientsKeepNoSecret,
  userContextWhenPersonStarts,
} from './claims/userContextClaims.ts';
import type { Statement } from './claim.ts';
import type { QuestionId } from './nodeIds.ts';

/** Help for somebody who cannot answer a question yet. Which results remain comes from the graph. */
export interface QuestionHelp {
  /** What to find out, each with a word on why it decides. */
  readonly findOut: readonly [Statement, ...Statement[]];
  /** Who in a company usually knows. This is our experience, not Okta's word. */
  readonly whoKnows: string;
  /** The question to send to them: plain text of a few lines that needs nothing around it. */
  readonly message: string;
}

/**
 * The help on each question's page, for people who are not sure. It is kept apart from `questions.ts`,
 * because the first page's script does not need it.
 */
export const questionHelp: Readonly<Record<QuestionId, QuestionHelp>> = {
  oauth: {
    findOut: [
      {
        text: 'Does it run with nobody present: on a schedule, on a server, as a service? Then the answer is usually yes.',
        basis: [clientCredentialsPreferred, oauthByDefault],
      },
      {
        text: 'Can it keep a private key or a secret that its users cannot read? A browser or a phone cannot.',
        basis: [publicClientsKeepNoSecret],
      },
      {
        text: 'Can it fetch a new access token every hour? A library or an SDK does this for you.',
        basis: [accessTokenLastsOneHour],
      },
      {
        text: 'Is it a product that you only configure? Look at its settings. A client ID and a private key mean yes. For a client ID, a secret and a sign-in button, look under “Not this kind of program?”. A single field for a token may mean no.',
        basis: [productWithSecretActsForAdmin, tokenOnlyProductsToday],
      },
    ],
    whoKnows: 'Whoever wrote the program, or the vendor’s support if you bought it.',
    message: `We are choosing how our program should authorize its calls to Okta's APIs. Please tell us:

1. Does it run on its own, or does a signed-in person start each call?
2. Where does it run, and can it keep a private key there that nobody else can read?
3. Can it request a new OAuth 2.0 access token every hour (client credentials with a signed JWT)?
4. If it is a product: which fields does it have for its connection to Okta?`,
  },
  agent: {
    findOut: [
      {
        text: 'What starts an action: a message that somebody writes, or a schedule, an event or another program?',
        basis: [agentsAndPeople],
      },
      {
        text: 'Whose rights should limit an action: those of the person who asked for it, or a fixed set for the agent?',
        basis: [agentsAndPeople, userContextWhenPersonStarts],
      },
      {
        text: 'Does it do both? Then give each part its own credential: walk through this guide once for each.',
        basis: [agentsAndPeople],
      },
    ],
    whoKnows: 'Whoever designs the agent, together with the people responsible for security.',
    message: `We are choosing the credential with which our AI agent (or MCP server) calls Okta's APIs. Please tell us:

1. Is a signed-in person behind each action, or does the agent also act when nobody has asked it to?
2. Should its calls be limited to that person's rights and logged in that person's name?
3. If it does both: which actions belong to which case?`,
  },
  obstacle: {
    findOut: [
      {
        text: 'Which operations does it call? Nearly all of them accept OAuth 2.0; look yours up in the list of operations.',
        basis: [operationsByCredential],
      },
      {
        text: 'Which product and which version is it? Of the products that still mention a token, only two need one today.',
        basis: [tokenOnlyProductsToday],
      },
      {
        text: 'What exactly fails when you try OAuth 2.0? A missing scope, role or approval can be granted, so it is not a limit.',
        basis: [superAdminNeeded, ruleInProse],
      },
    ],
    whoKnows:
      'Whoever tried it with OAuth 2.0. Failing that, the product’s release notes or its vendor’s support.',
    message: `We would like our program to call Okta's APIs with OAuth 2.0 instead of an API token. Please tell us what prevents it:

1. Which operations does it call (method and path)?
2. If it is a product: which version do we run, and does a newer one support OAuth 2.0 with a private key?
3. Can it send a different Authorization header every hour, or only a fixed one?
4. If you tried it: what was the exact error?`,
  },
  audience: {
    findOut: [
      {
        text: 'Who signs in to the Admin Console of the org that it calls: people from your own company, or from a customer’s?',
        basis: [manyOwnOrgs, integrationIsVendorService],
      },
      {
        text: 'Who holds the credential? If you run a vendor’s collector yourself, you do, and the org is your own.',
        basis: [ownCollectorOrListing],
      },
    ],
    whoKnows: 'Whoever runs the program day to day, or the product manager if you sell it.',
    message: `We are setting up access to Okta's APIs for our program. Please tell us:

1. Which Okta orgs does it call: our own (one or several), or those of our customers?
2. Who operates the program and keeps its credential: us, or a vendor?`,
  },
  catalog: {
    findOut: [
      {
        text: 'Is there a listing in the OIN that your customers install from, or is one being submitted?',
        basis: [integrationIsVendorService],
      },
      {
        text: 'Will several customers use it? A listing pays off when each would otherwise have to set it up by hand. For one private customer this guide leads to a service app; Okta’s sources disagree on private integrations.',
        basis: [privateIntegrationsConflict],
      },
    ],
    whoKnows: 'Whoever looks after your partnership with Okta, or the product manager.',
    message: `Our program calls the Okta orgs of our customers. Please tell us:

1. Do we have a listing in the Okta Integration Network (OIN) with API access, or are we submitting one?
2. How many customers will use it, and should each of them install it from there?
3. Which customers will start before the listing is published?`,
  },
};
