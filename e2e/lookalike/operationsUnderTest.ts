import type { OrgSettings } from './orgSettings.ts';

/** Operations of every kind that the API’s side tells apart, for orgs under test. */
export const operationsUnderTest: OrgSettings['operations'] = [
  { method: 'GET', path: '/api/v1/groups', scopes: ['okta.groups.read'] },
  { method: 'POST', path: '/api/v1/groups', scopes: ['okta.groups.manage'] },
  { method: 'GET', path: '/api/v1/groups/{groupId}', scopes: ['okta.groups.read'] },
  { method: 'GET', path: '/api/v1/groups/rules', scopes: ['okta.groups.manage'] },
  { method: 'GET', path: '/api/v1/users/{id}', scopes: ['okta.users.read'] },
  { method: 'PUT', path: '/api/v1/users/{id}', scopes: ['okta.users.manage'] },
  { method: 'DELETE', path: '/api/v1/users/{id}', scopes: ['okta.users.manage'] },
  { method: 'GET', path: '/api/v1/logs', scopes: ['okta.logs.read'] },
  { method: 'GET', path: '/api/v1/both', scopes: ['okta.groups.read', 'okta.users.read'] },
  {
    method: 'GET',
    path: '/api/v1/oauth-only',
    scopes: ['okta.groups.read'],
    refuses: 'apiToken',
  },
  { method: 'GET', path: '/api/v1/token-only', scopes: [], refuses: 'accessToken' },
  { method: 'GET', path: '/api/v1/api-tokens', scopes: ['okta.users.read'] },
  {
    method: 'DELETE',
    path: '/api/v1/api-tokens/current',
    scopes: [],
    refuses: 'accessToken',
  },
  {
    method: 'DELETE',
    path: '/api/v1/api-tokens/{apiTokenId}',
    scopes: ['okta.users.manage'],
  },
];
