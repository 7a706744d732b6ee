import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { replay } from '#guide/replay.ts';
import { allWalks } from '#guide/walks.ts';

import { placeOf, startOf } from './start.ts';

test.each([...new Set(allWalks().map(({ node }) => node))])(
  '%s can be the start, by its name',
  (node) => {
    const { answers, problem } = startOf(node);
    expect(problem).toBeUndefined();
    expect(replay(answers).walk.node).toBe(node);
  },
);

test('a walk can be the start, and of a damaged one the part that leads somewhere', () => {
  expect(startOf('oauth-yes/audience-ownOrg')).toEqual({
    answers: ['oauth.yes', 'audience.ownOrg'],
  });
  expect(startOf('oauth-yes/no-such')).toMatchObject({
    answers: ['oauth.yes'],
    problem: expect.stringContaining('start must be'),
  });
  expect(startOf('nowhere')).toMatchObject({ answers: [], problem: expect.any(String) });
});

test('a place is whole only where all of its text leads somewhere', () => {
  expect(placeOf('')).toEqual({ answers: [], isWhole: true });
  expect(placeOf('audience')).toEqual({ answers: ['oauth.yes'], isWhole: true });
  expect(placeOf('oauth-yes/audience-ownOrg').isWhole).toBe(true);
  expect(placeOf('oauth-yes/no-such').isWhole).toBe(false);
  expect(placeOf('nowhere').isWhole).toBe(false);
});

test('no text whatever makes it fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { answers } = startOf(text);
      expect(replay(answers).dropped).toEqual([]);
    }),
  );
});
