import { expect, test } from 'vitest';

import { outcomes } from '../outcomes/outcomes.ts';
import { causesOf } from './knownError.ts';
import { knownErrors } from './knownErrors.ts';

/** Every error text; an entry without one has an empty message. */
const lines = knownErrors.flatMap(({ message }) => (message === '' ? [] : message.split('\n')));

/** Every cause with its remedy, an error's second one too. */
const causes = knownErrors.flatMap(causesOf);

test('every error of the fact base is explained once', () => {
  const facts = knownErrors.map(({ fact }) => fact).toSorted();
  const expected = [...Array.from({ length: 50 }, (_, index) => `G${index + 1}`), 'K38'].toSorted();
  expect(facts).toEqual(expected);
});

test('other causes of the same words are listed with that error', () => {
  const others = knownErrors.flatMap(({ id, otherCauses = [] }) =>
    otherCauses.map(({ fact }) => [fact, id]),
  );
  expect(others).toEqual([
    ['K36', 'assertion-lives-too-long'],
    ['G25', 'dpop-claim-wrong'],
    ['H10', 'dpop-claim-wrong'],
    ['D19', 'dpop-claim-wrong'],
    ['K28', 'invalid-session'],
  ]);
});

test('an error has a name for its address that no other has', () => {
  const ids = knownErrors.map(({ id }) => id);
  expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

test('an error text is given as Okta sends it, with nothing of ours around it', () => {
  const altered = lines.filter((line) => line !== line.trim() || /^$|[“”’…]/u.test(line));
  expect(altered).toEqual([]);
});

test('no error text has two entries, so a pasted text leads to one explanation', () => {
  expect(lines.toSorted()).toEqual([...new Set(lines)].toSorted());
});

test('a cause that nobody documents is worded as our reading, and a disagreement as a disagreement', () => {
  const wording = {
    agreed: /./u,
    inferred: /our reading/u,
    conflict: /disagree/u,
    unknown: /no public source|is not\.$/u,
  };
  const unmarked = causes.filter(({ status, cause }) => !wording[status].test(cause));
  expect(unmarked.map(({ fact }) => fact)).toEqual([]);
});

test('an error that is fixed at a step of a set-up names a step that is there', () => {
  const named = knownErrors.flatMap(({ id, methods, setUpSteps = {} }) =>
    Object.entries(setUpSteps).map(([method, step]) => ({ id, methods, method, step })),
  );
  expect(named.length).toBeGreaterThan(30);
  const missing = named.filter(
    ({ methods, method, step }) =>
      !methods.some(
        (own) => own === method && outcomes[own].setUp.some((setUp) => setUp.id === step),
      ),
  );
  expect(missing).toEqual([]);
});

test('the steps of one set-up have names of their own', () => {
  for (const { setUp } of Object.values(outcomes)) {
    const ids = setUp.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  }
});
