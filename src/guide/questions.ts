import { ruleInProse } from './claims/articleClaims.ts';
import type { QuestionId } from './machine.ts';
import type { Question } from './question.ts';

export const questions = {
  oauth: {
    heading:
      'When your program calls Okta on its own, can it obtain and renew an OAuth 2.0 access token?',
    short: 'Can it use OAuth 2.0?',
    why: { text: 'To be written.', basis: [ruleInProse] },
    terms: [],
    background: [],
    options: {
      yes: {
        label: 'Yes, it runs unattended and can keep a key or a secret',
        short: 'Yes',
        hint: { text: 'To be written.', basis: [ruleInProse] },
        because: { text: 'To be written.', basis: [ruleInProse] },
        rulesOut: {},
      },
      no: {
        label: 'No, something stands in the way',
        short: 'No',
        hint: { text: 'To be written.', basis: [ruleInProse] },
        because: { text: 'To be written.', basis: [ruleInProse] },
        rulesOut: {},
      },
      unsure: {
        label: 'I am not sure',
        short: 'Not sure',
        hint: { text: 'To be written.', basis: [ruleInProse] },
        because: { text: 'To be written.', basis: [ruleInProse] },
        rulesOut: {},
      },
      person: {
        label: 'It acts for a signed-in person, or runs in a browser or on a phone',
        short: 'For a person',
        hint: { text: 'To be written.', basis: [ruleInProse] },
        placement: 'aside',
        because: { text: 'To be written.', basis: [ruleInProse] },
        rulesOut: {},
      },
      ownApi: {
        label: 'The API it calls is ours, not Okta’s',
        short: 'Our own API',
        hint: { text: 'To be written.', basis: [ruleInProse] },
        placement: 'aside',
        because: { text: 'To be written.', basis: [ruleInProse] },
        rulesOut: {},
      },
    },
  },
  obstacle: {
    heading: 'What stands in the way of OAuth 2.0?',
    short: 'What stands in the way?',
    why: { text: 'To be written.', basis: [ruleInProse] },
    terms: [],
    background: [],
    options: {
      tokenOnlyOperation: {
        label: 'An operation that accepts only an API token',
        short: 'Token-only operation',
        hint: { text: 'To be written.', basis: [ruleInProse] },
        limit: 'real',
        instead: [{ text: 'To be written.', basis: [ruleInProse] }],
        because: { text: 'To be written.', basis: [ruleInProse] },
        rulesOut: {},
      },
      documentedTokenProduct: {
        label: 'Okta’s own set-up of the product asks for a token',
        short: 'Product asks for a token',
        hint: { text: 'To be written.', basis: [ruleInProse] },
        limit: 'real',
        instead: [{ text: 'To be written.', basis: [ruleInProse] }],
        because: { text: 'To be written.', basis: [ruleInProse] },
        rulesOut: {},
      },
      fixedHeaderProduct: {
        label: 'The product can only send a fixed header',
        short: 'Fixed header only',
        hint: { text: 'To be written.', basis: [ruleInProse] },
        limit: 'real',
        instead: [{ text: 'To be written.', basis: [ruleInProse] }],
        because: { text: 'To be written.', basis: [ruleInProse] },
        rulesOut: {},
      },
      extraWork: {
        label: 'OAuth 2.0 is more work',
        short: 'More work',
        hint: { text: 'To be written.', basis: [ruleInProse] },
        limit: 'none',
        instead: [{ text: 'To be written.', basis: [ruleInProse] }],
        because: { text: 'To be written.', basis: [ruleInProse] },
        rulesOut: {},
      },
      noSuperAdmin: {
        label: 'We have no super admin at hand',
        short: 'No super admin',
        hint: { text: 'To be written.', basis: [ruleInProse] },
        limit: 'none',
        instead: [{ text: 'To be written.', basis: [ruleInProse] }],
        because: { text: 'To be written.', basis: [ruleInProse] },
        rulesOut: {},
      },
      fixedIp: {
        label: 'Calls must come from fixed addresses',
        short: 'Fixed addresses',
        hint: { text: 'To be written.', basis: [ruleInProse] },
        limit: 'none',
        instead: [{ text: 'To be written.', basis: [ruleInProse] }],
        because: { text: 'To be written.', basis: [ruleInProse] },
        rulesOut: {},
      },
      serviceAccountExists: {
        label: 'We have a service account already',
        short: 'Service account exists',
        hint: { text: 'To be written.', basis: [ruleInProse] },
        limit: 'none',
        instead: [{ text: 'To be written.', basis: [ruleInProse] }],
        because: { text: 'To be written.', basis: [ruleInProse] },
        rulesOut: {},
      },
      nothing: {
        label: 'Nothing that I can name',
        short: 'Nothing',
        hint: { text: 'To be written.', basis: [ruleInProse] },
        limit: 'none',
        instead: [{ text: 'To be written.', basis: [ruleInProse] }],
        because: { text: 'To be written.', basis: [ruleInProse] },
        rulesOut: {},
      },
    },
  },
  audience: {
    heading: 'Whose org does it call?',
    short: 'Whose org does it call?',
    why: { text: 'To be written.', basis: [ruleInProse] },
    terms: [],
    background: [],
    options: {
      ownOrg: {
        label: 'Our own org',
        short: 'Our own',
        hint: { text: 'To be written.', basis: [ruleInProse] },
        because: { text: 'To be written.', basis: [ruleInProse] },
        rulesOut: {},
      },
      customerOrgs: {
        label: 'Our customers’ orgs',
        short: 'Our customers’',
        hint: { text: 'To be written.', basis: [ruleInProse] },
        because: { text: 'To be written.', basis: [ruleInProse] },
        rulesOut: {},
      },
    },
  },
  catalog: {
    heading: 'Will each customer install it from its OIN listing?',
    short: 'Installed from the OIN?',
    why: { text: 'To be written.', basis: [ruleInProse] },
    terms: [],
    background: [],
    options: {
      yes: {
        label: 'Yes, from the listing',
        short: 'Yes',
        hint: { text: 'To be written.', basis: [ruleInProse] },
        because: { text: 'To be written.', basis: [ruleInProse] },
        rulesOut: {},
      },
      no: {
        label: 'No, it is private or not listed yet',
        short: 'No',
        hint: { text: 'To be written.', basis: [ruleInProse] },
        because: { text: 'To be written.', basis: [ruleInProse] },
        rulesOut: {},
      },
    },
  },
} as const satisfies Record<QuestionId, Question>;

/** An answer, which is also the machine's event: `<question>.<option>`. */
export type Answer = {
  [Q in QuestionId]: `${Q}.${keyof (typeof questions)[Q]['options'] & string}`;
}[QuestionId];

const answersByQuestion: ReadonlyMap<string, readonly Answer[]> = new Map(
  Object.entries(questions).map(([question, { options }]) => [
    question,
    Object.keys(options).map((option) => `${question}.${option}` as Answer),
  ]),
);

const answers: ReadonlySet<string> = new Set([...answersByQuestion.values()].flat());

/** Whether a text names an option of a question. Whether it may be given now is the machine's word. */
export function isAnswer(text: string): text is Answer {
  return answers.has(text);
}

/** The answers to a question in the order in which it offers them; none for any other node. */
export function answersTo(node: string): readonly Answer[] {
  return answersByQuestion.get(node) ?? [];
}
