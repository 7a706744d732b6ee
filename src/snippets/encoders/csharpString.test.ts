import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { hostileFragments } from '../hostileText.ts';
import { csharpString } from './csharpString.ts';

const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...hostileFragments),
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
  )
  .map((pieces) => pieces.join(''));

describe('csharpString', () => {
  // The escapes that it uses are those that JSON and C# share, and read alike.
  test('gives C# back exactly the text, whatever it holds', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(JSON.parse(csharpString(text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  test('stays in its line, with nothing invisible in it and no escape but three', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(csharpString(text)).toMatch(
          /^"(?:\\[\\"]|\\u[0-9a-f]{4}|[^\\"\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}])*"$/u,
        );
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['quotes and backslashes', '"\\', String.raw`"\"\\"`],
    ['what ends a line', '\r\n\u0085\u2028\u2029', String.raw`"\u000d\u000a\u0085\u2028\u2029"`],
    ['braces', '{0} {x} é😀', '"{0} {x} é😀"'],
    ['an invisible pair', '\u{e0001}', String.raw`"\udb40\udc01"`],
  ])('writes %s as a programmer would', (_, text, literal) => {
    expect(csharpString(text)).toBe(literal);
  });
});
