import type { Claim } from '../claim.ts';
import {
  guideApiServiceOverview,
  guideBuildApiIntegration,
  guideServiceApp,
  guideSubmitApiService,
  guideSubmitOverview,
  guideSubmitPrerequisites,
  helpAddApiService,
  helpApiServiceIntegrations,
  helpApiServiceSettings,
  helpRevokeApiService,
  helpRotateApiServiceSecret,
  helpWizardEditIntegration,
  helpWizardIntegrationDetails,
  oauthErrorCatalogue,
  referenceEventTypes,
  releaseNotes2022,
  releaseNotes2023,
  releaseNotes2025,
  releaseNotes2026,
  specApiServiceIntegrations,
} from '../sources.ts';

export const integrationIsVendorService: Claim = {
  fact: 'E1',
  text: 'An API service integration is a vendor’s back-end service that calls its customers’ Okta orgs with the client credentials flow. It is published in the Okta Integration Network (OIN).',
  status: 'agreed',
  sources: [guideBuildApiIntegration, guideApiServiceOverview],
};

export const callsAreAttributedToApp: Claim = {
  fact: 'E2',
  text: 'Okta records the calls of an API service integration under the app’s name, not under a user’s.',
  status: 'agreed',
  sources: [helpApiServiceIntegrations, guideApiServiceOverview],
};

export const integrationFits: Claim = {
  fact: 'E3',
  text: 'An API service integration fits a confidential client: one that can keep a secret. No user starts its calls, and its log entries should name the app. Calls driven by a user do not fit: the OIN accepts no API integrations that act for a user.',
  status: 'agreed',
  sources: [guideApiServiceOverview],
};

export const integrationExamples: Claim = {
  fact: 'E4',
  text: 'Okta’s own examples of API service integrations collect System Log events, send risk signals to Okta or export profiles now and then.',
  status: 'agreed',
  sources: [guideApiServiceOverview, helpApiServiceIntegrations],
};

export const onlyOrgServerOfEachCustomer: Claim = {
  fact: 'E5',
  text: 'Tokens come from the org authorization server of each customer. Neither a custom authorization server nor the one named `default` may be used.',
  status: 'agreed',
  sources: [guideBuildApiIntegration, guideSubmitPrerequisites],
};

export const docsWantPublicIntegrations: Claim = {
  fact: 'E6',
  text: 'Okta’s developer documentation requires an integration in the OIN to be public and to serve many customers, each with its own credentials.',
  status: 'agreed',
  sources: [guideSubmitOverview, guideSubmitPrerequisites],
};

export const privateIntegrationsConflict: Claim = {
  fact: 'K1',
  text: 'Okta’s sources disagree on whether an integration can be private. The developer documentation mentions only public ones, for many customers. The help pages describe the Okta Integration Wizard, which makes private integrations in ordinary orgs. It can also make an API service integration, with only a client secret, a reason for each scope, and a separate secret for each instance. For one org or one private customer, this guide still recommends a service app.',
  status: 'conflict',
  sources: [
    guideSubmitOverview,
    helpWizardIntegrationDetails,
    helpApiServiceSettings,
    helpWizardEditIntegration,
  ],
};

export const privateIntegrationsInYourOrg: Claim = {
  fact: 'K1',
  text: 'To see whether your org has private integrations, open “Browse App Catalog” and choose the filter “Private apps”. It lists the integrations that the Okta Integration Wizard made.',
  status: 'agreed',
  sources: [helpWizardIntegrationDetails, helpWizardEditIntegration],
};

export const wizardEntryIsOurReading: Claim = {
  fact: 'K1',
  text: 'If an org has the Okta Integration Wizard, we expect “Create App Integration” to open it. Look for it there.',
  status: 'inferred',
  sources: [helpWizardIntegrationDetails, helpWizardEditIntegration],
};

export const privateIntegrationAvailabilityUnknown: Claim = {
  fact: 'K1',
  text: 'No public page says which release stage private API service integrations are in, or which orgs have them.',
  status: 'unknown',
  sources: [helpWizardIntegrationDetails, helpApiServiceSettings],
};

export const listingIsFree: Claim = {
  fact: 'E7',
  text: 'Okta charges nothing for a listing in the OIN.',
  status: 'agreed',
  sources: [guideSubmitOverview],
};

export const apiServiceCannotBeCombined: Claim = {
  fact: 'E8',
  text: 'A submission with the API service capability can have no other capability, neither single sign-on nor provisioning. We conclude that a vendor who wants both makes two submissions.',
  status: 'inferred',
  sources: [guideSubmitApiService],
};

