import {
  issueNodeSdkEncodedPath,
  issueNodeSdkHtu,
  issuePythonSdkHtu,
  guideDpop,
  oauthErrorCatalogue,
  repositoryDotnetSdk,
  repositoryPythonSdk,
  repositoryTerraformProvider,
  supportDpopHeaderMissing,
} from '../sources.ts';
import type { KnownError } from './knownError.ts';

// Section G: the proof of possession, at the token endpoint and at the API.

export const dpopProofMissing: KnownError = {
  id: 'dpop-proof-missing',
  fact: 'G23',
  methods: ['serviceApp'],
  setUpSteps: { serviceApp: 'dpop' },
  signal: '400 invalid_dpop_proof',
  message: 'The DPoP proof JWT header is missing.',
  cause: 'The app requires DPoP, but your program sent no `DPoP` header.',
  remedy:
    'Use a tool that supports DPoP, or untick the requirement in the app’s “General Settings”, if you accept the loss of protection.',
  status: 'agreed',
  sources: [supportDpopHeaderMissing, oauthErrorCatalogue, repositoryPythonSdk],
};

export const dpopNonceRequired: KnownError = {
  id: 'dpop-nonce-required',
  fact: 'G24',
  methods: ['serviceApp'],
  signal: '400 use_dpop_nonce',
  message: 'Authorization server requires nonce in DPoP proof.',
  cause: 'Nothing is wrong: this is how Okta hands out the nonce.',
  remedy:
    'Repeat the request with the value of the `dpop-nonce` response header in the proof, a new `jti`, and a newly signed client assertion.',
  status: 'agreed',
  sources: [guideDpop, oauthErrorCatalogue, repositoryPythonSdk],
};

export const dpopClaimWrong: KnownError = {
  id: 'dpop-claim-wrong',
  fact: 'G25',
  methods: ['serviceApp'],
  signal: '400 invalid_dpop_proof',
  message:
    "'htm' claim in the DPoP proof JWT is invalid.\n'htu' claim in the DPoP proof JWT is invalid.\n'iat' claim in the DPoP proof JWT is invalid.\n'jti' claim in the DPoP proof JWT is invalid.\n'ath' claim in the DPoP proof does not match the presented access_token.",
  cause: 'The proof does not match the method, URL, time or token of this request.',
  remedy: 'Build a new proof for each request, from exactly the request that is about to be sent.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
  otherCauses: [
    {
      fact: 'G25',
      cause:
        'The org URL that you gave an SDK ends with a slash. The request then goes to `//api/v1/…`, and its `htu` claim no longer matches. (By our reading of one report, the slash is the cause.)',
      remedy: 'Give the SDK the org URL without a trailing slash: `https://{yourOktaDomain}`.',
      status: 'inferred',
      signs: [/\bhtu\b/, /[^:]\/\/api\//],
      sources: [issueNodeSdkHtu],
    },
    {
      fact: 'H10',
      cause:
        'Okta’s .NET SDK before 10.0.3 made invalid proofs: its `htu` was corrected in 10.0.2, its `htm` in 10.0.3.',
      remedy: 'Update the .NET SDK to 10.0.3 or later.',
      status: 'agreed',
      signs: [/\bOkta\.Sdk\b|okta-sdk-dotnet/i],
      sources: [repositoryDotnetSdk],
    },
    {
      fact: 'D19',
      cause:
        'The path contains a percent-encoded character, such as the `@` in a login: Okta compares the decoded form. Open issues describe this for Okta’s Python SDK 3.4.x and its Node SDK.',
      remedy: 'Address the user by ID, not by login.',
      status: 'agreed',
      signs: [/\bhtu\b/, /\/api\/v1\/[^\s"'?]*(?:%[0-9a-f]{2}|@)/i],
      sources: [issuePythonSdkHtu, issueNodeSdkEncodedPath],
    },
  ],
};

export const dpopProofTimedWrongly: KnownError = {
  id: 'dpop-proof-timed-wrongly',
  fact: 'G26',
  methods: ['serviceApp'],
  signal: '400 invalid_dpop_proof',
  message:
    'The DPoP proof JWT is issued in the future.\nThe DPoP proof JWT is issued more than five minutes in the past.',
  cause: 'Your clock is off, or a proof was kept and sent again later.',
  remedy: 'Synchronise the clock and never cache a proof.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};

export const dpopProofReused: KnownError = {
  id: 'dpop-proof-reused',
  fact: 'G27',
  methods: ['serviceApp'],
  signal: '400 invalid_dpop_proof',
  message: 'The DPoP proof JWT has already been used.',
  cause: 'The same proof was sent twice. Simple retry code does this.',
  remedy:
    'Sign a new proof for each attempt. Before 5.3.0, Okta’s Terraform provider sent the same proof twice, so update older versions.',
  status: 'agreed',
  sources: [oauthErrorCatalogue, repositoryTerraformProvider],
};

export const dpopTokenSentAsBearer: KnownError = {
  id: 'dpop-token-sent-as-bearer',
  fact: 'G40',
  methods: ['serviceApp'],
  signal: '400 invalid_request',
  message:
    'The resource request must use the DPoP authentication scheme when using a DPoP bound token.',
  cause: 'A token with `token_type` `DPoP` was sent as `Bearer`.',
  remedy: 'Send `Authorization: DPoP {token}` and a `DPoP` proof with it.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};

export const dpopProofMissingAtApi: KnownError = {
  id: 'dpop-proof-missing-at-api',
  fact: 'G41',
  methods: ['serviceApp'],
  signal: '400 invalid_request',
  message: 'The resource request requires a DPoP proof.',
  cause: 'The token was sent with the right scheme, but without a `DPoP` header.',
  remedy: 'Add a proof made for this request.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};

export const dpopKeyMismatch: KnownError = {
  id: 'dpop-key-mismatch',
  fact: 'G42',
  methods: ['serviceApp'],
  signal: '400 invalid_dpop_proof or 401 invalid_token',
  message:
    'The access_token is not bound to the provided DPoP proof.\nThe presented access_token is not DPoP bound.',
  cause:
    'First text: the proof was signed with a different key from the one that the token is bound to. Second text: a bearer token was sent as `DPoP`.',
  remedy: 'Keep one DPoP key for the life of a token, and let `token_type` decide the scheme.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};
