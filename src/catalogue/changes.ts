import type { Bounds } from './bounds.ts';
import type { Catalogue, CatalogueOperation } from './operation.ts';

/** What has changed in an operation that both catalogues have. */
export interface OperationChange {
  readonly operation: CatalogueOperation;
  /** Sentences without a full stop: `scopes okta.groups.read -> okta.groups.manage`. */
  readonly changes: readonly string[];
}

/** What a new release of the specification changes. */
export interface CatalogueChanges {
  readonly added: readonly CatalogueOperation[];
  readonly removed: readonly CatalogueOperation[];
  readonly changed: readonly OperationChange[];
}

/**
 * Compares two catalogues, operation by operation. Two operations are the same if their API and id
 * are the same.
 */
export function catalogueChanges(before: Catalogue, after: Catalogue): CatalogueChanges {
  const earlier = new Map(before.operations.map((operation) => [nameOf(operation), operation]));
  const later = new Map(after.operations.map((operation) => [nameOf(operation), operation]));
  return {
    added: after.operations.filter((operation) => !earlier.has(nameOf(operation))),
    removed: before.operations.filter((operation) => !later.has(nameOf(operation))),
    changed: after.operations.flatMap((operation) => {
      const previous = earlier.get(nameOf(operation));
      const changes = previous === undefined ? [] : changesOf(previous, operation);
      return changes.length === 0 ? [] : [{ operation, changes }];
    }),
  };
}

/** The facts of an operation as short texts, by the name under which a change of them is reported. */
function factsOf(operation: CatalogueOperation): ReadonlyMap<string, string> {
  const { credentials, body } = operation;
  return new Map([
    ['request', `${operation.method} ${operation.path}`],
    ['tag', operation.tag],
    ['API token', credentials.apiToken ? 'accepted' : 'not accepted'],
    ['scopes', credentials.scopeSets.map(scopeSetText).join(' or ') || 'none'],
    ['client authentication', credentials.clientAuthentication.join(' or ') || 'none'],
    ['lifecycle', operation.lifecycle ?? 'none'],
    ['deprecated', operation.deprecated ? 'yes' : 'no'],
    ['admin roles', operation.adminRoles.join(', ') || 'none'],
    ['permissions', operation.permissions.join(', ') || 'none'],
    ['no scope required', operation.noScopeRequired ? 'yes' : 'no'],
    ['server', operation.server ?? 'the org'],
    ['parameters', parametersText(operation)],
    ['body', body === undefined ? 'none' : JSON.stringify(body)],
  ]);
}

function changesOf(before: CatalogueOperation, after: CatalogueOperation): readonly string[] {
  const later = factsOf(after);
  return [...factsOf(before)].flatMap(([name, was]) => {
    const is = later.get(name) ?? '';
    return was === is ? [] : [`${name}: ${was} -> ${is}`];
  });
}

function scopeSetText(scopes: readonly string[]): string {
  return scopes.length === 0 ? 'any access token' : scopes.join(' and ');
}

function parametersText({ parameters }: CatalogueOperation): string {
  const names = parameters.map(
    ({ name, in: location, required, type, list, separator, values, secret, ...others }) =>
      `${location} ${name}${required ? '' : '?'}: ${values.length > 0 ? values.join('|') : type}${list ? (separator ?? '[]') : ''}${secret ? ' (secret)' : ''}${boundsText(others)}`,
  );
  return names.join(', ') || 'none';
}

function boundsText(bounds: Bounds & { readonly maxItems?: number }): string {
  const all = Object.entries(bounds).map(([name, bound]) => ` ${name} ${bound}`);
  return all.join(',');
}

function nameOf({ api, id }: CatalogueOperation): string {
  return `${api}:${id}`;
}
