import { outcomeIds } from '#guide/nodeIds.ts';
import { breakages } from '#org/exchange/breakages.ts';

/** What an embedded lab can begin with: a method, or something that is broken. */
export const labStarts: readonly string[] = [...outcomeIds, ...breakages.map(({ id }) => id)];
