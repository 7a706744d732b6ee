import { dpopDefaultInConsole, dpopSwitchOff } from '../claims/dpopClaims.ts';
import { powershellModuleCredentials } from '../claims/officialToolClaims.ts';
import { keyFileFormats } from '../claims/runtimeClaims.ts';
import { oneOffScript } from '../claims/scenarioClaims.ts';
import {
  accessTokenLastsOneHour,
  assertionClaims,
  assertionIsSingleUse,
  tokenCall,
} from '../claims/serviceAppClaims.ts';
import {
  brunoHasNoAssertion,
  brunoModes,
  curlIsAnAlias,
  curlProxy,
  postmanProxy,
  postmanScriptsSign,
  postmanSendsAssertion,
  windowsQuotes,
} from '../claims/toolClaims.ts';
import { deviceAuthorizationForTerminals, userContextSetUp } from '../claims/userContextClaims.ts';
import { accessTokenExpired, invalidSession } from '../errors/apiErrors.ts';
import {
  assertionExpired,
  assertionReused,
  noClientCredentials,
  secretRefusedForServiceApp,
} from '../errors/clientAuthenticationErrors.ts';
import { dpopProofMissing } from '../errors/dpopErrors.ts';
import { keyFileRefused } from '../errors/errorsWithoutAnswer.ts';
import { noGrantType } from '../errors/tokenRequestErrors.ts';
import type { Tool, ToolWay } from './tool.ts';

// What people use to send a request by hand.

const tryAProgram: ToolWay = {
  when: 'To try out what your program will do',
  node: 'serviceApp',
  answers: ['oauth.yes', 'audience.ownOrg'],
};

const asYourself: ToolWay = {
  when: 'To work as yourself',
  node: 'userContext',
  answers: ['oauth.person'],
};

const signedByScript = {
  text: 'A script in the collection below signs a new client assertion before each token request. It takes the private key (PKCS#8 PEM) from the variable `OKTA_PRIVATE_KEY`, which the file leaves empty.',
  basis: [assertionClaims, assertionIsSingleUse],
} as const;

const dpopHasItsRequest = {
  text: 'The third request in the collection is for an app that requires DPoP. Its script gets a token that is bound to a new key, and signs a proof. The first two requests send no proof, so such an app refuses them.',
  basis: [dpopDefaultInConsole],
} as const;

const brunoDpopNeedsDeveloperMode = {
  text: 'Safe Mode can sign assertions, but in Bruno 4.1.0 it cannot make the new key that DPoP needs. The third request says so, and sends nothing. Read its script before you choose Developer Mode.',
  basis: [brunoModes],
} as const;

const tokenRunsOut = {
  text: 'The access token stays in a variable between requests. It lasts one hour; after that, run the token request again.',
  basis: [accessTokenLastsOneHour],
} as const;

export const postman: Tool = {
  id: 'postman',
  name: 'Postman',
  group: 'hand',
  summary: 'An application for composing and sending HTTP requests.',
  aliases: ['newman'],
  traces: [/\bPostmanRuntime\/\d/, /\bpm\.(?:environment|collectionVariables|response)\b/],
  ways: [tryAProgram, asYourself],
  credential: [
    {
      text: 'A service app sends a client assertion, not a secret. Postman’s own settings for OAuth 2.0 ask for a secret first, so it is easier to send the token request separately.',
      basis: [tokenCall, postmanSendsAssertion],
    },
    postmanSendsAssertion,
  ],
  key: [signedByScript, postmanScriptsSign],
  silence: [dpopHasItsRequest, tokenRunsOut],
  scopes: 'unsourced',
  extraScopes: [],
  errors: [
    { error: secretRefusedForServiceApp },
    {
      error: noGrantType,
      here: {
        text: 'Choose `x-www-form-urlencoded` for the body of the token request.',
        basis: [tokenCall],
      },
    },
    { error: dpopProofMissing },
    { error: assertionReused },
    { error: accessTokenExpired },
  ],
  proxy: [postmanProxy],
  request: {
    kind: 'file',
    label: 'Postman collection',
    methods: ['serviceApp', 'apiServiceIntegration', 'apiToken'],
  },
};

export const bruno: Tool = {
  id: 'bruno',
  name: 'Bruno',
  group: 'hand',
  summary: 'An application for composing and sending HTTP requests, which it keeps as files.',
  aliases: ['usebruno'],
  traces: [/\bbruno-runtime\/\d/, /\bbru\.(?:setVar|getVar|setEnvVar)\b/],
  ways: [tryAProgram, asYourself],
  credential: [brunoHasNoAssertion],
  key: [signedByScript],
  silence: [dpopHasItsRequest, brunoModes, brunoDpopNeedsDeveloperMode, tokenRunsOut],
  scopes: 'unsourced',
  extraScopes: [],
  errors: [
    {
      error: secretRefusedForServiceApp,
      here: {
        text: 'Bruno’s own OAuth 2.0 settings sent a secret. Send the token request in the collection instead.',
        basis: [brunoHasNoAssertion],
      },
    },
    { error: dpopProofMissing },
    { error: assertionExpired },
    { error: assertionReused },
  ],
  proxy: 'unsourced',
  request: {
    kind: 'file',
    label: 'Bruno collection',
    methods: ['serviceApp', 'apiServiceIntegration', 'apiToken'],
  },
};

