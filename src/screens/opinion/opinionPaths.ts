import type { OutcomeId } from '#guide/nodeIds.ts';
import { methodName } from '#snippets/form.ts';

/** The page that lists the methods that people may have in mind, below the base. */
export const opinionsPath = 'check/';

/** The page that checks one of them, below the base. */
export const opinionPath = (method: OutcomeId): string => `${opinionsPath}${methodName(method)}/`;
