import type { JWK } from 'jose';

import { newOrg, type Org, type OrgApp } from '../org.ts';
import { type ExchangePlan, labClientIds, ownOperations, scopesOf } from './plan.ts';

/** Where the client calls from; its zone, once it has one, contains this address. */
export const insideAddress = '203.0.113.10';
export const outsideAddress = '198.51.100.7';
export const labZone = { id: 'nzoexamplezone000001', addresses: [insideAddress] } as const;

/** The secrets of a lab that are made when it begins, and discarded with the page. */
export interface LabSecrets {
  /** The public halves of the client's keys. */
  readonly publicKeys: Readonly<Record<ExchangePlan['keyType'], JWK>>;
  readonly clientSecret: string;
  readonly apiToken: string;
}

/** The org of a lab, set up correctly for a plan. */
export function labOrg(plan: ExchangePlan, secrets: LabSecrets): Org {
  const { clientId, method } = plan;
  const operations = [...plan.operations, ...ownOperations];
  const grantedScopes = [
    ...new Set([...scopesOf(plan), ...scopesOf({ operations: ownOperations })]),
  ];
  const app: OrgApp = {
    clientId: method === 'serviceApp' ? clientId : labClientIds.serviceApp,
    kind: 'serviceApp',
    state: 'active',
    keys: [{ jwk: { ...secrets.publicKeys[plan.keyType], kid: plan.keyId }, state: 'active' }],
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
    host: plan.host,
    apps: [
      app,
      {
        ...withSecret,
        clientId: method === 'apiServiceIntegration' ? clientId : labClientIds.integration,
        kind: 'apiServiceIntegration',
      },
      { ...withSecret, clientId: labClientIds.webApp, kind: 'webApp' },
      { ...app, clientId: labClientIds.appWithoutKeys, keys: [] },
    ],
    apiTokens: [{ value: secrets.apiToken, state: 'active', hasAdminRole: true }],
    groups: 3,
    operations: [
      ...operations,
      // A scope that Okta has and that no app here is granted.
      { method: 'GET', path: '/api/v1/policies', scopes: ['okta.policies.read'] },
    ],
  });
}
