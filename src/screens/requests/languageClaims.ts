import type { Claim } from '#guide/claim.ts';
import { terraformUnderOauth } from '#guide/claims/apiTokenClaims.ts';
import { dpopEncodedPaths, dpopInSdks } from '#guide/claims/dpopClaims.ts';
import { javaDpopReleaseUnknown, terraformKeyFormatConflict } from '#guide/claims/gapClaims.ts';
import {
  dotnetSdkCredentials,
  dotnetSdkDpop,
  goSdkCredentials,
  goSdkDpop,
  javaSdkCredentials,
  nodeSdkCredentials,
  nodeSdkDpop,
  powershellModuleCredentials,
  pythonSdkCredentials,
  pythonSdkDpop,
  sdkConfigurationNames,
  sdksWithoutClientSecret,
  terraformCredentials,
  terraformDpop,
  terraformRequiresDpop,
} from '#guide/claims/officialToolClaims.ts';
import { keyFileFormats, toolsSignForAFullHour } from '#guide/claims/runtimeClaims.ts';

const claims: ReadonlyMap<string, readonly Claim[]> = new Map([
  [
    'typescript',
    [
      nodeSdkCredentials,
      nodeSdkDpop,
      dpopInSdks,
      dpopEncodedPaths,
      sdksWithoutClientSecret,
      sdkConfigurationNames,
    ],
  ],
  [
    'python-sdk',
    [
      pythonSdkCredentials,
      pythonSdkDpop,
      dpopEncodedPaths,
      sdksWithoutClientSecret,
      sdkConfigurationNames,
    ],
  ],
  [
    'go-sdk',
    [
      goSdkCredentials,
      goSdkDpop,
      dpopInSdks,
      toolsSignForAFullHour,
      sdksWithoutClientSecret,
      sdkConfigurationNames,
    ],
  ],
  [
    'java-sdk',
    [javaSdkCredentials, javaDpopReleaseUnknown, sdksWithoutClientSecret, sdkConfigurationNames],
  ],
  [
    'dotnet-sdk',
    [
      dotnetSdkCredentials,
      dotnetSdkDpop,
      keyFileFormats,
      sdksWithoutClientSecret,
      sdkConfigurationNames,
    ],
  ],
  ['powershell-module', [powershellModuleCredentials]],
  [
    'terraform',
    [
      terraformCredentials,
      terraformDpop,
      terraformKeyFormatConflict,
      terraformUnderOauth,
      toolsSignForAFullHour,
    ],
  ],
  ['terraform-module', [terraformCredentials, terraformRequiresDpop, terraformUnderOauth]],
]);

/** What is publicly known about a language's SDK or tool; empty for a language that uses none of Okta's. */
export function claimsAbout(languageId: string): readonly Claim[] {
  return claims.get(languageId) ?? [];
}
