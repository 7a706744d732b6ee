import {
  docsWantPublicIntegrations,
  listingIsFree,
  privateIntegrationAvailabilityUnknown,
  privateIntegrationsConflict,
  privateIntegrationsInYourOrg,
  wizardEntryIsOurReading,
} from '../claims/apiServiceIntegrationClaims.ts';
import {
  newerAgentsUseOauth,
  orgToOrgCanUseOauth,
  otherAgentsUnknown,
  terraformEmailsNeedToken,
  terraformUnderOauth,
} from '../claims/apiTokenClaims.ts';
import {
  clientCredentialsPreferred,
  closingComparison,
  integrationScopesVisible,
  oauthByDefault,
  oauthConsiderations,
  oauthWidelySupported,
  sharedServiceAppLimit,
} from '../claims/articleClaims.ts';
import {
  adminRoleNeeded,
  appsHaveNetworkZones,
  classicExperienceIsOldWizard,
  clientSecretRefused,
  consolePathsToday,
  customersReviewScopes,
  halfOfEachBucket,
  integrationUsesSecret,
  integratorDeactivationConflict,
  integratorOrgLimits,
  integratorOrgReplacesDeveloperEdition,
  machineToMachineRowMisread,
  mostEndpointsWordingHistoric,
  newerCliIsBeta,
  oktaCliWithdrawn,
  oinWizardReplacesManager,
  orgServerForcesKey,
  upgradeInventoryConflict,
} from '../claims/changeClaims.ts';
import {
  agentsAndPeople,
  crossAppAccessIsElsewhere,
  flowInvocation,
  manyOwnOrgs,
  orgToOrgKeysByOkta,
  twoMcpServers,
} from '../claims/callerClaims.ts';
import {
  dpopAlgorithms,
  dpopAndPrivateKeyJwt,
  dpopAtOtherServers,
  dpopBeyondSdks,
  dpopChecks,
  dpopDefaultByApi,
  dpopDefaultInConsole,
  dpopEncodedPaths,
  dpopErrorsAtApi,
  dpopFirstAnswer,
  dpopForIntegrationsUnknown,
  dpopInSdks,
  dpopKeyIsSeparate,
  dpopNonceLifetime,
  dpopProof,
  dpopProofForApi,
  dpopScheme,
  dpopSecondRequest,
  dpopSince,
  dpopSpecificationConflict,
  dpopSwitchOff,
  dpopTokenBinding,
} from '../claims/dpopClaims.ts';
import {
  keyFileFormats,
  oneHostEverywhere,
  tokenEndpointHasItsOwnLimit,
} from '../claims/runtimeClaims.ts';
import {
  customerForbidsSecrets,
  listingUnderReview,
  ownCollectorOrListing,
  privateCustomerUsesServiceApp,
  wrongServerIsNoReason,
} from '../claims/scenarioClaims.ts';
import {
  accessTokenLastsOneHour,
  assertionClaims,
  assertionIsSingleUse,
  assertionLifetimeInSamples,
  automaticSuperAdminSetting,
  clientNetworkZone,
  concurrencyLimit,
  consoleKeysConflict,
  customRoleNeedsResourceSet,
  dpopIsADecision,
  issuerIsTheOrg,
  keySavedOrFetched,
  keysMadeInConsole,
  keyTypes,
  leastPrivilegeExample,
  mixedScopeRequest,
  noOpenidScopes,
  noRoleByDefault,
  noSignInForServiceApps,
  numberOfScopes,
  onlyGrantedScopes,
  onlyServiceClients,
  onlySuperAdminAssignsRoles,
  onlySuperAdminGrantsScopes,
  onlySuperAdminRotatesSavedKeys,
  optionalAssertionClaims,
  optionalLimits,
  orgDomainWithoutAdmin,
  publicKeyAuthentication,
  rateLimitHeaders,
  rateLimitShareOfApp,
  rotationByJwksUrl,
  rotationWithoutDowntime,
  scopeAndRoleBothBound,
  scopeForm,
  selfScopesNeedUser,
  serviceAppByApi,
  serviceAppCreation,
  silentDownscoping,
  standardRolesReachWholeOrg,
  superAdminNeeded,
  systemLogEvents,
  tokenCall,
  tokenIsOpaque,
  upToFiftyKeys,
} from '../claims/serviceAppClaims.ts';
import {
  adminRoleNeededDifference,
  appsHaveNetworkZonesDifference,
  clientSecretRefusedDifference,
  consolePathsTodayDifference,
  dpopUsuallyRequiredDifference,
  halfOfEachBucketDifference,
  integratorOrgReplacesDeveloperEditionDifference,
  oktaCliWithdrawnDifference,
  orgServerForcesKeyDifference,
} from '../differences.ts';
import type { Outcome } from '../outcome.ts';
import {
  accessTokenExpired,
  insufficientScope,
  invalidSession,
  missingAdminRole,
  rateLimited,
} from '../errors/apiErrors.ts';
import {
  assertionLivesTooLong,
  assertionReused,
  secretRefusedForServiceApp,
  wrongAudience,
  wrongKeyId,
} from '../errors/clientAuthenticationErrors.ts';
import { dpopNonceRequired, dpopProofMissing } from '../errors/dpopErrors.ts';
import { emptyList, keyFileRefused } from '../errors/errorsWithoutAnswer.ts';
import { consentRequired, scopeUnknownToServer } from '../errors/tokenRequestErrors.ts';

