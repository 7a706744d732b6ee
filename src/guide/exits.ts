import { integrationFits } from './claims/apiServiceIntegrationClaims.ts';
import {
  operationsByCredential,
  otherApiFamilies,
  privilegedAccessHasOwnTokens,
} from './claims/apiTokenClaims.ts';
import {
  articleSilences,
  oauthConsiderations,
  programsNeedAuthorization,
  ruleInProse,
} from './claims/articleClaims.ts';
import {
  agentsAndPeople,
  crossAppAccessIsElsewhere,
  delegatedGrantFollowsAccount,
  flowInvocation,
  manyOwnOrgs,
  otherHosts,
  perhapsNoCall,
  privateEndpoints,
  privateEndpointsMayChange,
  privilegedAccessCredential,
  productWithSecretActsForAdmin,
  scimCredentials,
  twoMcpServers,
} from './claims/callerClaims.ts';
import {
  clientSecretRefused,
  consolePathsToday,
  machineToMachineRowMisread,
  orgServerForcesKey,
} from './claims/changeClaims.ts';
import {
  oneOffScript,
  ownApiNeedsCustomServer,
  wrongServerIsNoReason,
} from './claims/scenarioClaims.ts';
import {
  accessTokenLastsOneHour,
  issuerIsTheOrg,
  noSignInForServiceApps,
  onlySuperAdminAssignsRoles,
  onlySuperAdminGrantsScopes,
  scopeAndRoleBothBound,
  selfScopesNeedUser,
  silentDownscoping,
} from './claims/serviceAppClaims.ts';
import {
  deviceAuthorizationForTerminals,
  publicClientsKeepNoSecret,
  selfScopesRequireUser,
  userContextSetUp,
  userContextWhenPersonStarts,
} from './claims/userContextClaims.ts';
import { orgServerForcesKeyDifference } from './differences.ts';
import type { ExitId } from './nodeIds.ts';
import type { Exit } from './outcome.ts';
import {
  conceptEventHooks,
  conceptScim,
  helpWorkflowsFlowEndpoint,
  issuesTerraformInternalEndpoints,
  referenceSystemLogQuery,
  specInboundScim,
  specPrivilegedAccess,
} from './sources.ts';

const superAdmin = 'Super admins only';

const userContext: Exit = {
  heading: 'Let the person sign in: your program acts on behalf of a user',
  name: 'User context',
  short: 'User context',
  verdict: {
    text: 'None of the three methods fits: sign the person in with PKCE or device authorization, and call Okta with that person’s access token.',
    basis: [
      userContextWhenPersonStarts,
      deviceAuthorizationForTerminals,
      publicClientsKeepNoSecret,
    ],
  },
  explanation: [
    {
      text: 'The three methods are for programs that call Okta on their own. When a signed-in person starts the call, that person’s rights should limit it, and the log should name that person.',
      basis: [userContextWhenPersonStarts],
    },
    {
      text: 'An app in a browser or on a phone cannot keep a key: its user can read whatever you ship. PKCE protects the sign-in without one.',
      basis: [publicClientsKeepNoSecret, userContextWhenPersonStarts],
    },
    {
      text: 'The 2023 article does not cover this case. Okta’s guides do.',
      basis: [articleSilences, userContextWhenPersonStarts],
    },
  ],
  whereToGo: [
    {
      text: 'In a web, single-page or native app, use the authorization code flow with PKCE at the org authorization server.',
      basis: [userContextSetUp, userContextWhenPersonStarts],
    },
    {
      text: 'In a terminal, or in a script that you run by hand, use device authorization with a native app.',
      basis: [deviceAuthorizationForTerminals, oneOffScript],
    },
    {
      text: 'For an AI assistant, Okta runs its own MCP server: the Managed MCP Server signs people in with OpenID Connect and PKCE. The open-source one runs on your machine and uses device authorization.',
      basis: [twoMcpServers, agentsAndPeople],
    },
    {
      text: 'To let people change their own profile, use the MyAccount API. It acts for the signed-in user, and client credentials get no access to it.',
      basis: [selfScopesRequireUser, otherApiFamilies],
    },
    {
      text: 'Does part of your program run at night or on a schedule, with nobody there? Move that part to a back end and start this guide again for it.',
      basis: [publicClientsKeepNoSecret, oneOffScript],
    },
  ],
  setUp: [
    {
      id: 'app',
      action: 'Create an OpenID Connect app: web, single-page or native.',
      where: 'Applications and Resources > Applications > Create App Integration',
      who: 'An admin of the org',
      notes: [
        {
          text: 'For device authorization, choose a native app. A terminal cannot keep a secret either.',
          basis: [deviceAuthorizationForTerminals, publicClientsKeepNoSecret],
        },
      ],
      basis: [userContextSetUp, consolePathsToday],
    },
    {
      id: 'scopes',
      action: 'Grant the app the scopes that it may ask for.',
      where: 'The app > Okta API Scopes > Grant',
      who: superAdmin,
      notes: [
        {
          text: 'A person’s token may carry `okta.*` scopes that are granted to the app. It may also carry `.self` and `okta.myAccount.*` scopes, which a program on its own cannot get.',
          basis: [userContextSetUp, selfScopesRequireUser, selfScopesNeedUser],
        },
        {
          text: 'A granted scope gives the person no new rights. If their admin role does not allow a call, the token still carries the scope and the call fails.',
          basis: [silentDownscoping, userContextWhenPersonStarts],
        },
      ],
      basis: [userContextSetUp, onlySuperAdminGrantsScopes],
    },
    {
      id: 'people',
      action: 'Assign the people who will use it, and give each an admin role that fits.',
      where: 'The app > Assignments, and Security > Administrators',
      who: superAdmin,
      notes: [],
      basis: [userContextSetUp, onlySuperAdminAssignsRoles],
    },
    {
      id: 'token',
      action:
        'Send the person to the org authorization server, then exchange the code for an access token.',
      where: '`/oauth2/v1/authorize`, then `/oauth2/v1/token`',
      who: 'Your program',
      notes: [
        {
          text: 'The access token lasts one hour. To go on without another sign-in, allow refresh tokens in the app and ask for `offline_access` too: the response then includes a refresh token. Protect it like a password.',
          basis: [userContextSetUp],
        },
      ],
      basis: [userContextSetUp],
    },
  ],
  topics: [
    {
      heading: 'When a person starts the call',
      claims: [
        userContextWhenPersonStarts,
        publicClientsKeepNoSecret,
        oneOffScript,
        integrationFits,
      ],
    },
    {
      heading: 'How user context is set up',
      claims: [userContextSetUp, deviceAuthorizationForTerminals],
    },
    {
      heading: 'AI agents and MCP servers',
      claims: [twoMcpServers, agentsAndPeople, crossAppAccessIsElsewhere],
    },
    {
      heading: 'What works only on behalf of a user',
      claims: [selfScopesNeedUser, otherApiFamilies],
    },
  ],
  differences: [],
};

