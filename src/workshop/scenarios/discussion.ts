import {
  newerAgentsUseOauth,
  orgCreatorTokensInvisible,
  otherAgentsUnknown,
} from '#guide/claims/apiTokenClaims.ts';
import { clientCredentialsPreferred } from '#guide/claims/articleClaims.ts';
import { integrationUsesSecret } from '#guide/claims/changeClaims.ts';
import { ownCollectorOrListing } from '#guide/claims/scenarioClaims.ts';
import { publicKeyAuthentication, serviceAppByApi } from '#guide/claims/serviceAppClaims.ts';
import type { DiscussionScenario } from '../scenario.ts';

/** Cards to talk about: the guide has no key for them. */
export const discussionScenarios: readonly DiscussionScenario[] = [
  {
    kind: 'discussion',
    id: 'agents-under-tokens',
    level: 'trap',
    title: 'Agents in the list of tokens',
    story:
      'In the Admin Console we see six tokens that our AD agents use. Which method should we give them?',
    facts: [
      { ask: 'Which version do the agents have?', told: 'Two have 3.18, four are older.' },
      { ask: 'May they be updated?', told: 'Yes, in a maintenance window.' },
    ],
    hint: 'Is this your program at all?',
    whyNoKey: {
      text: 'The agent is Okta’s program, not yours. It needs an update; the guide is for programs whose method you can choose.',
      basis: [newerAgentsUseOauth],
    },
    points: [
      {
        text: 'From 3.18.0, the AD agent uses OAuth 2.0 with DPoP, so the update removes the need for the token.',
        basis: [newerAgentsUseOauth],
      },
      {
        text: 'No public text says which of the other agents have moved: ask Okta about them.',
        basis: [otherAgentsUnknown],
      },
    ],
  },
  {
    kind: 'discussion',
    id: 'collector-or-listing',
    level: 'ambiguous',
    title: 'Their service or our collector',
    story:
      'A SIEM vendor has a listing in the OIN. It also offers a collector that we can run ourselves. Our logs have to get there by Friday.',
    facts: [
      {
        ask: 'Who would hold the credential?',
        told: 'With the listing, the vendor would; with the collector, we would.',
      },
      { ask: 'Do both fetch the same data?', told: 'Yes.' },
    ],
    hint: 'Who holds the credential?',
    whyNoKey: {
      text: 'Both are right: it depends on who holds the credential. Okta’s sources do not decide it; the rule is our reading.',
      basis: [ownCollectorOrListing],
    },
    points: [
      {
        text: 'If the vendor’s service pulls the data, use the listing; if your own collector does, use a service app.',
        basis: [ownCollectorOrListing],
      },
      {
        text: 'A listing gives the vendor a client secret for your org; your own collector signs with your key.',
        basis: [integrationUsesSecret, publicKeyAuthentication],
      },
    ],
  },
  {
    kind: 'discussion',
    id: 'token-of-a-new-org',
    level: 'ambiguous',
    title: 'The token that came with the org',
    story:
      'Our portal makes child orgs with the Org creator API. Each response includes a token. What should we do with it?',
    facts: [
      { ask: 'Can the token be seen in the console?', told: 'No.' },
      {
        ask: 'What does the portal do with the org afterwards?',
        told: 'It sets up groups and apps every day.',
      },
    ],
    hint: 'How long should that token be used?',
    whyNoKey: {
      text: 'You were given this token; you did not choose it. Okta’s sources do not say how to replace it; what follows is our reading.',
      basis: [orgCreatorTokensInvisible],
    },
    points: [
      {
        text: 'Such tokens appear nowhere in the Admin Console and cannot be revoked there.',
        basis: [orgCreatorTokensInvisible],
      },
      {
        text: 'One way: use it once, to make a service app for the daily work. You can also make an app through the API.',
        basis: [serviceAppByApi, clientCredentialsPreferred],
      },
    ],
  },
];
