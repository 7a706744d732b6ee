import type { FragmentChoices } from '#share/fragment.ts';
import { languages } from '#snippets/languages.ts';

import { variantOrder } from './Snippets.tsx';

/** What the pickers of a page offer, and what they show when an address says nothing. */
export const fragmentChoices: FragmentChoices = {
  languages: languages.map(({ id }) => id),
  defaultVariant: variantOrder[0],
};
