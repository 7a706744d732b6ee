import type { Source } from './claim.ts';

// Each source is an export of its own, so that a page carries only those that its claims cite.

export const blogSelectingAuthorization: Source = {
  id: 'S1',
  title: 'Okta developer blog: the 2023 article this guide starts from',
  url: 'https://developer.okta.com/blog/2023/04/24/api-integrations',
  date: '2023-04-24',
  dated: 'text',
};

export const blogArticleDrafts: Source = {
  id: 'S2',
  title: 'Okta blog repository: two drafts of the 2023 article',
  url: 'https://github.com/oktadev/okta-blog',
  date: '2026-11-23',
  dated: 'read',
};

export const guideServiceApp: Source = {
  id: 'S3',
  title: 'Okta developer guide: OAuth for Okta with a service app',
  url: 'https://developer.okta.com/docs/guides/implement-oauth-for-okta-serviceapp/main/',
  date: '2026-08-21',
  dated: 'text',
};

export const guideOauthApi: Source = {
  id: 'S4',
  title: 'Okta developer guide: set up OAuth for the Okta APIs',
  url: 'https://developer.okta.com/docs/guides/set-up-oauth-api/main/',
  date: '2026-08-21',
  dated: 'text',
};

export const supportPrivateKeyJwtRequired: Source = {
  id: 'S5',
  title: 'Okta support: client credentials at the org server need private_key_jwt',
  url: 'https://support.okta.com/help/s/article/client-credentials-requests-to-the-org-auithorization-server-must-use-the-private-key-jwt-token-endpoint-auth-method',
  date: '2026-11-23',
  dated: 'read',
};

export const oauthErrorCatalogue: Source = {
  id: 'S6',
  title: 'Okta developer docs: OAuth 2.0 error code catalogue',
  url: 'https://github.com/okta/okta-developer-docs/blob/master/packages/@okta/vuepress-site/data/oauth2-error-codes.json',
  date: '2026-08-21',
  dated: 'text',
};

export const conceptAuthorizationServers: Source = {
  id: 'S7',
  title: 'Okta developer docs: authorization servers',
  url: 'https://developer.okta.com/docs/concepts/auth-servers/',
  date: '2026-08-21',
  dated: 'text',
};

export const guideClientCredentials: Source = {
  id: 'S8',
  title: 'Okta developer guide: the client credentials grant',
  url: 'https://developer.okta.com/docs/guides/implement-grant-type/clientcreds/main/',
  date: '2026-08-21',
  dated: 'text',
};

export const guideSubmitApiService: Source = {
  id: 'S9',
  title: 'Okta developer guide: submit an API service integration',
  url: 'https://developer.okta.com/docs/guides/submit-oin-app/uapiservice/main/',
  date: '2026-08-21',
  dated: 'text',
};

export const guideBuildApiIntegration: Source = {
  id: 'S10',
  title: 'Okta developer guide: build an API service integration',
  url: 'https://developer.okta.com/docs/guides/build-api-integration/main/',
  date: '2026-08-21',
  dated: 'text',
};

export const helpApiServiceSettings: Source = {
  id: 'S11',
  title: 'Okta help: API service integration settings in the Okta Integration Wizard',
  url: 'https://help.okta.com/en-us/content/topics/apps/oiw/api-service-integration-settings.htm',
  date: '2026-11-27',
  dated: 'read',
};

export const specApiServiceIntegrations: Source = {
  id: 'S12',
  title: 'Okta API reference: API service integrations',
  url: 'https://developer.okta.com/docs/api/openapi/okta-management/management/tag/ApiServiceIntegrations/',
  date: '2026-06-29',
  dated: 'text',
};

export const releaseNotes2026: Source = {
  id: 'S13',
  title: 'Okta Identity Engine release notes 2026',
  url: 'https://developer.okta.com/docs/release-notes/2026-okta-identity-engine/',
  date: '2026-08-21',
  dated: 'text',
};

export const guideSubmitOverview: Source = {
  id: 'S14',
  title: 'Okta developer guide: publish an integration, overview',
  url: 'https://developer.okta.com/docs/guides/submit-app-overview/',
  date: '2026-08-21',
  dated: 'text',
};

export const releaseNotes2025: Source = {
  id: 'S15',
  title: 'Okta Identity Engine release notes 2025',
  url: 'https://developer.okta.com/docs/release-notes/2025-okta-identity-engine/',
  date: '2026-08-21',
  dated: 'text',
};

export const referenceOrgDefaults: Source = {
  id: 'S16',
  title: 'Okta developer docs: what a new org contains',
  url: 'https://developer.okta.com/docs/reference/org-defaults/',
  date: '2026-08-21',
  dated: 'text',
};

export const referenceRest: Source = {
  id: 'S17',
  title: 'Okta developer docs: core Okta API reference',
  url: 'https://developer.okta.com/docs/reference/rest/',
  date: '2026-08-21',
  dated: 'text',
};

export const referenceConcurrency: Source = {
  id: 'S18',
  title: 'Okta developer docs: concurrency rate limits',
  url: 'https://developer.okta.com/docs/reference/rl2-concurrency/',
  date: '2026-08-21',
  dated: 'text',
};

export const docsPullRemoveCli: Source = {
  id: 'S19',
  title: 'Okta developer docs pull request 5449: Okta CLI references removed',
  url: 'https://github.com/okta/okta-developer-docs/pull/5449',
  date: '2025-05-16',
  dated: 'text',
};

export const repositoryOktaCli: Source = {
  id: 'S20',
  title: 'GitHub: okta/okta-cli',
  url: 'https://github.com/okta/okta-cli',
  date: '2026-06-11',
  dated: 'text',
};

