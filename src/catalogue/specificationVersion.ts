import type { Catalogue } from './operation.ts';

/**
 * The version of the management specification, which is named when something is not in the
 * catalogue.
 */
export function specificationVersion({ sources }: Catalogue): string {
  return sources.find(({ api }) => api === 'management')?.version ?? 'unknown version';
}
