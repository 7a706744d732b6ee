import type { FragmentChoices } from '#share/fragment.ts';
import { languages } from '#snippets/languages.ts';

import { fragmentChoicesOf } from './fragmentChoicesOf.ts';

/** What the pickers of a page offer, and what they show when an address says nothing. */
export const fragmentChoices: FragmentChoices = fragmentChoicesOf(languages.map(({ id }) => id));
