import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { hostileFragments } from '../hostileText.ts';
import type { JsonValue } from '#catalogue/json.ts';
import { exactJson } from '../exactJson.ts';
import { jsonText } from './jsonText.ts';
import { rubyHeredoc } from './rubyHeredoc.ts';

const texts = fc
  .array(fc.oneof(fc.constantFrom(...hostileFragments, 'JSON', '\nJSON\n'), fc.string()))
  .map((pieces) => pieces.join(''));
const bodies: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.dictionary(texts, texts),
  texts,
  fc.jsonValue({ stringUnit: 'binary' }).map((value) => value as JsonValue),
);

/** Reads `<<~'JSON'`: the lines before the first that is the word alone, without what all are indented by. */
function readByRuby(heredoc: string): string {
  const [first, ...lines] = heredoc.split('\n');
  const end = lines.findIndex((line) => line.trim() === 'JSON');
  if (first !== "<<~'JSON'" || end !== lines.length - 1) {
    throw new SyntaxError(`not one heredoc: ${heredoc}`);
  }
  const content = lines.slice(0, end);
  const indentation = Math.min(...content.map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0));
  return content.map((line) => `${line.slice(indentation)}\n`).join('');
}

describe('rubyHeredoc', () => {
  test('gives Ruby back exactly the JSON and a line end, whatever it holds', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const json = jsonText(exactJson(body), 2);
        expect(readByRuby(rubyHeredoc(json))).toBe(`${json}\n`);
      }),
      { numRuns: 1000 },
    );
  });

  test('indents the text by two spaces', () => {
    expect(rubyHeredoc('{\n  "a": 1\n}')).toBe(
      ["<<~'JSON'", '  {', '    "a": 1', '  }', 'JSON'].join('\n'),
    );
  });

  test.each(['JSON', '{}\n JSON\n', ' {}', '', '{}\r', '"\ud800"', '"\u2028"'])(
    'refuses %j, which jsonText does not write',
    (text) => {
      expect(() => rubyHeredoc(text)).toThrow(TypeError);
    },
  );
});
