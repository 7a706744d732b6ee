import {
  anySubsetOfScopes,
  apiServiceCannotBeCombined,
  basicTokenCall,
  callsAreAttributedToApp,
  customerInstallsFromConsole,
  eachCustomerGetsOwnCredentials,
  installationStartConflict,
  installByApi,
  installerRoleUnknown,
  instanceIsFrozenCopy,
  integrationExamples,
  integrationFits,
  integrationForbiddenScopesUnknown,
  integrationHistory,
  integrationIsVendorService,
  integrationLogEvents,
  integrationRoleUnknown,
  integrationScopesKnownLimits,
  integrationSuperAdminLogged,
  integrationTokenLastsOneHour,
  docsWantPublicIntegrations,
  keepSeveralSubmissionAdmins,
  listingIsFree,
  onlyOrgServerOfEachCustomer,
  partialGrantsUnknown,
  privateIntegrationAvailabilityUnknown,
  privateIntegrationsConflict,
  privateIntegrationsInYourOrg,
  revokeIntegration,
  rotateIntegrationSecret,
  secretNotInBody,
  separateOrgsForSubmission,
  storePerCustomer,
  submissionDeclaresSecretAndScopes,
  submissionDescribesIntegration,
  submissionNeedsIntegratorOrg,
  submissionReviewStages,
  submissionReviewTimeUnknown,
  submissionStart,
  submissionTestAccount,
  submissionTestInstance,
  superAdminNoteIsAmbiguous,
  wizardEntryIsOurReading,
} from '../claims/apiServiceIntegrationClaims.ts';
import {
  clientCredentialsPreferred,
  closingComparison,
  integrationAddsDiscoverability,
  integrationScopesVisible,
  oauthByDefault,
  oauthWidelySupported,
  ruleInProse,
  sharedServiceAppLimit,
} from '../claims/articleClaims.ts';
import {
  clientSecretRefused,
  consolePathsToday,
  customersReviewScopes,
  halfOfEachBucket,
  integrationKeysConflict,
  integrationUsesSecret,
  integratorDeactivationConflict,
  integratorOrgLimits,
  integratorOrgReplacesDeveloperEdition,
  oinWizardReplacesManager,
  upgradeInventoryConflict,
} from '../claims/changeClaims.ts';
import { dpopForIntegrationsUnknown } from '../claims/dpopClaims.ts';
import {
  customerForbidsSecrets,
  listingUnderReview,
  ownCollectorOrListing,
  privateCustomerUsesServiceApp,
} from '../claims/scenarioClaims.ts';
import { concurrencyLimit } from '../claims/serviceAppClaims.ts';
import {
  consolePathsTodayDifference,
  customersReviewScopesDifference,
  halfOfEachBucketDifference,
  integrationUsesSecretDifference,
  integratorOrgReplacesDeveloperEditionDifference,
  oinWizardReplacesManagerDifference,
} from '../differences.ts';
import type { Outcome } from '../outcome.ts';
import {
  accessTokenExpired,
  insufficientScope,
  rateLimited,
  wrongIssuer,
} from '../errors/apiErrors.ts';
import {
  credentialsInQuery,
  integrationAuthenticationRefused,
  multipleCredentials,
  noClientCredentials,
  secretRefusedForServiceApp,
  unknownClient,
  wrongClientSecret,
} from '../errors/clientAuthenticationErrors.ts';
import { shareNotAnnounced } from '../errors/errorsWithoutAnswer.ts';
import {
  consentRequired,
  noScopesRequested,
  scopeUnknownToServer,
} from '../errors/tokenRequestErrors.ts';

const vendorDeveloper = 'You, the vendor: a developer';
const vendorAdmin =
  'You, the vendor: a super admin of the Integrator org, or someone who is app admin and org admin there';