const customAuthorizationServer: Exit = {
  heading: 'Protect your own API with a custom authorization server',
  name: 'Custom authorization server',
  short: 'Custom server',
  verdict: {
    text: 'None of the three methods fits, because the API is yours: let a custom authorization server issue its tokens.',
    basis: [ownApiNeedsCustomServer, orgServerForcesKey],
  },
  explanation: [
    {
      text: 'Your API needs authorization, as Okta’s APIs do, but a different server issues its tokens.',
      basis: [programsNeedAuthorization, ownApiNeedsCustomServer],
    },
    {
      text: 'At a custom authorization server a program may use the client credentials flow with a client secret. Elsewhere this guide asks for a key, because the org authorization server demands one.',
      basis: [ownApiNeedsCustomServer, orgServerForcesKey],
    },
    {
      text: 'Okta’s APIs do not accept tokens from that server: they reject every issuer but the org itself. A program that calls both gets two tokens, from two servers.',
      basis: [issuerIsTheOrg, orgServerForcesKey],
    },
  ],
  whereToGo: [
    {
      text: 'Read Okta’s page on authorization servers first: it says what each of the two kinds is for.',
      basis: [ownApiNeedsCustomServer, machineToMachineRowMisread],
    },
    {
      text: 'Then follow Okta’s guide to the client credentials grant, with your custom server or the one named `default`.',
      basis: [ownApiNeedsCustomServer],
    },
    {
      text: 'Does the program call Okta’s APIs too? Start this guide again for those calls.',
      basis: [ruleInProse, orgServerForcesKey],
    },
  ],
  topics: [
    {
      heading: 'Two kinds of authorization server',
      claims: [issuerIsTheOrg, accessTokenLastsOneHour],
    },
    {
      heading: 'Choosing the wrong server',
      claims: [machineToMachineRowMisread, wrongServerIsNoReason],
    },
    { heading: 'For your own API', claims: [ownApiNeedsCustomServer] },
  ],
  differences: [orgServerForcesKeyDifference],
};

