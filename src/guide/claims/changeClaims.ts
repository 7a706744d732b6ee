import type { Claim } from '../claim.ts';
import {
  beyondTrustOktaGuide,
  blogMigrateToOauth,
  conceptAuthorizationServers,
  docsPullClientAsPrincipal,
  docsPullIntegratorDeactivation,
  docsPullRemoveCli,
  guideApiToken,
  guideBuildApiIntegration,
  guideClientCredentials,
  guideMcpAuthentication,
  guideMigrateCustomizations,
  guideOauthApi,
  guideOauthForOkta,
  guideServiceApp,
  guideSubmitApiService,
  guideSubmitOverview,
  guideTerraformAccess,
  guideUpgradeInventory,
  helpAddApiService,
  helpApiServiceSettings,
  helpApiTokens,
  issueNodeSdkDpop,
  nangoOktaClientCredentials,
  oauthErrorCatalogue,
  osoOktaGuide,
  pullNodeSdkDpop,
  referenceConcurrency,
  referenceOrgDefaults,
  referenceRest,
  referenceRoles,
  referenceTokenRateLimits,
  releaseNotes2022,
  releaseNotes2023,
  releaseNotes2024,
  releaseNotes2024Engine,
  releaseNotes2025,
  releaseNotes2025Classic,
  releaseNotes2026,
  releaseNotesFeedPreview,
  repositoryOktaCli,
  repositoryOktaCliClient,
  specApiServiceIntegrations,
  specApiToken,
  specApplication,
  specManagement,
  supportDpopHeaderMissing,
  supportNetworkRestrictions,
  supportPrivateKeyJwtRequired,
} from '../sources.ts';

// What today's documentation says where the article of 2023 is out of date, imprecise or silent.

export const clientSecretRefused: Claim = {
  fact: 'B1',
  text: 'To get a token with `okta.*` scopes, a service app has to use `private_key_jwt`: it signs a JWT with its private key. The org authorization server refuses a client secret with `401 invalid_client`.',
  status: 'agreed',
  sources: [guideServiceApp, guideOauthApi, supportPrivateKeyJwtRequired, oauthErrorCatalogue],
};

export const orgServerForcesKey: Claim = {
  fact: 'B2',
  text: 'The org authorization server insists on a signed JWT, and no other server issues `okta.*` scopes. A custom authorization server accepts other ways to authenticate, but Okta’s APIs do not accept its tokens.',
  status: 'agreed',
  sources: [
    conceptAuthorizationServers,
    guideServiceApp,
    guideOauthApi,
    supportPrivateKeyJwtRequired,
    guideClientCredentials,
  ],
};

export const integrationUsesSecret: Claim = {
  fact: 'B3',
  text: 'An API service integration authenticates with a client secret, not a key. The OIN Wizard offers nothing else, Okta’s guide sends the secret in a Basic header, and the specification lists only `client_secret_basic`.',
  status: 'agreed',
  sources: [
    guideSubmitApiService,
    guideBuildApiIntegration,
    helpApiServiceSettings,
    specApiServiceIntegrations,
    releaseNotes2026,
  ],
};

export const integrationKeysConflict: Claim = {
  fact: 'B4',
  text: 'Okta’s sources disagree on whether an integration may use a key. The catalogue of OAuth errors says that it may use `private_key_jwt` as well as `client_secret_basic`. The OIN Wizard, the guides, the help pages and the release notes mention only the secret. This guide follows the second group and treats keys as not offered.',
  status: 'conflict',
  sources: [oauthErrorCatalogue, guideSubmitApiService, releaseNotes2026],
};

export const oinWizardReplacesManager: Claim = {
  fact: 'B5',
  text: 'Since release 2026.03.0 you submit an API service integration in the OIN Wizard and nowhere else. The OIN Manager now accepts only Workflows connectors.',
  status: 'agreed',
  sources: [releaseNotes2026, guideSubmitOverview],
};

export const integratorOrgReplacesDeveloperEdition: Claim = {
  fact: 'B6',
  text: 'Integrator Free Plan orgs replaced Developer Edition. Okta announced this on 22 May 2025 and has deactivated old orgs since 18 July 2025. Their hosts look like `integrator-1234567.okta.com`.',
  status: 'agreed',
  sources: [releaseNotes2025, referenceOrgDefaults, referenceRest],
};

