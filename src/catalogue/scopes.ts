import { needsSignedInPerson } from './accepts.ts';
import type { Catalogue, CatalogueOperation, ScopeSet } from './operation.ts';

/** A scope of the smallest set, with the operations that need it. */
export interface NeededScope {
  readonly scope: string;
  /** In the order in which the operations were given. */
  readonly neededBy: readonly CatalogueOperation[];
  /** Those for which reading would be enough: the scope replaces its `.read`. */
  readonly readBy: readonly CatalogueOperation[];
  /** Only the access token of a signed-in person can carry it. */
  readonly needsSignedInPerson: boolean;
}

/**
 * Finds the smallest set of scopes with which one access token can call all operations that accept
 * one. Of several smallest sets, it returns the one that gives the least access: fewer `.manage`,
 * then the first in alphabetical order. The scopes are in alphabetical order. `.manage` includes
 * `.read` of the same resource (facts C30 and E25).
 */
export function minimalScopes(operations: readonly CatalogueOperation[]): readonly NeededScope[] {
  const chosen = smallestCover(operations.map(({ credentials }) => credentials.scopeSets));
  return chosen.toSorted().map((scope): NeededScope => {
    const neededBy = operations.filter((operation) => needs(operation, scope, chosen));
    return {
      scope,
      neededBy,
      readBy: neededBy.filter(
        ({ credentials }) => !credentials.scopeSets.some((set) => set.includes(scope)),
      ),
      needsSignedInPerson: needsSignedInPerson(scope),
    };
  });
}

/** Whether a token with the scopes can call an operation, and could not without this one. */
function needs(
  { credentials }: CatalogueOperation,
  scope: string,
  chosen: readonly string[],
): boolean {
  // Most operations have nothing to do with it; for a thousand at once, checking them takes time.
  if (!credentials.scopeSets.some((set) => set.some((each) => covers([scope], each)))) return false;
  const others = chosen.filter((each) => each !== scope);
  return (
    credentials.scopeSets.some((set) => isCovered(set, chosen)) &&
    !credentials.scopeSets.some((set) => isCovered(set, others))
  );
}

/** `okta.groups.read` for `okta.groups.manage`; undefined for a scope that includes no other. */
export function includedRead(scope: string): string | undefined {
  return scope.endsWith('.manage') ? scope.replace(/manage$/, 'read') : undefined;
}

/** Whether a token with these scopes may do what a scope allows. */
export function covers(granted: readonly string[], scope: string): boolean {
  return (
    granted.includes(scope) ||
    (scope.endsWith('.read') && granted.includes(scope.replace(/read$/, 'manage')))
  );
}

/** Whether a token with these scopes covers a whole set of scopes. */
export function isCovered(set: ScopeSet, granted: readonly string[]): boolean {
  return set.every((scope) => covers(granted, scope));
}

/** Sets of scopes; any one of them is enough. */
type Requirement = readonly ScopeSet[];

/**
 * The smallest set of scopes that covers one set of each requirement. Exact: it tries the alternatives of one
 * requirement after the other and leaves a branch as soon as it cannot win. In today's specification every
 * operation has one alternative, so there is one branch.
 */
function smallestCover(all: readonly Requirement[]): readonly string[] {
  const requirements = telling(all);
  let best: readonly string[] | undefined;
  const search = (position: number, union: ReadonlySet<string>): void => {
    const reduced = withoutIncluded(union);
    // More scopes never make fewer: neither the number nor the number of `.manage` falls further down a branch.
    if (best !== undefined && weightDifference(reduced, best) > 0) return;
    const requirement = requirements[position];
    if (requirement === undefined) {
      if (best === undefined || isSmaller(reduced, best)) best = reduced;
    } else if (requirement.some((set) => isCovered(set, reduced))) {
      search(position + 1, union);
    } else {
      for (const set of requirement) search(position + 1, new Set([...union, ...set]));
    }
  };
  search(0, new Set());
  return best ?? [];
}