export const submissionNeedsIntegratorOrg: Claim = {
  fact: 'E9',
  text: 'You submit from an Integrator Free Plan org, as a super admin or with the app admin and org admin roles together. Sign in with an address of your company’s domain: submissions from personal accounts are not reviewed.',
  status: 'agreed',
  sources: [guideSubmitApiService, guideSubmitPrerequisites],
};

export const submissionDescribesIntegration: Claim = {
  fact: 'E10',
  text: 'The OIN Wizard asks for a display name (64 characters at most), a description (less than 1024), a logo (less than 1 MB) and up to three use cases. If your addresses differ per customer, you can add up to eight tenant variables.',
  status: 'agreed',
  sources: [guideSubmitApiService, guideSubmitPrerequisites],
};

export const submissionStart: Claim = {
  fact: 'K17',
  text: 'You start a submission in one of two places: “Create app” on the Home page, or Applications and Resources > Your OIN Integrations.',
  status: 'agreed',
  sources: [guideSubmitApiService],
};

export const separateOrgsForSubmission: Claim = {
  fact: 'K35',
  text: 'Keep one org for development, one for tests and one for production, and do not connect the instance that you generate for tests to production.',
  status: 'agreed',
  sources: [guideSubmitPrerequisites],
};

export const submissionDeclaresSecretAndScopes: Claim = {
  fact: 'E11',
  text: 'You give a support email address, choose “Client secret”, pick the scopes from Okta’s list and give the reason for them, and link the guide that your customers will follow.',
  status: 'agreed',
  sources: [guideSubmitApiService],
};

export const submissionTestAccount: Claim = {
  fact: 'E12',
  text: 'Reviewers need an account in your app that can set up the integration and make it call the API: its address, its user name (best `isvtest@okta.com`) and its password. Okta deletes these details 30 days after publication.',
  status: 'agreed',
  sources: [guideSubmitApiService, guideSubmitPrerequisites],
};

export const submissionTestInstance: Claim = {
  fact: 'E13',
  text: 'You test with an instance made from the submission: “Generate instance”, “Install & Authorize”, then copy the secret, which is shown once. The domain and client ID are on its “General” tab; once your service works with them, you certify the test and submit.',
  status: 'agreed',
  sources: [guideBuildApiIntegration, guideSubmitApiService],
};

export const instanceIsFrozenCopy: Claim = {
  fact: 'E14',
  text: 'A test instance is a snapshot: it does not follow later edits of the submission, so generate another one. Before you edit a published integration, make an instance of the published version, to test that the new one still suits existing customers.',
  status: 'agreed',
  sources: [guideBuildApiIntegration, guideSubmitApiService],
};

export const submissionReviewStages: Claim = {
  fact: 'E15',
  text: 'Okta reviews a submission first and tests it afterwards. Its status goes from “Draft” through “OIN to review” and “ISV to review” to “Published”, and an email tells you the date to expect.',
  status: 'agreed',
  sources: [guideSubmitOverview],
};

export const submissionReviewTimeUnknown: Claim = {
  fact: 'E15',
  text: 'No current Okta page commits to how long the review takes.',
  status: 'unknown',
  sources: [guideSubmitOverview],
};

export const keepSeveralSubmissionAdmins: Claim = {
  fact: 'E16',
  text: 'Give two or three more people the admin rights for the submission, so that the listing can still be maintained if one of them is away.',
  status: 'agreed',
  sources: [guideSubmitApiService],
};

export const customerInstallsFromConsole: Claim = {
  fact: 'E17',
  text: 'A customer adds your integration in the Admin Console: find it, “Next”, “Install & Authorize”, then follow your guide.',
  status: 'agreed',
  sources: [helpAddApiService],
};

export const installationStartConflict: Claim = {
  fact: 'K11',
  text: 'Okta’s sources disagree on where a customer finds an integration to add: under “API Service Integrations” with “Add Integration”, or in “Browse App Catalog”. This guide begins with the first; tell your customers about both.',
  status: 'conflict',
  sources: [helpAddApiService, guideBuildApiIntegration, guideSubmitApiService],
};

export const eachCustomerGetsOwnCredentials: Claim = {
  fact: 'E18',
  text: 'Installing an integration makes a client ID and a client secret that exist in that org alone. The customer enters both, with the Okta domain, in your service.',
  status: 'agreed',
  sources: [guideBuildApiIntegration],
};

export const installByApi: Claim = {
  fact: 'E19',
  text: 'An integration can also be installed through the API: `POST /integrations/api/v1/api-services` with `type` and `grantedScopes` (scope `okta.oauthIntegrations.manage`). Only the response to that request ever contains `clientSecret`.',
  status: 'agreed',
  sources: [specApiServiceIntegrations],
};

export const partialGrantsUnknown: Claim = {
  fact: 'E19',
  text: 'No public text says whether `grantedScopes` may leave out some of the scopes that the integration registered.',
  status: 'unknown',
  sources: [specApiServiceIntegrations],
};

