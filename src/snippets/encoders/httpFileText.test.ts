import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { hostileFragments } from '../hostileText.ts';
import type { JsonValue } from '#catalogue/json.ts';
import { exactJson } from '../exactJson.ts';
import { httpFileJson, httpFileText } from './httpFileText.ts';
import { jsonText } from './jsonText.ts';

describe('httpFileText', () => {
  test('gives plain text back', () => {
    expect(httpFileText('https://id.example.com/api/v1/groups?limit=10')).toBe(
      'https://id.example.com/api/v1/groups?limit=10',
    );
  });

  test.each(['{{$processEnv OKTA_API_TOKEN}}', 'a\nb', 'a\rb', 'a\0b', 'é', '\u202e'])(
    'refuses %j, which would be a variable, another line or a trap for the reader',
    (text) => {
      expect(() => httpFileText(text)).toThrow(TypeError);
    },
  );
});

describe('httpFileJson', () => {
  test('leaves no variable in the body, and the same JSON', () => {
    const texts = fc
      .array(fc.oneof(fc.constantFrom(...hostileFragments, '{', '{{{'), fc.string()))
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(texts, fc.constantFrom(0, 2), (text, indent) => {
        const value: JsonValue = { [text]: [text, { a: { b: text } }] };
        const body = httpFileJson(jsonText(exactJson(value), indent));
        expect(body).not.toContain('{{');
        expect(JSON.parse(body)).toEqual(value);
      }),
    );
  });

  test('has no line that an .http file takes for a divider, a comment or a file', () => {
    const body = httpFileJson(
      jsonText(exactJson({ a: ['###', '# x', '< ./file', '@v = 1', '//x'] }), 2),
    );
    for (const line of body.split('\n')) {
      expect(line).toMatch(/^\s*["{}[\]]/);
    }
  });
});
