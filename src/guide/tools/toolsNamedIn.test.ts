import { expect, test } from 'vitest';

import { tools } from './tools.ts';
import { toolsNamedIn } from './toolsNamedIn.ts';

const idsIn = (text: string): readonly string[] => toolsNamedIn(text).map(({ id }) => id);

test.each([
  ['data okta_user with a service app that has okta.users.read', 'terraform'],
  ['data "okta_group" "admins" {', 'terraform'],
  ['│   with module.xyz.data.okta_user.example,', 'terraform'],
  [
    'Error: failed to get groups claim for OAuth application: the API returned an error: Invalid session',
    'terraform',
  ],
  [
    "failed to set user's roles: failed to get roles: the API returned an error: You do not have permission to perform the requested action",
    'terraform',
  ],
  ['error finding default ACCESS_POLICY the API returned an unknown error', 'terraform'],
  ['> user-agent: okta-sdk-golang/6.1.5 golang/go1.24 linux/amd64', 'go-sdk'],
  ['OktaApiError: Okta HTTP 403 E0000006', 'node-sdk'],
  ['    at /srv/node_modules/@okta/okta-sdk-nodejs/src/http.js:41', 'node-sdk'],
  ['File "/usr/lib/python3/site-packages/okta/client.py", line 20', 'python-sdk'],
  ['User-Agent: okta-sdk-python/3.4.0 python/3.12', 'python-sdk'],
  ['com.okta.sdk.impl.oauth2.OAuth2HttpException: null', 'java-sdk'],
  ['Unhandled exception. Okta.Sdk.Client.ApiException: Error calling ListGroups', 'dotnet-sdk'],
  ['Invoke-OktaListGroups : {"errorCode":"E0000005"}', 'powershell-module'],
  ['okta.exceptions.exceptions.ForbiddenException: (403)', 'python-sdk'],
  ['from okta.client import Client as OktaClient', 'python-sdk'],
  ['HTTP 401, Okta E0000011 (Invalid token provided), ErrorId oae1', 'java-sdk'],
  ['okta.client.proxy.host is set for com.okta.sdk', 'java-sdk'],
  ['User-Agent: PostmanRuntime/7.43.0', 'postman'],
  ['User-Agent: bruno-runtime/2.8.0', 'bruno'],
  ['##[error]Process completed with exit code 1.', 'ci-runner'],
  ['curl : The remote server returned an error: (401) Unauthorized.', 'curl-on-windows'],
  ['POST https://acme.workflows.okta.com/api/flo/1234/invoke', 'okta-workflows'],
  ['"command": "uv", "args": ["run", "okta-mcp-server"]', 'mcp-servers'],
  ['which token for our SIEM?', 'siem'],
])('tells where a text comes from: %s', (text, id) => {
  expect(idsIn(text)[0]).toBe(id);
});

test.each(tools)('$name is found by each of its names, in any case', ({ id, name, aliases }) => {
  for (const each of [name, ...aliases]) {
    expect(idsIn(`We use ${each.toUpperCase()}, and it fails.`)).toContain(id);
  }
});

test.each([
  'GET /api/v1/groups?limit=10 HTTP/2',
  'The client_assertion token is expired.',
  'terraforming, postmanned, oktapowershells, brunoesque',
  'const okta_client = connect();',
  '',
])('names no tool that a text does not speak of: %s', (text) => {
  expect(idsIn(text)).toEqual([]);
});

test('the tool that a text has more marks of comes first, and each other one after it', () => {
  const text =
    'In Jenkins, terraform apply says: data.okta_user.me: the API returned an unknown error';
  expect(idsIn(text)).toEqual(['terraform', 'ci-runner', 'go-sdk']);
});
