import { expect, test } from 'vitest';

import * as troublesByName from './troubles.ts';

const troubles = Object.values(troublesByName);
/** Every error text; an entry without one has an empty message. */
const lines = troubles.flatMap(({ message }) => (message === '' ? [] : message.split('\n')));

/** Every cause with its remedy, an error's second one too. */
const causes = troubles.flatMap((trouble) => [trouble, ...(trouble.otherCauses ?? [])]);

test('every error of the fact base is explained once', () => {
  const facts = troubles.map(({ fact }) => fact).toSorted();
  const expected = [...Array.from({ length: 50 }, (_, index) => `G${index + 1}`), 'K38'].toSorted();
  expect(facts).toEqual(expected);
});

test('what else brings the same words is told with that error', () => {
  const others = troubles.flatMap(({ message, otherCauses = [] }) =>
    otherCauses.map(({ fact }) => [fact, message]),
  );
  expect(others).toEqual([
    ['K36', 'The client_assertion token has an expiration too far into the future.'],
    ['K28', 'Invalid session'],
  ]);
});

test('an error text is given as Okta sends it, with nothing of ours around it', () => {
  const altered = lines.filter((line) => line !== line.trim() || /^$|[“”’…]/u.test(line));
  expect(altered).toEqual([]);
});

test('no error text has two entries, so a pasted text leads to one explanation', () => {
  expect(lines.toSorted()).toEqual([...new Set(lines)].toSorted());
});

test('a cause that nobody documents is told as our reading, and a disagreement as one', () => {
  const wording = {
    agreed: /./u,
    inferred: /our reading/u,
    conflict: /disagree/u,
    unknown: /no public source|is not\.$/u,
  };
  const unmarked = causes.filter(({ status, cause }) => !wording[status].test(cause));
  expect(unmarked.map(({ fact }) => fact)).toEqual([]);
});