const delegatedGrant: Exit = {
  heading: 'Let a dedicated account authorize the product once',
  name: 'Delegated grant',
  short: 'Delegated grant',
  verdict: {
    text: 'None of the three methods fits: register a web app in the target org, and authorize it once with a dedicated account.',
    basis: [productWithSecretActsForAdmin],
  },
  explanation: [
    {
      text: 'Such a product has two fields, for a client ID and a client secret, and a button that opens Okta’s sign-in page. After one sign-in it keeps a refresh token and renews its access tokens by itself.',
      basis: [productWithSecretActsForAdmin],
    },
    {
      text: 'So it acts for the person behind that sign-in. Its calls can do what that person’s admin role allows, and the System Log names that person.',
      basis: [productWithSecretActsForAdmin, userContextWhenPersonStarts],
    },
    {
      text: 'The client ID and secret of a service app do not work here. A service app cannot open a sign-in page, and Okta refuses its secret at the token endpoint.',
      basis: [clientSecretRefused, noSignInForServiceApps],
    },
  ],
  whereToGo: [
    {
      text: 'Set the product up as described below, in the org that it will call. If it calls several orgs, each needs its own web app and authorization.',
      basis: [productWithSecretActsForAdmin, manyOwnOrgs],
    },
    {
      text: 'Does Okta Workflows call its own org? Use the app “Okta Workflows OAuth”, which is already there. To call another org, set up a web app in that org.',
      basis: [productWithSecretActsForAdmin],
    },
    {
      text: 'Can the product use a private key instead of the secret? Then start this guide again: a service app is the better choice, because it depends on no person’s account.',
      basis: [ruleInProse, oauthConsiderations],
    },
  ],
  setUp: [
    {
      id: 'account',
      action: 'Make a dedicated account, with an admin role that allows what the product must do.',
      where: 'Directory > People, and Security > Administrators',
      who: superAdmin,
      notes: [
        {
          text: 'Do not use a person’s own account. The calls change with the account: a new role changes what they may do, and a deactivated account ends them.',
          basis: [delegatedGrantFollowsAccount],
        },
      ],
      basis: [productWithSecretActsForAdmin, onlySuperAdminAssignsRoles],
    },
    {
      id: 'web-app',
      action:
        'Create a web app for the product, with the redirect URI that its documentation specifies.',
      where:
        'Applications and Resources > Applications > Create App Integration > OIDC > Web Application',
      who: 'An admin of the org',
      notes: [
        {
          text: 'Allow the refresh token, since the product asks for `offline_access`.',
          basis: [productWithSecretActsForAdmin],
        },
      ],
      basis: [productWithSecretActsForAdmin, consolePathsToday],
    },
    {
      id: 'scopes',
      action: 'Grant the scopes that the product needs, and no others.',
      where: 'The app > Okta API Scopes > Grant',
      who: superAdmin,
      notes: [
        {
          text: 'A call goes through only if both the granted scope and the account’s role allow it.',
          basis: [scopeAndRoleBothBound, silentDownscoping],
        },
      ],
      basis: [productWithSecretActsForAdmin, onlySuperAdminGrantsScopes],
    },
    {
      id: 'sign-in',
      action:
        'Enter the client ID and secret in the product, and sign in once as the dedicated account.',
      where: 'The product’s own settings',
      who: superAdmin,
      notes: [
        {
          text: 'For Workflows, Okta asks for a super admin at this step. If the product’s calls need less, lower the account’s role afterwards and try the calls again.',
          basis: [productWithSecretActsForAdmin, delegatedGrantFollowsAccount],
        },
      ],
      basis: [productWithSecretActsForAdmin],
    },
  ],
  topics: [
    {
      heading: 'What the product’s calls may do, and what breaks them',
      claims: [productWithSecretActsForAdmin, delegatedGrantFollowsAccount],
    },
    {
      heading: 'Why not a service app',
      claims: [clientSecretRefused, noSignInForServiceApps],
    },
  ],
  differences: [],
};

