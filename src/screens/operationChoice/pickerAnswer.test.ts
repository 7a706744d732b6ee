import { expect, test } from 'vitest';

import { operationIndex } from '#catalogue/find.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';

import { pickerAnswer } from './pickerAnswer.ts';

const picked = (query: string) => pickerAnswer(operationIndex(oktaCatalogue), query);

const answer = (query: string) => {
  const { operations, words } = picked(query);
  return { ids: operations.map(({ id }) => id), words };
};

test('an endpoint finds exactly its operation', () => {
  expect(answer('GET /api/v1/groups/00g1/users')).toEqual({
    ids: ['listGroupUsers'],
    words: '1 found.',
  });
});

test('a path without a method names the operations of that path and no others', () => {
  expect(answer('/api/v1/groups').ids).toEqual(['listGroups', 'addGroup']);
});

test('a scope says how many operations it opens', () => {
  const { ids, words } = answer('okta.logs.read');
  expect(ids[0]).toBe('listLogEvents');
  expect(words).toBe(
    `This scope gives access to ${ids.length} ${ids.length === 1 ? 'operation' : 'operations'}.`,
  );
});

test.each([
  ['POST /api/v1/authn', 'the classic Authentication API'],
  ['E0000006', 'is an error code'],
  ['DELETE /api/v1/groups', 'but not DELETE'],
  ['POST /api/v1/groups/00g1', 'This path has GET, PUT and DELETE, but not POST.'],
  ['openid', 'a signed-in person'],
])('%s finds nothing, and is told for what it is', (query, words) => {
  expect(answer(query).words).toContain(words);
});

test('words are still searched for', () => {
  expect(answer('deactivate user').ids).toContain('deactivateUser');
});

test('nothing that may be a secret is repeated', () => {
  for (const query of [
    'listUsers s3cr3tPa55Ab91x',
    'kD83jfK29sLqPz7Xw0vBn4Rt6Yu1Ie5OaGh2MxCe',
    'listUsers client_secret=kD83jfK29sLqPz7Xw0vB',
    'password is Tr0ub4dor&3xyz',
    'kD83jfK29sLqPz7X w0vBn4Rt6Yu1Ie5O',
  ]) {
    const { words } = answer(query);
    for (const part of query.split(/[\s=]/).filter((word) => /\d/.test(word))) {
      expect(words, query).not.toContain(part);
    }
  }
});

test('an operation that is only similar is not meant: one that is named exactly is', () => {
  expect(picked('GET /api/v1/groups').meant?.id).toBe('listGroups');
  for (const query of [
    'okta.users.read',
    'okta_app_oauth',
    'DELETE /api/v1/logs',
    'listUserz',
    'authn',
  ]) {
    expect(picked(query).meant, query).toBeUndefined();
  }
});

test('a scope that no operation has is reported with similar ones, and opens nothing', () => {
  const { operations, words, nearScopes } = picked('okta.user.read');
  expect(operations).toEqual([]);
  expect(words).toContain('okta.users.read');
  expect(nearScopes).toContain('okta.users.read');
});

test('says that a list of full names is one, and keeps its commas out of the words', () => {
  const named = answer('list users, assign a user to a group');
  expect(named.ids).toEqual(['listUsers', 'assignUserToGroup']);
  expect(named.words).toContain('Press Enter');
  expect(answer('list users, assign').words).not.toContain('“users,”');
});

test('authn alone is the classic Authentication API, and no part of WebAuthn', () => {
  expect(picked('authn').elsewhere?.id).toBe('classic-authn');
});

test.each(['okta_app_oauth', 'resource "okta_group" "x" {}', 'okta_user.me'])(
  'a name from Terraform is identified as one: %s',
  (query) => {
    expect(picked(query).elsewhere?.id).toBe('terraform');
    expect(picked(query).operations).toEqual([]);
  },
);
