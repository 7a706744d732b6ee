import type { Catalogue, CatalogueOperation } from './operation.ts';
import { covers, includedRead, minimalScopes, type NeededScope, scopeNames } from './scopes.ts';

/**
 * Compares an app's scopes with those that its operations need. Each scope is in exactly one list.
 */
export interface ScopeAudit {
  /** Needed and not granted, with the operations that then fail. */
  readonly missing: readonly NeededScope[];
  /** No chosen operation needs them. */
  readonly unused: readonly string[];
  /** `.manage` was granted although reading would be enough. */
  readonly broader: readonly { readonly granted: string; readonly enough: string }[];
  /** No operation in the catalogue names them: nothing is said about them. */
  readonly unknown: readonly string[];
  /** Granted and needed as they are. */
  readonly fine: readonly string[];
}

/** `okta.…` with at least two more parts, `ssf.…` or `openid`; not within another word, an address or a host name. */
const scope =
  /(?<![\w.@]|\w-|\/\/)(?:okta\.[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z][A-Za-z0-9]*)+|ssf\.(?:read|manage)|openid)(?![\w.-]*\w)/g;

/**
 * Finds the scopes in a text in any form that people have: a list from the Admin Console, the `scp`
 * or `scope` of a decoded token, Terraform's `scopes`, a token request. It ignores the rest of the
 * text.
 */
export function parseGrantedScopes(text: string): readonly string[] {
  const found =
    text
      .slice(0, 100_000)
      .replaceAll(/%20|\+/g, ' ')
      .match(scope) ?? [];
  return [...new Set(found)];
}

/** Compares an app's scopes with those that its operations need. */
export function auditScopes(
  catalogue: Catalogue,
  granted: readonly string[],
  operations: readonly CatalogueOperation[],
): ScopeAudit {
  const needed = minimalScopes(operations);
  const known = scopeNames(catalogue);
  const isKnown = (each: string) => known.has(each) || known.has(includedRead(each) ?? '');
  const names = new Set(needed.map((each) => each.scope));
  const broader = granted.flatMap((each) => {
    const enough = includedRead(each);
    const isTooMuch =
      enough !== undefined && names.has(enough) && !names.has(each) && !granted.includes(enough);
    return isTooMuch ? [{ granted: each, enough }] : [];
  });
  const isBroader = (each: string) => broader.some((found) => found.granted === each);
  return {
    missing: needed.filter((each) => !covers(granted, each.scope)),
    unused: granted.filter((each) => isKnown(each) && !names.has(each) && !isBroader(each)),
    broader,
    unknown: granted.filter((each) => !isKnown(each)),
    fine: granted.filter((each) => names.has(each)),
  };
}
