import { expect, test } from 'vitest';

import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { secretLike } from '#snippets/secretLike.ts';

import { longestPaste, mostPasted, pastedReferences, pasteProblem } from './pastedReferences.ts';

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

test('what is longer than the bound is not looked through, and the bound is above every real list', () => {
  const all = oktaCatalogue.operations.map(({ reference }) => reference);
  expect(all.length).toBeLessThanOrEqual(mostPasted);
  expect(pasteProblem(all.join('\n'))).toBeUndefined();
  expect(pasteProblem('x'.repeat(longestPaste + 1))).toMatch(
    /50001 characters, and the guide reads up to 50000/,
  );
});