export const integratorOrgLimits: Claim = {
  fact: 'B7',
  text: 'An Integrator Free Plan org allows 10 active users and 35 concurrent requests. Its rate limits are lower, and there is no Org2Org app. It comes with API Access Management and a custom server named `default`, so it is easy to pick the wrong server there. That server has no access policy until you make one.',
  status: 'agreed',
  sources: [referenceOrgDefaults, referenceConcurrency, conceptAuthorizationServers],
};

export const integratorDeactivationConflict: Claim = {
  fact: 'K5',
  text: 'Okta’s sources disagree on when an unused Integrator org is deactivated. The published page says after 180 days without a sign-in, unless you submitted an app to the OIN. A change to that page says after 90; it was proposed in August 2026 and was still open when we read it. This guide plans for the shorter time: sign in at least every 90 days, and check the page.',
  status: 'conflict',
  sources: [referenceOrgDefaults, docsPullIntegratorDeactivation],
};

export const oktaCliWithdrawn: Claim = {
  fact: 'B8',
  text: 'In May 2025 Okta’s documentation dropped every mention of the Okta CLI, because the tool made orgs through an API that had been replaced. The repository still exists, but recent changes only update its dependencies.',
  status: 'agreed',
  sources: [docsPullRemoveCli, repositoryOktaCli],
};

export const oktaCliRetirementUnknown: Claim = {
  fact: 'B8',
  text: 'No public text gives a date on which the Okta CLI was retired; its own README has no notice either.',
  status: 'unknown',
  sources: [docsPullRemoveCli, repositoryOktaCli],
};

export const newerCliIsBeta: Claim = {
  fact: 'B9',
  text: 'A newer tool, `okta-cli-client`, is written in Go, has a version below 1.0 and has to be built from source. The documentation calls it a beta.',
  status: 'agreed',
  sources: [repositoryOktaCliClient, guideMigrateCustomizations],
};

export const adminRoleNeeded: Claim = {
  fact: 'B10',
  text: 'A service app needs scopes and an admin role. In 2023 each new one became a super admin automatically. Then Okta made the app itself the principal (preview in June 2023, production in 2024.02.0), and a new app now has no role.',
  status: 'agreed',
  sources: [docsPullClientAsPrincipal, guideServiceApp, referenceRoles, releaseNotes2024],
};

export const dpopUsuallyRequired: Claim = {
  fact: 'B11',
  text: 'A new service app from the Admin Console usually requires DPoP, and then a token request without a proof fails with `invalid_dpop_proof`. Okta’s developer docs do not say so outright. We conclude this from Okta’s Node SDK, a step in its MCP guide and other vendors’ guides.',
  status: 'inferred',
  sources: [
    issueNodeSdkDpop,
    pullNodeSdkDpop,
    guideMcpAuthentication,
    supportDpopHeaderMissing,
    nangoOktaClientCredentials,
    osoOktaGuide,
    beyondTrustOktaGuide,
  ],
};

export const serviceAccountConflict: Claim = {
  fact: 'B12',
  text: 'Okta’s sources disagree on which account should own a token. The developer guide recommends a service account, and the help pages recommend one with a super admin role that does not change. A later blog post recommends a custom role with the fewest rights. This guide follows the blog post.',
  status: 'conflict',
  sources: [guideApiToken, helpApiTokens, blogMigrateToOauth, guideTerraformAccess],
};

export const tokenExpiryPrecise: Claim = {
  fact: 'B13',
  text: 'The 30 days start when the token is made, and start again with every call. The period is the same in every org, and you cannot change it.',
  status: 'agreed',
  sources: [guideApiToken, helpApiTokens],
};

export const tokenNetworkZones: Claim = {
  fact: 'B14',
  text: 'Each token can be allowed or denied by network zone (first noted in 2024.01.2), and `PUT /api/v1/api-tokens/{id}` changes that (2024.05.0). A zone that a token uses cannot be weakened. The release notes call the feature generally available in preview in 2024.07.0 and again in 2024.08.0, and name no production release. Okta’s current guide lists it with no such label.',
  status: 'agreed',
  sources: [releaseNotes2024Engine, guideApiToken, specApiToken],
};

