import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { hostileFragments } from '../hostileText.ts';
import { hasLoneSurrogate } from '../invisibleCharacters.ts';
import { goString } from './goString.ts';

const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...hostileFragments, '\u{e0001}', '\u{1d173}'),
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
  )
  .map((pieces) => pieces.join(''));
const fitsGo = hostileText.filter((text) => !hasLoneSurrogate(text));

/** The escapes of an interpreted string literal, but for those that name a single byte. */
const escapes: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
};

/** Reads an interpreted string literal as the specification of Go has it; throws where Go refuses it. */
function readByGo(literal: string): string {
  const content = /^"((?:[^"\\\n]|\\[^\n])*)"$/su.exec(literal)?.[1];
  if (content === undefined || content.includes('\ufeff') || content.includes('\0')) {
    throw new SyntaxError(`not an interpreted string literal: ${literal}`);
  }
  return content.replaceAll(
    /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/gsu,
    (_, four?: string, eight?: string, letter?: string) => {
      const digits = four ?? eight;
      if (digits === undefined) {
        const character = escapes[letter ?? ''];
        if (character === undefined) {
          throw new SyntaxError(`unknown escape: ${letter}`);
        }
        return character;
      }
      const codePoint = Number.parseInt(digits, 16);
      if (codePoint >= 0xd800 && codePoint <= 0xdfff) {
        throw new SyntaxError('a surrogate half is no code point of Go');
      }
      return String.fromCodePoint(codePoint);
    },
  );
}

describe('goString', () => {
  test('gives Go back exactly the text, whatever it holds', () => {
    fc.assert(
      fc.property(fitsGo, (text) => {
        expect(readByGo(goString(text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  test('stays in its line, with nothing invisible in it', () => {
    fc.assert(
      fc.property(fitsGo, (text) => {
        expect(goString(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
      { numRuns: 1000 },
    );
  });

  test('refuses half of a surrogate pair and nothing else', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        if (hasLoneSurrogate(text)) {
          expect(() => goString(text)).toThrow(TypeError);
        } else {
          expect(goString(text)).toMatch(/^".*"$/u);
        }
      }),
    );
  });

  test.each([
    ['it\'s "\\" `x` %s', String.raw`"it's \"\\\" ${'`x`'} %s"`],
    ['a\r\n\tb', String.raw`"a\r\n\tb"`],
    ['\0\u001b', String.raw`"\u0000\u001b"`],
    ['\ufeff\u202e', String.raw`"\ufeff\u202e"`],
    ['\u{e0001}', String.raw`"\U000e0001"`],
    ['é😀', '"é😀"'],
    [String.raw`\u0022`, String.raw`"\\u0022"`],
    ['', '""'],
  ])('writes %j as a programmer would', (text, literal) => {
    expect(goString(text)).toBe(literal);
  });
});
