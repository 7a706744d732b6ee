import { describe, expect, test } from 'vitest';

import { outcomeIds } from '#guide/nodeIds.ts';
import { formsFor } from '#snippets/form.ts';
import { languageOf } from '#snippets/languages.ts';
import { snippetsFor } from '#snippets/snippet.ts';
import { defaultValues } from '#snippets/values.ts';

import { highlightedLines } from './highlighting.ts';

const snippets = outcomeIds
  .flatMap(formsFor)
  .flatMap((form) => snippetsFor(form, defaultValues))
  .map(({ id, language, text }) => ({ id, syntax: languageOf(language)?.syntax ?? '', text }));

describe('highlighting', () => {
  test.each(snippets)('leaves every character of $id in its place', ({ text, syntax }) => {
    const lines = highlightedLines(text, syntax);
    expect(lines.map((line) => line.map((piece) => piece.text).join('')).join('\n')).toBe(
      text.replace(/\n$/, ''),
    );
  });

  test('tells comments, strings, keywords and numbers apart', () => {
    const [comment, code] = highlightedLines("// why\nreturn f('text', 42);\n", 'javascript');
    expect(comment).toEqual([{ text: '// why', kind: 'comment' }]);
    expect(code?.filter(({ kind }) => kind !== undefined)).toEqual([
      { text: 'return', kind: 'keyword' },
      { text: "'text'", kind: 'string' },
      { text: '42', kind: 'number' },
    ]);
  });

  test('leaves a language without a grammar plain', () => {
    expect(highlightedLines('a = 1\n', 'hcl')).toEqual([[{ text: 'a = 1', kind: undefined }]]);
  });
});
