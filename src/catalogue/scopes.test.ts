import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { accepts } from './accepts.ts';
import { oktaCatalogue } from './oktaCatalogue.ts';
import type { CatalogueOperation, ScopeSet } from './operation.ts';
import { findByReference } from './references.ts';
import { covers, isCovered, minimalScopes, otherOperations, scopeNames } from './scopes.ts';

/** An operation of no API, which accepts any one of these sets of scopes. */
function operationWith(scopeSets: readonly ScopeSet[], id = 'made'): CatalogueOperation {
  return {
    api: 'management',
    id,
    reference: id,
    method: 'GET',
    path: '/made',
    tag: 'Made',
    parameters: [],
    credentials: { apiToken: false, scopeSets, clientAuthentication: [] },
    deprecated: false,
    adminRoles: [],
    permissions: [],
    noScopeRequired: false,
  };
}

function operation(reference: string): CatalogueOperation {
  const found = findByReference(oktaCatalogue, reference);
  if (found === undefined) throw new Error(`The catalogue has no ${reference}.`);
  return found;
}

const scopesFor = (...references: readonly string[]) =>
  minimalScopes(references.map(operation)).map(({ scope }) => scope);

/** All smallest sets that cover every requirement, found by trying all sets. */
function smallestByTrying(
  operations: readonly CatalogueOperation[],
): readonly (readonly string[])[] {
  const requirements = operations
    .map(({ credentials }) => credentials.scopeSets)
    .filter((sets) => sets.length > 0);
  const universe = [...new Set(requirements.flat(2))];
  let best: (readonly string[])[] = [];
  let fewest = Infinity;
  for (let bits = 0; bits < 2 ** universe.length; bits += 1) {
    const set = universe.filter((_scope, position) => (bits >> position) % 2 === 1);
    if (set.length > fewest) continue;
    if (requirements.every((sets) => sets.some((each) => isCovered(each, set)))) {
      if (set.length < fewest) best = [];
      fewest = set.length;
      best.push(set);
    }
  }
  return best;
}

const manageCount = (scopes: readonly string[]) =>
  scopes.filter((scope) => scope.endsWith('.manage')).length;

/** The smallest set that opens least: exactly one, whatever the order of the operations. */
function expectSmallest(operations: readonly CatalogueOperation[]): void {
  const [best] = smallestByTrying(operations)
    .map((set) => set.toSorted())
    .toSorted(
      (one, other) => manageCount(one) - manageCount(other) || (one.join() < other.join() ? -1 : 1),
    );
  const scopes = minimalScopes(operations);
  expect(scopes.map(({ scope }) => scope)).toEqual(best);
  expect(minimalScopes(operations.toReversed()).map(({ scope }) => scope)).toEqual(best);
  expect(scopes.every(({ neededBy }) => neededBy.length > 0)).toBe(true);
}

describe('the smallest set of scopes', () => {
  test('takes managing for reading the same resource', () => {
    expect(scopesFor('listUsers', 'createUser')).toEqual(['okta.users.manage']);
    expect(scopesFor('listUsers')).toEqual(['okta.users.read']);
    expect(scopesFor('listUsers', 'addGroup')).toEqual(['okta.groups.manage', 'okta.users.read']);
  });

  test('has both scopes of an operation that needs two', () => {
    expect(scopesFor('createGroupPushMapping', 'listGroups')).toEqual([
      'okta.apps.manage',
      'okta.groups.manage',
    ]);
  });

  test('has none for operations that take no access token', () => {
    expect(scopesFor('revokeCurrentApiToken', 'token', 'getWellknownOrgMetadata')).toEqual([]);
  });

  test('says which operations need each scope, and for which reading would do', () => {
    const [users] = minimalScopes(['listUsers', 'createUser'].map(operation));
    expect(users?.neededBy.map(({ id }) => id)).toEqual(['listUsers', 'createUser']);
    expect(users?.readBy.map(({ id }) => id)).toEqual(['listUsers']);
    expect(users?.needsSignedInPerson).toBe(false);
    expect(minimalScopes([operation('replaceProfile')])[0]?.needsSignedInPerson).toBe(true);
  });

  test('is never larger than what trying all sets finds, on operations of Okta', () => {
    expect.hasAssertions();
    const withScopes = oktaCatalogue.operations.filter((each) => accepts(each).oauth);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...withScopes), { minLength: 1, maxLength: 9 }),
        expectSmallest,
      ),
      { numRuns: 300 },
    );
  });

  test('is never larger on made-up operations with several sets of scopes each', () => {
    expect.hasAssertions();
    const scope = fc
      .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('read', 'manage'))
      .map(([resource, verb]) => `okta.${resource}.${verb}`);
    // No scope at all may be enough; no set at all is an operation that takes no access token.
    const sets = fc.array(fc.uniqueArray(scope, { maxLength: 3 }), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(sets, { maxLength: 6 }), (requirements) =>
        expectSmallest(
          requirements.map((scopeSets, position) => operationWith(scopeSets, `made${position}`)),
        ),
      ),
      { numRuns: 500 },
    );
  });

  test('covers every operation, and no scope of it can be left out', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...oktaCatalogue.operations), { maxLength: 60 }),
        (operations) => {
          const scopes = minimalScopes(operations).map(({ scope }) => scope);
          const isOpen = (granted: readonly string[]) =>
            operations
              .filter((each) => accepts(each).oauth)
              .every(({ credentials }) =>
                credentials.scopeSets.some((set) => isCovered(set, granted)),
              );
          expect(isOpen(scopes)).toBe(true);
          for (const scope of scopes) {
            expect(isOpen(scopes.filter((each) => each !== scope))).toBe(false);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  test('is found for many operations with several sets each', () => {
    // Trying every combination of 40 times 3 sets would not end.
    const random = numbersFrom(7);
    const scope = () => `okta.r${random(12)}.${random(2) === 0 ? 'read' : 'manage'}`;
    const operations = Array.from({ length: 40 }, () =>
      operationWith([0, 1, 2].map(() => [scope(), scope()])),
    );
    const scopes = minimalScopes(operations).map((needed) => needed.scope);
    for (const { credentials } of operations) {
      expect(credentials.scopeSets.some((set) => isCovered(set, scopes))).toBe(true);
    }
  });

  test('of all operations at once is found quickly', () => {
    expect(minimalScopes(oktaCatalogue.operations).length).toBeGreaterThan(50);
  });
});

