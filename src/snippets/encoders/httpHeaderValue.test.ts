import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { hostileFragments } from '../hostileText.ts';
import { httpHeaderValue } from './httpHeaderValue.ts';

describe('httpHeaderValue', () => {
  test('gives back what a header can hold, and the platform agrees', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        fc.pre(text === text.trim());
        expect(new Headers([['x', httpHeaderValue(text)]]).get('x')).toBe(text);
      }),
    );
  });

  test('refuses line ends, controls, and everything outside ASCII', () => {
    const refused = hostileFragments.filter((fragment) => /[^ -~]/.test(fragment));
    expect(refused.length).toBeGreaterThan(10);
    for (const fragment of refused) {
      expect(() => httpHeaderValue(`a${fragment}b`)).toThrow(TypeError);
    }
  });
});
