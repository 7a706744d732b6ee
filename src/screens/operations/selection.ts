import type { Catalogue, CatalogueOperation } from '#catalogue/operation.ts';
import { findByReference } from '#catalogue/references.ts';

/** References as a person chose them, looked up. */
export interface Selection {
  /** In the order of choosing; the first is the one whose request is shown. */
  readonly operations: readonly CatalogueOperation[];
  /** References that the catalogue does not have. */
  readonly unknown: readonly string[];
}

/** Looks references up. */
export function selectionOf(catalogue: Catalogue, references: readonly string[]): Selection {
  const found = new Set<CatalogueOperation>();
  const unknown: string[] = [];
  for (const reference of references) {
    const operation = findByReference(catalogue, reference);
    if (operation === undefined) unknown.push(reference);
    else found.add(operation);
  }
  return { operations: [...found], unknown: [...new Set(unknown)] };
}

/** The version of the management specification, for what the specification does not have. */
export function specificationVersion({ sources }: Catalogue): string {
  return sources.find(({ api }) => api === 'management')?.version ?? 'unknown version';
}
