import type { Claim } from '../claim.ts';
import {
  brunoClientCredentials,
  brunoSandbox,
  cloudWatchOkta,
  curlFaqWindowsQuotes,
  curlProxyVariables,
  elasticOkta,
  githubAddresses,
  honeycombOkta,
  issueBrunoClientAssertion,
  issueJavaSdkMessage,
  issueJavaSdkProxy,
  issueNodeSdkProxy,
  issuePostmanClientAssertion,
  issuePostmanCrypto,
  issuePostmanProxy,
  issuePythonSdkKeyId,
  issueTerraformMemberships,
  issueTerraformPolicies,
  issueTerraformUserRoles,
  microsoftCurl,
  pullNodeSdkProxy,
  repositoryGoSdk,
  repositoryMcpServer,
  repositoryPythonSdk,
  repositoryTerraformProvider,
} from '../sources.ts';

// What individual tools do, as far as their own documentation and issues say.

export const curlIsAnAlias: Claim = {
  fact: 'T1',
  text: 'Windows comes with cURL as `curl.exe`. In Windows PowerShell 5.1, however, `curl` stands for `Invoke-WebRequest`, which has other parameters. Type `curl.exe` there, or use PowerShell 7, where `curl` is cURL.',
  status: 'agreed',
  sources: [microsoftCurl],
};

export const windowsQuotes: Claim = {
  fact: 'T2',
  text: 'The Command Prompt does not understand single quotes: write an argument in double quotes, and each double quote within it as `\\"`. PowerShell understands both, but may change the double quotes in an argument before cURL sees them.',
  status: 'agreed',
  sources: [curlFaqWindowsQuotes],
};

export const brunoHasNoAssertion: Claim = {
  fact: 'T3',
  text: 'Bruno’s settings for client credentials have a field for a client secret and none for a client assertion. An issue from July 2025 that asks for `private_key_jwt` is still open, so a script or another program has to make the assertion.',
  status: 'agreed',
  sources: [brunoClientCredentials, issueBrunoClientAssertion],
};

export const postmanSendsAssertion: Claim = {
  fact: 'T4',
  text: 'Postman 10.13 and newer can add your own parameters to a token request, under “Advanced” in its OAuth 2.0 settings. This lets it send a `client_assertion` that you made elsewhere.',
  status: 'agreed',
  sources: [issuePostmanClientAssertion],
};

export const postmanProxy: Claim = {
  fact: 'T5',
  text: 'Postman follows `HTTP_PROXY` and `HTTPS_PROXY` even when its own proxy settings say otherwise, a maintainer writes. The value needs its scheme, as in `http://proxy.example:8080`.',
  status: 'agreed',
  sources: [issuePostmanProxy],
};

export const openSourceMcpSettings: Claim = {
  fact: 'T6',
  text: 'The open-source MCP server calls Okta through the Python SDK. It reads `OKTA_ORG_URL`, `OKTA_CLIENT_ID` and `OKTA_SCOPES` (separated by spaces), and for programs also `OKTA_PRIVATE_KEY` (PEM) and `OKTA_KEY_ID`. Its README tells you to switch DPoP off for the app, and suggests the role Super Administrator.',
  status: 'agreed',
  sources: [repositoryMcpServer],
};

export const githubAddressesChange: Claim = {
  fact: 'T7',
  text: 'GitHub publishes the addresses of its hosted runners, changes them from time to time, and advises against allow lists made from them.',
  status: 'agreed',
  sources: [githubAddresses],
};

export const collectorsDiffer: Claim = {
  fact: 'T8',
  text: 'Collectors differ in what they accept. Elastic’s integration accepts a service app or an API token. Amazon CloudWatch requires a service app with `okta.logs.read`. Honeycomb’s source has a field only for an API token.',
  status: 'agreed',
  sources: [elasticOkta, cloudWatchOkta, honeycombOkta],
};