export const repositoryOktaCliClient: Source = {
  id: 'S21',
  title: 'GitHub: okta/okta-cli-client',
  url: 'https://github.com/okta/okta-cli-client',
  date: '2025-08-21',
  dated: 'text',
};

export const guideMigrateCustomizations: Source = {
  id: 'S22',
  title: 'Okta developer guide: migrate customizations',
  url: 'https://developer.okta.com/docs/guides/migrate-customizations/main/',
  date: '2026-08-21',
  dated: 'text',
};

export const docsPullClientAsPrincipal: Source = {
  id: 'S23',
  title: 'Okta developer docs pull request 4315: the client as principal',
  url: 'https://github.com/okta/okta-developer-docs/pull/4315',
  date: '2023-08-17',
  dated: 'text',
};

export const referenceRoles: Source = {
  id: 'S24',
  title: 'Okta developer docs: roles in Okta',
  url: 'https://developer.okta.com/docs/reference/api/roles',
  date: '2026-11-23',
  dated: 'read',
};

export const releaseNotes2024: Source = {
  id: 'S25',
  title: 'Okta API release notes 2024',
  url: 'https://developer.okta.com/docs/release-notes/2024/',
  date: '2026-08-21',
  dated: 'text',
};

export const issueNodeSdkDpop: Source = {
  id: 'S26',
  title: 'Okta Node SDK issue 424: DPoP on new service apps',
  url: 'https://github.com/okta/okta-sdk-nodejs/issues/424',
  date: '2024-10-14',
  dated: 'text',
};

export const pullNodeSdkDpop: Source = {
  id: 'S27',
  title: 'Okta Node SDK pull request 450: DPoP',
  url: 'https://github.com/okta/okta-sdk-nodejs/pull/450',
  date: '2025-09-03',
  dated: 'text',
};

export const guideMcpAuthentication: Source = {
  id: 'S28',
  title: 'Okta developer guide: authentication for the MCP server',
  url: 'https://developer.okta.com/docs/guides/configure-mcp-authentication/main/',
  date: '2026-08-21',
  dated: 'text',
};

export const supportDpopHeaderMissing: Source = {
  id: 'S29',
  title: 'Okta support: the DPoP proof JWT header is missing',
  url: 'https://support.okta.com/help/s/article/the-dpop-proof-jwt-header-is-missing',
  date: '2026-11-23',
  dated: 'read',
};

export const nangoOktaClientCredentials: Source = {
  id: 'S30',
  title: 'Nango documentation: Okta with client credentials',
  url: 'https://nango.dev/docs/api-integrations/okta-cc/connect',
  date: '2026-11-23',
  dated: 'read',
};

export const osoOktaGuide: Source = {
  id: 'S31',
  title: 'Oso documentation: Okta',
  url: 'https://www.osohq.com/docs/okta',
  date: '2026-11-23',
  dated: 'read',
};

export const beyondTrustOktaGuide: Source = {
  id: 'S32',
  title: 'BeyondTrust documentation: Okta',
  url: 'https://docs.beyondtrust.com/insights/v25.04.1/docs/okta',
  date: '2026-11-23',
  dated: 'read',
};

export const guideApiToken: Source = {
  id: 'S33',
  title: 'Okta developer guide: create an API token',
  url: 'https://developer.okta.com/docs/guides/create-an-api-token/main/',
  date: '2026-08-21',
  dated: 'text',
};

export const helpApiTokens: Source = {
  id: 'S34',
  title: 'Okta help: manage API tokens',
  url: 'https://help.okta.com/en-us/Content/Topics/security/api.htm',
  date: '2026-11-23',
  dated: 'read',
};

export const blogMigrateToOauth: Source = {
  id: 'S35',
  title: 'Okta developer blog: from static API tokens to OAuth 2.0',
  url: 'https://github.com/oktadev/okta-blog',
  date: '2026-11-23',
  dated: 'read',
};

export const guideTerraformAccess: Source = {
  id: 'S36',
  title: 'Okta developer guide: Terraform, access and security',
  url: 'https://developer.okta.com/docs/guides/terraform-design-access-security/main/',
  date: '2026-08-21',
  dated: 'text',
};

export const releaseNotes2024Engine: Source = {
  id: 'S37',
  title: 'Okta Identity Engine release notes 2024',
  url: 'https://developer.okta.com/docs/release-notes/2024-okta-identity-engine/',
  date: '2026-08-21',
  dated: 'text',
};

export const specApiToken: Source = {
  id: 'S38',
  title: 'Okta API reference: API tokens',
  url: 'https://developer.okta.com/docs/api/openapi/okta-management/management/tag/ApiToken/',
  date: '2026-06-29',
  dated: 'text',
};

export const referenceTokenRateLimits: Source = {
  id: 'S39',
  title: 'Okta developer docs: rate limits of tokens and OAuth apps',
  url: 'https://developer.okta.com/docs/reference/rl2-token-oauth/',
  date: '2026-08-21',
  dated: 'text',
};

export const releaseNotes2022: Source = {
  id: 'S40',
  title: 'Okta API release notes 2022',
  url: 'https://developer.okta.com/docs/release-notes/2022/',
  date: '2026-08-21',
  dated: 'text',
};

export const releaseNotes2023: Source = {
  id: 'S41',
  title: 'Okta API release notes 2023',
  url: 'https://developer.okta.com/docs/release-notes/2023/',
  date: '2026-08-21',
  dated: 'text',
};

