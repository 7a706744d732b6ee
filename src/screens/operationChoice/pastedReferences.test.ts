import { expect, test } from 'vitest';

import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { secretLike } from '#snippets/secretLike.ts';

import { pastedReferences } from './pastedReferences.ts';

test.each([
  ['listUsers createUser'],
  ['listUsers,createUser,listUsers'],
  ['- listUsers\n- createUser\n'],
  ['1. listUsers;\n2. createUser.'],
  ['["listUsers", "createUser"]'],
  ['`listUsers`, `createUser`'],
])('a list is read in whatever punctuation: %j', (text) => {
  expect(pastedReferences(text)).toEqual({ references: ['listUsers', 'createUser'], leftOut: [] });
});

test('what cannot be an id is named, not dropped', () => {
  expect(pastedReferences('listUsers scope=all governance:listMoons')).toEqual({
    references: ['listUsers', 'governance:listMoons'],
    leftOut: ['scope=all'],
  });
});

test('every operation of the catalogue can be pasted, and none looks like a secret', () => {
  const all = oktaCatalogue.operations.map(({ reference }) => reference);
  expect(pastedReferences(all.join('\n'))).toEqual({ references: all, leftOut: [] });
  expect(secretLike(all.join(' '))).toBeUndefined();
});
