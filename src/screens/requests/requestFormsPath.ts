import type { OutcomeId } from '#guide/nodeIds.ts';
import { formsFor, methodName } from '#snippets/form.ts';
import type { Language } from '#snippets/language.ts';

/** Where a method's requests in a language have their page, below the base. */
export function requestFormsPath(method: OutcomeId, language: Language): string {
  return `requests/${methodName(method)}/${language.id}/`;
}

/** Whether a language has any form of a method's request, and so a page. */
export function hasRequestForms(method: OutcomeId, language: Language): boolean {
  return formsFor(method).some((form) => language.absence(form) === null);
}
