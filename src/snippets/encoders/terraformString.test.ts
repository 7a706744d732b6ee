import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { hostileFragments } from '../hostileText.ts';
import { hasLoneSurrogate } from '../invisibleCharacters.ts';
import { terraformString } from './terraformString.ts';

const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...hostileFragments, '$', '%', '{', '%{', '$${', '%%{', '${file("/etc/x")}'),
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
  )
  .map((pieces) => pieces.join(''));
const fitsTerraform = hostileText.filter((text) => !hasLoneSurrogate(text));

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
};

/** Reads a quoted template as the specification of HCL has it; throws where HCL refuses it or starts a template. */
function readByTerraform(literal: string): string {
  if (literal.length < 2 || !literal.startsWith('"')) {
    throw new SyntaxError(`not a quoted template: ${literal}`);
  }
  let rest = literal.slice(1);
  let text = '';
  while (rest !== '"') {
    const [piece, introduction, four, eight, letter] =
      /^(?:(\$\$\{|%%\{)|\\u([0-9a-f]{4})|\\U([0-9a-f]{8})|\\(.)|(?!\$\{|%\{)[^"\\\r\n])/u.exec(
        rest,
      ) ?? [];
    if (piece === undefined) {
      throw new SyntaxError(`neither a character nor an escape: ${rest}`);
    }
    const digits = four ?? eight;
    if (digits !== undefined) {
      text += String.fromCodePoint(Number.parseInt(digits, 16));
    } else if (letter === undefined) {
      text += introduction?.slice(1) ?? piece;
    } else {
      const character = escapes[letter];
      if (character === undefined) {
        throw new SyntaxError(`unknown escape: ${letter}`);
      }
      text += character;
    }
    rest = rest.slice(piece.length);
  }
  return text;
}

describe('terraformString', () => {
  test('gives Terraform back exactly the text, whatever it holds', () => {
    fc.assert(
      fc.property(fitsTerraform, (text) => {
        expect(readByTerraform(terraformString(text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  test('stays in its line, with nothing invisible and no template in it', () => {
    fc.assert(
      fc.property(fitsTerraform, (text) => {
        const literal = terraformString(text);
        expect(literal).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
        expect(literal.replaceAll(/\\.|\$\$\{|%%\{/gu, '')).not.toMatch(/\$\{|%\{/);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['it\'s "\\"', String.raw`"it's \"\\\""`],
    ['${file("x")} %{if}', String.raw`"$${'${'}file(\"x\")} %%{if}"`],
    ['$${a} %%%{b}', String.raw`"\u0024\u0024{a} \u0025\u0025\u0025{b}"`],
    ['$5 100% $$ {}', '"$5 100% $$ {}"'],
    ['a\r\n\t\u202e\u{e0001}é', String.raw`"a\r\n\t\u202e\U000e0001é"`],
    ['', '""'],
  ])('reads as a programmer would write it: %j', (text, literal) => {
    expect(terraformString(text)).toBe(literal);
  });

  test('refuses half of a surrogate pair and nothing else', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        if (hasLoneSurrogate(text)) {
          expect(() => terraformString(text)).toThrow(TypeError);
        } else {
          expect(() => terraformString(text)).not.toThrow();
        }
      }),
      { numRuns: 1000 },
    );
  });
});
