import { expect, test } from 'vitest';

import { knownErrors } from './errors/knownErrors.ts';
import { glossary } from './glossary.ts';
import { outcomes } from './outcomes/outcomes.ts';
import { termsIn } from './termsIn.ts';

test('each term has its own name for its address, and the terms are in order from A to Z', () => {
  const ids = glossary.map(({ id }) => id);
  expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  const terms = glossary.map(({ term }) => term);
  expect(terms).toEqual(
    terms.toSorted((one, other) => one.localeCompare(other, 'en', { sensitivity: 'base' })),
  );
});

test('the terms of a text are found in their order, in the plural too, and no part of a word is one', () => {
  const found = termsIn([{ text: 'Scopes and an org’s DPoP; organize the scoped grants.' }]);
  expect(found.map(({ id }) => id)).toEqual(['scope', 'org', 'dpop', 'grant']);
});

test('every term of the glossary is used where the guide explains its methods or its errors', () => {
  const used = new Set(termsIn([outcomes, knownErrors]).map(({ id }) => id));
  const unused = glossary.filter(({ id }) => !used.has(id));
  expect(unused.map(({ term }) => term)).toEqual([]);
});
