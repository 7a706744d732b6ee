import type { CardRecord } from './cardRecord.ts';

/** What a new file begins with: a complete card, to be overwritten. */
export const exampleCard: CardRecord = {
  id: 'badge-printer',
  level: 'first',
  title: 'The badge printer',
  story:
    'A service in our data centre reads new employees from our Okta every morning and prints their badges.',
  facts: [
    { ask: 'Does a person start it?', told: 'No, a timer does.' },
    { ask: 'Whose org is it?', told: 'Our own.' },
  ],
  hint: 'Who is there when it runs?',
  answers: ['oauth.yes', 'audience.ownOrg'],
  because: 'It runs alone, keeps a key, and calls one org.',
  reason: 'A program of our own that runs unattended in our own org: a service app.',
  misconceptions: {
    apiToken: 'tokenIsLessWork',
    userContext: {
      belief: 'Somebody at the front desk could sign in for it.',
      truth: 'Nobody is there when it runs; a person’s session would end.',
    },
  },
  twist: {
    change: 'The printer’s maker offers it to all its customers from the OIN.',
    answers: ['oauth.yes', 'audience.customerOrgs', 'catalog.yes'],
    reason: 'Many customers install one listing: an API service integration.',
  },
};
