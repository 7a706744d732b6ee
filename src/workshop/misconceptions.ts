import {
  docsWantPublicIntegrations,
  eachCustomerGetsOwnCredentials,
  integrationExamples,
  integrationIsVendorService,
  privateIntegrationsConflict,
} from '#guide/claims/apiServiceIntegrationClaims.ts';
import {
  accessGatewayAsksForToken,
  disasterRecoveryNeedsOauth,
  newerAgentsUseOauth,
  oauthOnlyOperations,
  orgToOrgCanUseOauth,
  otherApiFamilies,
  tokenOnlyOperations,
} from '#guide/claims/apiTokenClaims.ts';
import {
  agentsAndPeople,
  classicAuthenticationToday,
  crossAppAccessIsElsewhere,
  delegatedGrantFollowsAccount,
  flowInvocation,
  otherHosts,
  perhapsNoCall,
  privateEndpoints,
  privateEndpointsMayChange,
  privilegedAccessCredential,
  productWithSecretActsForAdmin,
  scimCredentials,
  tokenOnlyProductsToday,
  twoMcpServers,
} from '#guide/claims/callerClaims.ts';
import {
  clientCredentialsPreferred,
  integrationScopesVisible,
  leakedTokenImpersonates,
  oauthConsiderations,
  serviceAccountMovesProblem,
  sharedServiceAppLimit,
  tokenCarriesAllPermissions,
} from '#guide/claims/articleClaims.ts';
import {
  appsHaveNetworkZones,
  clientSecretRefused,
  integrationUsesSecret,
  orgServerForcesKey,
} from '#guide/claims/changeClaims.ts';
import {
  brokerForFixedHeader,
  customerForbidsSecrets,
  fixedAddressesAreNoReason,
  ownApiNeedsCustomServer,
  privateCustomerUsesServiceApp,
} from '#guide/claims/scenarioClaims.ts';
import {
  accessTokenLastsOneHour,
  onlySuperAdminGrantsScopes,
  scopeAndRoleBothBound,
  superAdminNeeded,
  tokenIsOpaque,
} from '#guide/claims/serviceAppClaims.ts';
import {
  publicClientsKeepNoSecret,
  selfScopesRequireUser,
  userContextWhenPersonStarts,
} from '#guide/claims/userContextClaims.ts';
import type { Statement } from '#guide/claim.ts';

import type { Misconception } from './scenario.ts';

