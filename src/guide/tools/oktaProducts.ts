import { integrationExamples } from '../claims/apiServiceIntegrationClaims.ts';
import {
  accessGatewayAsksForToken,
  mitigationsForForcedToken,
  orgToOrgCanUseOauth,
  otherApiFamilies,
  tokenDiesWithOwner,
  tokenHasNoScopes,
  tokenStoredAsHash,
  tokenValidThirtyDays,
} from '../claims/apiTokenClaims.ts';
import {
  agentsAndPeople,
  delegatedGrantFollowsAccount,
  flowInvocation,
  orgToOrgKeysByOkta,
  perhapsNoCall,
  productWithSecretActsForAdmin,
  tokenOnlyProductsToday,
  twoMcpServers,
} from '../claims/callerClaims.ts';
import { halfOfEachBucket } from '../claims/changeClaims.ts';
import { pythonSdkDpop } from '../claims/officialToolClaims.ts';
import {
  brokerForFixedHeader,
  orgToOrgRights,
  ownCollectorOrListing,
} from '../claims/scenarioClaims.ts';
import {
  consoleKeysConflict,
  leastPrivilegeExample,
  scopeAndRoleBothBound,
} from '../claims/serviceAppClaims.ts';
import { collectorsDiffer, openSourceMcpSettings } from '../claims/toolClaims.ts';
import {
  insufficientScope,
  invalidToken,
  missingAdminRole,
  rateLimited,
} from '../errors/apiErrors.ts';
import { secretRefusedForServiceApp } from '../errors/clientAuthenticationErrors.ts';
import { dpopProofMissing } from '../errors/dpopErrors.ts';
import { emptyList, shareNotAnnounced, tokenOutsideZone } from '../errors/errorsWithoutAnswer.ts';
import type { Tool } from './tool.ts';

// Products that are set up rather than written.

