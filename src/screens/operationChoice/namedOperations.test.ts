import { expect, test } from 'vitest';

import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';

import { namedOperations } from './namedOperations.ts';

const idsOf = (text: string): readonly string[] | undefined =>
  namedOperations(oktaCatalogue, text)?.map(({ reference }) => reference);

test.each([
  ['list users, add group'],
  ['List users; Add group;'],
  ['GET /api/v1/users\nPOST /api/v1/groups'],
  ['listUsers,  add   group, list users'],
  ['list the users, add a group'],
])('a list that names each operation in full is understood: %j', (text) => {
  expect(idsOf(text)).toEqual(['listUsers', 'addGroup']);
});

test.each([
  ['list users', 'one name is a search'],
  ['list users, add grou', 'a name that is not complete'],
  ['list users, something else', 'a name that nothing has'],
  ['list users, get org settings', 'a name that two operations have'],
  [', ;', 'no name at all'],
])('nothing is guessed of %j: %s', (text) => {
  expect(idsOf(text)).toBeUndefined();
});

test('every operation of the catalogue is named by its method and path', () => {
  const { operations } = oktaCatalogue;
  const all = operations.map(({ method, path }) => `${method} ${path}`);
  const unique = operations.filter(
    (_, index) => all.indexOf(all[index] ?? '') === all.lastIndexOf(all[index] ?? ''),
  );
  expect(idsOf(unique.map(({ method, path }) => `${method} ${path}`).join('\n'))).toEqual(
    unique.map(({ reference }) => reference),
  );
  expect(unique.length).toBeGreaterThan(900);
});