export const helpAddApiService: Source = {
  id: 'S42',
  title: 'Okta help: add an API service integration',
  url: 'https://help.okta.com/en-us/Content/topics/apiservice/add-api-service-integration.htm',
  date: '2026-11-23',
  dated: 'read',
};

export const guideUpgradeInventory: Source = {
  id: 'S43',
  title: 'Okta developer guide: inventory before the Identity Engine upgrade',
  url: 'https://developer.okta.com/docs/guides/oie-upgrade-identify-integrations/main/',
  date: '2026-08-21',
  dated: 'text',
};

export const specManagement: Source = {
  id: 'S44',
  title: 'Okta Management OpenAPI specification',
  url: 'https://developer.okta.com/docs/api/openapi/okta-management/',
  date: '2026-06-29',
  dated: 'text',
};

export const guideOauthForOkta: Source = {
  id: 'S45',
  title: 'Okta developer guide: OAuth for Okta',
  url: 'https://developer.okta.com/docs/guides/implement-oauth-for-okta/main/',
  date: '2026-08-21',
  dated: 'text',
};

export const specApplication: Source = {
  id: 'S46',
  title: 'Okta API reference: OpenID Connect application settings',
  url: 'https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Application/',
  date: '2026-06-29',
  dated: 'text',
};

export const supportNetworkRestrictions: Source = {
  id: 'S47',
  title: 'Okta support: network restrictions for the token endpoint',
  url: 'https://support.okta.com/help/s/article/network-restrictions-for-oauth-token-endpoint',
  date: '2026-11-27',
  dated: 'read',
};

export const conceptRoleAssignment: Source = {
  id: 'S48',
  title: 'Okta developer docs: role assignment',
  url: 'https://developer.okta.com/docs/concepts/role-assignment/',
  date: '2026-08-21',
  dated: 'text',
};

export const guideKeyManagement: Source = {
  id: 'S49',
  title: 'Okta developer guide: key management',
  url: 'https://developer.okta.com/docs/guides/key-management/main/',
  date: '2026-08-21',
  dated: 'text',
};

export const guideTerraformOrgAccess: Source = {
  id: 'S50',
  title: 'Okta developer guide: Terraform, access to an org',
  url: 'https://developer.okta.com/docs/guides/terraform-enable-org-access/main/',
  date: '2026-08-21',
  dated: 'text',
};

export const specApplicationGrants: Source = {
  id: 'S51',
  title: 'Okta API reference: application grants',
  url: 'https://developer.okta.com/docs/api/openapi/okta-management/management/tag/ApplicationGrants/',
  date: '2026-06-29',
  dated: 'text',
};

export const guideOrgToOrgOauth: Source = {
  id: 'S52',
  title: 'Okta developer guide: OAuth between orgs',
  url: 'https://developer.okta.com/docs/guides/secure-oauth-between-orgs/main/',
  date: '2026-08-21',
  dated: 'text',
};

export const specRoleAssignmentClient: Source = {
  id: 'S53',
  title: 'Okta API reference: roles of a client',
  url: 'https://developer.okta.com/docs/api/openapi/okta-management/management/tag/RoleAssignmentClient/',
  date: '2026-06-29',
  dated: 'text',
};

export const guideDpop: Source = {
  id: 'S54',
  title: 'Okta developer guide: DPoP with Okta as resource server',
  url: 'https://developer.okta.com/docs/guides/dpop/oktaresourceserver/main/',
  date: '2026-08-21',
  dated: 'text',
};

export const specClientAuthentication: Source = {
  id: 'S55',
  title: 'Okta API reference: client authentication',
  url: 'https://developer.okta.com/docs/api/openapi/okta-oauth/guides/client-auth/',
  date: '2026-06-29',
  dated: 'text',
};

export const supportMissingRole: Source = {
  id: 'S56',
  title: 'Okta support: E0000006 despite the right scopes',
  url: 'https://support.okta.com/help/s/article/receiving-error-code-e0000006-when-calling-okta-management-api-despite-having-correct-scopes',
  date: '2026-11-23',
  dated: 'read',
};

export const supportOrgToOrg403: Source = {
  id: 'S57',
  title: 'Okta support: 403 with Org2Org provisioning over OAuth',
  url: 'https://support.okta.com/help/s/article/403-error-with-org2org-provisioning-with-oauth',
  date: '2026-11-23',
  dated: 'read',
};

export const helpAdminAssignments: Source = {
  id: 'S58',
  title: 'Okta help: work with admin assignments',
  url: 'https://help.okta.com/en-us/content/topics/security/custom-admin-role/work-with-admin.htm',
  date: '2026-11-23',
  dated: 'read',
};

export const supportServiceAppRole: Source = {
  id: 'S59',
  title: 'Okta support: the admin role of a service app',
  url: 'https://support.okta.com/help/s/article/how-to-assign-the-correct-admin-role-to-a-service-application',
  date: '2026-11-23',
  dated: 'read',
};

export const specApplicationKeys: Source = {
  id: 'S60',
  title: 'Okta API reference: public keys and secrets of an app',
  url: 'https://developer.okta.com/docs/api/openapi/okta-management/management/tag/ApplicationSSOPublicKeys/',
  date: '2026-06-29',
  dated: 'text',
};

export const guideSelfSignedJwt: Source = {
  id: 'S61',
  title: 'Okta developer guide: build a self-signed JWT',
  url: 'https://developer.okta.com/docs/guides/build-self-signed-jwt/java/main/',
  date: '2026-08-21',
  dated: 'text',
};

