import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { hostileFragments } from '../hostileText.ts';
import { powershellString } from './powershellString.ts';

const quotes = ["'", '‘', '’', '‚', '‛', '"', '“', '”', '„', '`', '$', '$(', '`u{41}'];
const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...hostileFragments, ...quotes), fc.string({ unit: 'binary' })))
  .map((pieces) => pieces.join('').replaceAll(/\p{Cs}/gu, ''));

/**
 * Reads a literal back by the rules of PowerShell's tokenizer; undefined for what is no single literal or
 * reads a variable.
 */
function decoded(literal: string): string | undefined {
  const [first] = literal;
  if (literal.length < 2 || (first !== "'" && first !== '"') || !literal.endsWith(first)) {
    return undefined;
  }
  const inner = literal.slice(1, -1);
  const tokens =
    first === "'"
      ? inner.match(/['‘’‚‛]{2}|[^'‘’‚‛]/gu)
      : inner.match(/["“”„]{2}|`u\{[0-9A-Fa-f]{1,6}\}|`[^0abefnrtuv]|[^"“”„`$]/gu);
  if ((tokens ?? []).join('') !== inner) {
    return undefined;
  }
  return (tokens ?? [])
    .map((token) => {
      const codePoint = /^`u\{(.+)\}$/.exec(token)?.[1];
      if (codePoint !== undefined) {
        return String.fromCodePoint(Number.parseInt(codePoint, 16));
      }
      // Of two quotes, and of what a backtick escapes, the second character counts.
      return token.replace(/^.(?=.)/su, '');
    })
    .join('');
}

describe('powershellString', () => {
  test('gives PowerShell back exactly the text, whatever it holds', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(decoded(powershellString(text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  test('stays in its line, with nothing invisible in it', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(powershellString(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['plain quotes', `it's "$x" \`n`, `'it''s "$x" \`n'`],
    ['curly quotes', "'‘’‚‛", "'''‘‘’’‚‚‛‛'"],
    ['invisible characters', 'a\n\u200b\u{e0001}\0', '"a`u{A}`u{200B}`u{E0001}`u{0}"'],
    [
      'code beside an invisible character',
      '"“”„ $(Get-Item) ${x} `n\u200b',
      '"`"`“`”`„ `$(Get-Item) `${x} ``n`u{200B}"',
    ],
    ['single quotes beside an invisible character', "'‘\u200b", '"\'‘`u{200B}"'],
  ])('writes %s as a programmer would', (_, text, literal) => {
    expect(powershellString(text)).toBe(literal);
  });

  test('refuses half of a surrogate pair', () => {
    expect(() => powershellString('\ud800')).toThrow(TypeError);
  });
});
