import { newOrg, type Org, type OrgApp } from '#org/org.ts';

import type { OrgClient, OrgSettings } from '../lookalike/orgSettings.ts';

/** The model of the org that the look-alike's settings describe. */
export function orgOfSettings(settings: OrgSettings): Org {
  const { host, operations, groups, tokenLifetime, signInApps = [] } = settings;
  return newOrg({
    host,
    operations,
    apps: [
      ...settings.clients.map(appOf),
      ...signInApps.map((app): OrgApp => ({
        clientId: app.clientId,
        kind: 'webApp',
        state: 'active',
        keys: [],
        secrets: app.type === 'web' ? [{ value: app.clientSecret, state: 'active' }] : [],
        requiresDpop: false,
        grantedScopes: app.grantedScopes,
        hasAdminRole: false,
      })),
    ],
    apiTokens: settings.apiTokens.map(({ token, ...rest }) => ({ value: token, ...rest })),
    ...(groups === undefined ? {} : { groups }),
    ...(tokenLifetime === undefined ? {} : { tokenLifetime }),
  });
}

function appOf(client: OrgClient): OrgApp {
  const { clientId, publicKeys, clientSecret, dpop, grantedScopes, hasAdminRole } = client;
  return {
    clientId,
    kind: client.authentication === 'private_key_jwt' ? 'serviceApp' : 'apiServiceIntegration',
    state: 'active',
    keys: publicKeys.map((jwk) => ({ jwk, state: 'active' })),
    secrets: clientSecret === undefined ? [] : [{ value: clientSecret, state: 'active' }],
    requiresDpop: dpop === 'required',
    grantedScopes,
    hasAdminRole,
  };
}