export const curlOnWindows: Tool = {
  id: 'curl-on-windows',
  name: 'cURL on Windows',
  group: 'hand',
  summary: 'The command-line program for HTTP requests, in Windows shells.',
  aliases: ['curl.exe', 'curl for Windows', 'Windows curl'],
  traces: [/\bInvoke-WebRequest\b/, /^curl : /m, /\bschannel\b/],
  ways: [tryAProgram, asYourself],
  credential: [
    {
      text: 'cURL cannot sign. For a service app, another program has to make the client assertion and, for DPoP, each proof. This guide’s cURL script does so with `openssl`, in Bash. In PowerShell, use the program below, which needs neither.',
      basis: [tokenCall, assertionClaims],
    },
  ],
  key: [
    {
      text: 'The PowerShell program reads a PKCS#8 PEM, whose first line is `-----BEGIN PRIVATE KEY-----`. The Admin Console offers a new key as PEM.',
      basis: [keyFileFormats],
    },
  ],
  silence: [curlIsAnAlias, windowsQuotes],
  scopes: 'unsourced',
  extraScopes: [],
  errors: [
    {
      error: noGrantType,
      here: {
        text: 'Here it may mean that the quotes were lost, and with them part of the form. Use `curl.exe -v` to see what is sent.',
        basis: [windowsQuotes, tokenCall],
      },
    },
    {
      error: noClientCredentials,
      here: {
        text: 'If the quotes are lost, the client assertion can be lost too.',
        basis: [windowsQuotes],
      },
    },
    {
      error: invalidSession,
      here: {
        text: 'Here it may mean that the `Authorization` header was lost in the shell. In Windows PowerShell 5.1, `curl` is not cURL and does not have its parameters.',
        basis: [curlIsAnAlias, windowsQuotes],
      },
    },
    { error: keyFileRefused },
  ],
  proxy: [curlProxy],
  request: { kind: 'language', language: 'powershell', method: 'serviceApp', variant: 'bearer' },
};

export const powershellModule: Tool = {
  id: 'powershell-module',
  name: 'Okta module for PowerShell',
  group: 'hand',
  summary: 'Okta’s commands for its management APIs in PowerShell, the module `Okta.PowerShell`.',
  aliases: ['Okta.PowerShell', 'okta-powershell-cli', 'PowerShell module'],
  traces: [/\bInvoke-Okta\w+/, /\b(?:Get|Set|New)-Okta\w+/, /\bokta-powershell-(?:module|cli)\/\d/],
  ways: [
    { ...asYourself, when: 'For a script that you start by hand' },
    { ...tryAProgram, when: 'For a script that runs on a schedule, without this module' },
  ],
  credential: [
    powershellModuleCredentials,
    {
      text: 'The module has no mode for a private key, so a scheduled script has to call the APIs itself. This guide has such a program in plain PowerShell.',
      basis: [powershellModuleCredentials, oneOffScript],
    },
  ],
  key: [
    {
      text: 'There is no key. A person signs in with device authorization, which needs the client ID of a native app.',
      basis: [powershellModuleCredentials, deviceAuthorizationForTerminals],
    },
  ],
  silence: [
    {
      text: 'Once a person has signed in with device authorization, the module calls Okta on that person’s behalf. The log names the person, and the person’s role limits what works.',
      basis: [powershellModuleCredentials, oneOffScript],
    },
  ],
  scopes: [
    {
      text: 'List the scopes in the setting `Scope`, separated by spaces, and grant the same ones to the native app. The person who signs in also needs an admin role that allows the calls.',
      basis: [powershellModuleCredentials, userContextSetUp],
    },
  ],
  extraScopes: [],
  errors: [
    {
      error: invalidSession,
      here: {
        text: 'Before version 2.0.2, the module did not send an API token correctly, and this error came back. Install 2.0.2 or newer.',
        basis: [powershellModuleCredentials],
      },
    },
    {
      error: dpopProofMissing,
      here: {
        text: 'We found no support for DPoP in the module, so its app must not require it.',
        basis: [powershellModuleCredentials, dpopSwitchOff],
      },
    },
    { error: accessTokenExpired },
  ],
  proxy: 'unsourced',
  request: {
    kind: 'language',
    language: 'powershell-module',
    method: 'apiToken',
    variant: 'bearer',
  },
};
