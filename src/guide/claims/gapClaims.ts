import type { Claim } from '../claim.ts';
import {
  guideTerraformOrgAccess,
  oauthErrorCatalogue,
  pullJavaSdkDpop,
  referenceEventTypes,
  repositoryTerraformProvider,
  specClientAuthentication,
} from '../sources.ts';

// Gaps and contradictions about errors and tools that no outcome mentions.

export const severalCredentialsConflict: Claim = {
  fact: 'G28',
  text: 'Okta’s sources disagree on the HTTP status for a request with several credentials, “Cannot supply multiple client credentials”. It is 401 in the error catalogue, and 400 in an example in the specification. This guide shows both; go by the code `invalid_request`.',
  status: 'conflict',
  sources: [oauthErrorCatalogue, specClientAuthentication],
};

export const outsideZoneStatusUnknown: Claim = {
  fact: 'G46',
  text: 'No public text says which HTTP status Okta returns for a token that is used outside its network zone. Only the event in the System Log is documented.',
  status: 'unknown',
  sources: [referenceEventTypes],
};

export const javaDpopReleaseUnknown: Claim = {
  fact: 'H8',
  text: 'We found no public text that names the first release of Okta’s Java SDK with DPoP. The change was proposed in April 2024 and later merged.',
  status: 'unknown',
  sources: [pullJavaSdkDpop],
};

export const terraformKeyFormatConflict: Claim = {
  fact: 'H14',
  text: 'Okta’s sources disagree on the key file for Terraform. Okta’s guide asks for PKCS#1; the provider’s documentation accepts both PKCS#1 and PKCS#8. This guide follows the provider.',
  status: 'conflict',
  sources: [guideTerraformOrgAccess, repositoryTerraformProvider],
};
