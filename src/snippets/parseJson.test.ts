import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { JsonValue } from '#catalogue/json.ts';

import { jsonText } from './encoders/jsonText.ts';
import { exactJson, type ExactJson } from './exactJson.ts';
import { parseJson } from './parseJson.ts';

/** The JSON of a text that has some. */
function read(text: string): ExactJson {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new SyntaxError(parsed.problem);
  return parsed.json;
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** A text without blanks between its tokens, each string as `JSON.stringify` writes it; numbers stay. */
const tokensOf = (text: string): string =>
  text.replaceAll(/"(?:[^"\\]|\\.)*"|[ \t\n\r]+/g, (found) =>
    found.startsWith('"') ? JSON.stringify(JSON.parse(found)) : '',
  );

const digits = fc.stringMatching(/^[0-9]{1,30}$/);
const numbers = fc
  .tuple(
    fc.constantFrom('', '-'),
    digits.map((text) => text.replace(/^0+(?=.)/, '')),
    fc.option(digits, { nil: undefined }),
    fc.option(fc.tuple(fc.constantFrom('e', 'E', 'e+', 'E-'), digits), { nil: undefined }),
  )
  .map(
    ([sign, whole, fraction, exponent]) =>
      `${sign}${whole}${fraction === undefined ? '' : `.${fraction}`}${exponent?.join('') ?? ''}`,
  );
const blanks = fc.stringMatching(/^[ \t\n\r]{0,3}$/);
const names = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', '1', '0', ''),
  fc.string({ unit: 'binary' }),
);

/** JSON texts of every kind, each with how it is read. */
const jsonTexts = fc.letrec<{ json: string }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    numbers,
    fc.constantFrom('null', 'true', 'false', '"\\u00e9\\/"'),
    names.map((text) => JSON.stringify(text)),
    fc
      .array(fc.tuple(blanks, tie('json'), blanks), { maxLength: 4 })
      .map((items) => `[${items.map((item) => item.join('')).join(',')}]`),
    fc
      .uniqueArray(fc.tuple(names, blanks, tie('json')), {
        maxLength: 4,
        selector: ([name]) => name,
      })
      .map(
        (members) =>
          `{${members.map(([name, blank, value]) => `${blank}${JSON.stringify(name)}${blank}:${value}`).join(',')}}`,
      ),
  ),
})).json;

describe('parseJson', () => {
  test('keeps every number, every string and the order of all members', () => {
    fc.assert(
      fc.property(jsonTexts, fc.constantFrom(0, 2), (text, indent) => {
        expect(tokensOf(jsonText(read(text), indent))).toBe(tokensOf(text));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    '12345678901234567890',
    '1e400',
    '1e-400',
    '0.1234567890123456789',
    '-0',
    '1.0',
    '1E+5',
    '{"b":1,"1":2,"__proto__":{"a":[]}}',
  ])('gives %s back as it was typed', (text) => {
    expect(jsonText(read(text))).toBe(text);
  });

  test('reads what JSON.parse reads, and gives the same values', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const json = value as JsonValue;
        expect(read(JSON.stringify(json))).toEqual(exactJson(json));
      }),
    );
  });

  test('takes no text that JSON.parse refuses, and refuses none but for a name that comes twice', () => {
    const pieces = fc.oneof(
      fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"b"', '"', '\\', '\\u12', '\\ud800'),
      fc.constantFrom('0', '-', '1', '.', 'e', '+', 'null', 'true', 'NaN', 'Infinity', 'a'),
      fc.constantFrom('//', '/*', "'", ' ', '\n', '\u0001', '\u00a0', '\ufeff', 'é'),
    );
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 8 }).map((found) => found.join('')),
      // A text that was right, with a piece put in or a part taken out.
      fc
        .tuple(jsonTexts, fc.nat(), fc.nat(3), fc.oneof(pieces, fc.constant('')))
        .map(([text, at, length, piece]) => {
          const place = at % (text.length + 1);
          return text.slice(0, place) + piece + text.slice(place + length);
        }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseJson(text);
        const isTwice = !parsed.ok && parsed.problem.includes('twice');
        expect(parsed.ok || isTwice).toBe(isJson(text));
      }),
      { numRuns: 5000 },
    );
  });

  test.each([
    ['', 1, 1, /value is missing/],
    ['{"a":1,"a":2}', 1, 8, /`a` twice/],
    ['{"a":{"b":1},\n "c":{"b":1,\n "b":2}}', 3, 2, /`b` twice/],
    ['{"a":1,"\\u0061":2}', 1, 8, /`a` twice/],
    ['{"a":', 1, 6, /value is missing/],
    ['{"a":1', 1, 7, /ends within an object/],
    ['{"a"}', 1, 5, /`:` is missing/],
    ['{a:1}', 1, 2, /name of a member/],
    ['[1 2]', 1, 4, /`,` or `\]` is missing/],
    ['[1,\n]', 1, 3, /extra `,`/],
    ['[', 1, 2, /ends within an array/],
    ['{"é":"😀",\r\n"x":01}', 2, 5, /not a JSON number/],
    ['[.5]', 1, 2, /not a JSON number/],
    ['[+1]', 1, 2, /not a JSON number/],
    ['["a\nb"]', 1, 4, /line break/],
    ['["\\x"]', 1, 3, /no such escape/],
    ['["a', 1, 4, /ends within a string/],
    ['{} {}', 1, 4, /ends before/],
  ])('says where %j is wrong, and how', (text, line, column, problem) => {
    expect(parseJson(text)).toEqual({
      ok: false,
      line,
      column,
      problem: expect.stringMatching(problem),
    });
  });

  test('refuses what is nested so deep that it could exhaust the stack', () => {
    expect(parseJson('['.repeat(1_000_000))).toMatchObject({
      ok: false,
      problem: expect.stringContaining('1000 levels'),
    });
    expect(parseJson(`${'['.repeat(1000)}${']'.repeat(1000)}`).ok).toBe(true);
  });

  test('repeats no name that looks like a secret', () => {
    const token = `00${'aB3_'.repeat(10)}`;
    const parsed = parseJson(`{"${token}":1,"${token}":2}`);
    expect(JSON.stringify(parsed)).not.toContain(token);
  });
});
