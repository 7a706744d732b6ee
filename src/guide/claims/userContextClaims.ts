import type { Claim } from '../claim.ts';
import {
  blogMigrateToOauth,
  conceptOauth,
  guideApiServiceOverview,
  guideDeviceAuthorization,
  guideMcpAuthentication,
  guideOauthApi,
  guideOauthForOkta,
  oauthErrorCatalogue,
  repositoryPowerShell,
  specClientAuthentication,
  specMyAccount,
  specOauth,
} from '../sources.ts';

export const userContextWhenPersonStarts: Claim = {
  fact: 'I1',
  text: 'Use the authorization code flow with PKCE when a signed-in person starts the call. The call then reaches no further than that person’s rights, and the log names that person.',
  status: 'agreed',
  sources: [guideApiServiceOverview, guideOauthApi],
};

export const userContextSetUp: Claim = {
  fact: 'I2',
  text: 'To act for a user, you need an OpenID Connect app (web, single-page or native) with scopes granted under “Okta API Scopes”. The user must be assigned to the app and hold a suitable admin role. The token comes from `/oauth2/v1/authorize` and `/oauth2/v1/token` of the org authorization server and lasts one hour. With the scope `offline_access`, a refresh token comes with it.',
  status: 'agreed',
  sources: [guideOauthForOkta, guideOauthApi, specOauth],
};

export const selfScopesRequireUser: Claim = {
  fact: 'I3',
  text: '`.self` scopes and the MyAccount API need a signed-in user: the client credentials flow cannot get them.',
  status: 'agreed',
  sources: [guideOauthForOkta, specMyAccount, oauthErrorCatalogue],
};

export const deviceAuthorizationForTerminals: Claim = {
  fact: 'I4',
  text: 'In a terminal, or wherever there is no browser at hand, use device authorization with a native app. Okta’s PowerShell module does this for interactive work, and so does the Okta MCP server that you run yourself.',
  status: 'agreed',
  sources: [
    guideDeviceAuthorization,
    repositoryPowerShell,
    guideMcpAuthentication,
    blogMigrateToOauth,
  ],
};

export const publicClientsKeepNoSecret: Claim = {
  fact: 'I5',
  text: 'Code in a browser or on a phone can keep neither a secret nor a key, so none of the three methods suits it.',
  status: 'agreed',
  sources: [conceptOauth, guideApiServiceOverview, specClientAuthentication],
};
