import {
  dpopEncodedPaths,
  dpopInSdks,
  dpopKeyIsSeparate,
  dpopDefaultInConsole,
} from '../claims/dpopClaims.ts';
import { javaDpopReleaseUnknown } from '../claims/gapClaims.ts';
import {
  dotnetSdkCredentials,
  dotnetSdkDpop,
  goSdkCredentials,
  goSdkDpop,
  javaSdkCredentials,
  nodeSdkCredentials,
  nodeSdkDpop,
  pythonSdkCredentials,
  pythonSdkDpop,
  sdkConfigurationNames,
  sdksWithoutClientSecret,
} from '../claims/officialToolClaims.ts';
import { keyFileFormats } from '../claims/runtimeClaims.ts';
import {
  javaSdkHidesReason,
  javaSdkProxy,
  nodeSdkProxy,
  pythonAndGoSdkProxy,
  pythonSdkKeyId,
} from '../claims/toolClaims.ts';
import { invalidToken, missingAdminRole } from '../errors/apiErrors.ts';
import { assertionLivesTooLong, wrongKeyId } from '../errors/clientAuthenticationErrors.ts';
import { dpopClaimWrong, dpopProofMissing } from '../errors/dpopErrors.ts';
import { keyFileRefused } from '../errors/errorsWithoutAnswer.ts';
import { consentRequired } from '../errors/tokenRequestErrors.ts';
import { signedForAnHour } from './signedForAnHour.ts';
import type { Tool, ToolWay } from './tool.ts';

// Okta's SDKs for the management API.

const inOwnOrg: ToolWay = {
  when: 'For calls to your own org',
  node: 'serviceApp',
  answers: ['oauth.yes', 'audience.ownOrg'],
};

/** An SDK takes no client secret, so the token comes from elsewhere. */
const inCustomerOrgs: ToolWay = {
  when: 'For customers who install your integration from the OIN',
  node: 'apiServiceIntegration',
  answers: ['oauth.yes', 'audience.customerOrgs', 'catalog.yes'],
};

export const nodeSdk: Tool = {
  id: 'node-sdk',
  name: 'Okta SDK for Node.js',
  group: 'code',
  summary: 'Okta’s library for calling its management APIs from JavaScript and TypeScript.',
  aliases: ['okta-sdk-nodejs', 'Node SDK', 'Node.js SDK', 'JavaScript SDK', 'TypeScript SDK'],
  traces: [
    /@okta\/okta-sdk-nodejs/,
    /okta-sdk-nodejs\/\d/,
    /\bOktaApiError\b/,
    /\bOkta HTTP \d{3}\b/,
  ],
  ways: [inOwnOrg, inCustomerOrgs],
  credential: [nodeSdkCredentials, sdksWithoutClientSecret, sdkConfigurationNames],
  key: [
    {
      text: 'The setting `privateKey` takes a PEM, or a JWK as text or as an object. Pass the key ID as `keyId`.',
      basis: [nodeSdkCredentials],
    },
  ],
  silence: [nodeSdkDpop, dpopInSdks, dpopKeyIsSeparate],
  scopes: 'unsourced',
  extraScopes: [],
  errors: [
    { error: dpopClaimWrong, here: dpopEncodedPaths },
    { error: assertionLivesTooLong, here: signedForAnHour },
    { error: missingAdminRole },
  ],
  proxy: [nodeSdkProxy],
  request: { kind: 'language', language: 'typescript', method: 'serviceApp', variant: 'dpop' },
};

export const pythonSdk: Tool = {
  id: 'python-sdk',
  name: 'Okta SDK for Python',
  group: 'code',
  summary: 'Okta’s library for calling its management APIs from Python, the package `okta`.',
  aliases: ['okta-sdk-python', 'Python SDK'],
  traces: [
    /okta-sdk-python\/\d/,
    /\bOktaAPIError\b/,
    /\bOkta HTTP \d{3}\b/,
    /site-packages\/okta\//,
    /\bokta[./](?:api_client|errors|exceptions|jwt|oauth|request_executor)\b/,
    /\b(?:from|import) okta\b/,
  ],
  ways: [inOwnOrg, inCustomerOrgs],
  credential: [pythonSdkCredentials, sdksWithoutClientSecret, sdkConfigurationNames],
  key: [
    {
      text: 'The setting `privateKey` takes a PEM, or a JWK as text. Pass the key ID as `kid`.',
      basis: [pythonSdkCredentials],
    },
    pythonSdkKeyId,
  ],
  silence: [
    pythonSdkDpop,
    {
      text: 'With DPoP, the SDK makes a temporary key pair for the proofs and does not use your own key for them.',
      basis: [dpopKeyIsSeparate],
    },
  ],
  scopes: 'unsourced',
  extraScopes: [],
  errors: [
    {
      error: dpopProofMissing,
      here: {
        text: 'You get this from an app that requires DPoP until you set `dpopEnabled` to `True`. An app that was made in the Admin Console usually requires it.',
        basis: [pythonSdkDpop, dpopDefaultInConsole],
      },
    },
    { error: dpopClaimWrong, here: dpopEncodedPaths },
    {
      error: wrongKeyId,
      here: {
        text: 'Install version 2.9.0 or newer, and set `kid`.',
        basis: [pythonSdkKeyId, pythonSdkCredentials],
      },
    },
    { error: assertionLivesTooLong, here: signedForAnHour },
  ],
  proxy: [pythonAndGoSdkProxy],
  request: { kind: 'language', language: 'python-sdk', method: 'serviceApp', variant: 'dpop' },
};