export const nodeSdkProxy: Claim = {
  fact: 'T9',
  text: 'The Node SDK uses the proxy in its setting `httpsProxy`, or else in `HTTPS_PROXY`. An open issue reports that the token request with a private key still fails behind a proxy.',
  status: 'agreed',
  sources: [pullNodeSdkProxy, issueNodeSdkProxy],
};

export const pythonAndGoSdkProxy: Claim = {
  fact: 'T10',
  text: 'The Python and Go SDKs have a setting `proxy` with `host` and `port`. It can be set in `okta.yaml`, or in the environment as `OKTA_CLIENT_PROXY_HOST` and `OKTA_CLIENT_PROXY_PORT`. In Go, you can also call `WithProxyHost` and `WithProxyPort`.',
  status: 'agreed',
  sources: [repositoryPythonSdk, repositoryGoSdk],
};

export const javaSdkProxy: Claim = {
  fact: 'T11',
  text: 'The Java SDK has its own proxy settings. One user could not get it to follow `https.proxyHost` and `https.proxyPort`, but it worked with `-Dokta.client.proxy.host` and `-Dokta.client.proxy.port`.',
  status: 'agreed',
  sources: [issueJavaSdkProxy],
};

export const terraformUserRolesMessage: Claim = {
  fact: 'T12',
  text: "If the credential may not read roles, `data okta_user` stops with `failed to set user's roles: failed to get roles: the API returned an error: You do not have permission to perform the requested action`.",
  status: 'agreed',
  sources: [issueTerraformUserRoles],
};

export const terraformPolicyMessage: Claim = {
  fact: 'T13',
  text: 'If the token lacks `okta.policies.read`, `okta_app_oauth` stops with `error finding default ACCESS_POLICY the API returned an unknown error`. The reason, `insufficient_scope`, is only in the provider’s debug log.',
  status: 'agreed',
  sources: [issueTerraformPolicies],
};

export const terraformMembershipsInSilence: Claim = {
  fact: 'T14',
  text: 'An issue from June 2025 reports that `okta_group_memberships` continued without an error even though Okta had returned 403 (provider 4.20.0).',
  status: 'agreed',
  sources: [issueTerraformMemberships],
};

export const javaSdkHidesReason: Claim = {
  fact: 'T15',
  text: 'An issue from February 2023 shows that the Java SDK threw an exception without a reason, `OAuth2HttpException: null`, although Okta had returned `consent_required`. If you see that exception, look at the response body.',
  status: 'agreed',
  sources: [issueJavaSdkMessage],
};

export const pythonSdkKeyId: Claim = {
  fact: 'T16',
  text: 'Before version 2.9.0, the Python SDK left the `kid` out of its assertions. Okta refuses them if the app has several keys.',
  status: 'agreed',
  sources: [issuePythonSdkKeyId],
};

export const curlProxy: Claim = {
  fact: 'T17',
  text: 'cURL uses the proxy that `HTTPS_PROXY` names, and bypasses it for the hosts in `NO_PROXY`.',
  status: 'agreed',
  sources: [curlProxyVariables],
};

export const terraformProxySetting: Claim = {
  fact: 'T18',
  text: 'The provider has a setting `http_proxy`, also read from `OKTA_HTTP_PROXY`. Its documentation describes it for tests and for nearby caches, and does not mention a company’s proxy.',
  status: 'agreed',
  sources: [repositoryTerraformProvider],
};

export const postmanScriptsSign: Claim = {
  fact: 'T30',
  text: 'Postman’s scripts can sign: a maintainer wrote in April 2025 that they have the browser’s `crypto` object.',
  status: 'agreed',
  sources: [issuePostmanCrypto],
};

export const brunoModes: Claim = {
  fact: 'T31',
  text: 'Bruno runs scripts in Safe Mode or in Developer Mode. In Developer Mode, they can read your files and run programs. Since version 3.0.0, its command line uses Safe Mode unless you give it `--sandbox=developer`.',
  status: 'agreed',
  sources: [brunoSandbox],
};