const developer = 'Whoever writes or runs the program';
const admin = 'An admin of the org';
const superAdmin = 'Super admins only';

export const serviceApp: Outcome = {
  heading: 'Use a service app with a private key',
  name: 'service app',
  short: 'Service app',
  verdict: {
    text: 'Your program authenticates with a private key, gets one-hour access tokens, and may do what its scopes and its admin role both allow.',
    basis: [clientSecretRefused, accessTokenLastsOneHour, scopeAndRoleBothBound],
  },
  whatItIs: [
    {
      text: 'An app in the Okta org that stands for a program. No person signs in, and no person’s account is behind it. It has a client ID, a public key, a list of granted scopes and an admin role.',
      basis: [clientCredentialsPreferred, serviceAppCreation, publicKeyAuthentication],
    },
    {
      text: 'The private key stays with your program. To prove who it is, the program signs a client assertion. This is a JWT, a signed piece of JSON, that is valid for a few minutes and is used once. No shared secret is stored at either end or sent anywhere.',
      basis: [
        publicKeyAuthentication,
        assertionClaims,
        assertionLifetimeInSamples,
        assertionIsSingleUse,
      ],
    },
    {
      text: 'The program sends the assertion to the org authorization server, the token issuer of every Okta org, and gets an access token for the API. In OAuth 2.0, this is the client credentials flow with `private_key_jwt`.',
      basis: [tokenCall, issuerIsTheOrg, orgServerForcesKey],
    },
    {
      text: 'A scope such as `okta.groups.read` names a kind of action; once it is granted, the app can request it. The admin role decides which users, groups or apps that action may reach. A call succeeds only if both allow it.',
      basis: [scopeForm, onlyGrantedScopes, scopeAndRoleBothBound],
    },
  ],
  afterAnswers: [
    {
      answers: ['catalog.no'],
      heading: 'When each customer sets the app up by hand',
      statements: [
        {
          text: 'Every customer makes the app in their own org, and their super admin grants the scopes and assigns the role. Some will grant too much and some too little, and too little looks like your fault. Give them a page that lists each scope, the reason for it, and the smallest role that works.',
          basis: [sharedServiceAppLimit, onlySuperAdminGrantsScopes, onlySuperAdminAssignsRoles],
        },
        {
          text: 'Publish your public keys at a JWKS URL and have customers enter that URL. No secret passes between you, and you can rotate keys without asking them. Keep the URL available, because a token request fails when Okta cannot fetch it.',
          basis: [privateCustomerUsesServiceApp, keySavedOrFetched, rotationByJwksUrl],
        },
        {
          text: 'Keep a domain and a client ID for each customer, and request a token for each. A token from one org does not work in another.',
          basis: [issuerIsTheOrg, orgDomainWithoutAdmin],
        },
        {
          text: 'If your listing in the Okta Integration Network (OIN) is still under review, use this method until it is published.',
          basis: [listingUnderReview],
        },
        {
          text: 'A customer who forbids shared secrets or insists on DPoP can keep the service app even when you have a listing. An integration authenticates with a client secret, and no public page says whether it can use DPoP.',
          basis: [customerForbidsSecrets, integrationUsesSecret, dpopForIntegrationsUnknown],
        },
        {
          text: 'A listing saves the manual work. You submit it in the OIN Wizard, and it costs nothing. You fix its scopes, and each customer sees them. According to the developer documentation, it is public and for many customers. Your program then authenticates with a secret per customer instead of the key.',
          basis: [
            oinWizardReplacesManager,
            listingIsFree,
            docsWantPublicIntegrations,
            integrationScopesVisible,
            customersReviewScopes,
            integrationUsesSecret,
          ],
        },
      ],
    },
    {
      answers: ['agent.alone'],
      heading: 'An agent that works alone',
      statements: [
        {
          text: 'For an agent that works alone, Okta’s own MCP servers also use an API Services app and `private_key_jwt`. The granted scopes decide which tools the agent sees, so grant few.',
          basis: [agentsAndPeople, twoMcpServers],
        },
        {
          text: 'Cross App Access (XAA) is for resources other than Okta’s APIs, and Okta advises against it for agents that work without a person.',
          basis: [crossAppAccessIsElsewhere],
        },
      ],
    },
    {
      answers: ['obstacle.productHasOauth'],
      heading: 'Terraform, Org2Org or an Okta agent',
      statements: [
        {
          text: 'Terraform: with OAuth 2.0 the provider ignores `always_apply` in `okta_profile_mapping` and `groups_claim` in `okta_app_oauth` without an error, and `okta_security_notification_emails` fails. Set these by hand.',
          basis: [terraformUnderOauth, terraformEmailsNeedToken],
        },
        {
          text: 'Org2Org: do not make a key. Register a service app in the hub for each spoke and give it the spoke’s `…/api/v1/apps/{appId}/connections/default/jwks` as its JWKS URL. Okta renews the keys.',
          basis: [orgToOrgKeysByOkta, orgToOrgCanUseOauth],
        },
        {
          text: 'An agent: update it, and there is nothing to set up. AD agents use OAuth 2.0 from version 3.18.0, On-Premises Provisioning agents from version 3.0.2.',
          basis: [newerAgentsUseOauth],
        },
        {
          text: 'For the RADIUS, LDAP, RSA and On-Prem MFA agents, check the release notes of your version. No public text says which of them have moved to OAuth 2.0.',
          basis: [otherAgentsUnknown],
        },
      ],
    },
    {
      answers: ['audience.ownOrg'],
      heading: 'If the program is a vendor’s',
      statements: [
        {
          text: 'First check whether the vendor has a listing in the Okta Integration Network. As we read the sources, what counts is who holds the credential. If the vendor’s service pulls the data, install the listing; if you run the collector, the service app is yours to make.',
          basis: [ownCollectorOrListing],
        },
      ],
    },
    {
      answers: ['audience.ownOrg'],
      heading: 'If it starts a flow in Okta Workflows',
      statements: [
        {
          text: 'Grant the app the scope `okta.workflows.invoke.manage`. Your org issues the token as usual, but the call goes to a second host: `https://{yourOrg}.workflows.okta.com/api/flo/{alias}/invoke`.',
          basis: [flowInvocation],
        },
      ],
    },
    {
      answers: ['catalog.no', 'audience.ownOrg'],
      heading: 'A private integration may be possible too',
      statements: [
        {
          text: 'Okta’s sources disagree. The developer documentation mentions public integrations only. The help pages describe an Okta Integration Wizard that makes private ones, including an API service integration with a client secret. This guide stays with the service app.',
          basis: [privateIntegrationsConflict],
        },
        {
          text: 'To see an org’s private ones, open “Browse App Catalog” and filter by “Private apps”.',
          basis: [privateIntegrationsInYourOrg],
        },
        {
          text: 'We expect “Create App Integration” to open that wizard if an org has it.',
          basis: [wizardEntryIsOurReading],
        },
      ],
    },
  ],
  nextSteps: [
    {
      text: 'List the operations that the program calls, the scope that each needs, and the resources that it must reach. Ask for these, and nothing more.',
      basis: [scopeForm, scopeAndRoleBothBound],
      help: { label: 'Find the scopes of your operations', page: 'operations' },
    },
    {
      text: 'Make a key pair where the program will run, so that only the public half ever leaves that place.',
      basis: [keyTypes, keysMadeInConsole],
      help: { label: 'Make the key pair', page: 'keys', anchor: 'commands' },
    },
    {
      text: 'Ask a super admin for two things: to grant the scopes and to assign the admin role. Nobody else can do them.',
      basis: [superAdminNeeded, onlySuperAdminGrantsScopes, onlySuperAdminAssignsRoles],
      help: { label: 'The whole set-up, step by step', page: 'set-up' },
    },
  ],
  costs: [
    {
      text: 'One more request. The program fetches a token before its first call and a new one each hour; there is no refresh token. An Okta SDK or an OAuth library does this for you.',
      basis: [oauthConsiderations, accessTokenLastsOneHour, oauthWidelySupported],
    },
    {
      text: 'A private key to guard. Whoever copies it can request tokens until you deactivate that key. Keep it in a secrets manager or key store, and know how you would rotate it today.',
      basis: [publicKeyAuthentication, rotationWithoutDowntime],
    },
    {
      text: 'A super admin: at the start, to grant scopes and assign the role, and again each time you rotate a key saved in Okta. With a JWKS URL, you can rotate without one.',
      basis: [superAdminNeeded, onlySuperAdminRotatesSavedKeys, rotationByJwksUrl],
    },
    {
      text: 'A fixed lifetime of one hour. You can neither shorten nor extend it. A stolen plain token works until it expires; one that is bound by DPoP is useless without its key.',
      basis: [accessTokenLastsOneHour, dpopAndPrivateKeyJwt],
    },
    {
      text: 'Half of each rate limit by default. A large first import can reach that ceiling while the org as a whole still has room.',
      basis: [halfOfEachBucket, rateLimitShareOfApp],
    },
    {
      text: 'The reach of the role. A role that is too broad makes every scope dangerous, and one org setting makes new service apps super admins. Check that setting before the first grant.',
      basis: [scopeAndRoleBothBound, automaticSuperAdminSetting, adminRoleNeeded],
    },
    {
      text: 'DPoP, if you keep it: one key or two, a proof per request, and a program that can make the proofs.',
      basis: [dpopKeyIsSeparate, dpopScheme, dpopInSdks],
    },
  ],
  setUp: [
    {
      id: 'calls',
      action:
        'Write down what the program calls: the operations, the scope of each, and the resources that it may touch.',
      where: 'In your own notes, before you open the Admin Console',
      who: developer,
      notes: [
        {
          text: 'Prefer `read` to `manage`: `manage` includes everything that `read` allows.',
          basis: [scopeForm],
        },
        {
          text: 'Practise in an Integrator Free Plan org, which replaced Developer Edition.',
          basis: [integratorOrgReplacesDeveloperEdition],
        },
      ],
      basis: [scopeForm, scopeAndRoleBothBound],
    },
    {
      id: 'key-pair',
      action: 'Make a key pair, RSA of at least 2048 bits or elliptic-curve, and give it a `kid`.',
      where: 'On the machine or in the key store where the program will run',
      who: developer,
      notes: [
        {
          text: 'The Admin Console can make a pair too and shows its private key once. Okta’s sources disagree on whether that pair is for tests only. For production, this guide advises you to make your own.',
          basis: [consoleKeysConflict, keySavedOrFetched],
        },
        {
          text: 'Check the format of the key file. The Node.js, Go and Java programs here read only PKCS#8 PEM; Okta’s .NET SDK reads a JWK.',
          basis: [keyFileFormats],
        },
      ],
      basis: [keyTypes, upToFiftyKeys],
    },
    {
      id: 'app',
      action:
        'Create an app of type “API Services”, name it after the program, save, and copy the client ID.',
      where: 'Applications and Resources > Applications > Create App Integration',
      who: admin,
      notes: [
        {
          text: 'Outside Integrator orgs, choose “Classic experience” after “Create App Integration”. Some help pages still show the older path Applications > Applications.',
          basis: [consolePathsToday],
        },
        {
          text: 'Without the console: `POST /oauth2/v1/clients`, with the JWKS ready, or the Apps API with `application_type` `service`. Okta’s Terraform provider works as well; do not use the old Okta CLI.',
          basis: [serviceAppByApi, dpopDefaultByApi, oktaCliWithdrawn],
        },
        {
          text: 'One super admin can do all of the console steps in one sitting; the steps that nobody else may do are marked.',
          basis: [superAdminNeeded],
        },
        {
          text: 'We take “Classic experience” to be the older wizard, and the other branch to be the Okta Integration Wizard.',
          basis: [classicExperienceIsOldWizard],
        },
        {
          text: 'Several orgs of your own? Make an app in each. One JWKS URL can serve the keys of all of them.',
          basis: [manyOwnOrgs],
        },
      ],
      basis: [serviceAppCreation, consolePathsToday],
    },
    {
      id: 'public-key',
      action: 'Set “Client Credentials” to “Public key / Private key” and register the public key.',
      where: 'The app > General > Client Credentials > Edit',
      who: admin,
      notes: [
        {
          text: 'This deletes the client secret, if the app has one. You lose nothing: the org authorization server would refuse it.',
          basis: [publicKeyAuthentication, clientSecretRefused],
        },
        {
          text: 'For “Save keys in Okta”, paste the public JWK. For “Use a URL to fetch keys dynamically”, enter your JWKS URL, which must be HTTPS. Switching to the URL later deletes the saved keys.',
          basis: [keySavedOrFetched],
        },
        {
          text: 'For Org2Org, you do not register a key of your own. Okta makes one in each spoke; the app in the hub uses the spoke’s `…/api/v1/apps/{appId}/connections/default/jwks` as its URL.',
          basis: [orgToOrgKeysByOkta],
        },
        {
          text: 'Do this before the scopes are granted: afterwards only a super admin can rotate the keys.',
          basis: [onlySuperAdminRotatesSavedKeys],
        },
      ],
      basis: [publicKeyAuthentication, keySavedOrFetched],
    },
    {
      id: 'dpop',
      action:
        'Decide on DPoP. If your SDK or library supports it, keep “Require Demonstrating Proof of Possession (DPoP) header in token requests” ticked. If it does not, untick it.',
      where: 'The app > General > General Settings > Edit > Proof of possession',
      who: admin,
      notes: [
        {
          text: 'The box is probably ticked in an app made in the Admin Console. In an app made through the API or with Terraform, it is off unless you set `dpop_bound_access_tokens`.',
          basis: [dpopDefaultInConsole, dpopDefaultByApi],
        },
        {
          text: 'The private key protects the token request. DPoP protects the token as well: a copy of it is useless without the DPoP key. If you untick the box, record that decision.',
          basis: [dpopAndPrivateKeyJwt],
        },
      ],
      basis: [dpopIsADecision, dpopSwitchOff],
    },
    {
      id: 'public-client-admins',
      action: 'Make sure that “Public client app admins” is off.',
      where: 'Settings > Account > Public client app admins',
      who: 'The super admin who does the next two steps',
      notes: [
        {
          text: 'While it is on, an app becomes a super admin as soon as it is granted scopes. The setting applies to the whole org, so agree on the change with the people who run the org.',
          basis: [automaticSuperAdminSetting],
        },
      ],
      basis: [automaticSuperAdminSetting],
    },
    {
      id: 'scopes',
      action: 'Grant the scopes on the list, and no others.',
      where: 'The app > Okta API Scopes > Grant',
      who: superAdmin,
      notes: [
        {
          text: 'Through the API: `POST /api/v1/apps/{appId}/grants` with `scopeId` and `issuer`, which is your Okta domain.',
          basis: [onlySuperAdminGrantsScopes],
        },
        {
          text: 'For Terraform, add the extra scopes that some resources need: `okta.roles.read` for `data okta_user` (unless you set `skip_roles = true`), `okta.policies.read` for `okta_app_*`.',
          basis: [terraformUnderOauth],
        },
      ],
      basis: [onlySuperAdminGrantsScopes, onlyGrantedScopes],
    },
    {
      id: 'role',
      action:
        'Assign the smallest admin role that covers the listed operations, with a resource set if it is a custom role.',
      where: 'The app > Admin roles > Edit assignments > Save Changes',
      who: superAdmin,
      notes: [
        {
          text: 'Okta asks you to authenticate again when you save the change. Through the API: `POST /oauth2/v1/clients/{clientId}/roles`.',
          basis: [onlySuperAdminAssignsRoles],
        },
        {
          text: 'For reading users and apps, Okta’s support gives this example: Read Only Admin with `okta.users.read` and `okta.apps.read`.',
          basis: [leastPrivilegeExample],
        },
        {
          text: 'A standard role reaches the whole org unless you set targets, and several roles add up.',
          basis: [standardRolesReachWholeOrg],
        },
        {
          text: 'Do not skip this step: with scopes but no role, the response is 403 `E0000006` or an empty list.',
          basis: [noRoleByDefault],
        },
      ],
      basis: [onlySuperAdminAssignsRoles, customRoleNeedsResourceSet],
    },
    {
      id: 'network',
      action: 'Optional: tie the app to network zones and set its share of the rate limits.',
      where:
        'The app > Application rate limits; for zones, the app’s settings or the API property `network`',
      who: admin,
      notes: [
        {
          text: 'The zones apply to the token request and to the API calls, so list every address that the program uses. Several zones at once need Adaptive MFA.',
          basis: [clientNetworkZone, appsHaveNetworkZones],
        },
      ],
      basis: [optionalLimits, clientNetworkZone],
    },
    {
      id: 'program',
      action:
        'Give the program the org’s domain, the client ID, the `kid` and the location of its private key.',
      where: 'The program’s configuration and its secrets manager',
      who: developer,
      notes: [
        {
          text: 'Use the domain without `-admin`. Keep the key out of the code and out of its repository.',
          basis: [orgDomainWithoutAdmin, publicKeyAuthentication],
        },
        {
          text: 'Let the program keep a token until shortly before it expires: token requests have their own rate limit. Sign a new client assertion for each token request.',
          basis: [accessTokenLastsOneHour, tokenEndpointHasItsOwnLimit, assertionIsSingleUse],
        },
        {
          text: 'With a custom domain, use that same host for the base URL, for `aud` and for `htu`. A preview org is a separate org, so repeat the whole set-up in production.',
          basis: [oneHostEverywhere],
        },
      ],
      basis: [orgDomainWithoutAdmin, tokenCall],
    },
    {
      id: 'verify',
      action:
        'Verify: request a token, compare its `scope` with your list, make one real call, and find both in the System Log.',
      where: '`POST /oauth2/v1/token`, one operation from your list, then the System Log',
      who: developer,
      notes: [
        {
          text: 'A token with the right scopes does not prove the role: only a call does. An empty list counts as a failure until you know why.',
          basis: [silentDownscoping, noRoleByDefault],
        },
        {
          text: 'Also try something that must fail, such as a change when you asked for `read`, or a resource outside the role’s reach.',
          basis: [scopeAndRoleBothBound],
        },
      ],
      basis: [tokenCall, mixedScopeRequest, systemLogEvents],
    },
  ],
  topics: [
    {
      heading: 'Keys and rotation',
      claims: [
        keyTypes,
        publicKeyAuthentication,
        keySavedOrFetched,
        keysMadeInConsole,
        consoleKeysConflict,
        keyFileFormats,
        upToFiftyKeys,
        rotationWithoutDowntime,
        onlySuperAdminRotatesSavedKeys,
        rotationByJwksUrl,
      ],
    },
    {
      heading: 'The client assertion',
      claims: [
        assertionClaims,
        optionalAssertionClaims,
        assertionIsSingleUse,
        assertionLifetimeInSamples,
      ],
    },
    {
      heading: 'The token request',
      anchor: 'the-token-call',
      claims: [
        tokenCall,
        accessTokenLastsOneHour,
        issuerIsTheOrg,
        orgDomainWithoutAdmin,
        oneHostEverywhere,
        tokenIsOpaque,
        onlyServiceClients,
        noSignInForServiceApps,
      ],
    },
    {
      heading: 'Scopes',
      claims: [
        scopeForm,
        onlySuperAdminGrantsScopes,
        onlyGrantedScopes,
        mixedScopeRequest,
        silentDownscoping,
        selfScopesNeedUser,
        noOpenidScopes,
        numberOfScopes,
      ],
    },
    {
      heading: 'The admin role',
      claims: [
        scopeAndRoleBothBound,
        noRoleByDefault,
        onlySuperAdminAssignsRoles,
        automaticSuperAdminSetting,
        leastPrivilegeExample,
        standardRolesReachWholeOrg,
        customRoleNeedsResourceSet,
      ],
    },
    {
      heading: 'DPoP: whether you need it',
      claims: [
        dpopIsADecision,
        dpopDefaultInConsole,
        dpopDefaultByApi,
        dpopAndPrivateKeyJwt,
        dpopSwitchOff,
        dpopSpecificationConflict,
        dpopSince,
        dpopBeyondSdks,
        dpopInSdks,
      ],
    },
    {
      heading: 'DPoP at the token endpoint',
      claims: [
        dpopProof,
        dpopFirstAnswer,
        dpopSecondRequest,
        dpopNonceLifetime,
        dpopTokenBinding,
        dpopKeyIsSeparate,
        dpopAlgorithms,
      ],
    },
    {
      heading: 'DPoP at the API',
      claims: [
        dpopScheme,
        dpopProofForApi,
        dpopChecks,
        dpopEncodedPaths,
        dpopErrorsAtApi,
        dpopAtOtherServers,
      ],
    },
    {
      heading: 'Limits and audit',
      claims: [
        rateLimitShareOfApp,
        rateLimitHeaders,
        concurrencyLimit,
        tokenEndpointHasItsOwnLimit,
        optionalLimits,
        clientNetworkZone,
        systemLogEvents,
      ],
    },
    {
      heading: 'Ways to create the app, and an org to practise in',
      claims: [
        serviceAppCreation,
        superAdminNeeded,
        serviceAppByApi,
        classicExperienceIsOldWizard,
        newerCliIsBeta,
        terraformUnderOauth,
        integratorOrgLimits,
        integratorDeactivationConflict,
      ],
    },
    { heading: 'Several orgs of your own, and Org2Org', claims: [manyOwnOrgs, orgToOrgKeysByOkta] },
    {
      heading: 'Whether an integration can be private',
      claims: [privateIntegrationsConflict, privateIntegrationsInYourOrg, wizardEntryIsOurReading],
    },
    {
      heading: 'Pages that could mislead you',
      claims: [
        machineToMachineRowMisread,
        mostEndpointsWordingHistoric,
        upgradeInventoryConflict,
        wrongServerIsNoReason,
      ],
    },
  ],
  errors: [
    secretRefusedForServiceApp,
    dpopProofMissing,
    dpopNonceRequired,
    insufficientScope,
    missingAdminRole,
    emptyList,
    consentRequired,
    assertionReused,
    wrongAudience,
    wrongKeyId,
    assertionLivesTooLong,
    keyFileRefused,
    scopeUnknownToServer,
    accessTokenExpired,
    rateLimited,
    invalidSession,
  ],
  differences: [
    clientSecretRefusedDifference,
    orgServerForcesKeyDifference,
    adminRoleNeededDifference,
    dpopUsuallyRequiredDifference,
    consolePathsTodayDifference,
    oktaCliWithdrawnDifference,
    integratorOrgReplacesDeveloperEditionDifference,
    halfOfEachBucketDifference,
    appsHaveNetworkZonesDifference,
  ],
  article: [
    clientCredentialsPreferred,
    oauthByDefault,
    oauthWidelySupported,
    oauthConsiderations,
    sharedServiceAppLimit,
    closingComparison,
  ],
  unknowns: [dpopForIntegrationsUnknown, privateIntegrationAvailabilityUnknown, otherAgentsUnknown],
};
