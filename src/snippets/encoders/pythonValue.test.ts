import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { JsonValue } from '#catalogue/json.ts';
import { pythonValue } from './pythonValue.ts';

const json = fc
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
      fc.property(json, (value) => {
        expect(readByPython(pythonValue(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 1000 },
    );
  });

  test('puts each item on a line of its own, however long it is', () => {
    expect(pythonValue({ name: 'x', list: [1, null, true, []], none: {} })).toBe(
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
    expect(pythonValue(JSON.parse('{"__proto__": -1.5}') as JsonValue)).toBe(
      '{\n    "__proto__": -1.5,\n}',
    );
  });
});