export const supportAssertionAudience: Source = {
  id: 'S62',
  title: 'Okta support: the audience of the client assertion',
  url: 'https://support.okta.com/help/s/article/the-audience-claim-for-client-assertion-must-be-the-endpoint-invoked-for-the-request',
  date: '2026-11-23',
  dated: 'read',
};

export const supportInvalidKeyId: Source = {
  id: 'S63',
  title: 'Okta support: invalid key id in the client assertion',
  url: 'https://support.okta.com/help/s/article/okta-client-assertion-error-invalid-key-id',
  date: '2026-11-23',
  dated: 'read',
};

export const repositoryPythonSdk: Source = {
  id: 'S64',
  title: 'GitHub: okta/okta-sdk-python',
  url: 'https://github.com/okta/okta-sdk-python',
  date: '2026-07-01',
  dated: 'text',
};

export const conceptOauth: Source = {
  id: 'S65',
  title: 'Okta developer docs: OAuth 2.0 and OpenID Connect overview',
  url: 'https://developer.okta.com/docs/concepts/oauth-openid/',
  date: '2026-08-21',
  dated: 'text',
};

export const supportOpenidScopes: Source = {
  id: 'S66',
  title: 'Okta support: openid scopes and client credentials',
  url: 'https://support.okta.com/help/s/article/cannot-request-openid-scopes-using-client-credentials',
  date: '2026-11-23',
  dated: 'read',
};

export const specPrincipalRateLimit: Source = {
  id: 'S67',
  title: 'Okta API reference: principal rate limits',
  url: 'https://developer.okta.com/docs/api/openapi/okta-management/management/tag/PrincipalRateLimit/',
  date: '2026-06-29',
  dated: 'text',
};

export const referenceRateLimitMonitor: Source = {
  id: 'S68',
  title: 'Okta developer docs: monitor rate limits',
  url: 'https://developer.okta.com/docs/reference/rl2-monitor/',
  date: '2026-08-21',
  dated: 'text',
};

export const referenceEventTypes: Source = {
  id: 'S69',
  title: 'Okta developer docs: event types',
  url: 'https://developer.okta.com/docs/reference/api/event-types/',
  date: '2026-08-21',
  dated: 'text',
};

export const repositoryTerraformProvider: Source = {
  id: 'S70',
  title: 'GitHub: okta/terraform-provider-okta',
  url: 'https://github.com/okta/terraform-provider-okta',
  date: '2026-06-10',
  dated: 'text',
};

export const supportAdAgentOauth: Source = {
  id: 'S71',
  title: 'Okta support: AD agents with OAuth 2.0',
  url: 'https://support.okta.com/help/s/article/ad-agent-changes-using-oauth-2-0',
  date: '2026-11-23',
  dated: 'read',
};

export const supportProvisioningAgentOauth: Source = {
  id: 'S72',
  title: 'Okta support: the provisioning agent with OAuth 2.0',
  url: 'https://support.okta.com/help/s/article/okta-on-premise-provisioning-opp-agent-registration-using-oauth-2-0',
  date: '2026-11-23',
  dated: 'read',
};

export const releaseNotesAerial2024: Source = {
  id: 'S73',
  title: 'Okta Aerial release notes 2024',
  url: 'https://developer.okta.com/docs/release-notes/2024-okta-aerial/',
  date: '2026-08-21',
  dated: 'text',
};

export const repositoryNodeSdk: Source = {
  id: 'S74',
  title: 'GitHub: okta/okta-sdk-nodejs',
  url: 'https://github.com/okta/okta-sdk-nodejs',
  date: '2026-05-06',
  dated: 'text',
};

export const repositoryGoSdk: Source = {
  id: 'S75',
  title: 'GitHub: okta/okta-sdk-golang',
  url: 'https://github.com/okta/okta-sdk-golang',
  date: '2026-04-01',
  dated: 'text',
};

export const issueNodeSdkHtu: Source = {
  id: 'S76',
  title: 'Okta Node SDK issue 453: a DPoP proof refused at the API',
  url: 'https://github.com/okta/okta-sdk-nodejs/issues/453',
  date: '2025-10-26',
  dated: 'text',
};

export const issuePythonSdkHtu: Source = {
  id: 'S77',
  title: 'Okta Python SDK issue 541: htu of encoded paths',
  url: 'https://github.com/okta/okta-sdk-python/issues/541',
  date: '2026-04-29',
  dated: 'text',
};

export const issueNodeSdkEncodedPath: Source = {
  id: 'S78',
  title: 'Okta Node SDK issue 521: htu of encoded paths',
  url: 'https://github.com/okta/okta-sdk-nodejs/issues/521',
  date: '2026-09-16',
  dated: 'text',
};

export const issueGoSdkDpopRetry: Source = {
  id: 'S79',
  title: 'Okta Go SDK issue 598: DPoP retry',
  url: 'https://github.com/okta/okta-sdk-golang/issues/598',
  date: '2026-07-01',
  dated: 'text',
};

export const guideApiServiceOverview: Source = {
  id: 'S80',
  title: 'Okta developer guide: API service integrations, overview',
  url: 'https://developer.okta.com/docs/guides/oin-api-service-overview/',
  date: '2026-08-21',
  dated: 'text',
};

export const helpApiServiceIntegrations: Source = {
  id: 'S81',
  title: 'Okta help: API service integrations',
  url: 'https://help.okta.com/en-us/content/topics/apiservice/api-service-integrations.htm',
  date: '2026-11-23',
  dated: 'read',
};

export const guideSubmitPrerequisites: Source = {
  id: 'S82',
  title: 'Okta developer guide: publish an integration, prerequisites',
  url: 'https://developer.okta.com/docs/guides/submit-app-prereq/main/',
  date: '2026-08-21',
  dated: 'text',
};

