import { runInNewContext } from 'node:vm';

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { hostileFragments } from '../hostileText.ts';
import { javascriptString } from './javascriptString.ts';

const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...hostileFragments),
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
  )
  .map((pieces) => pieces.join(''));

describe('javascriptString', () => {
  test('gives JavaScript back exactly the text, whatever it holds', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(runInNewContext(javascriptString(text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  test('stays in its line and in its script element, with nothing invisible in it', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(javascriptString(text)).not.toMatch(/<\/|<!--|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
      { numRuns: 1000 },
    );
  });

  test('reads as a programmer would write it', () => {
    expect(javascriptString('it\'s "\\"')).toBe("'it\\'s \"\\\\\"'");
  });
});
