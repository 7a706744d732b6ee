import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { hostileFragments } from '../hostileText.ts';
import { pythonString } from './pythonString.ts';

const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...hostileFragments, '{x}', '"""', '\\N{BULLET}', '\u{e0001}', '\u{1d173}'),
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
  )
  .map((pieces) => pieces.join(''));

/** The escapes of a string literal that name a character by a letter. */
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Reads a short string literal as the reference of Python has it; throws where Python refuses or warns. */
function readByPython(literal: string): string {
  const content = /^"((?:[^"\\\r\n\0]|\\[^\r\n\0])*)"$/su.exec(literal)?.[1];
  if (content === undefined) {
    throw new SyntaxError(`not a string literal: ${literal}`);
  }
  return content.replaceAll(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/gsu,
    (_, two?: string, four?: string, eight?: string, letter?: string) => {
      const digits = two ?? four ?? eight;
      const character =
        digits === undefined
          ? escapes[letter ?? '']
          : String.fromCodePoint(Number.parseInt(digits, 16));
      if (character === undefined) {
        throw new SyntaxError(`unknown escape: ${letter}`);
      }
      return character;
    },
  );
}

describe('pythonString', () => {
  test('gives Python back exactly the text, whatever it holds', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(readByPython(pythonString(text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  test('stays in its line, with nothing invisible in it', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(pythonString(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
      { numRuns: 1000 },
    );
  });

  test('writes no surrogate pair, which Python would read as two characters', () => {
    expect(pythonString('\u{e0001}\ud800')).toBe(String.raw`"\U000e0001\ud800"`);
  });

  test('reads as a programmer would write it', () => {
    expect(pythonString('it\'s {x} "\\" é 😀\n\0')).toBe(String.raw`"it's {x} \"\\\" é 😀\n\x00"`);
  });
});
