import { expect, test } from 'vitest';

import { linkedOperations } from './linkedOperations.ts';

test('an operation is filled in as its snippets are', () => {
  const { operations, refused, mayHoldSecret } = linkedOperations({
    operations: ['getGroup', 'listUsers'],
    pathTexts: { groupId: '00gexamplegroup00001' },
    laterTexts: { listUsers: { queryTexts: { limit: '5' } } },
  });
  expect(operations.map(({ method, target }) => `${method} ${target}`)).toEqual([
    'GET /api/v1/groups/00gexamplegroup00001',
    'GET /api/v1/users?limit=5',
  ]);
  expect([refused, mayHoldSecret]).toEqual([[], false]);
});

test('a password in a body is sent by no request, and may be passed on by no link', () => {
  const { operations, mayHoldSecret } = linkedOperations({
    operations: ['createUser'],
    body: '{"profile":{"login":"ada@example.com"},"credentials":{"password":{"value":"hunter2"}}}',
  });
  expect(operations).toHaveLength(1);
  expect(JSON.stringify(operations)).not.toContain('hunter2');
  expect(mayHoldSecret).toBe(true);
});

test('what the catalogue does not have, or no program can call, is left out with the reason', () => {
  const { operations, refused } = linkedOperations({ operations: ['nosuch', 'listEmails'] });
  expect(operations).toEqual([]);
  expect(refused).toHaveLength(2);
});
