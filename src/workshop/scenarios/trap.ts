import { customerInstallsFromConsole } from '#guide/claims/apiServiceIntegrationClaims.ts';
import {
  classicAuthenticationNeedsToken,
  securityQuestionsLookLikeOmission,
  tokenOnlyOperations,
  tokenOrigins,
  waysToRevokeToken,
} from '#guide/claims/apiTokenClaims.ts';
import { classicAuthenticationToday } from '#guide/claims/callerClaims.ts';
import {
  leakedTokenImpersonates,
  oauthByDefault,
  serviceAccountMovesProblem,
} from '#guide/claims/articleClaims.ts';
import {
  appsHaveNetworkZones,
  integrationUsesSecret,
  orgServerForcesKey,
} from '#guide/claims/changeClaims.ts';
import { dpopDefaultInConsole, dpopSwitchOff } from '#guide/claims/dpopClaims.ts';
import {
  brokerForFixedHeader,
  fixedAddressesAreNoReason,
  ownApiNeedsCustomServer,
  wrongServerIsNoReason,
} from '#guide/claims/scenarioClaims.ts';
import {
  noRoleByDefault,
  onlySuperAdminGrantsScopes,
  scopeAndRoleBothBound,
  superAdminNeeded,
} from '#guide/claims/serviceAppClaims.ts';
import { misconceptions } from '../misconceptions.ts';
import type { GuideScenario } from '../scenario.ts';

