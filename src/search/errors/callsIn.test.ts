import { describe, expect, test } from 'vitest';

import { operationIndex } from '#catalogue/find.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';

import { callsIn } from './callsIn.ts';
import { missingScopeIn } from './missingScope.ts';

const index = operationIndex(oktaCatalogue);
const called = (text: string) => callsIn(index, text).map(({ id }) => id);

describe('the call that failed is found in', () => {
  test.each([
    ['what curl -v prints', '> GET /api/v1/groups?limit=10 HTTP/2\n< HTTP/2 403', 'listGroups'],
    ['a line of an access log', '"GET /api/v1/logs?since=2026 HTTP/1.1" 403 120', 'listLogEvents'],
    [
      'a sentence with real values in the path',
      'ERROR http: PUT https://acme.okta.com/api/v1/groups/00g1emaKYZTWRYYRRTSK/users/00u1emaKYZTWRYYRRTSK returned 403',
      'assignUserToGroup',
    ],
    [
      'Terraform’s output',
      'Error: the API returned an error: POST https://acme.okta.com/api/v1/groups: You do not have permission',
      'addGroup',
    ],
    [
      'a curl command over several lines',
      "curl -X POST \\\n  -H 'Accept: application/json' \\\n  https://acme.okta.com/api/v1/groups",
      'addGroup',
    ],
    [
      'an exception of the .NET SDK',
      'Okta.Sdk.Client.ApiException: Error calling ListUsers: {}',
      'listUsers',
    ],
    [
      'a trace of the Java SDK',
      '\tat com.okta.sdk.resource.api.GroupApi.listGroups(GroupApi.java:812)',
      'listGroups',
    ],
    ['a trace of the Node.js SDK', '    at GroupApi.listGroups (GroupApi.js:99)', 'listGroups'],
    ['a trace in Python', '    users, resp, err = await client.list_users()', 'listUsers'],
    ['a trace in Go', 'main.(*UserAPIService).ListUsersExecute', 'listUsers'],
    ['PowerShell', 'Invoke-OktaListApplications : {"errorCode":"E0000006"}', 'listApplications'],
  ])('%s', (_, text, id) => expect(called(text)).toEqual([id]));
});

test('an address without its method means all operations that have it', () => {
  expect(called('403 Client Error: Forbidden for url: https://acme.okta.com/api/v1/users')).toEqual(
    ['listUsers', 'createUser'],
  );
  expect(called('The request to /api/v1/apps failed.')).toEqual([
    'listApplications',
    'createApplication',
  ]);
});

test('nothing is read into words, into other products, or into calls that take no scope', () => {
  for (const text of [
    'listUsers',
    'auth0 client.listUsers() failed',
    'GET https://acme-admin.okta.com/api/v1/internal/apps 403',
    'POST /oauth2/v1/token 400 invalid_client',
    'User.getUser failed',
  ]) {
    expect(called(text), text).toEqual([]);
  }
});

test('the scope that a header asks for is named, and for another error none', () => {
  const header =
    'WWW-Authenticate: Bearer realm="IDaaS", error="insufficient_scope", scope="okta.logs.read"';
  expect(missingScopeIn(header)).toBe('okta.logs.read');
  expect(missingScopeIn(header.replaceAll('"', '\\"'))).toBe('okta.logs.read');
  expect(missingScopeIn(header.replace('insufficient_scope', 'invalid_token'))).toBeUndefined();
});
