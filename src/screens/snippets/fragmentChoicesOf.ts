import type { FragmentChoices } from '#share/fragment.ts';
import { defaultOperationId } from '#snippets/values.ts';

import { defaultFormChoice } from './formChoice.ts';

/**
 * What the pickers of a page offer, for code that must not carry the languages themselves.
 *
 * @param languages ids of the snippet languages, the default first
 */
export function fragmentChoicesOf(languages: readonly string[]): FragmentChoices {
  return { languages, defaultOperations: [defaultOperationId], defaultForm: defaultFormChoice };
}