export const installerRoleUnknown: Claim = {
  fact: 'E20',
  text: 'The pages that we read do not say which admin role may choose “Install & Authorize”.',
  status: 'unknown',
  sources: [helpAddApiService, guideBuildApiIntegration],
};

export const integrationSuperAdminLogged: Claim = {
  fact: 'E21',
  text: 'A 2025 release note says that the System Log records when the super admin role is given to an API service integration.',
  status: 'agreed',
  sources: [releaseNotes2025],
};

export const superAdminNoteIsAmbiguous: Claim = {
  fact: 'K12',
  text: 'That note may mean more than it says: Okta uses the name “API Service Integration” for custom service apps as well. We take it to mean both.',
  status: 'inferred',
  sources: [releaseNotes2025],
};

export const integrationRoleUnknown: Claim = {
  fact: 'E21',
  text: 'No public text says which admin role an installed API service integration has, or whether it always gets super admin.',
  status: 'unknown',
  sources: [guideServiceApp, releaseNotes2025],
};

export const storePerCustomer: Claim = {
  fact: 'E22',
  text: 'Your service keeps three values for each customer (Okta domain, client ID, client secret) and needs a place where customers enter them.',
  status: 'agreed',
  sources: [guideBuildApiIntegration],
};

export const basicTokenCall: Claim = {
  fact: 'E23',
  text: 'The service asks `POST https://{customerOktaDomain}/oauth2/v1/token` for a token, with `Authorization: Basic` and the base64 of `clientId:clientSecret`. The body contains `grant_type=client_credentials` and a `scope` that must not be empty.',
  status: 'agreed',
  sources: [guideBuildApiIntegration],
};

export const secretNotInBody: Claim = {
  fact: 'E24',
  text: 'The secret belongs in the Basic header. Sending it as a form field (`client_secret_post`) is not among the methods that Okta’s error catalogue lists for an integration.',
  status: 'agreed',
  sources: [oauthErrorCatalogue, specApiServiceIntegrations],
};

export const anySubsetOfScopes: Claim = {
  fact: 'E25',
  text: 'Each token request may ask for all registered scopes or for only some. You cannot make a scope optional, and with a resource’s `manage` scope you do not need its `read` scope.',
  status: 'agreed',
  sources: [guideBuildApiIntegration],
};

export const integrationTokenLastsOneHour: Claim = {
  fact: 'E26',
  text: 'An access token lasts one hour. Your service then asks for another one, and no admin has to do anything.',
  status: 'agreed',
  sources: [guideBuildApiIntegration, guideApiServiceOverview],
};

export const integrationScopesKnownLimits: Claim = {
  fact: 'E27',
  text: 'In the OIN Wizard, you pick scopes from the Okta Admin Management scopes. Some were missing from its list until release 2026.07.2. You cannot use `.self` scopes or OpenID Connect scopes.',
  status: 'agreed',
  sources: [guideSubmitApiService, guideBuildApiIntegration, releaseNotes2026, oauthErrorCatalogue],
};

export const integrationForbiddenScopesUnknown: Claim = {
  fact: 'E27',
  text: 'No public list names the scopes that an API service integration may not have.',
  status: 'unknown',
  sources: [guideSubmitApiService, guideBuildApiIntegration, releaseNotes2026, oauthErrorCatalogue],
};

export const rotateIntegrationSecret: Claim = {
  fact: 'E28',
  text: 'An instance can have two secrets, both active. Generate the second, give it to the service, set the first to “Inactive”, then delete it. The API has allowed the same since release 2023.06.0; it refuses a third secret and deletes only inactive ones.',
  status: 'agreed',
  sources: [helpRotateApiServiceSecret, specApiServiceIntegrations, releaseNotes2023],
};

export const revokeIntegration: Claim = {
  fact: 'E29',
  text: '“Revoke” on the instance, or `DELETE /integrations/api/v1/api-services/{id}`, ends the integration for that customer: the granted scopes, the client ID and the secret stop working.',
  status: 'agreed',
  sources: [helpRevokeApiService, specApiServiceIntegrations, guideBuildApiIntegration],
};

export const integrationLogEvents: Claim = {
  fact: 'E30',
  text: 'The System Log shows an installation as `integration.api_service.lifecycle.authorize` and its end as `integration.api_service.lifecycle.revoke`.',
  status: 'agreed',
  sources: [referenceEventTypes],
};

export const integrationHistory: Claim = {
  fact: 'E31',
  text: 'Preview orgs could opt in to API service integrations from release 2022.11.0. The feature became generally available in preview with 2023.03.0 and in production with 2023.04.0, the month in which the article appeared.',
  status: 'agreed',
  sources: [releaseNotes2022, releaseNotes2023],
};
