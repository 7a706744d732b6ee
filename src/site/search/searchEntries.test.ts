import { gzipSync } from 'node:zlib';

import { describe, expect, test } from 'vitest';

import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { knownErrors } from '#guide/errors/knownErrors.ts';
import { errorPath } from '#screens/errors/errorPaths.ts';
import { entriesOf, searchIndexPath } from '#search/index/entry.ts';
import { searchFor, searchIndex } from '#search/index/search.ts';
import { secretLike } from '#snippets/secretLike.ts';

import { pages } from '../pages/pages.ts';
import { prerenderPage, siteFiles } from '../pages/prerender.tsx';

const settings = { base: '/', origin: '', repository: '' };
const text = siteFiles(settings).find(({ path }) => path === searchIndexPath)?.text ?? '';
const entries = entriesOf(JSON.parse(text));
const index = searchIndex(entries);

test('the index weighs at most 120 kB on the wire', () => {
  expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(120_000);
});

test('every hit leads to a page, and to a place on it', () => {
  const drawn = new Map<string, string>();
  for (const { path } of entries) {
    const [address = '', anchor] = path.split('#');
    const page = pages.find((each) => each.path === address);
    if (page === undefined) throw new Error(`There is no page ${path}.`);
    if (anchor === undefined || /^(show|find)=/.test(anchor)) continue;
    const body = drawn.get(address) ?? prerenderPage(page, settings).body;
    drawn.set(address, body);
    expect(body, path).toContain(` id="${anchor}"`);
  }
});

test('each error is found first by each of its texts, and by its id', () => {
  for (const error of knownErrors) {
    for (const query of [error.id, ...error.message.split('\n').filter((line) => line !== '')]) {
      const paths = searchFor(index, query).hits.map(({ path }) => path);
      const alike = knownErrors.filter(({ message }) => message.split('\n').includes(query)).length;
      expect(paths.slice(0, Math.max(1, alike)), query).toContain(errorPath(error));
    }
  }
});

test('each operation is found first by its reference, and by its call', () => {
  for (const { reference, method, path } of oktaCatalogue.operations) {
    const wanted = `operations/#show=${reference}`;
    expect(searchFor(index, reference).hits[0]?.path).toBe(wanted);
    const paths = searchFor(index, `${method} ${path}`).hits.map((hit) => hit.path);
    expect(paths.slice(0, 3), `${method} ${path}`).toContain(wanted);
  }
});

test('each scope is found first by its name', () => {
  for (const { title } of entries.filter(({ kind }) => kind === 'Scope')) {
    expect(searchFor(index, title).hits[0]).toMatchObject({ kind: 'Scope', title });
  }
});

test('nothing that can be found is taken for a secret when it is typed', () => {
  for (const { title, detail, keys } of entries) {
    for (const each of [title, detail, ...keys]) expect(secretLike(each), each).toBeUndefined();
  }
});

test('a code that the guide does not know finds no other error, and the page that says so', () => {
  for (const code of ['E0000004', 'E0000099', 'HTTP/1.1 401 Unauthorized E0000004']) {
    const { hits } = searchFor(index, code);
    expect(
      hits.map(({ path }) => path),
      code,
    ).toEqual(['errors/']);
  }
});

describe('a status as programs print it leads to its one error, or to the page that takes the rest of the text', () => {
  const printed: readonly ((status: string, words: string) => string)[] = [
    (status, words) => `HTTP/1.1 ${status} ${words}`,
    (status) => `< HTTP/2 ${status}`,
    (status, words) => `${status} ${words}`,
    (status, words) => `status: ${status} ${words}`,
    (status) => `Error: Request failed with status code ${status}`,
    (status) => `curl: (22) The requested URL returned error: ${status}`,
    (status, words) =>
      `requests.exceptions.HTTPError: ${status} Client Error: ${words} for url: https://acme.okta.com/api/v1/users`,
    (status, words) => `urllib.error.HTTPError: HTTP Error ${status}: ${words}`,
    (status, words) => `Response status code does not indicate success: ${status} (${words}).`,
    (status, words) =>
      `Invoke-RestMethod : The remote server returned an error: (${status}) ${words}.`,
    (status) => `"GET /api/v1/users HTTP/1.1" ${status} 118`,
    (status) => `GET /api/v1/users ${status}`,
    (status) => `I get a ${status} error from Okta`,
    (status) => status,
    (_, words) => `Error: ${words}`,
  ];
  test.each([
    ['400', 'Bad Request', 'errors/'],
    ['401', 'Unauthorized', 'errors/'],
    ['403', 'Forbidden', 'errors/'],
    ['429', 'Too Many Requests', 'errors/rate-limited/'],
  ])('%s %s', (status, words, expected) => {
    for (const print of printed) {
      const query = print(status, words);
      const { hits } = searchFor(index, query);
      expect(hits[0]?.path, query).toBe(expected);
      const others = hits.filter(({ kind }) => kind === 'Error');
      expect(others.length, query).toBeGreaterThan(0);
      for (const { detail } of others) expect(detail, query).toContain(status);
    }
  });
});

describe('people find what they came for', () => {
  test.each([
    ['E0000006', 'errors/missing-admin-role/'],
    ['I think it is an API token', 'check/api-token/'],
    ['API token', 'api-token/'],
    ['okta_app_oauth', 'tools/terraform/'],
    ['resource "okta_group" "staff" {', 'tools/terraform/'],
    ['private_key_jwt', 'service-app/details/#the-client-assertion'],
    ['deactivte user', 'operations/#show=deactivateUser'],
    ['remove user from group', 'operations/#show=unassignUserFromGroup'],
    ['okta.workflows.invoke.manage', 'guide/oauth-other/#workflows-flow'],
    ['POST /v1/teams/acme/service_token', 'guide/oauth-other/#privileged-access'],
    ['POST /api/v1/authn', 'api-token/details/#products-and-tools-that-ask-for-a-token'],
    ['set up service app', 'service-app/set-up/'],
    ['compare', 'compare/'],
    ['which scope for list users', 'operations/#show=listUsers'],
    ['how do I get okta.users.read', 'operations/#find=okta.users.read'],
    ['what does DPoP mean', 'service-app/details/#dpop-whether-you-need-it'],
    ['nobody was told about the rate limit', 'errors/share-not-announced/'],
    ['workshop', 'workshop/'],
  ])('%s', (query, path) => expect(searchFor(index, query).hits[0]?.path).toBe(path));
});
