import type { Claim } from '../claim.ts';
import {
  conceptCrossAppAccess,
  conceptEventHooks,
  conceptOrganizations,
  conceptScim,
  guideAerialOrgs,
  guideAiAgentTokenExchange,
  guideMcpAuthentication,
  guideOpenSourceMcpServer,
  guideOrgToOrgOauth,
  helpAccessGatewaySetUp,
  helpMcpAppAuthentication,
  helpWorkflowsFlowEndpoint,
  helpWorkflowsOktaAuthorization,
  helpWorkflowsOktaGuidance,
  issuesTerraformInternalEndpoints,
  referenceAuthentication,
  referenceSystemLogQuery,
  releaseNotes2026,
  releaseNotesMcpServer,
  repositoryTerraformProvider,
  specInboundScim,
  specPrivilegedAccess,
  supportAdAgentOauth,
} from '../sources.ts';

// Who is calling, and whether it is one of these APIs at all: the cases that are easily mistaken for one of
// the three methods.

export const twoMcpServers: Claim = {
  fact: 'K6',
  text: 'Okta has two MCP servers. The open-source one runs on your own machine: people sign in with device authorization, and programs use `private_key_jwt` with an API Services app. Okta hosts the other, the Okta Managed MCP Server (early access since 19 August 2026). There people sign in with OpenID Connect and PKCE, and autonomous agents use `private_key_jwt` with an API Services app. In both, an agent sees only the tools that its granted scopes allow.',
  status: 'agreed',
  sources: [
    guideOpenSourceMcpServer,
    releaseNotesMcpServer,
    helpMcpAppAuthentication,
    guideMcpAuthentication,
  ],
};

export const agentsAndPeople: Claim = {
  fact: 'K21',
  text: 'When a person starts an AI agent’s work, the agent calls Okta on that person’s behalf. The person signs in with the authorization code flow and PKCE; the Managed MCP Server works this way. An agent that works alone needs a service app and its private key. Okta says so for both of its MCP servers.',
  status: 'agreed',
  sources: [guideOpenSourceMcpServer, helpMcpAppAuthentication, guideMcpAuthentication],
};

export const crossAppAccessIsElsewhere: Claim = {
  fact: 'K22',
  text: 'Okta for AI Agents and Cross App Access (XAA) issue tokens for other things. These are other agents, third-party servers, secrets, service accounts, and resources behind a custom authorization server. The server that issues `okta.*` scopes is not on that list. Okta also advises against XAA for background jobs and for agents that work without a person.',
  status: 'agreed',
  sources: [guideAiAgentTokenExchange, conceptCrossAppAccess],
};

export const productWithSecretActsForAdmin: Claim = {
  fact: 'K23',
  text: 'Some products ask for a client ID, a secret and one sign-in by an admin, and then run on their own. Okta Workflows does this when it calls another org. Such a product needs an OpenID Connect web app in the org that it calls, with the scopes granted there. A super admin authorizes it once, and the product keeps a refresh token (`offline_access`). From then on its calls are that admin’s calls, so use an account kept for this purpose. For its own org, Workflows comes with an app called “Okta Workflows OAuth”.',
  status: 'agreed',
  sources: [helpWorkflowsOktaAuthorization, helpWorkflowsOktaGuidance],
};

export const delegatedGrantFollowsAccount: Claim = {
  fact: 'K23',
  text: 'Such a product’s calls belong to the account that authorized it, so we conclude that they change with the account. A smaller role narrows them. A deactivated account or a revoked refresh token stops them until an admin signs in again.',
  status: 'inferred',
  sources: [helpWorkflowsOktaAuthorization, helpWorkflowsOktaGuidance],
};

export const flowInvocation: Claim = {
  fact: 'K24',
  text: 'To start a Workflows flow from outside, use a service app with the scope `okta.workflows.invoke.manage`. Two hosts are involved: the token comes from `https://{org}.okta.com`, and the call goes to `https://{org}.workflows.okta.com/api/flo/{alias}/invoke`. Okta’s page calls this an “API service integration app”, but the app that it has you create is an API Services app.',
  status: 'agreed',
  sources: [helpWorkflowsFlowEndpoint],
};

export const privilegedAccessCredential: Claim = {
  fact: 'K25',
  text: 'The Okta Privileged Access API accepts none of the three methods. A service user of that product has a key ID and a secret. Send both to `https://{org}.pam.okta.com/v1/teams/{team}/service_token`, and the response is a bearer token.',
  status: 'agreed',
  sources: [specPrivilegedAccess],
};

