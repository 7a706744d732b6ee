import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { sampleOf } from './sampleOfShape.ts';

test('a shape becomes a value with a sample for each member', () => {
  const shape =
    '{id active? count# created@ type=OKTA_GROUP names[] owners[{id}] profile{name _links{}}}';
  expect(sampleOf(shape)).toEqual({
    id: 'example id',
    active: true,
    count: 1,
    created: '2026-01-12T09:00:00.000Z',
    type: 'OKTA_GROUP',
    names: [],
    owners: [{ id: 'example id' }],
    profile: { name: 'example name', _links: {} },
  });
  expect(sampleOf('=ACTIVE')).toBe('ACTIVE');
});

test('a damaged shape ends, and gives a value', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '=', '?', '#', '@', ' ', 'a') }),
      (shape) => {
        expect(sampleOf(shape)).toBeDefined();
      },
    ),
  );
});
