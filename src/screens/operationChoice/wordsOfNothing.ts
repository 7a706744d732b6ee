import type { OperationIndex } from '#catalogue/find.ts';

const namesOf = new WeakMap<OperationIndex, string>();

/**
 * The words of a query that no operation has in its name, path, tag or scopes: what the search found for them is
 * called otherwise, and the person should hear that. Empty for addresses and scopes, which are not words.
 */
export function wordsOfNothing(index: OperationIndex, query: string): readonly string[] {
  if (/[/.:]/.test(query)) return [];
  let names = namesOf.get(index);
  if (names === undefined) {
    names = index.catalogue.operations
      .map(
        ({ id, path, tag, method, credentials }) =>
          `${method} ${id} ${path} ${tag} ${credentials.scopeSets.flat().join(' ')}`,
      )
      .join('\n')
      .toLowerCase();
    namesOf.set(index, names);
  }
  const known = names;
  return query
    .split(/[\s,;]+/)
    .filter((word) => word !== '' && !known.includes(word.toLowerCase()));
}