const otherInterface: Exit = {
  heading: 'Use the credential of the interface that you call',
  name: 'Another interface',
  short: 'Other interface',
  verdict: {
    text: 'None of the three methods fits as it stands: find your case, its credential and its host.',
    basis: [scimCredentials, privilegedAccessCredential, perhapsNoCall],
  },
  explanation: [
    {
      text: 'The three methods give access to Okta’s management APIs, the ones under `https://{yourOktaDomain}/api/v1/` and others like them. Several Okta products have other interfaces as well, each with its own credential.',
      basis: [scimCredentials, privilegedAccessCredential, otherApiFamilies],
    },
  ],
  whereToGo: [
    {
      text: 'Compare the host and the path that your program calls with the cases listed here.',
      basis: [otherHosts, scimCredentials],
    },
    {
      text: 'Is the URL `https://{yourOktaDomain}/api/v1/…` after all? Then go back to the first question. The list of operations says which credential each accepts.',
      basis: [operationsByCredential],
    },
  ],
  cases: [
    {
      id: 'scim-out',
      heading: 'Okta sends users to your SCIM server',
      isThisApi: {
        text: 'No: SCIM is a protocol for creating and changing accounts. Okta calls you, and your server checks the credential.',
        basis: [scimCredentials],
      },
      credential: {
        text: 'One that you issue and enter in Okta: a header value, or OAuth 2.0 with an authorization code from your own server.',
        basis: [scimCredentials],
      },
      host: 'Your own SCIM server',
      readOn: [conceptScim],
    },
    {
      id: 'scim-in',
      heading: 'Another system sends users into Okta through SCIM',
      isThisApi: {
        text: 'No: inbound SCIM is its own interface, separate from the Users API.',
        basis: [scimCredentials],
      },
      credential: {
        text: 'The bearer token of that SCIM connection. An access token for the management APIs does not work there.',
        basis: [scimCredentials],
      },
      host: 'https://{yourOktaDomain}/{connectionId}/scim/v2',
      readOn: [specInboundScim],
    },
    {
      id: 'workflows-flow',
      heading: 'Your program starts a flow in Okta Workflows',
      isThisApi: {
        text: 'Partly: you use a service app, but call the flow at a second host. Okta’s page calls that an “API service integration app”, but means an API Services app.',
        basis: [flowInvocation],
      },
      credential: {
        text: 'A service app with the scope `okta.workflows.invoke.manage`. Get the token from `https://{yourOrg}.okta.com`, then call the flow at the host below.',
        basis: [flowInvocation],
      },
      host: 'https://{yourOrg}.workflows.okta.com/api/flo/{alias}/invoke',
      readOn: [helpWorkflowsFlowEndpoint],
      goOn: {
        answers: ['oauth.yes', 'audience.ownOrg'],
        label: 'Set up the service app for the flow',
      },
    },
    {
      id: 'privileged-access',
      heading: 'Your program calls Okta Privileged Access',
      isThisApi: {
        text: 'No: it is a product with its own API and service users.',
        basis: [privilegedAccessCredential, privilegedAccessHasOwnTokens],
      },
      credential: {
        text: 'The key ID and secret of a service user, exchanged for a bearer token.',
        basis: [privilegedAccessCredential],
      },
      host: 'https://{yourOrg}.pam.okta.com/v1/teams/{team}/service_token',
      readOn: [specPrivilegedAccess],
    },
    {
      id: 'event-hooks',
      heading: 'Your program waits for something to happen in Okta',
      isThisApi: {
        text: 'Perhaps not: with an event hook, Okta calls you.',
        basis: [perhapsNoCall],
      },
      credential: {
        text: 'None from this guide: your program receives requests and sends none.',
        basis: [perhapsNoCall],
      },
      host: 'Your own endpoint',
      readOn: [conceptEventHooks],
    },
    {
      id: 'log-streaming',
      heading: 'You want the System Log in a SIEM',
      isThisApi: {
        text: 'Perhaps not: log streaming sends the events automatically. If your SIEM accepts no stream, poll the System Log with one of the three methods.',
        basis: [perhapsNoCall],
      },
      credential: {
        text: 'None from this guide: an admin sets the stream up in Okta, and your program sends no request to Okta.',
        basis: [perhapsNoCall],
      },
      readOn: [referenceSystemLogQuery],
    },
    {
      id: 'private-endpoint',
      heading: 'You found an endpoint that no documentation lists',
      isThisApi: {
        text: 'No: the Admin Console’s own endpoints, `/api/v1/internal/…` and, on the `-admin` host, `/api/internal/…`, are private. Nothing is promised about them.',
        basis: [privateEndpoints, privateEndpointsMayChange],
      },
      credential: {
        text: 'None that is documented. An access token gets `E0000005 Invalid session`, as Okta’s Terraform provider did. Look for the public operation; if there is none, do the step by hand.',
        basis: [privateEndpoints],
      },
      host: 'https://{yourOrg}-admin.okta.com/api/internal/…',
      readOn: [issuesTerraformInternalEndpoints],
    },
    {
      id: 'auth0',
      heading: 'The host ends in `auth0.com`',
      isThisApi: {
        text: 'No: Auth0 is a separate product with its own Management API.',
        basis: [otherHosts],
      },
      credential: {
        text: 'See Auth0’s own documentation. Nothing in this guide applies to it.',
        basis: [otherHosts],
      },
      host: 'https://{tenant}.auth0.com',
      readOn: [],
    },
  ],
  topics: [
    {
      heading: 'Which host is which',
      claims: [otherHosts],
    },
    {
      heading: 'When no call to Okta is needed',
      claims: [perhapsNoCall],
    },
    {
      heading: 'Private endpoints',
      claims: [privateEndpointsMayChange],
    },
  ],
  differences: [],
};

/** The words of each exit: where this is the wrong guide, and where to go instead. */
export const exits: Readonly<Record<ExitId, Exit>> = {
  userContext,
  customAuthorizationServer,
  delegatedGrant,
  otherInterface,
};