export const helpRotateApiServiceSecret: Source = {
  id: 'S83',
  title: 'Okta help: rotate the secret of an API service integration',
  url: 'https://help.okta.com/en-us/Content/topics/apiservice/api-service-integration-rotate-client-secret.htm',
  date: '2026-11-23',
  dated: 'read',
};

export const helpRevokeApiService: Source = {
  id: 'S84',
  title: 'Okta help: revoke an API service integration',
  url: 'https://help.okta.com/en-us/Content/Topics/apiservice/revoke-api-service-integration.htm',
  date: '2026-11-23',
  dated: 'read',
};

export const supportRestrictTokenOrigin: Source = {
  id: 'S85',
  title: 'Okta support: restrict where an API token may be used',
  url: 'https://support.okta.com/help/s/article/restrict-which-ip-address-device-is-allowed-to-use-an-api-token',
  date: '2026-11-23',
  dated: 'read',
};

export const supportTokenRoleRights: Source = {
  id: 'S86',
  title: 'Okta support: the minimum rights to create API tokens',
  url: 'https://support.okta.com/help/s/article/minimum-rights-for-custom-admin-roles-to-create-api-tokens',
  date: '2026-11-23',
  dated: 'read',
};

export const supportInvalidToken: Source = {
  id: 'S87',
  title: 'Okta support: E0000011, invalid token provided',
  url: 'https://support.okta.com/help/s/article/HTTP-401-Okta-E0000011-Invalid-Token-provided-error',
  date: '2026-11-23',
  dated: 'read',
};

export const guideAerialOrgs: Source = {
  id: 'S88',
  title: 'Okta developer guide: manage orgs with Aerial',
  url: 'https://developer.okta.com/docs/guides/manage-orgs-okta-aerial/main/',
  date: '2026-08-21',
  dated: 'text',
};

export const supportTokenRateLimit: Source = {
  id: 'S89',
  title: 'Okta support: API token rate limit violation',
  url: 'https://support.okta.com/help/s/article/API-Token-Rate-Limit-Violation',
  date: '2026-11-23',
  dated: 'read',
};

export const guideDisasterRecovery: Source = {
  id: 'S90',
  title: 'Okta developer guide: enhanced disaster recovery',
  url: 'https://developer.okta.com/docs/guides/manage-orgs-okta-edr/main/',
  date: '2026-08-21',
  dated: 'text',
};

export const specMyAccount: Source = {
  id: 'S91',
  title: 'Okta API reference: MyAccount',
  url: 'https://developer.okta.com/docs/api/openapi/okta-myaccount/',
  date: '2026-06-29',
  dated: 'text',
};

export const specGovernance: Source = {
  id: 'S92',
  title: 'Okta API reference: Identity Governance',
  url: 'https://developer.okta.com/docs/api/iga/',
  date: '2026-06-29',
  dated: 'text',
};

export const specAccessGatewayAndPrivilegedAccess: Source = {
  id: 'S93',
  title: 'Okta OpenAPI specifications: Access Gateway and Privileged Access',
  url: 'https://github.com/okta/okta-management-openapi-spec',
  date: '2026-06-29',
  dated: 'text',
};

export const referenceAuthentication: Source = {
  id: 'S94',
  title: 'Okta developer docs: the classic Authentication API',
  url: 'https://developer.okta.com/docs/reference/api/authn/',
  date: '2026-08-21',
  dated: 'text',
};

export const helpAccessGatewaySetUp: Source = {
  id: 'S95',
  title: 'Okta help: Access Gateway, configure the identity provider',
  url: 'https://help.okta.com/en-us/Content/Topics/Access-Gateway/configure-idp-okta.htm',
  date: '2026-11-23',
  dated: 'read',
};

export const supportInvalidClient: Source = {
  id: 'S96',
  title: 'Okta support: invalid_client',
  url: 'https://support.okta.com/help/s/article/invalid-client-error-returned-during-client-authentication-failure',
  date: '2026-11-23',
  dated: 'read',
};

export const supportAssertionSignature: Source = {
  id: 'S97',
  title: 'Okta support: invalid signature of the client assertion',
  url: 'https://support.okta.com/help/s/article/error-occurs-during-authentication-due-to-invalid-client-assertion-signature',
  date: '2026-11-23',
  dated: 'read',
};

export const supportScopesNotConfigured: Source = {
  id: 'S98',
  title: 'Okta support: scopes not configured for the authorization server',
  url: 'https://support.okta.com/help/s/article/error-one-or-more-scopes-are-not-configured-for-the-authorization-server-resource',
  date: '2026-11-23',
  dated: 'read',
};

export const referenceErrorCodes: Source = {
  id: 'S99',
  title: 'Okta developer docs: error codes',
  url: 'https://developer.okta.com/docs/reference/error-codes/',
  date: '2026-08-21',
  dated: 'text',
};

export const supportCustomServer401: Source = {
  id: 'S100',
  title: 'Okta support: 401 with a custom authorization server',
  url: 'https://support.okta.com/help/s/article/401-permissions-error-during-log-in-to-an-oidc-app-or-when-configuring-a-custom-authorization-server',
  date: '2026-11-23',
  dated: 'read',
};

export const supportInsufficientScope: Source = {
  id: 'S101',
  title: 'Okta support: insufficient_scope',
  url: 'https://support.okta.com/help/s/article/insufficient-scope-error-when-making-a-request-to-an-oauth-or-management-endpoint',
  date: '2026-11-23',
  dated: 'read',
};

