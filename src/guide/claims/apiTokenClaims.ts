import type { Claim } from '../claim.ts';
import {
  blogMigrateToOauth,
  guideAerialOrgs,
  guideApiToken,
  guideDisasterRecovery,
  guideOauthApi,
  guideOrgToOrgOauth,
  guideTerraformAccess,
  helpAccessGatewaySetUp,
  helpApiTokens,
  issuesTerraformInternalEndpoints,
  referenceAuthentication,
  referenceEventTypes,
  referenceRest,
  referenceTokenRateLimits,
  releaseNotes2022,
  releaseNotes2024Engine,
  releaseNotes2025,
  repositoryTerraformProvider,
  specAccessGatewayAndPrivilegedAccess,
  specApiToken,
  specGovernance,
  specManagement,
  specMyAccount,
  supportAdAgentOauth,
  supportInvalidToken,
  supportProvisioningAgentOauth,
  supportRestrictTokenOrigin,
  supportTokenAccessLevel,
  supportTokenRateLimit,
  supportTokenRoleRights,
} from '../sources.ts';

export const createTokenPath: Claim = {
  fact: 'F1',
  text: 'You make an API token under Security > API > Tokens > Create token. Name it, choose where it may be used from, create it, and copy the value at once.',
  status: 'agreed',
  sources: [helpApiTokens],
};

export const tokenOrigins: Claim = {
  fact: 'F2',
  text: 'A token can be allowed from any IP address, only from inside zones (all defined ones or those you list), or only from outside them. Enhanced dynamic zones are not offered.',
  status: 'agreed',
  sources: [helpApiTokens, supportRestrictTokenOrigin],
};

export const whoMayCreateTokens: Claim = {
  fact: 'F3',
  text: 'Super, org, group, group membership and read-only admins may create tokens.',
  status: 'agreed',
  sources: [helpApiTokens],
};

export const customRoleRightsForTokens: Claim = {
  fact: 'F4',
  text: 'An admin with a custom role needs two permissions to create a token: “Manage API Tokens” and “Manage Users”.',
  status: 'agreed',
  sources: [supportTokenRoleRights],
};

export const tokenHasNoScopes: Claim = {
  fact: 'F5',
  text: 'A token has no scopes. Its requests act for its user and can do whatever that user may do; when that user’s rights change, so do the token’s.',
  status: 'agreed',
  sources: [specApiToken, guideApiToken, helpApiTokens],
};

export const tokenFollowsLoweredRole: Claim = {
  fact: 'K15',
  text: 'You can create the token while the account is an admin, and lower the account’s role afterwards. From then on, the token has the lower role. Okta’s support documents this order.',
  status: 'agreed',
  sources: [supportTokenAccessLevel],
};

export const tokenValidThirtyDays: Claim = {
  fact: 'F6',
  text: 'A token is valid for 30 days, and each call starts the 30 days again. If it goes unused for that long, it is revoked for good. No org can change the period.',
  status: 'agreed',
  sources: [guideApiToken, helpApiTokens],
};

export const tokenDiesWithOwner: Claim = {
  fact: 'F7',
  text: 'A token stops when the user who made it is deactivated. Reactivating that user makes it work again; if that is not possible, somebody has to make a new token.',
  status: 'agreed',
  sources: [guideApiToken, helpApiTokens, supportInvalidToken],
};

export const orgCreatorTokensInvisible: Claim = {
  fact: 'F8',
  text: 'Tokens made with the Org creator API appear nowhere in the Admin Console and cannot be revoked there. They stop when the new org’s first super admin is deactivated.',
  status: 'agreed',
  sources: [guideAerialOrgs],
};

export const tokenRateShare: Claim = {
  fact: 'F9',
  text: 'A token’s share of each rate-limit bucket can be set as low as 5 %.',
  status: 'agreed',
  sources: [referenceTokenRateLimits, supportTokenRateLimit],
};

