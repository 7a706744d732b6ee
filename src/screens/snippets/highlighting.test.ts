import { describe, expect, test } from 'vitest';

import { outcomeIds } from '#guide/nodeIds.ts';
import { formsFor } from '#snippets/form.ts';
import { languageOf } from '#snippets/languages.ts';
import { snippetsFor } from '#snippets/snippet.ts';
import { defaultValues } from '#snippets/values.ts';

import { highlightedPieces } from './highlighting.ts';

const snippets = outcomeIds
  .flatMap(formsFor)
  .flatMap((form) => snippetsFor(form, defaultValues))
  .map(({ id, language, text }) => ({ id, syntax: languageOf(language)?.syntax ?? '', text }));

describe('highlighting', () => {
  test.each(snippets)('leaves every character of $id in its place', ({ text, syntax }) => {
    const pieces = highlightedPieces(text, syntax);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });

  test('tells comments, strings, keywords and numbers apart', () => {
    const pieces = highlightedPieces("// why\nreturn f('text', 42);\n", 'javascript');
    expect(pieces.filter(({ kind }) => kind !== undefined)).toEqual([
      { text: '// why', kind: 'comment' },
      { text: 'return', kind: 'keyword' },
      { text: "'text'", kind: 'string' },
      { text: '42', kind: 'number' },
    ]);
  });

  test('leaves a language without a grammar plain', () => {
    expect(highlightedPieces('a = 1\n', 'hcl')).toEqual([{ text: 'a = 1\n', kind: undefined }]);
  });
});
