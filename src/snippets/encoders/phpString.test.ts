import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { hostileFragments } from '../hostileText.ts';
import { phpString } from './phpString.ts';

const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...hostileFragments), fc.string({ unit: 'binary' })))
  .map((pieces) => pieces.join('').replaceAll(/\p{Cs}/gu, ''));

/** Reads a literal back by the rules of PHP's manual; undefined for what is no literal or reads a variable. */
function decoded(literal: string): string | undefined {
  const quote = literal[0];
  if (literal.length < 2 || (quote !== "'" && quote !== '"') || !literal.endsWith(quote)) {
    return undefined;
  }
  const inner = literal.slice(1, -1);
  const tokens =
    quote === "'"
      ? inner.match(/\\[\\']|[^\\']/gu)
      : inner.match(/\\u\{[0-9A-Fa-f]+\}|\\[\\"$]|[^\\"$]/gu);
  if ((tokens ?? []).join('') !== inner) {
    return undefined;
  }
  return (tokens ?? [])
    .map((token) => {
      const codePoint = /^\\u\{(.+)\}$/.exec(token)?.[1];
      if (codePoint !== undefined) {
        return String.fromCodePoint(Number.parseInt(codePoint, 16));
      }
      return token.startsWith('\\') ? token.slice(1) : token;
    })
    .join('');
}

describe('phpString', () => {
  test('gives PHP back exactly the text, whatever it holds', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(decoded(phpString(text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  test('stays in its line, with nothing invisible in it', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(phpString(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['plain', String.raw`it's "\"`, String.raw`'it\'s "\\"'`],
    ['a backslash at its end', '\\', String.raw`'\\'`],
    ['variables', '$a {$a} ${a}', "'$a {$a} ${a}'"],
    ['the end of PHP', '?> é', "'?> é'"],
    ['invisible characters', 'a\n\u200b\u{e0001}\0', String.raw`"a\u{A}\u{200B}\u{E0001}\u{0}"`],
    [
      'variables beside an invisible character',
      '"$a {$a}\u200b',
      String.raw`"\"\$a {\$a}\u{200B}"`,
    ],
    ['escapes beside an invisible character', '\\n\u200b', String.raw`"\\n\u{200B}"`],
  ])('writes %s as a programmer would', (_, text, literal) => {
    expect(phpString(text)).toBe(literal);
  });

  test('refuses half of a surrogate pair', () => {
    expect(() => phpString('\ud800')).toThrow(TypeError);
  });
});
