import type { OrgOperation } from './org.ts';

/** What a request's method and path mean to the org. */
export type Route =
  | { readonly kind: 'operation'; readonly operation: OrgOperation }
  /** The path exists, with other methods. */
  | { readonly kind: 'otherMethod' }
  | { readonly kind: 'unknown' };

/**
 * Finds the operation of a request. A `{name}` of a template stands for one segment that is not
 * empty; if several templates match, the one with the earlier literal segment wins (`/groups/rules`
 * before `/groups/{groupId}`).
 *
 * @param path as it was sent, without its query
 */
export function routeOf(operations: readonly OrgOperation[], method: string, path: string): Route {
  const given = path.split('/');
  const matching = operations.filter((operation) => matches(operation.path.split('/'), given));
  const [operation, ...others] = matching.filter((each) => each.method === method);
  if (operation === undefined) return { kind: matching.length === 0 ? 'unknown' : 'otherMethod' };
  return {
    kind: 'operation',
    operation: others.reduce(
      (best, each) => (isLiteralEarlier(each.path, best.path) ? each : best),
      operation,
    ),
  };
}

const isPlaceholder = (segment: string): boolean =>
  segment.startsWith('{') && segment.endsWith('}');

function matches(template: readonly string[], given: readonly string[]): boolean {
  return (
    template.length === given.length &&
    template.every((segment, index) =>
      isPlaceholder(segment) ? given[index] !== '' : segment === given[index],
    )
  );
}

function isLiteralEarlier(path: string, other: string): boolean {
  const segments = path.split('/').map(isPlaceholder);
  const otherSegments = other.split('/').map(isPlaceholder);
  const first = segments.findIndex((each, index) => each !== otherSegments[index]);
  return first !== -1 && segments[first] === false;
}

/**
 * Tells whether an access token's scopes suffice for an operation: those that it names, or the `manage` scope of a
 * `read` scope that it names (fact C30).
 */
export function allows(granted: readonly string[], { scopes }: OrgOperation): boolean {
  return scopes.every(
    (scope) =>
      granted.includes(scope) ||
      (scope.endsWith('.read') && granted.includes(`${scope.slice(0, -'.read'.length)}.manage`)),
  );
}