/** Random numbers, the same in every run. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor(state / 2 ** 16) % below;
  };
}

const besides = (granted: readonly string[]) =>
  otherOperations(oktaCatalogue, 'okta.groups.read', granted, []).find(
    (each) => each.operation.id === 'listGroupPushMappings',
  )?.besides;

describe('what else a scope opens', () => {
  test('lists every other operation that takes it, deletions and other writing first', () => {
    const chosen = [operation('listGroups')];
    const opened = otherOperations(oktaCatalogue, 'okta.groups.manage', [], chosen);
    const ids = opened.map((each) => each.operation.id);
    expect(ids).not.toContain('listGroups');
    expect(ids).toContain('deleteGroup');
    expect(ids).toContain('getGroup');
    const methods = opened.map((each) => each.operation.method);
    expect(methods.lastIndexOf('DELETE')).toBeLessThan(methods.indexOf('POST'));
    expect(Math.max(methods.lastIndexOf('POST'), methods.lastIndexOf('PUT'))).toBeLessThan(
      methods.indexOf('GET'),
    );
  });

  test('says what a token needs besides, unless it has that', () => {
    expect(besides([])).toEqual(['okta.apps.read']);
    expect(besides(['okta.apps.manage'])).toEqual([]);
  });

  test('is complete, and an operation opens with what it needs besides and with no less', () => {
    const names = [...scopeNames(oktaCatalogue)];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.uniqueArray(fc.constantFrom(...oktaCatalogue.operations), { maxLength: 6 }),
        (scope, chosen) => {
          const granted = minimalScopes(chosen).map((needed) => needed.scope);
          const opened = otherOperations(oktaCatalogue, scope, granted, chosen);
          const listed = new Set(opened.map((each) => each.operation));
          for (const each of oktaCatalogue.operations) {
            const isServed = each.credentials.scopeSets
              .flat()
              .some((name) => covers([scope], name));
            expect(listed.has(each)).toBe(isServed && !chosen.includes(each));
          }
          for (const { operation: each, besides: further } of opened) {
            const isOpen = (scopes: readonly string[]) =>
              each.credentials.scopeSets.some((set) => isCovered(set, scopes));
            expect(isOpen([scope, ...granted, ...further])).toBe(true);
            expect(isOpen([scope, ...granted])).toBe(further.length === 0);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('of reading is nothing that writes with the same resource’s managing scope', () => {
    const opened = otherOperations(oktaCatalogue, 'okta.users.read', [], []);
    for (const { operation: each } of opened) {
      expect(each.credentials.scopeSets.flat()).toContain('okta.users.read');
    }
  });
});

test('managing covers reading of the same resource, and nothing else', () => {
  expect(covers(['okta.users.manage'], 'okta.users.read')).toBe(true);
  expect(covers(['okta.users.read'], 'okta.users.manage')).toBe(false);
  expect(covers(['okta.apps.manage'], 'okta.apps.interclientTrust.read')).toBe(false);
  expect(scopeNames(oktaCatalogue).has('okta.users.read')).toBe(true);
});
