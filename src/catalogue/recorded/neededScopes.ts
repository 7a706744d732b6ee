import { auditScopes } from '../audit.ts';
import type { Catalogue, CatalogueOperation } from '../operation.ts';
import { covers, minimalScopes } from '../scopes.ts';
import type { CallsOfProgram } from './callTally.ts';

/** A scope that a program needs, and the calls that need it. */
export interface ScopeOfProgram {
  readonly scope: string;
  readonly operations: readonly CatalogueOperation[];
  /** Paths whose method was not recorded, and whose operations all need it. */
  readonly paths: readonly string[];
  readonly needsSignedInPerson: boolean;
}

export interface NeedsOfProgram {
  /** The fewest scopes. */
  readonly scopes: readonly ScopeOfProgram[];
  /** What else it may need: that depends on the method, which was not recorded. */
  readonly perhaps: readonly { readonly path: string; readonly scopes: readonly string[] }[];
}

interface Cover {
  /** The operations to find the fewest scopes for. */
  readonly operations: readonly CatalogueOperation[];
  /** Those that stand in for a path. */
  readonly pathOf: ReadonlyMap<CatalogueOperation, string>;
  readonly open: CallsOfProgram['unsettled'];
}

/** A path whose operations all need the same scopes is as good as an operation, whatever its method was. */
function coverOf({ operations, unsettled }: CallsOfProgram): Cover {
  const called = operations.map(({ operation }) => operation);
  const pathOf = new Map<CatalogueOperation, string>();
  const open = unsettled.filter(({ path, operations: candidates }) => {
    const [first, ...others] = candidates;
    const agree = first !== undefined && others.every((each) => leastOf(each) === leastOf(first));
    if (agree && !called.includes(first)) pathOf.set(first, path);
    return !agree;
  });
  return { operations: [...called, ...pathOf.keys()], pathOf, open };
}

const leastOf = (operation: CatalogueOperation): string =>
  minimalScopes([operation])
    .map(({ scope }) => scope)
    .join(' ');

/** The fewest scopes with which a program can make the recorded calls. */
export function neededScopes(program: CallsOfProgram): NeedsOfProgram {
  const { operations, pathOf, open } = coverOf(program);
  const scopes = minimalScopes(operations).map(
    ({ scope, neededBy, needsSignedInPerson }): ScopeOfProgram => ({
      scope,
      operations: neededBy.filter((each) => !pathOf.has(each)),
      paths: neededBy.flatMap((each) => pathOf.get(each) ?? []),
      needsSignedInPerson,
    }),
  );
  const names = scopes.map(({ scope }) => scope);
  const perhaps = open.flatMap(({ path, operations: candidates }) => {
    const wanted = new Set(candidates.flatMap(({ credentials }) => credentials.scopeSets.flat()));
    const more = [...wanted].filter((scope) => !covers(names, scope));
    return more.length === 0 ? [] : [{ path, scopes: more.toSorted() }];
  });
  return { scopes, perhaps };
}

/** What to do with one of an app's scopes. */
export type ScopeChange = {
  readonly scope: string;
  readonly why: string;
} & (
  | { readonly action: 'keep' | 'add' | 'remove' | 'check' | 'unknown' }
  /** Replace it with the narrower scope. */
  | { readonly action: 'narrow'; readonly to: string }
);

/**
 * Compares the scopes that an app has with those that its calls need. It never suggests removing a
 * scope that a recorded call may need.
 */
export function scopeChanges(
  catalogue: Catalogue,
  program: CallsOfProgram,
  granted: readonly string[],
): readonly ScopeChange[] {
  const { scopes, perhaps } = neededScopes(program);
  const audit = auditScopes(catalogue, granted, coverOf(program).operations);
  const users = new Map(scopes.map((each) => [each.scope, callsOf(each)]));
  const waiting = (scope: string) =>
    perhaps.filter((each) => each.scopes.some((possible) => covers([scope], possible)));
  const unused = audit.unused.map((scope): ScopeChange => {
    const stillNeeded = [...users].find(([needed]) => covers([scope], needed));
    if (stillNeeded !== undefined) {
      return { action: 'remove', scope, why: `${stillNeeded[0]} is enough, and was granted too` };
    }
    const open = waiting(scope);
    return open.length === 0
      ? { action: 'remove', scope, why: 'no call that was seen needs it' }
      : { action: 'check', scope, why: `seen without a method: ${pathsOf(open)}` };
  });
  const broader = audit.broader.map(({ granted: scope, enough }): ScopeChange => {
    const open = waiting(scope);
    return open.length === 0
      ? {
          action: 'narrow',
          scope,
          to: enough,
          why: `reading is enough for ${users.get(enough) ?? 'its calls'}`,
        }
      : { action: 'check', scope, why: `seen without a method: ${pathsOf(open)}` };
  });
  return [
    ...audit.missing.map(({ scope }): ScopeChange => ({
      action: 'add',
      scope,
      why: `needed by ${users.get(scope) ?? ''}`,
    })),
    ...broader,
    ...unused,
    ...audit.fine.map((scope): ScopeChange => ({
      action: 'keep',
      scope,
      why: `needed by ${users.get(scope) ?? ''}`,
    })),
    ...audit.unknown.map((scope): ScopeChange => ({
      action: 'unknown',
      scope,
      why: 'no operation in the specification names it',
    })),
  ];
}

const callsOf = ({ operations, paths }: ScopeOfProgram): string =>
  [...operations.map(({ reference }) => reference), ...paths].join(', ');
const pathsOf = (open: NeedsOfProgram['perhaps']): string =>
  open.map(({ path }) => path).join(', ');
