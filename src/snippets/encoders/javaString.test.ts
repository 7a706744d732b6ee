import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { hostileFragments } from '../hostileText.ts';
import { hasLoneSurrogate } from '../invisibleCharacters.ts';
import { javaString } from './javaString.ts';

const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...hostileFragments,
        String.raw`\u0022`,
        String.raw`\\u000a`,
        String.raw`\uu005c`,
      ),
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
  )
  .map((pieces) => pieces.join(''));
const fitsJava = hostileText.filter((text) => !hasLoneSurrogate(text));

/**
 * The first step of a Java compiler (JLS 3.3): `\uXXXX` becomes its unit wherever it stands, when the number of
 * backslashes before the one of the escape is even.
 */
function withoutUnicodeEscapes(source: string): string {
  let translated = '';
  for (let index = 0; index < source.length;) {
    const escape = /^\\u+([0-9a-fA-F]{4})/.exec(source.slice(index, index + 16));
    if (escape?.[1] !== undefined) {
      translated += String.fromCharCode(Number.parseInt(escape[1], 16));
      index += escape[0].length;
    } else {
      // A backslash that starts no escape takes the next character with it.
      const length = source[index] === '\\' ? 2 : 1;
      translated += source.slice(index, index + length);
      index += length;
    }
  }
  return translated;
}

/** The escapes of a string literal (JLS 3.10.7), but for the octal ones. */
const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  s: ' ',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

/** Reads one string literal (JLS 3.10.5); throws where Java refuses it. */
function readByJava(literal: string): string {
  const content = /^"((?:[^"\\\r\n]|\\[^\r\n])*)"$/s.exec(withoutUnicodeEscapes(literal))?.[1];
  if (content === undefined) {
    throw new SyntaxError(`not a string literal: ${literal}`);
  }
  return content.replaceAll(/\\(.)/gs, (_, letter: string) => {
    const character = escapes[letter];
    if (character === undefined) {
      throw new SyntaxError(`unknown escape: ${letter}`);
    }
    return character;
  });
}

describe('javaString', () => {
  test('gives Java back exactly the text, whatever it holds', () => {
    fc.assert(
      fc.property(fitsJava, (text) => {
        expect(readByJava(javaString(text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  test('is printable ASCII, so that no charset of a locale changes it', () => {
    fc.assert(
      fc.property(fitsJava, (text) => {
        expect(javaString(text)).toMatch(/^"[ -~]*"$/);
      }),
      { numRuns: 1000 },
    );
  });

  test('refuses half of a surrogate pair and nothing else', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        if (hasLoneSurrogate(text)) {
          expect(() => javaString(text)).toThrow(TypeError);
        } else {
          expect(javaString(text)).toMatch(/^".*"$/);
        }
      }),
    );
  });

  test('joins a text that is too long for one constant of a class file', () => {
    const text = `x${'😀"\\'.repeat(10_000)}`;
    const expression = javaString(text);
    const literals = expression.match(/"(?:[^"\\]|\\.)*"/g) ?? [];
    expect(expression).toBe(`String.join(${literals.join(', ')})`);
    expect(literals[0]).toBe('""');
    expect(literals.map(readByJava).join('')).toBe(text);
    for (const literal of literals) {
      expect(readByJava(literal).length * 3).toBeLessThanOrEqual(65_535);
    }
  });

  test.each([
    ['it\'s "\\" %s', String.raw`"it's \"\\\" %s"`],
    ['a\r\n\tb', String.raw`"a\r\n\tb"`],
    ['é😀\u2028', String.raw`"\u00e9\ud83d\ude00\u2028"`],
    ['\0\u001a', String.raw`"\u0000\u001a"`],
    [String.raw`\u0022`, String.raw`"\\u0022"`],
    ['\\é', String.raw`"\\\u00e9"`],
    ['', '""'],
  ])('writes %j as a programmer would', (text, literal) => {
    expect(javaString(text)).toBe(literal);
  });
});