export const halfOfEachBucket: Claim = {
  fact: 'B15',
  text: 'By default, one token or one OAuth app may use at most 50 % of each rate limit. The share has been adjustable for tokens since 2022.08.0 and for OAuth apps since 2023.04.0.',
  status: 'agreed',
  sources: [referenceTokenRateLimits, releaseNotes2022, releaseNotes2023],
};

export const maximumTokensUnknown: Claim = {
  fact: 'B16',
  text: 'No public source that we found says how many API tokens an org can have.',
  status: 'unknown',
  sources: [guideApiToken, helpApiTokens],
};

export const consolePathsToday: Claim = {
  fact: 'B17',
  text: 'Tokens are under Security > API > Tokens. Apps are under Applications and Resources > Applications; some help pages keep the older Applications > Applications. Integrations are under Applications and Resources > API Service Integrations. To make an app, choose “Create App Integration”. In any org that is not an Integrator org, then choose “Classic experience” (according to a note dated 5 August 2026).',
  status: 'agreed',
  sources: [
    helpApiTokens,
    guideServiceApp,
    guideOauthApi,
    guideBuildApiIntegration,
    helpAddApiService,
  ],
};

export const classicExperienceIsOldWizard: Claim = {
  fact: 'K2',
  text: 'If “Create App Integration” offers a choice, we take “Classic experience” to be the older wizard. We take the other branch to be the Okta Integration Wizard. No page says so. One guide calls the tab for roles “Admin roles”, another “Admin Roles”.',
  status: 'inferred',
  sources: [guideOauthApi, guideServiceApp],
};

export const releaseNumbering: Claim = {
  fact: 'K20',
  text: 'Okta changed the format of its release numbers. Before October 2026 they gave year, month and patch, as in 2026.03.0. Since then they give year and week, as in 2026.41.0 and 2026.44.0.',
  status: 'agreed',
  sources: [releaseNotesFeedPreview],
};

export const upgradeInventoryConflict: Claim = {
  fact: 'B18',
  text: 'Okta’s sources disagree on where service apps are in the console. One guide on moving to Identity Engine says that they are under Security > API > API service integrations. No other page says so. This guide follows the other pages.',
  status: 'conflict',
  sources: [guideUpgradeInventory, guideBuildApiIntegration],
};

export const customersReviewScopes: Claim = {
  fact: 'B19',
  text: 'In Okta’s current guide, the customer reviews the scopes during the installation, on the page “Authorize integration”, and then chooses “Install & Authorize”. No scope is optional: the customer accepts all of them or none.',
  status: 'agreed',
  sources: [guideBuildApiIntegration, guideSubmitApiService],
};

export const whichOperationsNeedToken: Claim = {
  fact: 'B20',
  text: 'Okta’s June 2026 specification says which operations need a token: 2 of the 732 in the management API.',
  status: 'agreed',
  sources: [specManagement],
};

export const mostEndpointsWordingHistoric: Claim = {
  fact: 'B21',
  text: 'Some guides still begin by saying that most endpoints need an API token. That wording is left over from earlier years: in the specification, 723 of 732 management operations accept OAuth 2.0.',
  status: 'agreed',
  sources: [guideServiceApp, guideOauthForOkta, specManagement],
};

export const appsHaveNetworkZones: Claim = {
  fact: 'B22',
  text: 'An OAuth app can be tied to network zones, as a token can (early access in 2025.06.2, production in 2025.11.0). A fixed address is therefore no reason to use a token.',
  status: 'agreed',
  sources: [releaseNotes2025, releaseNotes2025Classic, specApplication, supportNetworkRestrictions],
};

export const machineToMachineRowMisread: Claim = {
  fact: 'B23',
  text: 'One of Okta’s tables seems to rule out the org authorization server for machine-to-machine use. As we read it, that row is about APIs of your own: the service app guide uses this very server when machines call Okta.',
  status: 'inferred',
  sources: [conceptAuthorizationServers, guideServiceApp],
};
