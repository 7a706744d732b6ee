import { atSentenceStart } from '#guide/atSentenceStart.ts';
import type { OutcomeId } from '#guide/nodeIds.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import type { Language } from '#snippets/language.ts';

import type { HandbookPart } from './handbookPaths.ts';

interface PartWords {
  /** In the list of a method's pages. */
  readonly label: string;
  /** What the page is about, after the method's name. */
  readonly subject: string;
  /** What it contains, in a sentence without the method's name. */
  readonly summary: string;
}

/** What the pages of a method's handbook are called. */
export const partWords: Readonly<Record<HandbookPart, PartWords>> = {
  '': {
    label: 'In short',
    subject: 'the method in short',
    summary: 'What it is, what it costs, and what it risks.',
  },
  'set-up/': {
    label: 'Set it up',
    subject: 'set it up',
    summary: 'Each step of the set-up: what to do, where, and who can do it.',
  },
  'keys/': {
    label: 'Keys',
    subject: 'make, rotate and host the keys',
    summary:
      'Make a key pair with commands or on the page, convert one, rotate it without an outage, and host a JWKS.',
  },
  'requests/': {
    label: 'Requests',
    subject: 'the requests',
    summary: 'The request in every language, what comes back, and files for Postman and Bruno.',
  },
  'details/': {
    label: 'Details and errors',
    subject: 'details and errors',
    summary:
      'Credentials, permissions, limits and audit; what usually goes wrong; what Okta does not document.',
  },
  'then-and-now/': {
    label: 'Then and now',
    subject: 'the article and today',
    summary: 'What the 2023 article says, what the documentation says today, and what to do.',
  },
};

const nameOf = (method: OutcomeId): string => atSentenceStart(outcomes[method].name);

/** The heading of a page of a method's handbook. */
export function handbookHeading(method: OutcomeId, part: HandbookPart): string {
  return part === '' ? nameOf(method) : `${nameOf(method)}: ${partWords[part].subject}`;
}

/** The heading of the page of a method's requests in a language. */
export function requestsHeading(method: OutcomeId, language: Language): string {
  return `${nameOf(method)}: ${requestsSubject(language)}`;
}

/** What the page of a method's requests in a language shows. */
export function requestsSubject({ id, label, writesSetUp }: Language): string {
  if (writesSetUp === true) return `the set-up as a ${label}`;
  // An exchange is not a language: nothing is written in it.
  return id === 'http' ? `the request as an ${label}` : `the request in ${label}`;
}
