import { nearestOf } from '#catalogue/nearest.ts';
import type { Catalogue, CatalogueOperation } from '#catalogue/operation.ts';
import { isCovered, minimalScopes, scopeNames } from '#catalogue/scopes.ts';

/** Scopes of Okta's APIs that are called elsewhere than at the org, so that no operation of the catalogue has them (fact K24). */
const scopesOfOtherHosts: ReadonlySet<string> = new Set(['okta.workflows.invoke.manage']);

/** Says why a token with these scopes cannot call these operations; undefined if it can. */
export function reasonAgainstScopes(
  catalogue: Catalogue,
  scopes: readonly string[],
  operations: readonly CatalogueOperation[],
): string | undefined {
  const names = scopeNames(catalogue);
  const unknown = scopes.find((scope) => !names.has(scope) && !scopesOfOtherHosts.has(scope));
  if (unknown !== undefined) {
    const near = nearestOf(unknown, names);
    const needed = operations.flatMap(needs).slice(0, 3);
    return [
      `No operation of Okta’s APIs has the scope \`${unknown}\`.`,
      ...(near === undefined ? [] : [`Did you mean \`${near}\`?`]),
      ...needed,
    ].join(' ');
  }
  const uncovered = operations.find(
    ({ credentials: { scopeSets } }) =>
      scopeSets.length > 0 && !scopeSets.some((set) => isCovered(set, scopes)),
  );
  return uncovered === undefined
    ? undefined
    : `${needs(uncovered).join('')} Your scopes do not cover it: add what is missing, or leave them out, and the guide chooses the fewest.`;
}

/**
 * The scope that was probably meant by a text that does not have the form of one; undefined if none
 * is similar.
 */
export function nearestScope(catalogue: Catalogue, reason: string): string | undefined {
  const [, scope] = /^`([^`]+)` is not a scope/.exec(reason) ?? [];
  if (scope === undefined) return undefined;
  const names = scopeNames(catalogue);
  return nearestOf(scope, names) ?? nearestOf(`${scope}.read`, names);
}

/** `listUsers` needs `okta.users.read`. */
function needs(operation: CatalogueOperation): readonly string[] {
  const least = minimalScopes([operation]).map(({ scope }) => `\`${scope}\``);
  return least.length === 0 ? [] : [`\`${operation.reference}\` needs ${least.join(' and ')}.`];
}