/** The beliefs behind wrong choices, by id. A summary lists those that a person's answers showed. */
export const misconceptions = {
  tokenIsLessWork: {
    belief: 'A token is one header and needs no set-up, so it suits a small job.',
    truth: {
      text: 'An API token saves one request, and can do everything that its maker can do. OAuth 2.0 needs less code of your own than it seems.',
      basis: [oauthConsiderations, tokenCarriesAllPermissions],
    },
  },
  serviceAccountIsSafe: {
    belief: 'A token from an account that belongs to no one person is safe enough.',
    truth: {
      text: 'The account only moves the problem: it is hard to tell who uses it, and whoever finds the token acts as that account.',
      basis: [serviceAccountMovesProblem, leakedTokenImpersonates],
    },
  },
  vendorMeansListing: {
    belief: 'What a vendor ships to a customer belongs in the OIN.',
    truth: {
      text: 'A listing is for many customers and, according to the developer documentation, public. The question is whether customers install the program from a listing, not who wrote it.',
      basis: [docsWantPublicIntegrations, privateCustomerUsesServiceApp],
    },
  },
  listingForOwnOrg: {
    belief:
      'An API service integration is OAuth 2.0 with a review, so it is the safest choice for our own org as well.',
    truth: {
      text: 'An integration is a vendor’s service that customers install. For your own org this guide leads to a service app, although Okta’s sources disagree on whether an integration can be private.',
      basis: [integrationIsVendorService, privateIntegrationsConflict],
    },
  },
  handMadeForEveryone: {
    belief: 'A service app in each customer’s org does the same as a listing.',
    truth: {
      text: 'Then every customer chooses the scopes by hand: too many, which is a risk, or too few, which breaks the program.',
      basis: [sharedServiceAppLimit, integrationScopesVisible],
    },
  },
  listingSuitsEveryCustomer: {
    belief: 'Once there is a listing, every customer can use it.',
    truth: {
      text: 'In Okta’s guides, an integration has only a client secret. As we read it, a customer that forbids shared secrets needs a service app made by hand.',
      basis: [customerForbidsSecrets, integrationUsesSecret],
    },
  },
  oauthEverywhere: {
    belief: 'OAuth 2.0 is recommended, so every operation and product accepts it.',
    truth: {
      text: 'Two operations of the management API accept only a token, and Okta’s own set-up of some products asks for one.',
      basis: [tokenOnlyOperations, accessGatewayAsksForToken],
    },
  },
  tokenFitsEverywhere: {
    belief: 'A token is older, so every operation accepts one.',
    truth: {
      text: 'Fifteen operations of the management API refuse a token, and so do whole API families outside it.',
      basis: [oauthOnlyOperations, otherApiFamilies],
    },
  },
  errorsMeanToken: {
    belief: 'When OAuth 2.0 fails with an error, an API token is the way out.',
    truth: {
      text: 'The error says what is missing: a role, a scope, a proof, the right server. A token would hide the gap behind a person’s full rights.',
      basis: [scopeAndRoleBothBound, tokenCarriesAllPermissions],
    },
  },
  fixedAddressNeedsToken: {
    belief: 'Only a token can be tied to fixed addresses.',
    truth: {
      text: 'A service app can have network zones too.',
      basis: [fixedAddressesAreNoReason, appsHaveNetworkZones],
    },
  },
  noSuperAdminMeansToken: {
    belief: 'Without a super admin we cannot use OAuth 2.0, so it has to be a token.',
    truth: {
      text: 'A super admin is needed for the set-up and not for the calls. A token carries all the rights of whoever makes it.',
      basis: [superAdminNeeded, tokenCarriesAllPermissions],
    },
  },
  accessTokenCanBePasted: {
    belief: 'An access token can be pasted into the header field of the product.',
    truth: {
      text: 'It lasts one hour, and that cannot be changed.',
      basis: [accessTokenLastsOneHour, brokerForFixedHeader],
    },
  },
  agentsNeedTokens: {
    belief: 'Anything that has always used a token, such as an agent or Org2Org, needs one.',
    truth: {
      text: 'Newer agents use OAuth 2.0 (AD from 3.18.0, On-Premises Provisioning from 3.0.2), and for Org2Org Okta recommends it. Of the products that asked for a token, only Access Gateway and trusted apps using the classic Authentication API are left.',
      basis: [newerAgentsUseOauth, orgToOrgCanUseOauth, tokenOnlyProductsToday],
    },
  },
  programActsAlone: {
    belief: 'There is a back end, so the program can act with its own rights.',
    truth: {
      text: 'When a signed-in person starts the call, that person’s rights should limit it, and the log should name that person.',
      basis: [userContextWhenPersonStarts],
    },
  },
  browserKeepsSecret: {
    belief: 'A secret can be hidden well enough in a browser or an app.',
    truth: {
      text: 'Whatever is shipped to a browser or a phone can be read there, so neither can keep a secret or a key.',
      basis: [publicClientsKeepNoSecret],
    },
  },
  somebodyIsAlwaysThere: {
    belief: 'A person set it up, so it acts for that person.',
    truth: {
      text: 'What counts is who starts the call. A job that runs by itself acts alone.',
      basis: [clientCredentialsPreferred, userContextWhenPersonStarts],
    },
  },
  serversAreAlike: {
    belief: 'Any authorization server of the org can issue tokens for Okta’s APIs.',
    truth: {
      text: 'Only the org authorization server issues scopes that begin with `okta.`; a custom one is for your own APIs.',
      basis: [orgServerForcesKey, ownApiNeedsCustomServer],
    },
  },
  oktaTokenOpensAnything: {
    belief: 'Okta issues the tokens, so the method for Okta’s APIs works for our own API too.',
    truth: {
      text: 'Tokens from the org authorization server are made for Okta to read. Your own API needs a custom authorization server.',
      basis: [tokenIsOpaque, ownApiNeedsCustomServer],
    },
  },
  adminSignsInOnce: {
    belief: 'I sign in once as an admin, and from then on it runs on its own.',
    truth: {
      text: 'That is for finished products that work no other way. All their calls belong to one account, and we conclude that they end with it. What you build yourself uses its own key, or the sign-in of whoever is using it.',
      basis: [
        productWithSecretActsForAdmin,
        delegatedGrantFollowsAccount,
        clientCredentialsPreferred,
        userContextWhenPersonStarts,
      ],
    },
  },
  adminStandsInForAll: {
    belief: 'One admin connects it, and then everybody on the team can use it.',
    truth: {
      text: 'Every call would then have that admin’s rights, and the log would name that admin, whoever pressed the button.',
      basis: [productWithSecretActsForAdmin, userContextWhenPersonStarts],
    },
  },
  secretIsASecret: {
    belief: 'A client ID and a secret work the same way, whatever app they belong to.',
    truth: {
      text: 'Okta refuses the secret of a service app when it asks for `okta.*` scopes. If a product asks an admin to sign in, it sends the secret of a web app, and an API service integration has one of its own.',
      basis: [clientSecretRefused, productWithSecretActsForAdmin, integrationUsesSecret],
    },
  },
  vendorLetsAdminSignIn: {
    belief:
      'Each customer’s admin connects our product with one sign-in, as with any other service.',
    truth: {
      text: 'Then your calls are that admin’s calls. Your service can have a credential of its own in each customer’s org: through its listing, or in a service app made by hand.',
      basis: [
        productWithSecretActsForAdmin,
        eachCustomerGetsOwnCredentials,
        privateCustomerUsesServiceApp,
      ],
    },
  },
  everyProductCanSignIn: {
    belief: 'Any product can be connected with a “Sign in with Okta” button.',
    truth: {
      text: 'Only a product that is built for it can open a sign-in page and renew its access token. One that sends a fixed header cannot, and Okta’s set-up of Access Gateway has no such step.',
      basis: [productWithSecretActsForAdmin, brokerForFixedHeader, accessGatewayAsksForToken],
    },
  },
  productActsForItself: {
    belief: 'After the sign-in it runs by itself, so it acts for itself.',
    truth: {
      text: 'It runs by itself and acts for the account that signed in. We conclude that it can do less if that account has a smaller role, and nothing without the account.',
      basis: [productWithSecretActsForAdmin, delegatedGrantFollowsAccount],
    },
  },
  signsInEachTime: {
    belief: 'Somebody signs in, so it is like any app that people sign in to.',
    truth: {
      text: 'In such an app, people sign in for what they do themselves. Here an admin signs in once and leaves, and the product continues on that admin’s behalf. Choose the account accordingly.',
      basis: [productWithSecretActsForAdmin, userContextWhenPersonStarts],
    },
  },
  scimIsAnApiCall: {
    belief: 'SCIM is an API call to Okta, so it needs a credential for Okta’s API.',
    truth: {
      text: 'SCIM does not call the management API in either direction. Each SCIM connection has a credential of its own.',
      basis: [scimCredentials],
    },
  },
  anyTokenOpensIt: {
    belief: 'Okta’s interfaces are all alike: any token that Okta issued will do.',
    truth: {
      text: 'Each interface decides which credential it accepts. SCIM accepts its connection’s credential, and Privileged Access accepts a service user’s.',
      basis: [scimCredentials, privilegedAccessCredential],
    },
  },
  ownServerNeedsOktaTokens: {
    belief: 'The call goes to our server, so Okta must issue the tokens, as for all our APIs.',
    truth: {
      text: 'A program that calls your API gets its tokens from Okta. When Okta calls your SCIM server, it sends the credential that you gave it.',
      basis: [scimCredentials, ownApiNeedsCustomServer],
    },
  },
  accountAuthorizesThemAll: {
    belief: 'We have an account for programs, so let it sign in for each of them.',
    truth: {
      text: 'Then they all share its role, and the log shows one name for all of them. Your own scripts need no account: each can have an app with few scopes.',
      basis: [
        productWithSecretActsForAdmin,
        serviceAccountMovesProblem,
        clientCredentialsPreferred,
      ],
    },
  },
  signInSparesSuperAdmin: {
    belief: 'If I connect it with my own sign-in, nobody has to grant anything.',
    truth: {
      text: 'Here too, a super admin grants the scopes and authorizes the product. And its calls may do only what the account’s role allows.',
      basis: [productWithSecretActsForAdmin, onlySuperAdminGrantsScopes],
    },
  },
  provisioningIsScim: {
    belief: 'Whatever keeps users in sync with Okta is SCIM.',
    truth: {
      text: 'SCIM has an address and a credential of its own. A program that calls Okta’s management APIs, such as `/api/v1/users`, is not using SCIM, even if it does the same work.',
      basis: [scimCredentials],
    },
  },
  streamingSparesTheCall: {
    belief: 'Okta can stream its log by itself, so nobody has to fetch it.',
    truth: {
      text: 'It can, through up to two streams that an admin sets up in the org. A service that polls the log for its customers calls Okta, and needs a credential for that.',
      basis: [perhapsNoCall, integrationExamples],
    },
  },
  hooksSpareTheCall: {
    belief: 'Okta can tell us what happens, so we need not call it.',
    truth: {
      text: 'With an event hook Okta tells you what has happened. To look something up or change it, your program still has to call.',
      basis: [perhapsNoCall],
    },
  },
  workflowsNeedsNoCredential: {
    belief: 'Workflows does it inside Okta, so no credential comes into it.',
    truth: {
      text: 'Workflows is authorized too: its Okta connector acts for the account that authorized it, and starting a flow from outside needs a service app.',
      basis: [productWithSecretActsForAdmin, flowInvocation],
    },
  },
  productHasOwnCredential: {
    belief: 'That is a separate Okta product, so it will have its own kind of key.',
    truth: {
      text: 'A few do, such as Privileged Access and inbound SCIM. Others do not: Disaster Recovery accepts an OAuth 2.0 access token, and Access Gateway asks for an API token.',
      basis: [
        privilegedAccessCredential,
        scimCredentials,
        disasterRecoveryNeedsOauth,
        accessGatewayAsksForToken,
      ],
    },
  },
  agentsHaveAnotherWay: {
    belief: 'AI agents have their own way into Okta, so none of this is for them.',
    truth: {
      text: 'Cross App Access gives agents tokens for things other than Okta’s own APIs. For Okta’s APIs, its MCP servers use what people and programs use: a sign-in, or the key of a service app.',
      basis: [crossAppAccessIsElsewhere, twoMcpServers, agentsAndPeople],
    },
  },
  consoleEndpointsAreOpen: {
    belief: 'The Admin Console can do it, so I call what I see in the browser’s network tab.',
    truth: {
      text: 'Those endpoints are private. No credential for them is documented, they refuse an access token, and we conclude that they may change at any time.',
      basis: [privateEndpoints, privateEndpointsMayChange],
    },
  },
  errorMeansWrongDoor: {
    belief: 'Okta refuses the call, so this must be the wrong interface.',
    truth: {
      text: 'The host and the path tell you which interface you are calling. The error tells you what is missing: a role, a scope, a proof, the right server.',
      basis: [otherHosts, scopeAndRoleBothBound],
    },
  },
  myAccountHasOwnCredential: {
    belief: 'MyAccount is separate from the rest, so it has its own kind of key.',
    truth: {
      text: 'It accepts an OAuth 2.0 access token too, but only the signed-in person’s.',
      basis: [selfScopesRequireUser],
    },
  },
  tokenOnlyIsElsewhere: {
    belief: 'If OAuth 2.0 does not work there, it is not part of the normal API.',
    truth: {
      text: 'It is: two operations of the management API accept only an API token.',
      basis: [tokenOnlyOperations],
    },
  },
  classicHasOwnCredential: {
    belief:
      'The classic Authentication API is an old interface, so it has its own kind of credential.',
    truth: {
      text: 'It has none. A public app sends nothing, and a trusted app sends an API token.',
      basis: [classicAuthenticationToday],
    },
  },
  notOktaMeansOther: {
    belief: 'It is not a call to Okta’s API, so it must be one of Okta’s other interfaces.',
    truth: {
      text: 'Those are Okta’s as well. For an API of your own, a custom authorization server issues the tokens.',
      basis: [ownApiNeedsCustomServer, otherHosts],
    },
  },
} as const satisfies Readonly<Record<string, Misconception<Statement>>>;

export type MisconceptionId = keyof typeof misconceptions;
