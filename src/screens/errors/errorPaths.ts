import type { KnownError } from '#guide/errors/knownError.ts';
import type { OutcomeId } from '#guide/nodeIds.ts';
import { methodName } from '#snippets/form.ts';

/** Where an error's page lies, below the base. */
export const errorPath = ({ id }: Pick<KnownError, 'id'>): string => `errors/${id}/`;

/** Where the usual errors of a method come first, below the base. */
export const errorsOf = (method: OutcomeId): string => `errors/#${methodName(method)}`;
