import type { Form } from '../form.ts';

/** Why a tool has no snippet of a form. If a member is absent, it has that form. */
export interface AbsenceReasons {
  readonly apiServiceIntegration: string;
  readonly serviceApp?: string;
  readonly ecKey?: string;
}

/**
 * Says why an official tool has no snippet of a form, in a sentence for the page; null when it has one.
 *
 * @param tool its name in a sentence: `Okta’s SDK for Go`
 * @param language the language in which the page shows the same by hand: `Go`
 */
export function absenceOf(
  form: Form,
  tool: string,
  language: string,
  reasons: AbsenceReasons,
): string | null {
  if (form.method === 'apiServiceIntegration') {
    return reasons.apiServiceIntegration;
  }
  if (form.method === 'serviceApp' && reasons.serviceApp !== undefined) {
    return reasons.serviceApp;
  }
  if (form.keyType === 'EC' && reasons.ecKey !== undefined) {
    return reasons.ecKey;
  }
  return form.request === 'everything'
    ? `${tool} is shown with its configuration and one call. For a whole program, use ${language}.`
    : null;
}

/**
 * The note that every tool's snippet begins with. That it was not executed is said beside it, as
 * with all others.
 */
export const fromDocumentation = 'Written from Okta’s documentation.';
