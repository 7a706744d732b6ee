import {
  basicTokenCall,
  customerInstallsFromConsole,
  eachCustomerGetsOwnCredentials,
  integrationLogEvents,
} from '#guide/claims/apiServiceIntegrationClaims.ts';
import {
  createTokenPath,
  mitigationsForForcedToken,
  tokenAuditEvents,
  tokenOrigins,
} from '#guide/claims/apiTokenClaims.ts';
import { consolePathsToday, orgServerForcesKey } from '#guide/claims/changeClaims.ts';
import {
  otherHosts,
  perhapsNoCall,
  privilegedAccessCredential,
  productWithSecretActsForAdmin,
  scimCredentials,
} from '#guide/claims/callerClaims.ts';
import {
  issuerIsTheOrg,
  mixedScopeRequest,
  onlySuperAdminAssignsRoles,
  onlySuperAdminGrantsScopes,
  publicKeyAuthentication,
  scopeAndRoleBothBound,
  silentDownscoping,
  systemLogEvents,
  tokenCall,
} from '#guide/claims/serviceAppClaims.ts';
import { userContextSetUp, userContextWhenPersonStarts } from '#guide/claims/userContextClaims.ts';
import type { Statement } from '#guide/claim.ts';
import type { ExitId, OutcomeId } from '#guide/nodeIds.ts';

/** How to see that a decision has been put into practice: each check with what it must show. */
export const confirmation: Readonly<
  Record<OutcomeId | ExitId, readonly [Statement, ...Statement[]]>
> = {
  serviceApp: [
    {
      text: 'On the app’s “General” tab, “Client Credentials” is “Public key / Private key”.',
      basis: [publicKeyAuthentication],
    },
    {
      text: 'Its “Okta API Scopes” tab lists the scopes that the program needs and no others. Its “Admin roles” tab lists a role that reaches no further.',
      basis: [onlySuperAdminGrantsScopes, onlySuperAdminAssignsRoles],
    },
    {
      text: '`POST https://{yourOktaDomain}/oauth2/v1/token` returns status 200, and the `scope` in the response equals the one that you requested.',
      basis: [tokenCall, mixedScopeRequest],
    },
    {
      text: 'Each operation that the program needs, called with that access token, returns the expected data. A token alone proves neither the role nor the reach of the scopes.',
      basis: [silentDownscoping, scopeAndRoleBothBound],
    },
    {
      text: 'The System Log shows `app.oauth2.token.grant.access_token` for the app.',
      basis: [systemLogEvents],
    },
    {
      text: 'Under Security > API > Tokens there is no API token that was made for this program.',
      basis: [consolePathsToday],
    },
  ],
  apiServiceIntegration: [
    {
      text: 'In the customer’s org, the integration is listed under Applications and Resources > API Service Integrations, with its own client ID.',
      basis: [consolePathsToday, customerInstallsFromConsole, eachCustomerGetsOwnCredentials],
    },
    {
      text: '`POST https://{customerOktaDomain}/oauth2/v1/token` with the `Authorization: Basic` header returns status 200, and the `scope` in the response equals the one that you requested.',
      basis: [basicTokenCall],
    },
    {
      text: 'The System Log of the customer’s org shows `integration.api_service.lifecycle.authorize`.',
      basis: [integrationLogEvents],
    },
  ],
  apiToken: [
    {
      text: 'Under Security > API > Tokens, the token is listed once, with the network restriction that you chose.',
      basis: [createTokenPath, tokenOrigins],
    },
    {
      text: 'Its owner is an account that belongs to no one person. It has a custom role with the fewest rights and no interactive sign-in.',
      basis: [mitigationsForForcedToken],
    },
    {
      text: 'System Log events of the program carry the ID of this token in `transaction.detail.requestApiTokenId`.',
      basis: [tokenAuditEvents],
    },
  ],
  userContext: [
    {
      text: 'The app is an OpenID Connect app with its scopes granted on the “Okta API Scopes” tab. The user is assigned to it and holds a suitable admin role.',
      basis: [userContextSetUp],
    },
    {
      text: 'The System Log shows the call under the name of the person who started it.',
      basis: [userContextWhenPersonStarts],
    },
  ],
  customAuthorizationServer: [
    {
      text: 'The token is issued by your custom authorization server and sent to your own API. Calls to Okta’s APIs use a token whose issuer is the org.',
      basis: [orgServerForcesKey, issuerIsTheOrg],
    },
  ],
  delegatedGrant: [
    {
      text: 'The product’s app is a web app in the org that the product calls. Its “Okta API Scopes” tab lists the scopes that the product needs and no others.',
      basis: [productWithSecretActsForAdmin, onlySuperAdminGrantsScopes],
    },
    {
      text: 'The System Log shows the product’s calls under the dedicated account, and no person uses that account.',
      basis: [productWithSecretActsForAdmin],
    },
  ],
  otherInterface: [
    {
      text: 'The program’s requests go to the host of that interface with that interface’s credential, and none of them goes to a management API.',
      basis: [scimCredentials, privilegedAccessCredential, otherHosts],
    },
    {
      text: 'If no call is needed, the org has neither an API token nor a service app for this program.',
      basis: [perhapsNoCall],
    },
  ],
};
