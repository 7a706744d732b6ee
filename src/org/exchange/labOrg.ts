import type { JWK } from 'jose';

import { newOrg, type Org, type OrgApp } from '../org.ts';
import { type ExchangePlan, plannedOperations } from './plan.ts';

export const labHost = 'dev-1234567.okta.com';
/** The apps of the lab's org, by what they are for. */
export const labClientIds = {
  serviceApp: '0oaexampleclientid01',
  integration: '0oaexampleclientid02',
  webApp: '0oaexampleclientid03',
  appWithoutKeys: '0oaexampleclientid04',
} as const;
/** The key that the client signs its assertions with, as the org knows it. */
export const labKeyId = 'example-key-1';
/** Where the client calls from; its zone, once it has one, holds this address. */
export const insideAddress = '203.0.113.10';
export const outsideAddress = '198.51.100.7';
export const labZone = { id: 'nzoexamplezone000001', addresses: [insideAddress] } as const;

/** The secrets of a lab that are made when it begins, and thrown away with the page. */
export interface LabSecrets {
  /** The public half of the client's key. */
  readonly publicKey: JWK;
  readonly clientSecret: string;
  readonly apiToken: string;
}

/** The org of a lab, set up rightly for a plan. */
export function labOrg(plan: ExchangePlan, secrets: LabSecrets): Org {
  const grantedScopes = plannedOperations.map(({ scope }) => scope);
  const app: OrgApp = {
    clientId: labClientIds.serviceApp,
    kind: 'serviceApp',
    state: 'active',
    keys: [{ jwk: { ...secrets.publicKey, kid: labKeyId }, state: 'active' }],
    secrets: [],
    requiresDpop: plan.dpop,
    grantedScopes,
    hasAdminRole: true,
  };
  const withSecret = {
    ...app,
    keys: [],
    secrets: [{ value: secrets.clientSecret, state: 'active' as const }],
    requiresDpop: false,
  };
  return newOrg({
    host: labHost,
    apps: [
      app,
      { ...withSecret, clientId: labClientIds.integration, kind: 'apiServiceIntegration' },
      { ...withSecret, clientId: labClientIds.webApp, kind: 'webApp' },
      { ...app, clientId: labClientIds.appWithoutKeys, keys: [] },
    ],
    apiTokens: [{ value: secrets.apiToken, state: 'active', hasAdminRole: true }],
    groups: 3,
    operations: [
      ...plannedOperations.map(({ method, path, scope }) => ({
        method,
        path: path.replace(/00g\w+/, '{groupId}').replace('/users/me', '/users/{id}'),
        scopes: [scope],
      })),
      // A scope that Okta has and that no app here is granted.
      { method: 'GET', path: '/api/v1/policies', scopes: ['okta.policies.read'] },
    ],
  });
}
