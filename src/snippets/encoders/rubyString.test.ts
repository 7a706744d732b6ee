import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { hostileFragments } from '../hostileText.ts';
import { hasLoneSurrogate } from '../invisibleCharacters.ts';
import { rubyString } from './rubyString.ts';

const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...hostileFragments,
        '#',
        '#{ENV}',
        '#$0',
        '#@a',
        '#@@a',
        '\\#{x}',
        '\u{e0001}',
      ),
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
  )
  .map((pieces) => pieces.join(''));
const fitsRuby = hostileText.filter((text) => !hasLoneSurrogate(text));

/** The escapes of a string literal that name a control character by a letter. */
const escapes: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  s: ' ',
  t: '\t',
  v: '\v',
};

/** Reads a string literal in double quotes as Ruby does; throws for what this reader or Ruby does not take. */
function readByRuby(literal: string): string {
  const content = /^"((?:[^"\\\r\n\0]|\\[^\r\n\0])*)"$/su.exec(literal)?.[1];
  if (content === undefined || /#[{$@]/.test(content.replaceAll(/\\./gsu, '.'))) {
    throw new SyntaxError(`not a string literal, or one with an interpolation: ${literal}`);
  }
  return content.replaceAll(
    /\\(?:u\{([0-9a-fA-F]{1,6})\}|(.))/gsu,
    (_, digits?: string, letter = '') => {
      if (digits !== undefined) {
        return String.fromCodePoint(Number.parseInt(digits, 16));
      }
      if (/[0-7xucCM]/.test(letter)) {
        throw new SyntaxError(`an escape with more behind it: ${letter}`);
      }
      return escapes[letter] ?? letter;
    },
  );
}

describe('rubyString', () => {
  test('gives Ruby back exactly the text, whatever it holds', () => {
    fc.assert(
      fc.property(fitsRuby, (text) => {
        expect(readByRuby(rubyString(text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  test('stays in its line, with nothing invisible in it', () => {
    fc.assert(
      fc.property(fitsRuby, (text) => {
        expect(rubyString(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
      { numRuns: 1000 },
    );
  });

  test('refuses half of a surrogate pair and nothing else', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        if (hasLoneSurrogate(text)) {
          expect(() => rubyString(text)).toThrow(TypeError);
        } else {
          expect(() => rubyString(text)).not.toThrow();
        }
      }),
    );
  });

  test('reads as a programmer would write it', () => {
    expect(rubyString('it\'s "\\" # #{x} #$0 #@a é 😀\n\0')).toBe(
      String.raw`"it's \"\\\" # \#{x} \#$0 \#@a é 😀\n\u{0}"`,
    );
  });
});
