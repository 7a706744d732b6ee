import type { OutcomeId } from '#guide/nodeIds.ts';
import { formsFor, methodName } from '#snippets/form.ts';
import type { Language } from '#snippets/language.ts';

const handbookParts = ['', 'set-up/', 'keys/', 'requests/', 'details/', 'then-and-now/'] as const;

export type HandbookPart = (typeof handbookParts)[number];

/** The pages of a method's handbook, in reading order; `''` is the method in short. Only a service app has keys. */
export function handbookPartsOf(method: OutcomeId): readonly HandbookPart[] {
  return handbookParts.filter((part) => part !== 'keys/' || method === 'serviceApp');
}

/** Where a page of a method's handbook lies, below the base. */
export function handbookPath(method: OutcomeId, part: HandbookPart): string {
  return `${methodName(method)}/${part}`;
}

/** Where a method's requests in a language have their page, below the base. */
export function requestsPath(method: OutcomeId, language: Language): string {
  return `${handbookPath(method, 'requests/')}${language.id}/`;
}

/** Whether a language has any form of a method's request, and so a page. */
export function hasRequestForms(method: OutcomeId, language: Language): boolean {
  return formsFor(method).some((form) => language.absence(form) === null);
}
