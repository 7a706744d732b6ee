import type { Claim } from '../claim.ts';
import {
  beyondTrustOktaGuide,
  guideDpop,
  guideMcpAuthentication,
  helpApiServiceSettings,
  issueGoSdkDpopRetry,
  issueNodeSdkDpop,
  issueNodeSdkEncodedPath,
  issueNodeSdkHtu,
  issuePythonSdkHtu,
  nangoOktaClientCredentials,
  oauthErrorCatalogue,
  osoOktaGuide,
  pullNodeSdkDpop,
  releaseNotes2023,
  releaseNotes2024,
  releaseNotesAerial2024,
  repositoryGoSdk,
  repositoryNodeSdk,
  repositoryPythonSdk,
  repositoryTerraformProvider,
  specApplication,
  supportAdAgentOauth,
  supportDpopHeaderMissing,
  supportProvisioningAgentOauth,
} from '../sources.ts';

// Section D, Demonstrating Proof of Possession (RFC 9449). Each claim is an export of its own, so
// that a page carries only those it shows.

// When it applies.

export const dpopSince: Claim = {
  fact: 'D1',
  text: 'Okta has issued DPoP-bound tokens to service apps since April 2023 (release 2023.04.0). Its management APIs have accepted them in an early-access preview since December 2023, and in production since release 2024.02.0.',
  status: 'agreed',
  sources: [releaseNotes2023, releaseNotes2024],
};

export const dpopDefaultInConsole: Claim = {
  fact: 'D2',
  text: 'Since about February 2024, a new API Services app requires DPoP from the start if it is made in the Admin Console. Okta’s developer docs never say so. It follows from an issue and its fix in Okta’s Node SDK, a switch-off step in Okta’s own MCP guide, and several vendors’ set-up guides. Check that setting in your app.',
  status: 'inferred',
  sources: [
    issueNodeSdkDpop,
    pullNodeSdkDpop,
    guideMcpAuthentication,
    nangoOktaClientCredentials,
    osoOktaGuide,
    beyondTrustOktaGuide,
  ],
};

export const dpopDefaultByApi: Claim = {
  fact: 'D3',
  text: 'Through the API, the default is the opposite: `settings.oauthClient.dpop_bound_access_tokens` is false unless you set it. An app made through the API or with Terraform uses DPoP only if somebody turned it on.',
  status: 'agreed',
  sources: [specApplication, guideDpop],
};

export const dpopSpecificationConflict: Claim = {
  fact: 'D4',
  text: 'Okta’s sources disagree on whether DPoP works with client credentials. In a note marked `TOMBSTONE`, the API specification says that `client_credentials` is not allowed while `dpop_bound_access_tokens` is true. The 2023 release notes describe the two as working together. Test recordings in Okta’s Python SDK (March 2026) show a service app that gets a DPoP token. This guide follows the release notes and the recordings, and treats the note in the specification as outdated.',
  status: 'conflict',
  sources: [specApplication, releaseNotes2023, repositoryPythonSdk],
};

export const dpopAndPrivateKeyJwt: Claim = {
  fact: 'D5',
  text: 'In 2023 Okta remarked that `private_key_jwt` alone gives a service app protection comparable to DPoP’s. The two guard different things. The private key guards the token request. DPoP also guards a token that leaks afterwards, because the thief lacks its key.',
  status: 'agreed',
  sources: [releaseNotes2023, guideDpop],
};

export const dpopSwitchOff: Claim = {
  fact: 'D6',
  text: 'To switch DPoP off, open the app’s “General” tab, edit “General Settings”, untick “Require Demonstrating Proof of Possession (DPoP) header in token requests” and save.',
  status: 'agreed',
  sources: [guideMcpAuthentication, supportDpopHeaderMissing],
};

export const dpopForIntegrationsUnknown: Claim = {
  fact: 'D7',
  text: 'No public page says whether an API service integration can use DPoP. None offers it, none forbids it, and the OIN Wizard’s settings do not mention it.',
  status: 'unknown',
  sources: [helpApiServiceSettings],
};

export const dpopBeyondSdks: Claim = {
  fact: 'D8',
  text: 'DPoP is not only for SDKs: Okta’s Terraform provider, its newer agents and the Aerial API can use it too.',
  status: 'agreed',
  sources: [
    repositoryTerraformProvider,
    supportAdAgentOauth,
    supportProvisioningAgentOauth,
    releaseNotesAerial2024,
  ],
};

// At the token endpoint.

export const dpopProof: Claim = {
  fact: 'D9',
  text: 'A proof is a short JWT that you sign with an asymmetric key. Its header contains `typ` (`dpop+jwt`), `alg`, and the public key as `jwk`. For the token request, its claims are `htm` (`POST`), `htu` (the URL of the token endpoint) and `iat` (the time).',
  status: 'agreed',
  sources: [guideDpop],
};

