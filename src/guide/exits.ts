import { integrationFits } from './claims/apiServiceIntegrationClaims.ts';
import { otherApiFamilies } from './claims/apiTokenClaims.ts';
import { articleSilences, programsNeedAuthorization, ruleInProse } from './claims/articleClaims.ts';
import { machineToMachineRowMisread, orgServerForcesKey } from './claims/changeClaims.ts';
import {
  oneOffScript,
  ownApiNeedsCustomServer,
  wrongServerIsNoReason,
} from './claims/scenarioClaims.ts';
import {
  accessTokenLastsOneHour,
  issuerIsTheOrg,
  selfScopesNeedUser,
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

const userContext: Exit = {
  heading: 'Let the person sign in: your program acts in a user’s name',
  name: 'User context',
  short: 'User context',
  verdict: {
    text: 'None of the three methods fits: sign the person in, with the Authorization Code flow and PKCE or with device authorization, and call Okta with the access token of that person.',
    basis: [
      userContextWhenPersonStarts,
      deviceAuthorizationForTerminals,
      publicClientsKeepNoSecret,
    ],
  },
  explanation: [
    {
      text: 'This guide is about programs that call Okta on their own. Where a signed-in person sets off the call, that person’s rights should bound it, and the log should name that person.',
      basis: [userContextWhenPersonStarts],
    },
    {
      text: 'A browser or a phone cannot keep a key: whatever you ship to it, its user can read. PKCE protects the sign-in without one.',
      basis: [publicClientsKeepNoSecret, userContextWhenPersonStarts],
    },
    {
      text: 'The article of 2023 does not treat this case; Okta’s guides do.',
      basis: [articleSilences, userContextWhenPersonStarts],
    },
  ],
  whereToGo: [
    {
      text: 'In a web, single-page or native app: an OpenID Connect app, the Authorization Code flow with PKCE, the org authorization server. Grant the scopes, and give the user the app and a fitting admin role.',
      basis: [userContextSetUp],
    },
    {
      text: 'In a terminal, or in a script that you run by hand: device authorization with a native app.',
      basis: [deviceAuthorizationForTerminals, oneOffScript],
    },
    {
      text: 'People who change their own profile: the MyAccount API. It acts for the signed-in user, and client credentials get no access to it.',
      basis: [selfScopesRequireUser, otherApiFamilies],
    },
    {
      text: 'Does a part of it run with nobody there, at night or by schedule? Move that part to a back end, and start this guide again for it.',
      basis: [publicClientsKeepNoSecret, oneOffScript],
    },
  ],
  topics: [
    {
      heading: 'When a person is in it',
      claims: [
        userContextWhenPersonStarts,
        publicClientsKeepNoSecret,
        oneOffScript,
        integrationFits,
      ],
    },
    {
      heading: 'How it is set up',
      claims: [userContextSetUp, deviceAuthorizationForTerminals],
    },
    {
      heading: 'What works in no other way',
      claims: [selfScopesRequireUser, selfScopesNeedUser, otherApiFamilies],
    },
  ],
  differences: [],
};

const customAuthorizationServer: Exit = {
  heading: 'Protect your own API with a custom authorization server',
  name: 'Custom authorization server',
  short: 'Custom server',
  verdict: {
    text: 'None of the three methods fits, because the API is yours: let a custom authorization server issue its tokens, and keep the org authorization server for Okta’s own APIs.',
    basis: [ownApiNeedsCustomServer, orgServerForcesKey],
  },
  explanation: [
    {
      text: 'Your API needs authorization as much as Okta’s do; only the server that issues its tokens is another one.',
      basis: [programsNeedAuthorization, ownApiNeedsCustomServer],
    },
    {
      text: 'At a custom authorization server a program may use the client credentials flow with a client secret. The key that this guide demands elsewhere is a demand of the org authorization server.',
      basis: [ownApiNeedsCustomServer, orgServerForcesKey],
    },
    {
      text: 'Its tokens are no use for Okta’s APIs, which reject every issuer but the org itself. A program that calls both gets two tokens, from two servers.',
      basis: [issuerIsTheOrg, orgServerForcesKey],
    },
  ],
  whereToGo: [
    {
      text: 'Read Okta’s page on authorization servers first: it says which of the two serves which purpose.',
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
      claims: [orgServerForcesKey, issuerIsTheOrg, accessTokenLastsOneHour],
    },
    {
      heading: 'Easily mistaken',
      claims: [machineToMachineRowMisread, wrongServerIsNoReason],
    },
    { heading: 'For your own API', claims: [ownApiNeedsCustomServer] },
  ],
  differences: [orgServerForcesKeyDifference],
};

/** The words of each exit: where this is the wrong guide, and where to go instead. */
export const exits: Readonly<Record<ExitId, Exit>> = { userContext, customAuthorizationServer };
