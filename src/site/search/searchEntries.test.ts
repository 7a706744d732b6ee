import { gzipSync } from 'node:zlib';

import { describe, expect, test } from 'vitest';

import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { platforms } from '#embed/builder/hostBlock.ts';
import { knownErrors } from '#guide/errors/knownErrors.ts';
import { errorPath } from '#screens/errors/errorPaths.ts';
import { entriesOf, searchIndexPath } from '#search/index/entry.ts';
import { searchFor, searchIndex } from '#search/index/search.ts';
import { secretLike } from '#snippets/secretLike.ts';

import { pages } from '../pages/pages.ts';
import { prerenderPage, siteFiles } from '../pages/prerender.tsx';
import { pageNames } from './pageNames.ts';

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

test('each page with other names is one that the search lists', () => {
  const listed = entries.filter(({ kind }) => kind === 'Page').map(({ path }) => path);
  for (const path of pageNames.keys()) expect(listed).toContain(path);
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

test('nothing that can be found is mistaken for a secret when it is typed', () => {
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
    (status) => `a ${status} when calling https://acme.okta.com/api/v1/logs?since=2026`,
    (status) => `${status} from Okta`,
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
    ['can an AI agent call okta on its own', 'guide/oauth-agent/'],
    ['is it safe for my MCP server to use an API token', 'guide/oauth-agent/'],
    ['Okta pushes users to our SCIM server', 'guide/oauth-other/#scim-out'],
    ['our HR system pushes users into Okta by SCIM', 'guide/oauth-other/#scim-out'],
    ['does terraform really need a token these days', 'tools/terraform/'],
    ['which scope for list users', 'operations/#show=listUsers'],
    ['how do I get okta.users.read', 'operations/#find=okta.users.read'],
    ['what does DPoP mean', 'service-app/details/#dpop-whether-you-need-it'],
    ['nobody was told about the rate limit', 'errors/share-not-announced/'],
    ['workshop', 'workshop/'],
    ['iframe', 'embed/builder/'],
    ['embed', 'embed/builder/'],
    ['c#', 'service-app/requests/csharp/'],
    ['bash', 'service-app/requests/curl/'],
    ['least privilege', 'operations/audit/'],
    ['har', 'operations/audit/'],
    ['cli', 'operations/audit/#command-line'],
    ['service account', 'api-token/details/#whose-account'],
    ['audience', 'service-app/details/#the-client-assertion'],
    ['clock skew', 'service-app/details/#the-client-assertion'],
    ['client id', 'service-app/set-up/#step-app'],
    ['redirect uri', 'guide/oauth-person/#requests'],
    ['login', 'guide/oauth-person/'],
    ['webhook', 'guide/oauth-other/#event-hooks'],
    ['postman proxy', 'tools/postman/#proxy'],
    ['.env', 'service-app/requests/#files'],
    ['quiz', 'workshop/'],
    ['sandbox', 'lab/'],
    ['mermaid', 'guide/oauth-yes/audience-ownOrg/#picture'],
    ['offline', 'about/#offline-control'],
    ['privacy', 'about/#privacy'],
    ['licence', 'about/#software'],
    ['license', 'about/#software'],
    ['feedback', 'about/#report'],
    ['getting started', ''],
    ['oauth', ''],
    ['rotate key', 'service-app/keys/#change'],
    ['dpop nonce', 'service-app/details/#dpop-at-the-token-endpoint'],
    ['token expiry', 'api-token/details/#how-long-it-lives-and-how-it-ends'],
    ['revoke token', 'operations/#show=revokeApiToken'],
    ['system log', 'service-app/details/#limits-and-audit'],
    ['pkce', 'guide/oauth-person/'],
    ['mcp', 'tools/mcp-servers/'],
    ['adr', 'guide/oauth-yes/audience-ownOrg/#record'],
  ])('%s', (query, path) => expect(searchFor(index, query).hits[0]?.path).toBe(path));
});

test('cURL for cmd is found with each method, where its lines for Windows are', () => {
  for (const query of ['curl windows cmd', 'curl cmd', 'cmd', 'curl powershell', 'cmd.exe']) {
    const paths = searchFor(index, query).hits.map(({ path }) => path);
    expect(paths.toSorted(), query).toEqual([
      'api-service-integration/requests/curl/#windows',
      'api-token/requests/curl/#windows',
      'service-app/requests/curl/#windows',
    ]);
  }
});

test.each(platforms)('$label leads to the blocks for it', ({ label }) => {
  expect(searchFor(index, label).hits[0]?.path).toBe('embed/builder/');
});

test('a proxy leads to what is known of each tool behind one', () => {
  const { hits } = searchFor(index, 'proxy');
  expect(hits.length).toBeGreaterThan(0);
  for (const { path } of hits) expect(path).toMatch(/^tools\/[a-z-]+\/#proxy$/);
});