export const goSdk: Tool = {
  id: 'go-sdk',
  name: 'Okta SDK for Go',
  group: 'code',
  summary: 'Okta’s library for calling its management APIs from Go.',
  aliases: ['okta-sdk-golang', 'Go SDK', 'Golang SDK'],
  traces: [
    /github\.com\/okta\/okta-sdk-golang/,
    /okta-sdk-golang\/\d/,
    /\bthe API returned an (?:unknown )?error\b/,
  ],
  ways: [inOwnOrg, inCustomerOrgs],
  credential: [goSdkCredentials, sdksWithoutClientSecret, sdkConfigurationNames],
  key: [
    {
      text: 'The option `WithPrivateKey` takes a PEM, as text. Pass the key ID to `WithPrivateKeyId`.',
      basis: [goSdkCredentials],
    },
  ],
  silence: [
    goSdkDpop,
    {
      text: 'With DPoP, each new token therefore begins with a failed request, which the System Log records as a failed grant. That is how the SDK works, not a sign of an attack.',
      basis: [dpopInSdks],
    },
  ],
  scopes: 'unsourced',
  extraScopes: [],
  errors: [
    { error: assertionLivesTooLong, here: signedForAnHour },
    {
      error: dpopProofMissing,
      here: {
        text: 'You see this in the System Log even though the program works: the SDK sends its first request without a proof.',
        basis: [dpopInSdks],
      },
    },
    { error: keyFileRefused },
  ],
  proxy: [pythonAndGoSdkProxy],
  request: { kind: 'language', language: 'go-sdk', method: 'serviceApp', variant: 'dpop' },
};

export const javaSdk: Tool = {
  id: 'java-sdk',
  name: 'Okta SDK for Java',
  group: 'code',
  summary: 'Okta’s library for calling its management APIs from Java.',
  aliases: ['okta-sdk-java', 'okta-sdk-api', 'okta-sdk-impl', 'Java SDK'],
  traces: [
    /\bcom\.okta\.sdk\b/,
    /okta-sdk-java\/\d/,
    /\bHTTP \d{3}, Okta \w+ \(/,
    /\bOAuth2HttpException\b/,
    /\bOAuth2TokenRetrieverException\b/,
  ],
  ways: [inOwnOrg, inCustomerOrgs],
  credential: [javaSdkCredentials, sdksWithoutClientSecret, sdkConfigurationNames],
  key: [
    {
      text: 'The method `setPrivateKey` takes a PEM: its path, its text or a stream. Set `setKid` if the app has several keys.',
      basis: [javaSdkCredentials],
    },
  ],
  silence: [javaDpopReleaseUnknown, javaSdkHidesReason],
  scopes: 'unsourced',
  extraScopes: [],
  errors: [
    {
      error: consentRequired,
      here: {
        text: 'The exception may not show this text.',
        basis: [javaSdkHidesReason],
      },
    },
    {
      error: invalidToken,
      here: {
        text: 'You also get this error if you give a client secret to `TokenClientCredentials`, which is for API tokens.',
        basis: [javaSdkCredentials, sdksWithoutClientSecret],
      },
    },
    { error: assertionLivesTooLong, here: signedForAnHour },
    { error: keyFileRefused },
  ],
  proxy: [javaSdkProxy],
  request: { kind: 'language', language: 'java-sdk', method: 'serviceApp', variant: 'dpop' },
};

export const dotnetSdk: Tool = {
  id: 'dotnet-sdk',
  name: 'Okta SDK for .NET',
  group: 'code',
  summary: 'Okta’s library for calling its management APIs from .NET, the package `Okta.Sdk`.',
  aliases: ['okta-sdk-dotnet', 'Okta.Sdk', '.NET SDK', 'C# SDK'],
  traces: [/\bOkta\.Sdk\.(?:Api|Client|Model)\b/, /okta-sdk-dotnet\/\d/, /\bOktaApiException\b/],
  ways: [inOwnOrg, inCustomerOrgs],
  credential: [dotnetSdkCredentials, sdksWithoutClientSecret, sdkConfigurationNames],
  key: [
    {
      text: 'The private key must be a JWK, in a `JsonWebKeyConfiguration`. A PEM does not work. The Admin Console offers a new key as a JWK too.',
      basis: [dotnetSdkCredentials, keyFileFormats],
    },
  ],
  silence: [dotnetSdkDpop],
  scopes: 'unsourced',
  extraScopes: [],
  errors: [
    {
      error: keyFileRefused,
      here: {
        text: 'The SDK needs the key as a JWK, but `openssl` makes a PEM.',
        basis: [keyFileFormats],
      },
    },
    {
      error: dpopClaimWrong,
      here: {
        text: 'Versions before 10.0.3 made invalid proofs. Update the package first.',
        basis: [dotnetSdkDpop],
      },
    },
    { error: assertionLivesTooLong, here: signedForAnHour },
  ],
  proxy: 'unsourced',
  request: { kind: 'language', language: 'dotnet-sdk', method: 'serviceApp', variant: 'dpop' },
};
