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

/** What a person may do with a list of references. */
export interface SelectionChanges {
  readonly add: (references: readonly string[]) => void;
  readonly remove: (reference: string) => void;
  /** Puts an operation in the place of a name that the catalogue does not have. */
  readonly replace: (unknown: string, reference: string) => void;
}

/** Turns what a person does into a new list; each reference is in it once. */
export function selectionChanges(
  references: readonly string[],
  onReferences: (references: readonly string[]) => void,
): SelectionChanges {
  return {
    add: (chosen) => onReferences([...new Set([...references, ...chosen])]),
    remove: (gone) => onReferences(references.filter((reference) => reference !== gone)),
    replace: (unknown, reference) =>
      onReferences([...new Set(references.map((each) => (each === unknown ? reference : each)))]),
  };
}
