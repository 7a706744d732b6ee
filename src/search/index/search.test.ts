import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { entriesOf, errorReaderPath, searchFile, type SearchEntry } from './entry.ts';
import { longestQuery, searchFor, searchIndex } from './search.ts';

const entry = (given: Partial<SearchEntry>): SearchEntry => ({
  kind: 'Page',
  title: '',
  path: '',
  detail: '',
  keys: [],
  words: '',
  ...given,
});

const operation = (title: string, detail: string, id: string): SearchEntry =>
  entry({ kind: 'Operation', title, detail, keys: [id], path: `operations/#add=${id}` });

const entries = [
  entry({
    kind: 'Error',
    title: 'The client_assertion token is expired.',
    detail: '401 invalid_client',
    keys: ['assertion-expired', 'The client_assertion token is expired.'],
    words: 'The clock of the machine is slow.',
  }),
  entry({
    kind: 'Error',
    title: 'Invalid session',
    detail: '403 E0000005',
    keys: ['invalid-session', 'Invalid session'],
  }),
  entry({ kind: 'Scope', title: 'okta.groups.manage', keys: ['okta.groups.manage'] }),
  entry({ kind: 'Scope', title: 'okta.groups.read', keys: ['okta.groups.read'] }),
  operation('List groups', 'GET /api/v1/groups', 'listGroups'),
  operation('Add group', 'POST /api/v1/groups', 'addGroup'),
  operation('Get group', 'GET /api/v1/groups/{groupId}', 'getGroup'),
  operation('List group rules', 'GET /api/v1/groups/rules', 'listGroupRules'),
  operation('List group users', 'GET /api/v1/groups/{groupId}/users', 'listGroupUsers'),
  operation('Verify WebAuthn', 'POST /api/v1/webauthn', 'verifyWebAuthn'),
  entry({ kind: 'Tool', title: 'Terraform', keys: ['terraform', 'okta/okta provider'] }),
  entry({ kind: 'Term', title: 'Classic', keys: ['Classic', '/api/v1/authn'] }),
  entry({ kind: 'Page', title: 'Set up Terraform', words: 'Steps for groups as code.' }),
  entry({ kind: 'Page', title: 'What does this error mean?', path: errorReaderPath }),
  entry({ kind: 'Error', title: 'No scope', detail: '403 insufficient_scope', keys: ['no-scope'] }),
  entry({ kind: 'Error', title: 'Too many', detail: '429 E0000047', keys: ['rate-limited'] }),
];
const index = searchIndex(entries);
const titles = (query: string): readonly string[] =>
  searchFor(index, query).hits.map(({ title }) => title);

describe('what a query names exactly comes first', () => {
  test.each([
    ['terraform', 'Terraform'],
    ['okta.groups.read', 'okta.groups.read'],
    ['listGroups', 'List groups'],
    ['client.listGroups', 'List groups'],
    ['client.list_groups(limit=10)', 'List groups'],
    ['assertion-expired', 'The client_assertion token is expired.'],
    ['E0000005', 'Invalid session'],
  ])('%s', (query, title) => expect(titles(query)[0]).toBe(title));
});

test('an error is found by its words in whatever was pasted around them', () => {
  const pasted =
    'Error: failed to get groups for app: the API returned an error: "Invalid session"';
  expect(titles(pasted)[0]).toBe('Invalid session');
  const log = `${'2026-01-01 list groups listGroups okta.groups.read\n'.repeat(50)} The client_assertion\ntoken is expired.`;
  expect(titles(log)[0]).toBe('The client_assertion token is expired.');
});

