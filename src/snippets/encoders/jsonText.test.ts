import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { hostileFragments } from '../hostileText.ts';
import type { JsonValue } from '#catalogue/json.ts';
import { exactJson } from '../exactJson.ts';
import { jsonText } from './jsonText.ts';

const hostileJson = fc.oneof(
  fc.jsonValue({ stringUnit: 'binary' }).map((value) => value as JsonValue),
  fc.constantFrom(...hostileFragments).map((text): JsonValue => ({ [text]: [text] })),
);

describe('jsonText', () => {
  test.each([0, 2])('gives a JSON parser back the same value (indent %i)', (indent) => {
    fc.assert(
      fc.property(hostileJson, (value) => {
        expect(JSON.parse(jsonText(exactJson(value), indent))).toEqual(
          JSON.parse(JSON.stringify(value)),
        );
      }),
    );
  });

  test('shows invisible characters as escapes', () => {
    expect(jsonText(exactJson('\u202e\u2028\ud800'))).toBe(String.raw`"\u202e\u2028\ud800"`);
    fc.assert(
      fc.property(hostileJson, (value) => {
        expect(jsonText(exactJson(value), 2)).not.toMatch(
          /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u,
        );
      }),
    );
  });
});