export const supportWorkflows403: Source = {
  id: 'S102',
  title: 'Okta support: 403 from a connector action card',
  url: 'https://support.okta.com/help/s/article/403-Forbidden-error-using-an-Okta-connector-Action-card-in-a-Workflow',
  date: '2026-11-23',
  dated: 'read',
};

export const issueJavaSdkTokenMixUp: Source = {
  id: 'S103',
  title: 'Okta Java SDK issue 669: a client secret passed as a token',
  url: 'https://github.com/okta/okta-sdk-java/issues/669',
  date: '2021-11-13',
  dated: 'text',
};

export const repositoryPowerShell: Source = {
  id: 'S104',
  title: 'GitHub: okta/okta-powershell-cli',
  url: 'https://github.com/okta/okta-powershell-cli',
  date: '2026-01-20',
  dated: 'text',
};

export const npmNodeSdk: Source = {
  id: 'S105',
  title: 'npm registry: @okta/okta-sdk-nodejs 8.1.0',
  url: 'https://www.npmjs.com/package/@okta/okta-sdk-nodejs',
  date: '2026-11-23',
  dated: 'read',
};

export const pypiPythonSdk: Source = {
  id: 'S106',
  title: 'PyPI: okta',
  url: 'https://pypi.org/project/okta/',
  date: '2026-09',
  dated: 'text',
};

export const mavenJavaSdk: Source = {
  id: 'S107',
  title: 'Maven Central: okta-sdk-api',
  url: 'https://central.sonatype.com/artifact/com.okta.sdk/okta-sdk-api',
  date: '2026-11-23',
  dated: 'read',
};

export const repositoryJavaSdk: Source = {
  id: 'S108',
  title: 'GitHub: okta/okta-sdk-java',
  url: 'https://github.com/okta/okta-sdk-java',
  date: '2026-11-23',
  dated: 'read',
};

export const pullJavaSdkDpop: Source = {
  id: 'S109',
  title: 'Okta Java SDK pull request 1089: DPoP',
  url: 'https://github.com/okta/okta-sdk-java/pull/1089',
  date: '2024-04-24',
  dated: 'text',
};

export const repositoryDotnetSdk: Source = {
  id: 'S110',
  title: 'GitHub: okta/okta-sdk-dotnet',
  url: 'https://github.com/okta/okta-sdk-dotnet',
  date: '2026-04-16',
  dated: 'text',
};

export const guideDeviceAuthorization: Source = {
  id: 'S111',
  title: 'Okta developer guide: the device authorization grant',
  url: 'https://developer.okta.com/docs/guides/device-authorization-grant/main/',
  date: '2026-08-21',
  dated: 'text',
};

export const blogDotnetWebApi: Source = {
  id: 'S112',
  title: 'Okta developer blog: the client credentials flow in a .NET 6 web API',
  url: 'https://developer.okta.com/blog/2022/04/20/dotnet-6-web-api',
  date: '2022-04-20',
  dated: 'text',
};

export const blogSpringClientCredentials: Source = {
  id: 'S113',
  title: 'Okta developer blog: client credentials with Spring Security',
  url: 'https://developer.okta.com/blog/2021/05/05/client-credentials-spring-security',
  date: '2021-05-05',
  dated: 'text',
};

// Read again on 27 November 2026. Where a text was already in the list, its entry above is used.

export const helpWizardIntegrationDetails: Source = {
  id: 'SK1',
  title: 'Okta help: the Okta Integration Wizard, details of a private integration',
  url: 'https://help.okta.com/en-us/content/topics/apps/oiw/integration-details.htm',
  date: '2026-11-27',
  dated: 'read',
};

export const helpWizardEditIntegration: Source = {
  id: 'SK3',
  title: 'Okta help: edit an integration of the Okta Integration Wizard',
  url: 'https://help.okta.com/en-us/content/topics/apps/oiw/edit-app-integration.htm',
  date: '2026-11-27',
  dated: 'read',
};

export const docsPullIntegratorDeactivation: Source = {
  id: 'SK9',
  title: 'Okta developer docs, pull request 6396 (open): deactivation of Integrator orgs',
  url: 'https://github.com/okta/okta-developer-docs/pull/6396',
  date: '2026-08-20',
  dated: 'text',
};

export const guideOpenSourceMcpServer: Source = {
  id: 'SK10',
  title: 'Okta developer guide: the open-source MCP server',
  url: 'https://developer.okta.com/docs/guides/okta-open-source-mcp-server/main/',
  date: '2026-08-21',
  dated: 'text',
};

export const releaseNotesMcpServer: Source = {
  id: 'SK11',
  title: 'Okta MCP server release notes 2026',
  url: 'https://developer.okta.com/docs/release-notes/2026-okta-mcp-server/',
  date: '2026-08-21',
  dated: 'text',
};

export const helpMcpAppAuthentication: Source = {
  id: 'SK12',
  title: 'Okta help: how apps authenticate at the Managed MCP Server',
  url: 'https://help.okta.com/mcp/en-us/content/topics/mcpserver/okta-app-authentication-overview.htm',
  date: '2026-11-27',
  dated: 'read',
};

export const releaseNotes2025Classic: Source = {
  id: 'SK16',
  title: 'Okta Classic Engine release notes 2025',
  url: 'https://developer.okta.com/docs/release-notes/2025/',
  date: '2026-08-21',
  dated: 'text',
};

export const issuesTerraformInternalEndpoints: Source = {
  id: 'SK26',
  title: 'Okta Terraform provider, issues 1253, 1568, 2375 and 2705',
  url: 'https://github.com/okta/terraform-provider-okta/issues/1253',
  date: '2026-03',
  dated: 'text',
};

