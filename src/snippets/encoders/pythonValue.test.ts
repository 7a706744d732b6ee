import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { JsonValue } from '#catalogue/json.ts';
import { exactJson } from '../exactJson.ts';
import { isExactInPython, pythonValue } from './pythonValue.ts';

const values = fc
  .jsonValue({ stringUnit: fc.constantFrom('a', '"', '\\', ',', '[', '}', '\n', 'é', 'None') })
  .map((value) => value as JsonValue);

/** Reads Python's text as JSON: these strings have the escapes that both languages know. */
function readByPython(text: string): unknown {
  return JSON.parse(
    text.replaceAll(/"(?:[^"\\]|\\.)*"|\b(?:None|True|False)\b|,(?=\n *[\]}])/g, (token) =>
      token.startsWith('"')
        ? token
        : token === ','
          ? ''
          : token === 'None'
            ? 'null'
            : token.toLowerCase(),
    ),
  );
}

describe('pythonValue', () => {
  test('gives Python back exactly the value, whatever it holds', () => {
    fc.assert(
      fc.property(values, (value) => {
        const exact = exactJson(value);
        fc.pre(isExactInPython(exact));
        expect(readByPython(pythonValue(exact))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 1000 },
    );
  });

  test('puts each item on a line of its own, however long it is', () => {
    expect(pythonValue(exactJson({ name: 'x', list: [1, null, true, []], none: {} }))).toBe(
      [
        '{',
        '    "name": "x",',
        '    "list": [',
        '        1,',
        '        None,',
        '        True,',
        '        [],',
        '    ],',
        '    "none": {},',
        '}',
      ].join('\n'),
    );
  });

  test('keeps a member with a name that objects have of their own', () => {
    expect(pythonValue(exactJson(JSON.parse('{"__proto__": -1.5}') as JsonValue))).toBe(
      '{\n    "__proto__": -1.5,\n}',
    );
  });

  // Where `json.dumps(json.loads(text)) == text`; in doubt it says no.
  test.each([
    ['0', true],
    ['-1', true],
    ['12345678901234567890', true],
    ['1'.repeat(4300), true],
    ['1.5', true],
    ['1.0', true],
    ['0.0001', true],
    ['-1234567890.125', true],
    ['-0', false],
    ['0.0', false],
    ['1'.repeat(4301), false],
    ['1e400', false],
    ['1e-400', false],
    ['1e5', false],
    ['0.00001', false],
    ['10000000000000000.0', false],
    ['0.1234567890123456789', false],
    ['0.10', false],
    ['1.00', false],
  ])('knows whether Python writes %s as it stands there', (text, isExact) => {
    const json = { kind: 'array', items: [{ kind: 'number', text }] } as const;
    expect(isExactInPython(json)).toBe(isExact);
    const write = (): string => pythonValue(json);
    if (isExact) expect(write()).toBe(`[\n    ${text},\n]`);
    else expect(write).toThrow(RangeError);
  });
});
