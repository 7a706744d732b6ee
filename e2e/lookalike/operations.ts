import type { OrgOperation } from '#org/org.ts';

/** What a request's method and path mean to the org. */
export type Route =
  | { readonly kind: 'operation'; readonly operation: OrgOperation }
  /** The path exists, with other methods. */
  | { readonly kind: 'otherMethod' }
  | { readonly kind: 'unknown' };

/**
 * Finds the operation of a request. A `{name}` of a template stands for one segment that is not empty; where
 * several templates match, the one whose segments are literal earlier counts (`/groups/rules` before
 * `/groups/{groupId}`).
 *
 * @param path as it was sent, without its query
 */
export function routeOf(operations: readonly OrgOperation[], method: string, path: string): Route {
  const matching = operations
    .filter((operation) => matches(operation.path, path))
    .toSorted((a, b) => (literals(a.path) < literals(b.path) ? 1 : -1));
  const operation = matching.find((each) => each.method === method);
  if (operation !== undefined) return { kind: 'operation', operation };
  return { kind: matching.length === 0 ? 'unknown' : 'otherMethod' };
}

const placeholder = /^\{[^}]*\}$/;

function matches(template: string, path: string): boolean {
  const expected = template.split('/');
  const given = path.split('/');
  return (
    expected.length === given.length &&
    expected.every((segment, index) =>
      placeholder.test(segment) ? given[index] !== '' : segment === given[index],
    )
  );
}

/** One digit for each segment, 1 for a literal one. */
function literals(template: string): string {
  return template
    .split('/')
    .map((segment) => (placeholder.test(segment) ? '0' : '1'))
    .join('');
}

/**
 * Tells whether an access token's scopes suffice for an operation: one that it names, or the `manage` scope of a
 * `read` scope that it names (fact C30).
 */
export function allows(granted: readonly string[], { scopes }: OrgOperation): boolean {
  return scopes.every(
    (scope) => granted.includes(scope) || granted.includes(scope.replace(/\.read$/, '.manage')),
  );
}