export const scimCredentials: Claim = {
  fact: 'K26',
  text: 'SCIM is a protocol for creating and changing accounts. It does not call Okta’s management APIs in either direction. When Okta writes to your SCIM server, the credential is one that you issue: a header, or OAuth with an authorization code. When a system writes to Okta through inbound SCIM, it sends the bearer token of that connection to `https://{yourOktaDomain}/{connectionId}/scim/v2`.',
  status: 'agreed',
  sources: [specInboundScim, conceptScim],
};

export const perhapsNoCall: Claim = {
  fact: 'K27',
  text: 'Some programs need not call Okta at all. With event hooks, Okta calls you, so you need not poll the System Log. An org has up to 25 active hooks, each for up to 300 event types. Log streaming sends the log to a SIEM, through up to two streams. Workflows can do the work inside Okta, and SCIM can move users into and out of Okta.',
  status: 'agreed',
  sources: [conceptEventHooks, referenceSystemLogQuery, releaseNotes2026, conceptScim],
};

export const privateEndpoints: Claim = {
  fact: 'K28',
  text: 'The Admin Console itself uses endpoints that Okta does not publish: `/api/v1/internal/…`, and `/api/internal/…` on the `-admin` host. No credential for them is documented, and nothing is promised about them. They reject an access token with `E0000005` “Invalid session”. Okta’s Terraform provider ran into the same error. Look for the public operation; if there is none, do that step by hand.',
  status: 'agreed',
  sources: [issuesTerraformInternalEndpoints],
};

export const privateEndpointsMayChange: Claim = {
  fact: 'K28',
  text: 'We found no promise that private endpoints will stay as they are. We conclude that Okta may change or remove them at any time, and we would not build on them.',
  status: 'inferred',
  sources: [issuesTerraformInternalEndpoints],
};

export const otherHosts: Claim = {
  fact: 'K29',
  text: 'The host tells you whether it is an Okta org. An Auth0 tenant (`*.auth0.com`) belongs to another product, with its own APIs. `{org}.workflows.okta.com` and `{org}.pam.okta.com` belong to Workflows and Privileged Access. Neither host is an org, with or without an org’s name in front.',
  status: 'agreed',
  sources: [conceptOrganizations, helpWorkflowsFlowEndpoint, specPrivilegedAccess],
};

export const manyOwnOrgs: Claim = {
  fact: 'K30',
  text: 'Each org is separate from every other. If you run several orgs, for yourself or for clients, make an app in each, with its own key entry and grants. One JWKS URL can serve the keys of all of them. Okta Aerial and the Org creator API have their own credentials.',
  status: 'agreed',
  sources: [conceptOrganizations, guideAerialOrgs],
};

export const orgToOrgKeysByOkta: Claim = {
  fact: 'K31',
  text: 'For Org2Org, you do not make a key. Okta makes a key pair in the spoke (the org that sends its users) and publishes the public key there. In the hub, the org that receives them, register a service app for each spoke, with `jwks_uri` set to the spoke’s `…/api/v1/apps/{appId}/connections/default/jwks`.',
  status: 'agreed',
  sources: [guideOrgToOrgOauth],
};

export const tokenOnlyProductsToday: Claim = {
  fact: 'K19',
  text: 'The set-up of several products still mentions an API token. Only two really need one today: Access Gateway, and a trusted app using the classic Authentication API. Org2Org, the Terraform provider and current agents can all use OAuth 2.0.',
  status: 'agreed',
  sources: [
    helpAccessGatewaySetUp,
    referenceAuthentication,
    guideOrgToOrgOauth,
    repositoryTerraformProvider,
    supportAdAgentOauth,
  ],
};

export const classicAuthenticationToday: Claim = {
  fact: 'K13',
  text: 'The classic Authentication API, `/api/v1/authn`, exists for orgs on Classic Engine. A public app needs no credential there, but its rate limits are strict. A trusted app may also handle values such as `deviceToken` and `recoveryToken`. It sends an API token, and calls from an address that is listed as a gateway in a network zone. Okta has deprecated `X-Device-Fingerprint` as a way to detect new devices.',
  status: 'agreed',
  sources: [referenceAuthentication],
};
