import type { ValueField } from '#screens/snippets/requestInputs.ts';
import type { SharedValues } from '#share/fragment.ts';

/** What the pickers show, by the names that the fragment uses. */
export type Picked = Omit<SharedValues, ValueField>;
