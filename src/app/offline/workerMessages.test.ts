import { expect, test } from 'vitest';

import { workerMessage } from './workerMessages.ts';

test('a message from a page is read, and anything else is not a message', () => {
  expect(workerMessage({ kind: 'keep', more: 1 })).toEqual({ kind: 'keep' });
  expect(workerMessage({ kind: 'compare', addresses: ['a'] })).toEqual({
    kind: 'compare',
    addresses: ['a'],
  });
  for (const data of [
    undefined,
    null,
    'keep the rest',
    {},
    { kind: 'else' },
    { kind: 'compare' },
    { kind: 'compare', addresses: 'a' },
    { kind: 'compare', addresses: [1] },
  ]) {
    expect(workerMessage(data)).toBeUndefined();
  }
});
