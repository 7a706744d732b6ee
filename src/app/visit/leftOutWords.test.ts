import { expect, test } from 'vitest';

import { leftOutWords } from './leftOutWords.ts';

test('names what a link has no room for, and what it has room for', () => {
  const words = leftOutWords([
    { key: 'query.q', because: 'length' },
    { key: 'body', because: 'length' },
    { key: 'path.id', because: 'refusal' },
  ]);
  expect(words).toContain('leave out `q` in the query and the body. A link can have up to 10,000');
  expect(words).not.toContain('`id`');
});

test('says nothing where everything fits, or the field says it', () => {
  expect(leftOutWords([])).toBeUndefined();
  expect(leftOutWords([{ key: 'body', because: 'refusal' }])).toBeUndefined();
});
