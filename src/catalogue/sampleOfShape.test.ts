import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { sampleOf } from './sampleOfShape.ts';

test('a shape becomes a value with a sample for each member', () => {
  const shape =
    '{id active? count# level#5 created@ mail^email type=OKTA_GROUP x5t%23S256=a%20b names[] any[!] owners[{id}] profile{name _links{}}}';
  expect(sampleOf(shape)).toEqual({
    id: 'example id',
    active: true,
    count: 1,
    level: 5,
    created: '2026-01-12T09:00:00.000Z',
    mail: 'ada@example.com',
    type: 'OKTA_GROUP',
    'x5t#S256': 'a b',
    names: ['example names'],
    any: [],
    owners: [{ id: 'example id' }],
    profile: { name: 'example name', _links: {} },
  });
  expect(sampleOf('=ACTIVE')).toBe('ACTIVE');
});

test('an object that the list names is described in its place, to a depth, and never within itself', () => {
  const shapes = ['{id parts[~1] whole~0}', '{name part~1 of~0}'];
  expect(sampleOf('~0', shapes)).toEqual({
    id: 'example id',
    parts: [{ name: 'example name', part: {}, of: {} }],
    whole: {},
  });
  const deep = Array.from({ length: 9 }, (_, place) => `{in~${place + 1}}`);
  expect(JSON.stringify(sampleOf('~0', deep))).toBe('{"in":{"in":{"in":{"in":{"in":{}}}}}}');
});

test('a damaged shape ends, and gives a value', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(
          '{',
          '}',
          '[',
          ']',
          '=',
          '?',
          '#',
          '@',
          '~',
          '0',
          '%',
          '^',
          '!',
          ' ',
          'a',
        ),
      }),
      (shape) => {
        expect(sampleOf(shape, [shape])).toBeDefined();
      },
    ),
  );
});