/** The tempting answer is the wrong one. */
export const trapScenarios: readonly GuideScenario[] = [
  {
    kind: 'keyed',
    id: 'forbidden-despite-scopes',
    level: 'trap',
    title: 'All scopes, still forbidden',
    story:
      'Our service app has every scope that it needs, and each call gets 403, E0000006. A colleague says that it works with her token.',
    facts: [
      { ask: 'Which admin role does the app have?', told: 'None. Does it need one?' },
      { ask: 'What can the colleague do?', told: 'She is a super admin.' },
    ],
    hint: 'What limits a call besides its scope?',
    answers: ['oauth.yes', 'audience.ownOrg'],
    result: 'serviceApp',
    because: 'An admin role is missing, and it can be assigned.',
    reason: {
      text: 'A new service app has no admin role, and until it gets one, Okta responds with 403. Assign a role, and keep the method.',
      basis: [noRoleByDefault, scopeAndRoleBothBound],
    },
    misconceptions: {
      apiServiceIntegration: misconceptions.listingForOwnOrg,
      apiToken: misconceptions.errorsMeanToken,
      userContext: misconceptions.somebodyIsAlwaysThere,
      customAuthorizationServer: misconceptions.serversAreAlike,
      delegatedGrant: misconceptions.adminSignsInOnce,
      otherInterface: misconceptions.errorMeansWrongDoor,
    },
    twist: {
      change: 'The operation that it needs is `revokeCurrentApiToken`.',
      answers: ['oauth.no', 'obstacle.tokenOnlyOperation'],
      result: 'apiToken',
      reason: {
        text: 'That operation accepts only an API token, so it needs one; nothing else does.',
        basis: [tokenOnlyOperations],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'scope-not-configured',
    level: 'trap',
    title: 'Scope not configured',
    story:
      'In our training org we asked `/oauth2/default/v1/token` for `okta.groups.read` and got `invalid_scope`. So OAuth 2.0 is not for us?',
    facts: [
      { ask: 'Which server is that?', told: 'The custom one named “default”.' },
      { ask: 'Whose API do you want to call?', told: 'Okta’s.' },
    ],
    hint: 'Which server issues these scopes?',
    answers: ['oauth.yes', 'audience.ownOrg'],
    result: 'serviceApp',
    because: 'The wrong server was asked; the right one issues these scopes.',
    reason: {
      text: 'You asked the wrong server: only the org authorization server issues `okta.*` scopes. Still a service app.',
      basis: [wrongServerIsNoReason, orgServerForcesKey],
    },
    misconceptions: {
      apiServiceIntegration: misconceptions.listingForOwnOrg,
      apiToken: misconceptions.errorsMeanToken,
      userContext: misconceptions.somebodyIsAlwaysThere,
      customAuthorizationServer: misconceptions.serversAreAlike,
      delegatedGrant: misconceptions.secretIsASecret,
      otherInterface: misconceptions.errorMeansWrongDoor,
    },
    twist: {
      change: 'The API that you call is your own, and so are the scopes.',
      answers: ['oauth.ownApi'],
      result: 'customAuthorizationServer',
      reason: {
        text: 'Then a custom authorization server is exactly right.',
        basis: [ownApiNeedsCustomServer],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'proof-missing',
    level: 'trap',
    title: 'The proof is missing',
    story:
      'With cURL, our new service app gets `invalid_dpop_proof`. The vendor’s old tutorial says nothing about it.',
    facts: [
      { ask: 'When was the app made?', told: 'Last week, in the Admin Console.' },
      { ask: 'Must it be cURL?', told: 'No.' },
    ],
    hint: 'What does a new app require today?',
    answers: ['oauth.yes', 'audience.ownOrg'],
    result: 'serviceApp',
    because: 'A proof must be sent, or the app must not require it.',
    reason: {
      text: 'As we read the sources, a new API Services app requires DPoP from the start. Use a tool that supports DPoP, or decide to untick the requirement. Keep the method.',
      basis: [dpopDefaultInConsole, dpopSwitchOff],
    },
    misconceptions: {
      apiServiceIntegration: misconceptions.listingForOwnOrg,
      apiToken: misconceptions.errorsMeanToken,
      userContext: misconceptions.somebodyIsAlwaysThere,
      customAuthorizationServer: misconceptions.serversAreAlike,
      delegatedGrant: misconceptions.secretIsASecret,
      otherInterface: misconceptions.errorMeansWrongDoor,
    },
    twist: {
      change: 'The program is a vendor’s service that customers install from the OIN.',
      answers: ['oauth.yes', 'audience.customerOrgs', 'catalog.yes'],
      result: 'apiServiceIntegration',
      reason: {
        text: 'Then it is an API service integration, with a client secret.',
        basis: [integrationUsesSecret],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'audit-wants-addresses',
    level: 'trap',
    title: 'The audit wants addresses',
    story:
      'Our auditors demand that calls to Okta come from two addresses only. The token page has a field for that, so we need a token?',
    facts: [
      { ask: 'Who calls?', told: 'One of our jobs, on its own.' },
      { ask: 'Which org?', told: 'Our own.' },
    ],
    hint: 'What else can be tied to a zone?',
    answers: ['oauth.no', 'obstacle.fixedIp', 'audience.ownOrg'],
    result: 'serviceApp',
    because: 'A network zone can be set on an app too.',
    reason: {
      text: 'A service app can have network zones too, so fixed addresses are no reason for a token.',
      basis: [fixedAddressesAreNoReason, appsHaveNetworkZones],
    },
    misconceptions: {
      apiServiceIntegration: misconceptions.listingForOwnOrg,
      apiToken: misconceptions.fixedAddressNeedsToken,
      userContext: misconceptions.somebodyIsAlwaysThere,
      customAuthorizationServer: misconceptions.serversAreAlike,
      delegatedGrant: misconceptions.adminSignsInOnce,
      otherInterface: misconceptions.hooksSpareTheCall,
    },
    twist: {
      change:
        'The program is an appliance that can send one fixed header only, with no place for a broker.',
      answers: ['oauth.no', 'obstacle.fixedHeaderProduct'],
      result: 'apiToken',
      reason: {
        text: 'Now there is a real limit: an API token, tied to a zone.',
        basis: [brokerForFixedHeader, tokenOrigins],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'existing-service-account',
    level: 'trap',
    title: 'We have an account for that',
    story:
      'For all our scripts we have a user called svc-okta. Its token is in the team’s wiki, and everybody copies it from there.',
    facts: [
      { ask: 'Who is responsible for svc-okta?', told: 'That is a good question.' },
      { ask: 'Who runs the scripts?', told: 'Different servers.' },
    ],
    hint: 'What if somebody else found the token?',
    answers: ['oauth.no', 'obstacle.serviceAccountExists', 'audience.ownOrg'],
    result: 'serviceApp',
    because: 'Each program should have its own rights, and few of them.',
    reason: {
      text: 'The account only moves the problem. Give each program an app of its own, with few scopes and a role.',
      basis: [serviceAccountMovesProblem, leakedTokenImpersonates],
    },
    misconceptions: {
      apiServiceIntegration: misconceptions.listingForOwnOrg,
      apiToken: misconceptions.serviceAccountIsSafe,
      userContext: misconceptions.somebodyIsAlwaysThere,
      customAuthorizationServer: misconceptions.serversAreAlike,
      delegatedGrant: misconceptions.accountAuthorizesThemAll,
      otherInterface: misconceptions.consoleEndpointsAreOpen,
    },
    twist: {
      change:
        'One of the scripts must list the supported security questions, and OAuth 2.0 was tried and refused.',
      answers: ['oauth.no', 'obstacle.tokenOnlyOperation'],
      result: 'apiToken',
      reason: {
        text: 'The specification lists only a token for that operation. We suspect a gap, so try OAuth 2.0 first.',
        basis: [tokenOnlyOperations, securityQuestionsLookLikeOmission],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'no-super-admin',
    level: 'trap',
    title: 'Nobody may grant it',
    story:
      'I am a group admin. I can make myself a token, but nobody who could grant scopes has time before Friday.',
    facts: [
      { ask: 'How long will the program be used?', told: 'Years.' },
      { ask: 'What may a group admin make?', told: 'A token, for example.' },
    ],
    hint: 'Is that a limit, or a favour to ask for?',
    answers: ['oauth.no', 'obstacle.noSuperAdmin', 'audience.ownOrg'],
    result: 'serviceApp',
    because: 'Asking somebody to do two steps of the set-up is not a limit.',
    reason: {
      text: 'A super admin is needed for two steps of the set-up, not for the calls. Send them the list of scopes and the role.',
      basis: [superAdminNeeded, onlySuperAdminGrantsScopes],
    },
    misconceptions: {
      apiServiceIntegration: misconceptions.listingForOwnOrg,
      apiToken: misconceptions.noSuperAdminMeansToken,
      userContext: misconceptions.somebodyIsAlwaysThere,
      customAuthorizationServer: misconceptions.serversAreAlike,
      delegatedGrant: misconceptions.signInSparesSuperAdmin,
      otherInterface: misconceptions.consoleEndpointsAreOpen,
    },
    twist: {
      change: 'Customers will install your program from its public listing instead.',
      answers: ['oauth.yes', 'audience.customerOrgs', 'catalog.yes'],
      result: 'apiServiceIntegration',
      reason: {
        text: 'Then each customer’s admin installs it: an API service integration.',
        basis: [customerInstallsFromConsole],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'revoke-itself',
    level: 'trap',
    title: 'A token that ends itself',
    story:
      'Our clean-up tool still uses a token. Its last step should be to revoke that same token, with `DELETE /api/v1/api-tokens/current`.',
    facts: [
      { ask: 'Can it revoke a token by its ID?', told: 'It does not know the ID of its own.' },
      { ask: 'Is OAuth 2.0 set up already?', told: 'For everything else, yes.' },
    ],
    hint: 'Look at exactly what this operation accepts.',
    answers: ['oauth.no', 'obstacle.tokenOnlyOperation'],
    result: 'apiToken',
    because: 'This operation accepts nothing else.',
    reason: {
      text: 'To revoke the token that you call with, you need that token: this operation does not accept OAuth 2.0.',
      basis: [tokenOnlyOperations, waysToRevokeToken],
    },
    misconceptions: {
      serviceApp: misconceptions.oauthEverywhere,
      apiServiceIntegration: misconceptions.oauthEverywhere,
      userContext: misconceptions.somebodyIsAlwaysThere,
      customAuthorizationServer: misconceptions.serversAreAlike,
      delegatedGrant: misconceptions.oauthEverywhere,
      otherInterface: misconceptions.tokenOnlyIsElsewhere,
    },
    twist: {
      change: 'It knows the ID of the token and may use `DELETE /api/v1/api-tokens/{id}`.',
      answers: ['oauth.yes', 'audience.ownOrg'],
      result: 'serviceApp',
      reason: {
        text: 'That operation accepts OAuth 2.0 with `okta.apiTokens.manage`: a service app.',
        basis: [waysToRevokeToken],
      },
    },
  },
  {
    kind: 'keyed',
    id: 'classic-device-fingerprint',
    level: 'trap',
    title: 'The classic sign-in page',
    story:
      'Our org still runs on Classic Engine. Our own sign-in page talks to the classic Authentication API through our server, which tells Okta which device is being used.',
    facts: [
      {
        ask: 'Why a token there?',
        told: 'Our server sets `deviceToken` itself, as only a trusted app may.',
      },
      { ask: 'Identity Engine?', told: 'Next year.' },
    ],
    hint: 'What does Okta document for exactly this case?',
    answers: ['oauth.no', 'obstacle.documentedTokenProduct'],
    result: 'apiToken',
    because: 'Okta documents exactly this for a trusted server like this one.',
    reason: {
      text: 'For a trusted app using the classic Authentication API, Okta documents an admin’s token; a public app would need none. Plan the move.',
      basis: [classicAuthenticationNeedsToken, classicAuthenticationToday],
    },
    misconceptions: {
      serviceApp: misconceptions.oauthEverywhere,
      apiServiceIntegration: misconceptions.oauthEverywhere,
      userContext: misconceptions.programActsAlone,
      customAuthorizationServer: misconceptions.serversAreAlike,
      delegatedGrant: misconceptions.oauthEverywhere,
      otherInterface: misconceptions.classicHasOwnCredential,
    },
    twist: {
      change: 'The program is not the sign-in page but our nightly report, which reads the users.',
      answers: ['oauth.yes', 'audience.ownOrg'],
      result: 'serviceApp',
      reason: {
        text: 'Nothing requires a token for the report: a service app.',
        basis: [oauthByDefault],
      },
    },
  },
];
