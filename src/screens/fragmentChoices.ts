import type { FragmentChoices } from '#share/fragment.ts';
import { languages } from '#snippets/languages.ts';
import { defaultOperationId } from '#snippets/values.ts';

import { defaultFormChoice } from './formChoice.ts';

/** What the pickers of a page offer, and what they show when an address says nothing. */
export const fragmentChoices: FragmentChoices = {
  languages: languages.map(({ id }) => id),
  defaultOperations: [defaultOperationId],
  defaultForm: defaultFormChoice,
};