export const tokenStoredAsHash: Claim = {
  fact: 'F10',
  text: 'Okta keeps only a hash of the token, so nobody can read the value again.',
  status: 'agreed',
  sources: [helpApiTokens, guideApiToken],
};

export const waysToRevokeToken: Claim = {
  fact: 'F11',
  text: 'You can revoke a token in the Admin Console or with `DELETE /api/v1/api-tokens/{id}`, sent with another token or with OAuth 2.0 and `okta.apiTokens.manage`. A token can also revoke itself: `DELETE /api/v1/api-tokens/current`.',
  status: 'agreed',
  sources: [specApiToken],
};

export const noTokenCreationByApi: Claim = {
  fact: 'F12',
  text: 'The public API lists, reads, restricts and revokes tokens, but has no operation that creates one. Terraform can only import an existing token, and revokes it when that resource is destroyed.',
  status: 'agreed',
  sources: [specApiToken, repositoryTerraformProvider],
};

export const tokenAuditEvents: Claim = {
  fact: 'F13',
  text: 'The System Log has `system.api_token.create`, `.update`, `.enable` and `.revoke`, and `system.api_token.request_outside_allowed_range`. Each event that a token causes carries its ID in `transaction.detail.requestApiTokenId`.',
  status: 'agreed',
  sources: [referenceEventTypes, releaseNotes2022],
};

export const zoneInUseIsLocked: Claim = {
  fact: 'F14',
  text: 'While a token refers to a network zone, that zone cannot be deactivated, deleted or turned into a block list.',
  status: 'agreed',
  sources: [releaseNotes2024Engine],
};

export const mitigationsForForcedToken: Claim = {
  fact: 'F15',
  text: 'If you have to use a token, make it from an account that belongs to no one person. Give that account a custom role with the fewest rights and no interactive sign-in (Global Session Policy). Restrict the token to a network zone, and lower its share of the rate limits. Keep it in a secrets manager, and call at least once every 30 days.',
  status: 'agreed',
  sources: [blogMigrateToOauth, guideApiToken, referenceTokenRateLimits],
};

export const operationsByCredential: Claim = {
  fact: 'F16',
  text: 'The management API has 732 operations (specification 2026.06.3). Of these, 708 accept an API token or OAuth 2.0, 15 only OAuth 2.0, 2 only an API token, and 7 need neither.',
  status: 'agreed',
  sources: [specManagement],
};

export const tokenOnlyOperations: Claim = {
  fact: 'F17',
  text: 'Two operations accept nothing but a token: `revokeCurrentApiToken` (`DELETE /api/v1/api-tokens/current`) and `listSupportedSecurityQuestions` (`GET /api/v1/users/{userId}/factors/questions`).',
  status: 'agreed',
  sources: [specManagement],
};

export const securityQuestionsLookLikeOmission: Claim = {
  fact: 'F17',
  text: 'For `listSupportedSecurityQuestions` we suspect a gap in the specification: the factor operations beside it accept OAuth 2.0. Try it with OAuth 2.0 before you make a token for it.',
  status: 'inferred',
  sources: [specManagement],
};

export const oauthOnlyOperations: Claim = {
  fact: 'F18',
  text: 'Fifteen operations refuse a token. Three are for AD and LDAP: `updateGroupMembership`, `submitGroupAttributeQuery` and `getGroupAttributeQueryResult`. The others are the four disaster recovery operations, seven for SSF streams (`ssf.read`, `ssf.manage`), and `assignLinkedObjectValueForPrimary`.',
  status: 'agreed',
  sources: [specManagement],
};

export const linkedObjectLooksLikeOmission: Claim = {
  fact: 'F18',
  text: 'For `assignLinkedObjectValueForPrimary`, we suspect a gap in the specification: the operations beside it also accept an API token.',
  status: 'inferred',
  sources: [specManagement],
};

export const disasterRecoveryNeedsOauth: Claim = {
  fact: 'F19',
  text: 'Enhanced Disaster Recovery can be called only with scoped OAuth 2.0 access tokens, and at its own base URL: `https://drapp.{yourOktaDomain}`.',
  status: 'agreed',
  sources: [guideDisasterRecovery],
};

