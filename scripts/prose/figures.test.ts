import { expect, test } from 'vitest';

import { figuresOf, proseTable } from './figures.ts';
import { sentencesOf } from './sentences.ts';

const kind = (name: string, text: string) => ({
  kind: name,
  pages: 1,
  sentences: sentencesOf(`<main><p>${text}</p></main>`),
});

test('a kind of page is measured by its sentences', () => {
  const figures = figuresOf(kind('tool', 'The token was stolen. Authorization needs a scope.'));
  // Pages, sentences, words each, over 25, passive %, long words %.
  expect(figures).toEqual(['1', '2', '4.0', '0', '50.0', '12.5']);
});

test('an earlier figure is in brackets after one that has changed, and nowhere else', () => {
  const now = [kind('tool', 'Grant the scope.'), kind('lab', 'Send it.')];
  const earlier = [kind('tool', 'Grant the scope to the app.')];
  const [, tool = '', lab = ''] = proseTable(now, earlier).split('\n');
  expect(tool).toContain('3.0 (6.0)');
  expect(tool.match(/\(/g)).toHaveLength(1);
  expect(lab).not.toContain('(');
});