export const dpopFirstAnswer: Claim = {
  fact: 'D10',
  text: 'The first token request has no nonce and comes back as 400 `use_dpop_nonce`. Its text is “Authorization server requires nonce in DPoP proof.”, and the nonce is in the `dpop-nonce` response header. Expect it: it is a step, not a failure.',
  status: 'agreed',
  sources: [guideDpop, repositoryPythonSdk],
};

export const dpopSecondRequest: Claim = {
  fact: 'D11',
  text: 'The second token request carries a newly signed proof, with the value of the `dpop-nonce` header as `nonce` and its own `jti`. The `token_type` in the response is then `DPoP`.',
  status: 'agreed',
  sources: [guideDpop, repositoryPythonSdk],
};

export const dpopNonceLifetime: Claim = {
  fact: 'D12',
  text: 'Okta renews the nonce every 24 hours but accepts an old one for three days, so keep it and save the extra round trip.',
  status: 'agreed',
  sources: [guideDpop],
};

export const dpopTokenBinding: Claim = {
  fact: 'D13',
  text: 'The token identifies its key: `cnf.jkt` is the SHA-256 thumbprint of the public DPoP key.',
  status: 'agreed',
  sources: [guideDpop],
};

export const dpopKeyIsSeparate: Claim = {
  fact: 'D14',
  text: 'Okta’s guide describes the DPoP key pair as separate from the one that authenticates the client. Practice varies. In Okta’s Go and Python SDKs it is a temporary RSA pair; the Node SDK signs the proofs with the client’s own key.',
  status: 'agreed',
  sources: [guideDpop, repositoryNodeSdk, repositoryGoSdk, repositoryPythonSdk],
};

export const dpopAlgorithms: Claim = {
  fact: 'D15',
  text: 'Proofs may be signed with RS256, RS384, RS512, ES256, ES384 or ES512: Okta’s own `WWW-Authenticate` header lists these.',
  status: 'agreed',
  sources: [issueNodeSdkHtu],
};

// At the API.

export const dpopScheme: Claim = {
  fact: 'D16',
  text: 'Send a bound token as `Authorization: DPoP {token}`, never as `Bearer`. Put a new proof into the `DPoP` header of every request.',
  status: 'agreed',
  sources: [guideDpop],
};

export const dpopProofForApi: Claim = {
  fact: 'D17',
  text: 'The proof for an API call contains `htm` (the real method), `htu` (the URL called), `iat` and a unique `jti`. It also contains `ath`, the base64url SHA-256 of the access token. A nonce is not needed there today.',
  status: 'agreed',
  sources: [guideDpop],
};

export const dpopChecks: Claim = {
  fact: 'D18',
  text: 'Okta checks the hash, the method, the URL, the binding of key and token, and whether the proof was used before. A proof may be five minutes old at most and must not be dated in the future, so the clock matters.',
  status: 'agreed',
  sources: [guideDpop, oauthErrorCatalogue],
};

export const dpopEncodedPaths: Claim = {
  fact: 'D19',
  text: 'Okta’s Node SDK leaves the query string out of `htu`. A known trap is a path that contains a percent-encoded character, such as the `@` in a login. Okta compares the decoded form and responds that the `htu` claim is invalid. Open issues describe this for Okta’s Python SDK 3.4.x and its Node SDK. Our advice: address users by ID, not by login.',
  status: 'agreed',
  sources: [repositoryNodeSdk, issuePythonSdkHtu, issueNodeSdkEncodedPath],
};

export const dpopErrorsAtApi: Claim = {
  fact: 'D20',
  text: 'The API responds to a bad proof with 400, and the reason is in the header: `WWW-Authenticate: DPoP algs="..."` with `error="invalid_dpop_proof"`.',
  status: 'agreed',
  sources: [issueNodeSdkHtu],
};

export const dpopAtOtherServers: Claim = {
  fact: 'D21',
  text: 'An API that is not Okta’s would have to check `cnf`, `jkt`, `htm` and `htu` itself. For Okta’s APIs, you do not need to.',
  status: 'agreed',
  sources: [guideDpop],
};

export const dpopInSdks: Claim = {
  fact: 'D22',
  text: 'Okta’s SDKs differ. The Node SDK puts a proof on every request, the first one included. The Go SDK waits for the error `invalid_dpop_proof`, then repeats the request with a proof, so the System Log shows a failed grant each time. The Python SDK needs `dpopEnabled` set to true.',
  status: 'agreed',
  sources: [repositoryNodeSdk, issueGoSdkDpopRetry, repositoryPythonSdk],
};