describe('a status leads to its error; where several have it, to the page that takes the whole text', () => {
  test.each([
    ['HTTP/1.1 403 Forbidden', ['What does this error mean?', 'Invalid session', 'No scope']],
    ['Error: Forbidden', ['What does this error mean?', 'Invalid session', 'No scope']],
    ['status: 429 Too Many Requests', ['Too many', 'What does this error mean?']],
    ['429', ['Too many', 'What does this error mean?']],
    ['403 insufficient_scope', ['No scope', 'What does this error mean?']],
    [
      'GET https://acme.okta.com/api/v1/groups returned 403',
      ['What does this error mean?', 'Invalid session', 'No scope', 'List groups'],
    ],
    ['HTTP/2 500', ['What does this error mean?']],
    ['HTTP/2 401 {"errorCode":"E0000004"}', ['What does this error mean?']],
  ] as const)('%s', (query, expected) => expect(titles(query)).toEqual(expected));

  test('a text of Okta’s beside the status says which error it is', () => {
    expect(titles('HTTP/2 403 {"errorSummary":"Invalid session"}')[0]).toBe('Invalid session');
  });

  test('an exception that the guide does not know leads there too, and not to a word in it', () => {
    expect(titles("TypeError: Cannot read 'groups'")[0]).toBe('What does this error mean?');
    expect(titles('list groups')).not.toContain('What does this error mean?');
    expect(titles('GET /api/v1/groups/403')[0]).toBe('Get group');
  });
});

describe('a call finds its operation', () => {
  test.each([
    ['GET /api/v1/groups', ['List groups']],
    ['/api/v1/groups', ['List groups', 'Add group']],
    ['GET /api/v1/groups/00g1/users', ['List group users']],
    ['GET /api/v1/groups/rules', ['List group rules', 'Get group']],
    [
      'curl -H "Accept: application/json" https://acme.okta.com/api/v1/groups?limit=2',
      ['List groups'],
    ],
    ['GET https://acme.okta.com/api/v1/gro', ['List groups']],
  ] as const)('%s', (query, expected) =>
    expect(titles(query).slice(0, expected.length)).toEqual(expected),
  );
});

test('a path that no operation has is reported as unknown, and nothing similar is offered for it', () => {
  expect(searchFor(index, 'POST /v1/teams/acme/token')).toEqual({
    hits: [],
    total: 0,
    isUnknownPath: true,
  });
  expect(titles('POST /api/v1/authn')).toEqual(['Classic']);
});

test('the last word may be unfinished, and a word mistyped', () => {
  expect(titles('terraf')[0]).toBe('Terraform');
  expect(titles('list gro')).toContain('List groups');
  expect(titles('terrafrom')[0]).toBe('Terraform');
  expect(titles('lsit groups')[0]).toBe('List groups');
  expect(titles('okta.gr').slice(0, 2)).toEqual(['okta.groups.manage', 'okta.groups.read']);
});

test('a question is searched for what it asks about', () => {
  expect(titles('which scope for list groups')[0]).toBe('List groups');
  expect(titles('what does Terraform do')[0]).toBe('Terraform');
  expect(titles('how do I get okta.groups.read for my app')[0]).toBe('okta.groups.read');
});

test('any text is a query, the answer is bounded, and asking again gives the same', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string(),
        fc
          .array(fc.constantFrom('GET', '/api', 'list', 'groups', '{', '00', '\n', '.'), {
            maxLength: 40,
          })
          .map((parts) => parts.join('')),
      ),
      fc.nat(20),
      (query, most) => {
        const first = searchFor(index, query, most);
        expect(first.hits.length).toBeLessThanOrEqual(most);
        expect(new Set(first.hits).size).toBe(first.hits.length);
        expect(first.total).toBeGreaterThanOrEqual(first.hits.length);
        expect(searchFor(index, query, most)).toEqual(first);
      },
    ),
  );
  expect(titles('/x'.repeat(longestQuery))).toEqual([]);
  expect(titles('a.'.repeat(longestQuery)).length).toBeLessThanOrEqual(12);
});

test('the file gives the entries again, by their kind; anything else is refused', () => {
  const read = entriesOf(JSON.parse(JSON.stringify(searchFile(entries))));
  expect(read).toHaveLength(entries.length);
  for (const each of entries) expect(read).toContainEqual(each);
  for (const none of [undefined, null, 1, [], {}, { version: 2, entries: {} }]) {
    expect(() => entriesOf(none)).toThrow('not a search index');
  }
});
