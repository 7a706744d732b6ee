import type { Claim } from '../claim.ts';
import {
  mavenJavaSdk,
  npmNodeSdk,
  pypiPythonSdk,
  repositoryDotnetSdk,
  repositoryGoSdk,
  repositoryJavaSdk,
  repositoryNodeSdk,
  repositoryPowerShell,
  pullRequestTerraformDpop,
  repositoryPythonSdk,
  repositoryTerraformProvider,
  issueGoSdkDpopRetry,
} from '../sources.ts';

// What Okta's own SDKs and tools take as a credential.

export const nodeSdkCredentials: Claim = {
  fact: 'H1',
  text: 'Okta’s Node SDK takes an API token as `token`, or a service app’s key with `authorizationMode: "PrivateKey"`, `clientId`, `scopes`, `privateKey` (JWK or PEM) and `keyId`. The repository mentions 8.2.0; npm has 8.1.0.',
  status: 'agreed',
  sources: [repositoryNodeSdk, npmNodeSdk],
};

export const nodeSdkDpop: Claim = {
  fact: 'H2',
  text: 'The Node SDK has used DPoP automatically since version 7.2.2; there is nothing to set.',
  status: 'agreed',
  sources: [repositoryNodeSdk],
};

export const pythonSdkCredentials: Claim = {
  fact: 'H3',
  text: 'Okta’s Python SDK accepts an API token as `token`. For a service app’s key, it accepts `authorizationMode: "PrivateKey"`, `clientId`, `scopes`, `privateKey` (JWK as text, or PEM) and `kid`. An access token that you fetched yourself goes in as `token`, with `authorizationMode: "Bearer"`. Look up its newest version on PyPI; it needs Python 3.9 or newer.',
  status: 'agreed',
  sources: [repositoryPythonSdk, pypiPythonSdk],
};

export const pythonSdkDpop: Claim = {
  fact: 'H4',
  text: 'The Python SDK has supported DPoP since 3.4.0 and uses it only with `dpopEnabled: True`; its README does not show the switch. Without it, an app that requires DPoP refuses the request.',
  status: 'agreed',
  sources: [repositoryPythonSdk],
};

export const goSdkCredentials: Claim = {
  fact: 'H5',
  text: 'Okta’s Go SDK (`github.com/okta/okta-sdk-golang/v6`, 6.1.5, Go 1.24 and newer) accepts an API token with `WithToken`. For a service app’s key, it has `WithAuthorizationMode("PrivateKey")`, `WithClientId`, `WithScopes`, `WithPrivateKey` and `WithPrivateKeyId`.',
  status: 'agreed',
  sources: [repositoryGoSdk],
};

export const goSdkDpop: Claim = {
  fact: 'H6',
  text: 'The Go SDK has used DPoP since 4.1.0, automatically and only when Okta asks for it. Its retry was fixed in 6.0.2.',
  status: 'agreed',
  sources: [repositoryGoSdk, issueGoSdkDpopRetry],
};

export const javaSdkCredentials: Claim = {
  fact: 'H7',
  text: 'Okta’s Java SDK is `com.okta.sdk:okta-sdk-api` with `okta-sdk-impl`; Maven Central has 25.0.1, and perhaps newer versions. An API token goes into `TokenClientCredentials`; a service app’s key into `setAuthorizationMode(AuthorizationMode.PRIVATE_KEY)`, `setClientId`, `setScopes`, `setPrivateKey` and, if needed, `setKid`.',
  status: 'agreed',
  sources: [mavenJavaSdk, repositoryJavaSdk],
};

export const dotnetSdkCredentials: Claim = {
  fact: 'H9',
  text: 'Okta’s .NET SDK (`Okta.Sdk` 10.0.3) accepts an API token as `Token`. For a service app’s key, it accepts `AuthorizationMode.PrivateKey`, `ClientId`, `Scopes` and `PrivateKey`. An access token that you fetched yourself goes in as `AccessToken`, with the mode `BearerToken`. Its README gives 3 April 2026 as the date on which 9.x is retired.',
  status: 'agreed',
  sources: [repositoryDotnetSdk],
};

export const dotnetSdkDpop: Claim = {
  fact: 'H10',
  text: 'The .NET SDK has used DPoP automatically since 8.x. Bugs in its proofs were fixed in 9.2.2, 10.0.2 and 10.0.3, so use 10.0.3 or newer.',
  status: 'agreed',
  sources: [repositoryDotnetSdk],
};

export const powershellModuleCredentials: Claim = {
  fact: 'H11',
  text: 'Okta’s PowerShell module (`Okta.PowerShell` 2.0.2, PowerShell 7) signs a person in by default, through device authorization. It also accepts an API token, which did not work before 2.0.2. We found neither a mode for a private key nor DPoP in its README and source.',
  status: 'agreed',
  sources: [repositoryPowerShell],
};

export const terraformCredentials: Claim = {
  fact: 'H12',
  text: 'The Terraform provider (`okta/okta` 6.12.0) accepts a service app’s key as `client_id`, `private_key_id`, `private_key` and `scopes`, along with `org_name` and `base_url`. It also accepts an `api_token`, which it calls legacy, or an `access_token`. You can use only one of these. Each has an environment variable, such as `OKTA_API_PRIVATE_KEY`.',
  status: 'agreed',
  sources: [repositoryTerraformProvider],
};

export const terraformDpop: Claim = {
  fact: 'H13',
  text: 'DPoP came to the Terraform provider in 4.9.0 and 4.10.0, with fixes in 5.3.0, 6.5.2 and 6.12.0.',
  status: 'agreed',
  sources: [repositoryTerraformProvider],
};

/** What the module of a set-up rests on, beside H12 and K14. */
export const terraformRequiresDpop: Claim = {
  fact: 'T32',
  text: 'A pull request from September 2026, since merged, gives the resource `okta_app_oauth` the argument `dpop_bound_access_tokens`. Version 6.12.0 does not have it.',
  status: 'agreed',
  sources: [pullRequestTerraformDpop],
};

export const sdksWithoutClientSecret: Claim = {
  fact: 'H15',
  text: 'The READMEs of Okta’s Node, Python, Go, Java and .NET SDKs describe OAuth with a key pair for service apps, but not with a client secret. For an API service integration, fetch the token yourself and pass it to an SDK that accepts one (Go, .NET, Java, Python).',
  status: 'inferred',
  sources: [
    repositoryNodeSdk,
    repositoryPythonSdk,
    repositoryGoSdk,
    repositoryDotnetSdk,
    repositoryJavaSdk,
  ],
};

export const sdkConfigurationNames: Claim = {
  fact: 'H16',
  text: 'Okta’s SDKs also read a file `okta.yaml` and environment variables such as `OKTA_CLIENT_TOKEN`, `OKTA_CLIENT_CLIENTID` and `OKTA_CLIENT_PRIVATEKEY`.',
  status: 'agreed',
  sources: [
    repositoryPythonSdk,
    repositoryGoSdk,
    repositoryNodeSdk,
    repositoryJavaSdk,
    repositoryDotnetSdk,
  ],
};
