import { type ApiId, apiIds, type Catalogue, type CatalogueOperation } from './operation.ts';

const apiPrefix = new RegExp(`^(${apiIds.join('|')}):(.+)$`, 'i');

/**
 * The name by which the guide knows each of these operations: its id, or `api:id` if an API that is
 * looked up earlier (`apiIds`) has the same id.
 */
export function referencesAmong(
  operations: Iterable<Pick<CatalogueOperation, 'api' | 'id'>>,
): (api: ApiId, id: string) => string {
  const owners = new Map<string, ApiId>();
  for (const { api, id } of operations) {
    const owner = owners.get(id);
    if (owner === undefined || apiIds.indexOf(api) < apiIds.indexOf(owner)) owners.set(id, api);
  }
  return (api, id) => (owners.get(id) === api ? id : `${api}:${id}`);
}

const byReference = new WeakMap<Catalogue, ReadonlyMap<string, CatalogueOperation>>();

/**
 * The operation that a reference names: `listUsers`, `governance:getOrgSettings`,
 * `management:listUsers`.
 */
export function findByReference(
  catalogue: Catalogue,
  reference: string,
): CatalogueOperation | undefined {
  let index = byReference.get(catalogue);
  if (index === undefined) {
    index = new Map(
      catalogue.operations.flatMap((operation) => [
        [operation.reference, operation] as const,
        [`${operation.api}:${operation.id}`, operation] as const,
      ]),
    );
    byReference.set(catalogue, index);
  }
  const match = apiPrefix.exec(reference);
  const api = apiIds.find((candidate) => candidate.toLowerCase() === match?.[1]?.toLowerCase());
  return index.get(api === undefined ? reference : `${api}:${match?.[2] ?? ''}`);
}

/** Operations of other APIs with the same id. */
export function namesakesOf(
  catalogue: Catalogue,
  operation: CatalogueOperation,
): readonly CatalogueOperation[] {
  return catalogue.operations.filter(({ id, api }) => id === operation.id && api !== operation.api);
}

/**
 * Reads a person's list of references, separated by spaces, commas or lines, in order and each only
 * once.
 */
export function parseReferences(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((reference) => reference !== ''))];
}
