import { expect, test } from 'vitest';

import { operationIndex } from '#catalogue/find.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';

import { wordsOfNothing } from './wordsOfNothing.ts';

const index = operationIndex(oktaCatalogue);

test.each([
  ['gruop', ['gruop']],
  ['list gruops', ['gruops']],
  ['list groups', []],
  ['deactiv', []],
  ['listUsers', []],
  ['okta.logs.raed', []],
  ['GET /api/v1/groups', []],
  ['', []],
])('%j: what nothing is called is %j', (query, words) => {
  expect(wordsOfNothing(index, query)).toEqual(words);
});
