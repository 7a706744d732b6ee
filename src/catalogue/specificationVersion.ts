import type { Catalogue } from './operation.ts';

/** The version of the management specification, which is named where something is not in the catalogue. */
export function specificationVersion({ sources }: Catalogue): string {
  return sources.find(({ api }) => api === 'management')?.version ?? 'unknown version';
}