export const otherApiFamilies: Claim = {
  fact: 'F20',
  text: 'Beyond the management API: 39 of the 40 MyAccount operations accept only OAuth 2.0, on behalf of the user. Of the Governance operations, 105 also accept an API token and 57 do not. The Access Gateway admin API and Okta Privileged Access have their own bearer tokens.',
  status: 'agreed',
  sources: [specMyAccount, specGovernance, specAccessGatewayAndPrivilegedAccess],
};

export const classicAuthenticationNeedsToken: Claim = {
  fact: 'F21',
  text: 'For the classic Authentication API, Okta documents an admin’s API token for a trusted app that sets `deviceToken`, sends `X-Device-Fingerprint` or fetches a `recoveryToken` itself.',
  status: 'agreed',
  sources: [referenceAuthentication],
};

export const terraformEmailsNeedToken: Claim = {
  fact: 'F22',
  text: 'In Okta’s Terraform provider, the resource `okta_security_notification_emails` fails with OAuth 2.0. Okta’s guide warns that some other resources may not support it either.',
  status: 'agreed',
  sources: [repositoryTerraformProvider, guideTerraformAccess],
};

export const terraformUnderOauth: Claim = {
  fact: 'K14',
  text: 'With OAuth 2.0 the Terraform provider ignores two settings without an error: `always_apply` in `okta_profile_mapping` and `groups_claim` in `okta_app_oauth`. Some resources need one more scope than they seem to: `data okta_user` also reads roles (`okta.roles.read`) unless you set `skip_roles = true`, and `okta_app_*` also lists policies (`okta.policies.read`).',
  status: 'agreed',
  sources: [repositoryTerraformProvider, issuesTerraformInternalEndpoints],
};

export const accessGatewayAsksForToken: Claim = {
  fact: 'F23',
  text: 'Okta’s documented set-up for Access Gateway includes a service account and an API token.',
  status: 'agreed',
  sources: [helpAccessGatewaySetUp],
};

export const newerAgentsUseOauth: Claim = {
  fact: 'F24',
  text: 'The AD agent from 3.18.0 and the On-Premises Provisioning agent from 3.0.2 use OAuth 2.0 with DPoP. At installation, earlier versions and most other agents get a token that Okta manages for them.',
  status: 'agreed',
  sources: [supportAdAgentOauth, supportProvisioningAgentOauth, helpApiTokens],
};

export const otherAgentsUnknown: Claim = {
  fact: 'F25',
  text: 'No public text says which of the RADIUS, LDAP, RSA and On-Prem MFA agents have moved from tokens to OAuth 2.0.',
  status: 'unknown',
  sources: [helpApiTokens, supportAdAgentOauth],
};

export const privilegedAccessHasOwnTokens: Claim = {
  fact: 'F26',
  text: 'The API of Okta Privileged Access accepts its own service tokens.',
  status: 'agreed',
  sources: [specAccessGatewayAndPrivilegedAccess],
};

export const privilegedAccessTokenNeedUnknown: Claim = {
  fact: 'F26',
  text: 'We found no public text in which Okta Privileged Access asks for an Okta API token.',
  status: 'unknown',
  sources: [specAccessGatewayAndPrivilegedAccess],
};

export const orgToOrgCanUseOauth: Claim = {
  fact: 'F27',
  text: 'Provisioning from org to org (Org2Org) still accepts a token; Okta recommends OAuth 2.0 with automatic key rotation instead.',
  status: 'agreed',
  sources: [guideOrgToOrgOauth, releaseNotes2025],
};

export const oktaRecommendsAgainstTokens: Claim = {
  fact: 'F28',
  text: 'Okta’s current documentation advises against API tokens in several places.',
  status: 'agreed',
  sources: [guideApiToken, guideOauthApi, referenceRest, guideTerraformAccess],
};