export const workflows: Tool = {
  id: 'okta-workflows',
  name: 'Okta Workflows',
  group: 'okta',
  summary: 'Okta’s product for automation without code: flows of cards, run by Okta.',
  aliases: ['Okta connector', 'Workflows connector'],
  traces: [/\.workflows\.okta(?:preview)?\.com/, /\bokta\.workflows\.\w+/, /\/api\/flo\//],
  ways: [
    {
      when: 'For a flow that calls another org',
      node: 'delegatedGrant',
      answers: ['oauth.product'],
    },
    {
      when: 'For a program that starts a flow',
      node: 'otherInterface',
      answers: ['oauth.other'],
    },
  ],
  credential: [productWithSecretActsForAdmin, flowInvocation],
  key: [
    {
      text: 'To call another org, the Okta connector takes the client ID and the secret of a web app in that org. A service app does not work there, because its secret is refused.',
      basis: [productWithSecretActsForAdmin],
    },
    {
      text: 'To start a flow from outside, your program needs the private key of a service app.',
      basis: [flowInvocation],
    },
  ],
  silence: [
    {
      text: 'Calls to another org belong to the account that authorized them. As we read the sources, you limit them by giving that account a smaller role. A deactivated account or a revoked refresh token stops them until an admin signs in again.',
      basis: [delegatedGrantFollowsAccount],
    },
  ],
  scopes: [
    {
      text: 'Grant the web app the scopes that the cards of your flows need. For its refresh token, the product also asks for `offline_access`.',
      basis: [productWithSecretActsForAdmin],
    },
  ],
  extraScopes: [
    {
      use: 'A program that starts a flow',
      scopes: ['okta.workflows.invoke.manage'],
      basis: [flowInvocation],
    },
  ],
  errors: [
    {
      error: secretRefusedForServiceApp,
      here: {
        text: 'You gave the connector the client ID of a service app. Make an OpenID Connect web app instead.',
        basis: [productWithSecretActsForAdmin],
      },
    },
    { error: insufficientScope },
    {
      error: missingAdminRole,
      here: {
        text: 'The calls are those of the admin who authorized the connection, so look at the role of that account.',
        basis: [productWithSecretActsForAdmin, delegatedGrantFollowsAccount],
      },
    },
  ],
  proxy: 'unsourced',
};

export const mcpServers: Tool = {
  id: 'mcp-servers',
  name: 'Okta’s MCP servers',
  group: 'okta',
  summary:
    'Two servers that let an AI assistant or agent work with an org: one that you run yourself, and one that Okta runs.',
  aliases: ['MCP', 'MCP server', 'okta-mcp-server', 'Managed MCP Server', 'AI agent'],
  traces: [/\bokta-mcp-server\b/, /\bmcpServers\b/],
  ways: [
    {
      when: 'For an assistant that a person talks to',
      node: 'userContext',
      answers: ['oauth.agent', 'agent.person'],
    },
    {
      when: 'For an agent that works alone',
      node: 'serviceApp',
      answers: ['oauth.agent', 'agent.alone', 'audience.ownOrg'],
    },
  ],
  credential: [twoMcpServers, agentsAndPeople],
  key: [openSourceMcpSettings, consoleKeysConflict],
  silence: [
    {
      text: 'If a tool is missing, no error says so: check the app’s granted scopes.',
      basis: [twoMcpServers],
    },
    {
      text: 'A super admin role gives an agent the whole org. Instead, give it the smallest role that covers its work: the role and the scopes limit it together.',
      basis: [openSourceMcpSettings, scopeAndRoleBothBound],
    },
  ],
  scopes: [
    {
      text: 'Grant only the scopes of the tools that the agent should have.',
      basis: [twoMcpServers],
    },
  ],
  extraScopes: [],
  errors: [
    {
      error: dpopProofMissing,
      here: {
        text: 'The open-source server is set up for an app without DPoP. The SDK that it uses makes proofs only if you turn on a separate setting.',
        basis: [openSourceMcpSettings, pythonSdkDpop],
      },
    },
    { error: missingAdminRole },
    { error: insufficientScope },
  ],
  proxy: 'unsourced',
  request: {
    kind: 'configuration',
    label: 'Settings of the open-source server, for an agent that works alone',
    syntax: 'bash',
    code: `OKTA_ORG_URL=https://integrator-1234567.okta.com
OKTA_CLIENT_ID=0oaexampleclientid00
OKTA_SCOPES="okta.users.read okta.groups.read"
OKTA_KEY_ID=example-key-id
# The private key as PEM; take it from your secrets manager.
OKTA_PRIVATE_KEY=`,
    basis: [openSourceMcpSettings],
  },
};

export const orgToOrg: Tool = {
  id: 'org2org',
  name: 'Org2Org',
  group: 'okta',
  summary: 'Okta’s app that connects two orgs, and passes users and groups from one to the other.',
  aliases: ['Okta Org2Org', 'Org to Org', 'hub and spoke'],
  traces: [/\bokta_org2org\b/, /\/connections\/default\/jwks\b/],
  ways: [
    {
      when: 'For each spoke, in the hub',
      node: 'serviceApp',
      answers: ['oauth.no', 'obstacle.productHasOauth', 'audience.ownOrg'],
    },
  ],
  credential: [orgToOrgCanUseOauth, orgToOrgKeysByOkta],
  key: [
    {
      text: 'There is no key file. Okta makes the pair in the spoke, and the hub fetches the public key from there.',
      basis: [orgToOrgKeysByOkta],
    },
  ],
  silence: [
    {
      text: 'With OAuth 2.0, Okta can rotate the key automatically.',
      basis: [orgToOrgCanUseOauth, orgToOrgKeysByOkta],
    },
  ],
  scopes: [
    {
      text: 'The service app needs admin roles in the hub as well: Okta’s guide assigns the group admin and group membership admin roles.',
      basis: [orgToOrgRights, scopeAndRoleBothBound],
    },
  ],
  extraScopes: [
    {
      use: 'The service app in the hub',
      scopes: ['okta.users.manage', 'okta.groups.manage'],
      basis: [orgToOrgRights],
    },
  ],
  errors: [
    { error: missingAdminRole },
    {
      error: emptyList,
      here: {
        text: 'The role of the service app in the hub covers none of the groups that the spoke pushes to.',
        basis: [scopeAndRoleBothBound],
      },
    },
  ],
  proxy: 'unsourced',
  request: {
    kind: 'configuration',
    label: 'The app in the hub: its client authentication',
    syntax: 'json',
    code: `{
  "token_endpoint_auth_method": "private_key_jwt",
  "jwks_uri": "https://spoke.okta.com/api/v1/apps/{appId}/connections/default/jwks"
}`,
    basis: [orgToOrgKeysByOkta],
  },
};

export const accessGateway: Tool = {
  id: 'access-gateway',
  name: 'Okta Access Gateway',
  group: 'okta',
  summary:
    'Okta’s appliance that puts single sign-on in front of applications on your own premises.',
  aliases: ['Access Gateway', 'OAG'],
  traces: [/\bAccess Gateway\b/],
  ways: [
    {
      when: 'For its connection to the org',
      node: 'apiToken',
      answers: ['oauth.no', 'obstacle.documentedTokenProduct'],
    },
  ],
  credential: [accessGatewayAsksForToken, tokenOnlyProductsToday],
  key: [
    {
      text: 'The API token is a line of text, and Okta shows it once. Nobody can read it again, so put it into your secrets manager right away.',
      basis: [tokenStoredAsHash],
    },
  ],
  silence: [tokenValidThirtyDays, tokenDiesWithOwner],
  scopes: [
    {
      text: 'A token has no scopes. It can do whatever its account can do, so the role of that account is the only limit.',
      basis: [tokenHasNoScopes],
    },
    mitigationsForForcedToken,
    {
      text: 'The admin API of Access Gateway itself is another matter: it uses its own bearer token.',
      basis: [otherApiFamilies],
    },
  ],
  extraScopes: [],
  errors: [
    {
      error: invalidToken,
      here: {
        text: 'Check first whether the service account is still active, and whether the gateway was off for more than 30 days.',
        basis: [tokenDiesWithOwner, tokenValidThirtyDays],
      },
    },
    { error: tokenOutsideZone },
    { error: missingAdminRole },
  ],
  proxy: 'unsourced',
};

export const siem: Tool = {
  id: 'siem',
  name: 'A SIEM or log collector',
  group: 'okta',
  summary: 'A system that gathers security events, including those in Okta’s System Log.',
  aliases: [
    'SIEM',
    'log forwarder',
    'Splunk',
    'Microsoft Sentinel',
    'Elastic',
    'Datadog',
    'QRadar',
  ],
  traces: [/\/api\/v1\/logs\b/, /\bokta\.logs\.read\b/],
  ways: [
    {
      when: 'For a collector that you run',
      node: 'serviceApp',
      answers: ['oauth.yes', 'audience.ownOrg'],
    },
    {
      when: 'For a vendor’s service with a listing in the OIN',
      node: 'apiServiceIntegration',
      answers: ['oauth.yes', 'audience.customerOrgs', 'catalog.yes'],
    },
    {
      when: 'For a collector that accepts only an API token',
      node: 'apiToken',
      answers: ['oauth.no', 'obstacle.fixedHeaderProduct'],
    },
    {
      when: 'For events that Okta sends by itself',
      node: 'otherInterface',
      answers: ['oauth.other'],
    },
  ],
  credential: [ownCollectorOrListing, collectorsDiffer, integrationExamples, perhapsNoCall],
  key: [
    {
      text: 'The format depends on the collector. A service app has a key, as PEM or JWK. An OIN listing gives you a client ID and a secret. An older collector has a field for a token.',
      basis: [collectorsDiffer, ownCollectorOrListing],
    },
  ],
  silence: [
    halfOfEachBucket,
    {
      text: 'A collector that has only an API token stops when that token’s account is deactivated. If it cannot send anything else, put a small broker in front of it.',
      basis: [tokenDiesWithOwner, brokerForFixedHeader],
    },
  ],
  scopes: [
    {
      text: 'To read the System Log, you need `okta.logs.read` and an admin role that may read it.',
      basis: [collectorsDiffer, scopeAndRoleBothBound, leastPrivilegeExample],
    },
  ],
  extraScopes: [],
  errors: [
    { error: rateLimited },
    { error: shareNotAnnounced },
    { error: insufficientScope },
    { error: invalidToken },
    { error: missingAdminRole },
  ],
  proxy: 'unsourced',
};
