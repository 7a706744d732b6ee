import type { Catalogue, CatalogueOperation } from '#catalogue/operation.ts';
import { findByReference } from '#catalogue/references.ts';
import { operationTitle } from '#catalogue/title.ts';

/**
 * The operations of a list that names each in full, with commas, semicolons or line ends between: by
 * title (`List users`), id, or method and path. Undefined where a part names none, or more than one:
 * nothing is guessed.
 */
export function namedOperations(
  catalogue: Catalogue,
  text: string,
): readonly CatalogueOperation[] | undefined {
  const names = text
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length < 2) return undefined;
  const named = operationsByName(catalogue);
  const found = names.map((name) => {
    const [only, ...others] = named.get(written(name)) ?? [];
    return findByReference(catalogue, name) ?? (others.length === 0 ? only : undefined);
  });
  return found.every((operation) => operation !== undefined) ? [...new Set(found)] : undefined;
}

/** A name as names are compared. People write articles, and titles have none: `assign a user to a group`. */
export const written = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\b(?:an?|the) /g, '');

function operationsByName({
  operations,
}: Catalogue): ReadonlyMap<string, readonly CatalogueOperation[]> {
  const named = new Map<string, readonly CatalogueOperation[]>();
  for (const operation of operations) {
    const { method, path } = operation;
    for (const name of [operationTitle(operation), `${method} ${path}`].map(written)) {
      named.set(name, [...(named.get(name) ?? []), operation]);
    }
  }
  return named;
}