/**
 * The requirements that decide: each once, without those that are met whenever another one is, and each without the
 * alternatives that ask for more than another one. Those with the fewest alternatives come first, since they narrow
 * the search most.
 */
function telling(requirements: readonly Requirement[]): readonly Requirement[] {
  const distinct = [
    ...new Map(
      requirements
        .filter((sets) => sets.length > 0)
        .map((sets) => withoutWorse(sets, (set, better) => isCovered(better, set)))
        .map((sets) => [JSON.stringify(sets), sets] as const),
    ).values(),
  ];
  return withoutWorse(distinct, (weaker, stronger) =>
    stronger.every((set) => weaker.some((alternative) => isCovered(alternative, set))),
  ).toSorted((one, other) => one.length - other.length);
}

/** Leaves out each item that another one makes needless; of two that do so to each other the first stays. */
function withoutWorse<Item>(
  items: readonly Item[],
  isWorse: (item: Item, other: Item) => boolean,
): readonly Item[] {
  return items.filter(
    (item, position) =>
      !items.some(
        (other, place) =>
          place !== position && isWorse(item, other) && (place < position || !isWorse(other, item)),
      ),
  );
}

/** Leaves out each `.read` whose `.manage` is there. */
function withoutIncluded(scopes: ReadonlySet<string>): readonly string[] {
  const included = new Set([...scopes].flatMap((scope) => includedRead(scope) ?? []));
  return [...scopes].filter((scope) => !included.has(scope));
}

/** Below 0 if the first gives less access: it has fewer scopes, or as many with fewer `.manage`. */
function weightDifference(one: readonly string[], other: readonly string[]): number {
  return one.length - other.length || manageCount(one) - manageCount(other);
}

function manageCount(scopes: readonly string[]): number {
  return scopes.filter((scope) => includedRead(scope) !== undefined).length;
}

function isSmaller(one: readonly string[], other: readonly string[]): boolean {
  const difference = weightDifference(one, other);
  return difference === 0 ? one.toSorted().join() < other.toSorted().join() : difference < 0;
}

/** Another operation that a scope gives access to. */
export interface OpenedOperation {
  readonly operation: CatalogueOperation;
  /** What a token needs besides the scopes that it has; empty if they are enough. */
  readonly besides: readonly string[];
}

/**
 * Says what else a token with a scope may do: its blast radius.
 *
 * @param granted all scopes of the token, including this one
 * @param chosen operations that the program calls anyway, which are left out
 * @returns the writing operations first, deletions before the others; then by tag and reference
 */
export function otherOperations(
  catalogue: Catalogue,
  scope: string,
  granted: readonly string[],
  chosen: readonly CatalogueOperation[],
): readonly OpenedOperation[] {
  return catalogue.operations
    .filter((operation) => !chosen.includes(operation))
    .flatMap((operation) => {
      const [fewest] = operation.credentials.scopeSets
        .filter((set) => set.some((each) => covers([scope], each)))
        .map((set) => set.filter((each) => !covers([scope, ...granted], each)))
        .toSorted((one, other) => one.length - other.length);
      return fewest === undefined ? [] : [{ operation, besides: fewest }];
    })
    .toSorted(
      ({ operation: one }, { operation: other }) =>
        weightOf(one) - weightOf(other) ||
        one.tag.localeCompare(other.tag, 'en') ||
        one.reference.localeCompare(other.reference, 'en'),
    );
}

function weightOf({ method }: CatalogueOperation): number {
  if (method === 'DELETE') return 0;
  return method === 'GET' || method === 'OPTIONS' ? 2 : 1;
}

/** Whether an operation changes something. */
export function isWriting(operation: CatalogueOperation): boolean {
  return weightOf(operation) < 2;
}

const namesOf = new WeakMap<Catalogue, ReadonlySet<string>>();

/** Every scope that an operation of the catalogue names. */
export function scopeNames(catalogue: Catalogue): ReadonlySet<string> {
  const known =
    namesOf.get(catalogue) ??
    new Set(catalogue.operations.flatMap(({ credentials }) => credentials.scopeSets.flat()));
  namesOf.set(catalogue, known);
  return known;
}
