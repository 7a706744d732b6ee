import type { Claim } from '../claim.ts';
import {
  conceptOrganizations,
  guideServiceApp,
  issueDotnetSdkKeyFormat,
  issueGoSdkAssertionLifetime,
  issueTerraformAssertionLifetime,
  referenceRateLimits,
  specManagement,
  specOauth,
} from '../sources.ts';

// What matters once the program runs: limits, hosts, clocks, names in a path, key files.

export const tokenEndpointHasItsOwnLimit: Claim = {
  fact: 'K33',
  text: 'Token requests count as well: `/oauth2/v1/token` has its own rate limit, and each client has a share of it. Keep an access token until shortly before it expires, instead of requesting one for every call.',
  status: 'agreed',
  sources: [referenceRateLimits],
};

export const oneHostEverywhere: Claim = {
  fact: 'K34',
  text: 'If you use a custom domain, use it everywhere. The base URL, the `aud` of the client assertion and the `htu` of a DPoP proof all use the same host. A preview org and your production org share nothing: make the key, the app and the grants in both. Orgs in EMEA and preview orgs have their own hosts too.',
  status: 'agreed',
  sources: [specOauth, conceptOrganizations],
};

export const toolsSignForAFullHour: Claim = {
  fact: 'K36',
  text: 'Okta’s SDKs and its Terraform provider sign client assertions that last a full hour, the longest that Okta allows. A clock that runs a second or two fast then causes the error “The client_assertion token has an expiration too far into the future.” Synchronise the clock with NTP, or install a newer version.',
  status: 'agreed',
  sources: [issueTerraformAssertionLifetime, issueGoSdkAssertionLifetime],
};

export const loginWithSlash: Claim = {
  fact: 'K37',
  text: 'A login that contains a `/` does not work in the path, encoded or not. You can fetch such a user only by `id`. To find that ID, call `listUsers` with `search=profile.login eq "…"`.',
  status: 'agreed',
  sources: [specManagement],
};

export const keyFileFormats: Claim = {
  fact: 'K38',
  text: 'Key files come in several formats. The Admin Console offers PEM and JWK. The Node.js, Go and Java programs of this guide read only PKCS#8 PEM (`BEGIN PRIVATE KEY`); Okta’s .NET SDK needs a JWK.',
  status: 'agreed',
  sources: [issueDotnetSdkKeyFormat, guideServiceApp],
};