export const supportTokenAccessLevel: Source = {
  id: 'SK27',
  title: 'Okta support: manage the access level of API tokens',
  url: 'https://support.okta.com/help/s/article/How-to-manage-access-level-for-API-Tokens-created-in-Okta',
  date: '2026-11-27',
  dated: 'read',
};

export const releaseNotesFeedPreview: Source = {
  id: 'SK31',
  title: 'Okta help: release notes feed of the preview orgs',
  url: 'https://help.okta.com/oie/en-us/rss/preview.xml',
  date: '2026-10-30',
  dated: 'text',
};

export const guideAiAgentTokenExchange: Source = {
  id: 'SK32',
  title: 'Okta developer guide: token exchange for AI agents',
  url: 'https://developer.okta.com/docs/guides/ai-agent-token-exchange/',
  date: '2026-08-21',
  dated: 'text',
};

export const conceptCrossAppAccess: Source = {
  id: 'SK33',
  title: 'Okta developer docs: Cross App Access',
  url: 'https://developer.okta.com/docs/concepts/xaa/',
  date: '2026-08-21',
  dated: 'text',
};

export const helpWorkflowsOktaAuthorization: Source = {
  id: 'SK34',
  title: 'Okta Workflows help: authorize the Okta connector',
  url: 'https://help.okta.com/wf/en-us/content/topics/workflows/connector-reference/okta/overviews/authorization.htm',
  date: '2026-11-27',
  dated: 'read',
};

export const helpWorkflowsOktaGuidance: Source = {
  id: 'SK35',
  title: 'Okta Workflows help: guidance for the Okta connector',
  url: 'https://help.okta.com/wf/en-us/content/topics/workflows/connector-reference/okta/overviews/guidanceforoktaconnector.htm',
  date: '2026-11-27',
  dated: 'read',
};

export const helpWorkflowsFlowEndpoint: Source = {
  id: 'SK36',
  title: 'Okta Workflows help: invoke a flow with OAuth 2.0',
  url: 'https://help.okta.com/wf/en-us/content/topics/workflows/execute/flow-api-endpoint-oauth.htm',
  date: '2026-11-27',
  dated: 'read',
};

export const specPrivilegedAccess: Source = {
  id: 'SK37',
  title: 'Okta API reference: Privileged Access',
  url: 'https://developer.okta.com/docs/api/openapi/opa/',
  date: '2026-11-27',
  dated: 'read',
};

export const specInboundScim: Source = {
  id: 'SK38',
  title: 'Okta API reference: inbound SCIM',
  url: 'https://developer.okta.com/docs/api/openapi/okta-scim/inbound/overview',
  date: '2026-11-27',
  dated: 'read',
};

export const conceptScim: Source = {
  id: 'SK39',
  title: 'Okta developer docs: SCIM',
  url: 'https://developer.okta.com/docs/concepts/scim/',
  date: '2026-08-21',
  dated: 'text',
};

export const conceptEventHooks: Source = {
  id: 'SK40',
  title: 'Okta developer docs: event hooks',
  url: 'https://developer.okta.com/docs/concepts/event-hooks/',
  date: '2026-08-21',
  dated: 'text',
};

export const referenceSystemLogQuery: Source = {
  id: 'SK41',
  title: 'Okta developer docs: query the System Log',
  url: 'https://developer.okta.com/docs/reference/system-log-query/',
  date: '2026-08-21',
  dated: 'text',
};

export const conceptOrganizations: Source = {
  id: 'SK43',
  title: 'Okta developer docs: orgs',
  url: 'https://developer.okta.com/docs/concepts/okta-organizations/',
  date: '2026-08-21',
  dated: 'text',
};

export const referenceRateLimits: Source = {
  id: 'SK47',
  title: 'Okta developer docs: rate limits',
  url: 'https://developer.okta.com/docs/reference/rate-limits/',
  date: '2026-08-21',
  dated: 'text',
};

export const specOauth: Source = {
  id: 'SK48',
  title: 'Okta API reference: OpenID Connect and OAuth 2.0',
  url: 'https://developer.okta.com/docs/api/openapi/okta-oauth/',
  date: '2026-06-29',
  dated: 'text',
};

export const issueTerraformAssertionLifetime: Source = {
  id: 'SK50',
  title: 'Okta Terraform provider issue 2579: an assertion that ends too late',
  url: 'https://github.com/okta/terraform-provider-okta/issues/2579',
  date: '2025-11-28',
  dated: 'text',
};

export const issueGoSdkAssertionLifetime: Source = {
  id: 'SK51',
  title: 'Okta Go SDK issue 573: an assertion that ends too late',
  url: 'https://github.com/okta/okta-sdk-golang/issues/573',
  date: '2026-02-10',
  dated: 'text',
};

export const issueDotnetSdkKeyFormat: Source = {
  id: 'SK52',
  title: 'Okta .NET SDK issue 730: the format of the private key',
  url: 'https://github.com/okta/okta-sdk-dotnet/issues/730',
  date: '2024-07-24',
  dated: 'text',
};

export const microsoftCurl: Source = {
  id: 'S114',
  title: 'Microsoft Learn: curl on Windows',
  url: 'https://learn.microsoft.com/en-us/windows/curl/',
  date: '2026-11-29',
  dated: 'read',
};

export const curlFaqWindowsQuotes: Source = {
  id: 'S115',
  title: 'curl FAQ: quotes in the shells of Windows',
  url: 'https://github.com/curl/curl/commit/a61eac6248ea29e499f7e9dbd1c27661ef58b754',
  date: '2022-05-14',
  dated: 'text',
};

