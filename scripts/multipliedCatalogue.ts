import type { Catalogue, CatalogueOperation } from '#catalogue/operation.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';

/** Okta's catalogue several times over, each copy with additional words of its own: for benchmarks. */
export function multipliedCatalogue(times: number): Catalogue {
  const operations = Array.from({ length: times }, (_, copy) =>
    oktaCatalogue.operations.map((operation) =>
      copy === 0 ? operation : renamed(operation, copy),
    ),
  ).flat();
  return { ...oktaCatalogue, operations };
}

function renamed(operation: CatalogueOperation, copy: number): CatalogueOperation {
  const word = wordOf(copy);
  return {
    ...operation,
    id: `${operation.id}${word}`,
    reference: `${operation.reference}${word}`,
    path: `${operation.path}/${word.toLowerCase()}`,
    tag: `${operation.tag}${word}`,
  };
}

/** A made-up word for a number: `Bacadex`. */
function wordOf(number: number): string {
  const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'ka', 'le', 'mi', 'no', 'pu'];
  const word = Array.from(String(number), (digit) => syllables[Number(digit)] ?? '').join('');
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}x`;
}

/** The value below which a share of sorted numbers falls; 0 for an empty list. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