/** The vendor's way: OAuth 2.0 with a client secret per customer, listed in the OIN. */
export const apiServiceIntegration: Outcome = {
  heading: 'List an API service integration in the OIN',
  name: 'API service integration',
  short: 'API service integration',
  verdict: {
    text: 'Submit an API service integration to the OIN; your service then gets tokens with the client ID and secret of each customer who installs it.',
    basis: [ruleInProse, integrationIsVendorService, eachCustomerGetsOwnCredentials],
  },
  whatItIs: [
    {
      text: 'Your own back-end service that calls your customers’ Okta orgs and is published in the Okta Integration Network (OIN). You fix its scopes once, for all customers.',
      basis: [integrationIsVendorService, integrationScopesVisible],
    },
    {
      text: 'It uses OAuth 2.0 with the client credentials flow, like a service app. The credential differs: a client secret in a Basic header, not a private key.',
      basis: [clientCredentialsPreferred, integrationUsesSecret, basicTokenCall],
    },
    {
      text: 'It suits calls that no user starts and that the log should show under the app’s name. Examples are collecting System Log events, sending risk signals and exporting profiles.',
      basis: [integrationFits, integrationExamples, callsAreAttributedToApp],
    },
  ],
  afterAnswers: [
    {
      answers: ['catalog.yes'],
      heading: 'Until the listing is published',
      statements: [
        {
          text: 'Okta reviews and tests a submission; no current page says how long that takes, but an email tells you the date to expect. Do not promise a customer a start date until you have it.',
          basis: [submissionReviewStages, submissionReviewTimeUnknown],
        },
        {
          text: 'A customer who cannot wait can make a service app by hand, with the scopes that you list, and move to the listing later. That app needs a key, so your service must support both for a while.',
          basis: [listingUnderReview, clientSecretRefused, integrationUsesSecret],
        },
      ],
    },
    {
      answers: ['obstacle.noSuperAdmin'],
      heading: 'Without a super admin at hand',
      statements: [
        {
          text: 'You do not need a super admin to submit: the app admin and org admin roles together are enough in your Integrator org.',
          basis: [submissionNeedsIntegratorOrg],
        },
        {
          text: 'For the installation, plan for help from the customer’s super admin. The pages that we read do not say which role may press “Install & Authorize”.',
          basis: [installerRoleUnknown],
        },
      ],
    },
    {
      answers: ['obstacle.serviceAccountExists'],
      heading: 'The service account that you have',
      statements: [
        {
          text: 'You do not need it here. The integration’s calls are logged under the app’s name, and each customer installs the app in their own org.',
          basis: [callsAreAttributedToApp, customerInstallsFromConsole],
        },
      ],
    },
    {
      answers: ['obstacle.extraWork'],
      heading: 'The work that remains',
      statements: [
        {
          text: 'The token request is one form post with a Basic header, and OAuth 2.0 libraries do it in most languages. The real work is the listing: descriptions, a guide for customers, a test account for the reviewers.',
          basis: [
            basicTokenCall,
            oauthWidelySupported,
            submissionDeclaresSecretAndScopes,
            submissionTestAccount,
          ],
        },
      ],
    },
  ],
  nextSteps: [
    {
      text: 'Write down the scopes that your calls need, with a reason for each. A customer accepts all of them or none.',
      basis: [customersReviewScopes, submissionDeclaresSecretAndScopes],
      help: { label: 'Find the scopes of your operations', page: 'operations' },
    },
    {
      text: 'Sign up for an Integrator Free Plan org with your company’s email address, and open the OIN Wizard there.',
      basis: [submissionNeedsIntegratorOrg, oinWizardReplacesManager],
      help: { label: 'The whole set-up, step by step', page: 'set-up' },
    },
    {
      text: 'Have your service store each customer’s Okta domain, client ID and client secret, and request tokens with a Basic header.',
      basis: [storePerCustomer, basicTokenCall],
      help: { label: 'The token request in your language', page: 'requests' },
    },
  ],
  costs: [
    {
      text: 'You hold one client secret per customer. Whoever steals these can call every customer’s org until they are replaced, so keep them in a secrets manager.',
      basis: [storePerCustomer, eachCustomerGetsOwnCredentials],
    },
    {
      text: 'The listing itself is free, but it takes a review of unknown length, a test account for the reviewers and a guide for customers.',
      basis: [
        listingIsFree,
        submissionReviewTimeUnknown,
        submissionTestAccount,
        submissionDeclaresSecretAndScopes,
      ],
    },
    {
      text: 'According to the developer documentation, it is public and for many customers. Okta’s own pages disagree on whether a private integration is possible too; for one private customer, this guide recommends a service app.',
      basis: [docsWantPublicIntegrations, privateIntegrationsConflict],
    },
    {
      text: 'You cannot change its scopes quietly: they belong to the submission, and customers review them before they install.',
      basis: [submissionDeclaresSecretAndScopes, customersReviewScopes],
    },
    {
      text: 'It has no key; DPoP is an open question. A customer who insists on either needs a service app made by hand.',
      basis: [integrationKeysConflict, dpopForIntegrationsUnknown, customerForbidsSecrets],
    },
  ],
  setUp: [
    {
      id: 'submitting-org',
      action: 'Get the org that you will submit from.',
      where: 'Integrator Free Plan sign-up',
      who: 'You, the vendor: whoever will administer that org',
      notes: [
        {
          text: 'Use your company’s email address; submissions from personal accounts are not reviewed.',
          basis: [submissionNeedsIntegratorOrg],
        },
        {
          text: 'Add two or three more admins now, so that the listing never depends on one person.',
          basis: [keepSeveralSubmissionAdmins],
        },
      ],
      basis: [submissionNeedsIntegratorOrg, integratorOrgReplacesDeveloperEdition],
    },
    {
      id: 'submission',
      action: 'Start the submission and describe the integration.',
      where:
        'Home > Create app, or Applications and Resources > Your OIN Integrations; then the API service capability',
      who: vendorAdmin,
      notes: [
        {
          text: 'Have these ready: a display name, a description, a logo and up to three use cases.',
          basis: [submissionDescribesIntegration],
        },
        {
          text: 'Do you want single sign-on or provisioning as well? As we read Okta’s guide, that is a second submission.',
          basis: [apiServiceCannotBeCombined],
        },
      ],
      basis: [submissionDescribesIntegration, submissionStart, oinWizardReplacesManager],
    },
    {
      id: 'scopes',
      action:
        'Choose “Client secret”, pick the scopes and give the reason for them, and link your guide for customers.',
      where: 'OIN Wizard, configuration of the API service',
      who: vendorAdmin,
      notes: [
        {
          text: 'No scope is optional, so ask for few. If you need `manage`, leave out `read` for the same resource.',
          basis: [anySubsetOfScopes, customersReviewScopes],
        },
        {
          text: 'Pick only from the list. There are no `.self` or OpenID Connect scopes here.',
          basis: [integrationScopesKnownLimits],
        },
      ],
      basis: [submissionDeclaresSecretAndScopes],
    },
    {
      id: 'customer-fields',
      action: 'Build the customer’s side of your service: three fields, stored per customer.',
      where: 'Your service',
      who: vendorDeveloper,
      notes: [
        {
          text: 'Okta domain, client ID, client secret. The secret is shown to the customer once, so test the three values as soon as they are entered.',
          basis: [storePerCustomer, submissionTestInstance],
        },
      ],
      basis: [storePerCustomer],
    },
    {
      id: 'token',
      action:
        'Get a token from each customer’s org authorization server, and call the API with it.',
      where: '`POST https://{customerOktaDomain}/oauth2/v1/token`',
      who: vendorDeveloper,
      notes: [
        {
          text: 'The secret goes into the Basic header, never into the form body, and `scope` must contain at least one scope.',
          basis: [basicTokenCall, secretNotInBody],
        },
        {
          text: 'Keep the access token for a little less than its hour, then request a new one.',
          basis: [integrationTokenLastsOneHour],
        },
        {
          text: 'Do not use the server named `default` or any other custom server: only the org authorization server works.',
          basis: [onlyOrgServerOfEachCustomer],
        },
      ],
      basis: [basicTokenCall, onlyOrgServerOfEachCustomer],
    },
    {
      id: 'reviewers',
      action: 'Give the reviewers an account in your app.',
      where: 'OIN Wizard, test information',
      who: vendorAdmin,
      notes: [
        {
          text: 'It must be able to set the integration up and make it call the API. Okta deletes these details 30 days after publication.',
          basis: [submissionTestAccount],
        },
      ],
      basis: [submissionTestAccount],
    },
    {
      id: 'test-instance',
      action: 'Install a test instance in your own org, run your service with it, then submit.',
      where:
        'Test integration > Generate instance > Install & Authorize, later Continue to submission > Submit integration',
      who: vendorAdmin,
      notes: [
        {
          text: 'Copy the secret when it appears; it is shown once.',
          basis: [submissionTestInstance],
        },
        {
          text: 'Install it in a test org, never in production: development, tests and production each have their own org.',
          basis: [separateOrgsForSubmission],
        },
        {
          text: 'After every edit of the submission, generate a new instance: the old one is not updated.',
          basis: [instanceIsFrozenCopy],
        },
        {
          text: 'Watch the status (“Draft”, “OIN to review”, “ISV to review”, “Published”), and answer the reviewers.',
          basis: [submissionReviewStages],
        },
      ],
      basis: [submissionTestInstance, submissionReviewStages],
    },
    {
      id: 'install',
      action: 'The customer reviews the scopes and installs the integration.',
      where:
        'The customer’s Admin Console: Applications and Resources > API Service Integrations > Add Integration > Next > Install & Authorize',
      who: 'Your customer: an admin (the role is not documented; expect a super admin)',
      notes: [
        {
          text: 'Some help pages still show the older path Applications > API Service Integrations.',
          basis: [consolePathsToday, customerInstallsFromConsole],
        },
        {
          text: 'Okta’s sources disagree on where to begin: another page begins in “Browse App Catalog”. If a customer does not find the integration in one place, send them to the other.',
          basis: [installationStartConflict],
        },
        {
          text: 'The scopes are shown on the page “Authorize integration”. The customer accepts all of them or none.',
          basis: [customersReviewScopes],
        },
        {
          text: 'Which admin role the installed integration has is not documented either. Ask customers to look it up in their org.',
          basis: [integrationRoleUnknown],
        },
        {
          text: 'The pages that we read do not say which admin role may choose “Install & Authorize”.',
          basis: [installerRoleUnknown],
        },
      ],
      basis: [customerInstallsFromConsole, consolePathsToday],
    },
    {
      id: 'customer-credentials',
      action: 'The customer enters the Okta domain, client ID and client secret in your service.',
      where: 'Your service’s settings page',
      who: 'Your customer: an admin of your service',
      notes: [
        {
          text: 'The client ID and secret belong to that org alone. Never use one customer’s for another.',
          basis: [eachCustomerGetsOwnCredentials, docsWantPublicIntegrations],
        },
      ],
      basis: [eachCustomerGetsOwnCredentials, storePerCustomer],
    },
    {
      id: 'removal',
      action:
        'The customer can replace a secret or remove the integration: explain how in your guide.',
      where:
        'The customer’s Admin Console: the installed instance > General > Client Secrets; Revoke',
      who: 'Your customer: an admin',
      notes: [
        {
          text: 'Let your service accept a new secret while the old one still works: two may be active at a time.',
          basis: [rotateIntegrationSecret],
        },
      ],
      basis: [rotateIntegrationSecret, revokeIntegration],
    },
  ],
  topics: [
    {
      heading: 'When the listing is not the answer',
      claims: [
        privateCustomerUsesServiceApp,
        privateIntegrationsConflict,
        privateIntegrationsInYourOrg,
        wizardEntryIsOurReading,
        customerForbidsSecrets,
        ownCollectorOrListing,
      ],
    },
    {
      heading: 'Why a secret and not a key',
      anchor: 'a-secret-and-why-not-a-key',
      claims: [integrationUsesSecret, integrationKeysConflict, secretNotInBody],
    },
    {
      heading: 'Scopes',
      claims: [anySubsetOfScopes, integrationScopesKnownLimits, customersReviewScopes],
    },
    {
      heading: 'Installing through the API',
      anchor: 'installing-by-api',
      claims: [installByApi],
    },
    {
      heading: 'Replacing a secret, ending an installation',
      anchor: 'changing-a-secret-ending-an-installation',
      claims: [rotateIntegrationSecret, revokeIntegration],
    },
    {
      heading: 'Log and admin role',
      claims: [
        callsAreAttributedToApp,
        integrationLogEvents,
        integrationSuperAdminLogged,
        superAdminNoteIsAmbiguous,
      ],
    },
    {
      heading: 'Rate limits, and the test org',
      anchor: 'limits',
      claims: [
        halfOfEachBucket,
        concurrencyLimit,
        integratorOrgLimits,
        integratorDeactivationConflict,
      ],
    },
    {
      heading: 'Where to look in the Admin Console',
      anchor: 'where-to-find-it-in-the-console',
      claims: [
        consolePathsToday,
        submissionStart,
        installationStartConflict,
        upgradeInventoryConflict,
      ],
    },
    {
      heading: 'When the method became available',
      anchor: 'history',
      claims: [integrationHistory],
    },
  ],
  errors: [
    integrationAuthenticationRefused,
    wrongClientSecret,
    unknownClient,
    noClientCredentials,
    noScopesRequested,
    consentRequired,
    scopeUnknownToServer,
    accessTokenExpired,
    insufficientScope,
    wrongIssuer,
    secretRefusedForServiceApp,
    multipleCredentials,
    credentialsInQuery,
    rateLimited,
    shareNotAnnounced,
  ],
  differences: [
    integrationUsesSecretDifference,
    oinWizardReplacesManagerDifference,
    integratorOrgReplacesDeveloperEditionDifference,
    customersReviewScopesDifference,
    consolePathsTodayDifference,
    halfOfEachBucketDifference,
  ],
  article: [
    ruleInProse,
    oauthByDefault,
    clientCredentialsPreferred,
    sharedServiceAppLimit,
    integrationAddsDiscoverability,
    integrationScopesVisible,
    closingComparison,
  ],
  unknowns: [
    submissionReviewTimeUnknown,
    partialGrantsUnknown,
    installerRoleUnknown,
    integrationRoleUnknown,
    integrationForbiddenScopesUnknown,
    dpopForIntegrationsUnknown,
    privateIntegrationAvailabilityUnknown,
  ],
};