export const brunoClientCredentials: Source = {
  id: 'S116',
  title: 'Bruno documentation: client credentials',
  url: 'https://docs.usebruno.com/auth/oauth2-2.0/client-credentials',
  date: '2026-11-29',
  dated: 'read',
};

export const issueBrunoClientAssertion: Source = {
  id: 'S117',
  title: 'Bruno issue 5205: a client assertion for client credentials',
  url: 'https://github.com/usebruno/bruno/issues/5205',
  date: '2025-07-28',
  dated: 'text',
};

export const issuePostmanClientAssertion: Source = {
  id: 'S118',
  title: 'Postman issue 11526: a client assertion in the token request',
  url: 'https://github.com/postmanlabs/postman-app-support/issues/11526',
  date: '2023-04-19',
  dated: 'text',
};

export const issuePostmanProxy: Source = {
  id: 'S119',
  title: 'Postman issue 4045: proxies named in the environment',
  url: 'https://github.com/postmanlabs/postman-app-support/issues/4045',
  date: '2026-11-29',
  dated: 'read',
};

export const repositoryMcpServer: Source = {
  id: 'S120',
  title: 'Okta MCP server repository: README',
  url: 'https://github.com/okta/okta-mcp-server',
  date: '2026-11-29',
  dated: 'read',
};

export const githubAddresses: Source = {
  id: 'S121',
  title: 'GitHub documentation: about GitHub’s IP addresses',
  url: 'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-githubs-ip-addresses',
  date: '2026-11-29',
  dated: 'read',
};

export const elasticOkta: Source = {
  id: 'S122',
  title: 'Elastic documentation: Okta integration',
  url: 'https://www.elastic.co/docs/current/integrations/okta',
  date: '2026-11-29',
  dated: 'read',
};

export const cloudWatchOkta: Source = {
  id: 'S123',
  title: 'Amazon CloudWatch documentation: Okta as a source',
  url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/okta-sso-source-setup.html',
  date: '2026-11-29',
  dated: 'read',
};

export const honeycombOkta: Source = {
  id: 'S124',
  title: 'Honeycomb documentation: logs from Okta',
  url: 'https://docs.honeycomb.io/send-data/telemetry-pipeline/sources/okta/',
  date: '2026-11-29',
  dated: 'read',
};

export const pullNodeSdkProxy: Source = {
  id: 'S125',
  title: 'Okta Node SDK pull request 307: HTTPS proxies',
  url: 'https://github.com/okta/okta-sdk-nodejs/pull/307',
  date: '2022-02-23',
  dated: 'text',
};

export const issueNodeSdkProxy: Source = {
  id: 'S126',
  title: 'Okta Node SDK issue 383: a proxy and OAuth 2.0',
  url: 'https://github.com/okta/okta-sdk-nodejs/issues/383',
  date: '2023-04-03',
  dated: 'text',
};

export const issueJavaSdkProxy: Source = {
  id: 'S127',
  title: 'Okta Java SDK issue 378: proxy settings',
  url: 'https://github.com/okta/okta-sdk-java/issues/378',
  date: '2020-05-23',
  dated: 'text',
};

export const issueJavaSdkMessage: Source = {
  id: 'S128',
  title: 'Okta Java SDK issue 822: an exception without a reason',
  url: 'https://github.com/okta/okta-sdk-java/issues/822',
  date: '2023-02-16',
  dated: 'text',
};

export const issuePythonSdkKeyId: Source = {
  id: 'S129',
  title: 'Okta Python SDK issue 289: an assertion without a key ID',
  url: 'https://github.com/okta/okta-sdk-python/issues/289',
  date: '2023-03-13',
  dated: 'text',
};

export const issueTerraformUserRoles: Source = {
  id: 'S130',
  title: 'Okta Terraform provider issue 1541: roles read by data okta_user',
  url: 'https://github.com/okta/terraform-provider-okta/issues/1541',
  date: '2023-04-28',
  dated: 'text',
};

export const issueTerraformPolicies: Source = {
  id: 'S131',
  title: 'Okta Terraform provider issue 2375: policies read for an app',
  url: 'https://github.com/okta/terraform-provider-okta/issues/2375',
  date: '2025-07-01',
  dated: 'text',
};

export const issueTerraformMemberships: Source = {
  id: 'S132',
  title: 'Okta Terraform provider issue 2359: a 403 without an error',
  url: 'https://github.com/okta/terraform-provider-okta/issues/2359',
  date: '2025-06-18',
  dated: 'text',
};

export const curlProxyVariables: Source = {
  id: 'S133',
  title: 'everything curl: proxies named in the environment',
  url: 'https://everything.curl.dev/usingcurl/proxies/env',
  date: '2026-11-29',
  dated: 'read',
};

export const issuePostmanCrypto: Source = {
  id: 'S150',
  title: 'Postman issue 9974: the crypto object in scripts',
  url: 'https://github.com/postmanlabs/postman-app-support/issues/9974',
  date: '2025-04-15',
  dated: 'text',
};

export const brunoSandbox: Source = {
  id: 'S151',
  title: 'Bruno documentation: Safe Mode and Developer Mode',
  url: 'https://docs.usebruno.com/get-started/javascript-sandbox',
  date: '2026-11-29',
  dated: 'read',
};

export const pullRequestTerraformDpop: Source = {
  id: 'S152',
  title: 'okta/terraform-provider-okta, pull request 2950: DPoP for okta_app_oauth',
  url: 'https://github.com/okta/terraform-provider-okta/pull/2950',
  date: '2026-09-07',
  dated: 'text',
};
