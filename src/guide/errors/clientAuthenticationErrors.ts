import {
  guideBuildApiIntegration,
  guideSelfSignedJwt,
  issueGoSdkAssertionLifetime,
  issueTerraformAssertionLifetime,
  oauthErrorCatalogue,
  repositoryPythonSdk,
  specClientAuthentication,
  supportAssertionAudience,
  supportAssertionSignature,
  supportInvalidClient,
  supportInvalidKeyId,
  supportPrivateKeyJwtRequired,
} from '../sources.ts';
import type { KnownError } from './knownError.ts';

// Section G: the token endpoint refuses the way in which a client authenticates. Each error is an export of its
// own, so that a page carries only those it shows.

export const secretRefusedForServiceApp: KnownError = {
  id: 'secret-refused-for-service-app',
  fact: 'G1',
  methods: ['serviceApp'],
  setUpSteps: { serviceApp: 'public-key' },
  signal: '401 invalid_client',
  message:
    'Client Credentials requests to the Org Authorization Server must use the private_key_jwt token_endpoint_auth_method.',
  cause:
    'Your service app presented a client secret. The org authorization server does not accept one here.',
  remedy:
    'Set the app to “Public key / Private key”, register a public key, and send a signed client assertion instead of the secret.',
  status: 'agreed',
  sources: [supportPrivateKeyJwtRequired, oauthErrorCatalogue],
};

export const integrationAuthenticationRefused: KnownError = {
  id: 'integration-authentication-refused',
  fact: 'G2',
  methods: ['apiServiceIntegration'],
  setUpSteps: { apiServiceIntegration: 'token' },
  signal: '401 invalid_client',
  message:
    'OAuth Integration Client Credentials requests to the Org Authorization Server must use either private_key_jwt or client_secret_basic as the token_endpoint_auth_method.',
  cause:
    'The integration authenticated in some other way, for example with the secret in the form body. (The text lists what is accepted; this cause is our reading.)',
  remedy: 'Send the client ID and secret in an `Authorization: Basic` header and nowhere else.',
  status: 'inferred',
  sources: [oauthErrorCatalogue],
};

export const wrongClientSecret: KnownError = {
  id: 'wrong-client-secret',
  fact: 'G3',
  methods: ['apiServiceIntegration'],
  setUpSteps: { apiServiceIntegration: 'customer-credentials' },
  signal: '401 invalid_client',
  message: 'The client secret supplied for a confidential client is invalid.',
  cause:
    'The secret is mistyped, was rotated or deactivated, or belongs to an installation in another org.',
  remedy:
    'Compare the domain, client ID and secret with those that this customer gave you. If the secret is lost, the customer generates a new one.',
  status: 'agreed',
  sources: [guideBuildApiIntegration, supportInvalidClient, oauthErrorCatalogue],
};

export const noClientCredentials: KnownError = {
  id: 'no-client-credentials',
  fact: 'G4',
  methods: ['serviceApp', 'apiServiceIntegration'],
  setUpSteps: { serviceApp: 'program', apiServiceIntegration: 'token' },
  signal: '401 invalid_client',
  message: 'No client credentials found.',
  cause: 'The request carried neither a Basic header nor a client assertion.',
  remedy:
    'Add the one that your method needs: a client assertion for a service app, a Basic header for an API service integration.',
  status: 'agreed',
  sources: [specClientAuthentication, oauthErrorCatalogue],
};

export const unknownClient: KnownError = {
  id: 'unknown-client',
  fact: 'G5',
  methods: ['serviceApp', 'apiServiceIntegration'],
  setUpSteps: { serviceApp: 'program', apiServiceIntegration: 'customer-credentials' },
  signal: '401 invalid_client',
  message: "Invalid value for 'client_id' parameter.",
  cause: 'This org has no client with that ID, for instance because the ID comes from another org.',
  remedy: 'Check that the client ID and the org domain come from the same org.',
  status: 'agreed',
  sources: [oauthErrorCatalogue, supportInvalidClient],
};

export const notAServiceApp: KnownError = {
  id: 'not-a-service-app',
  fact: 'G6',
  methods: ['serviceApp'],
  setUpSteps: { serviceApp: 'app' },
  signal: '401 invalid_client',
  message:
    "Only clients with 'application_type' of 'service' may use the client_credentials 'grant_type' with the Org Authorization Server.",
  cause: 'The client ID belongs to a web, single-page or native app.',
  remedy: 'Create an app of type “API Services” and use its client ID.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};

export const wrongAudience: KnownError = {
  id: 'wrong-audience',
  fact: 'G7',
  methods: ['serviceApp'],
  setUpSteps: { serviceApp: 'program' },
  signal: '401 invalid_client',
  message: 'The audience claim for client_assertion must be the endpoint invoked for the request.',
  cause:
    'The assertion’s `aud` is not exactly the URL that was called. Likely mistakes, in our reading: the issuer instead of the token endpoint, a custom domain on one side only, or another authorization server.',
  remedy: 'Set `aud` to exactly the string that your program uses as the token URL.',
  status: 'agreed',
  sources: [supportAssertionAudience, oauthErrorCatalogue],
};

export const wrongAssertionIssuer: KnownError = {
  id: 'wrong-assertion-issuer',
  fact: 'G8',
  methods: ['serviceApp'],
  setUpSteps: { serviceApp: 'program' },
  signal: '401 invalid_client',
  message:
    'The issuer claim for client_assertion is not a valid client_id.\nThe subject claim for client_assertion is not a valid client_id.',
  cause: 'The assertion’s `iss` or `sub` is not the client ID.',
  remedy: 'Set both claims to the client ID.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};

export const wrongSignature: KnownError = {
  id: 'wrong-signature',
  fact: 'G9',
  methods: ['serviceApp'],
  setUpSteps: { serviceApp: 'public-key' },
  signal: '401 invalid_client',
  message: 'The client_assertion signature is invalid.',
  cause: 'The private key that signed the assertion does not match the public key that Okta has.',
  remedy: 'Sign with the matching private key, or register the public key that belongs to yours.',
  status: 'agreed',
  sources: [supportAssertionSignature, oauthErrorCatalogue],
};

export const wrongKeyId: KnownError = {
  id: 'wrong-key-id',
  fact: 'G10',
  methods: ['serviceApp'],
  setUpSteps: { serviceApp: 'public-key' },
  signal: '401 invalid_client',
  message: 'The client_assertion JWT kid is invalid.',
  cause:
    'The assertion’s header names a key that the app does not have, or names none although several are registered.',
  remedy: 'Copy the `kid` from the app’s list of public keys into the assertion’s header.',
  status: 'agreed',
  sources: [supportInvalidKeyId, oauthErrorCatalogue],
};

export const noKeyRegistered: KnownError = {
  id: 'no-key-registered',
  fact: 'G11',
  methods: ['serviceApp'],
  setUpSteps: { serviceApp: 'public-key' },
  signal: '401 invalid_client',
  message: 'The client does not have a JWKSet configured, but the client_assertion requires one.',
  cause: 'The app has neither a saved public key nor a JWKS URL.',
  remedy: 'Add a public key on the app’s “General” tab, or point it to your JWKS URL.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};

export const jwksUrlFails: KnownError = {
  id: 'jwks-url-fails',
  fact: 'G12',
  methods: ['serviceApp'],
  setUpSteps: { serviceApp: 'public-key' },
  signal: '401 invalid_client',
  message:
    'Error retrieving the client JWKSet from jwks_uri.\nAll keys in the client JWKSet from jwks_uri must have a unique kid.',
  cause: 'Okta cannot fetch the JWKS that you host, or two keys in it share a `kid`.',
  remedy: 'Open the JWKS URL from outside your network, and give every key in it a unique `kid`.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};

export const assertionExpired: KnownError = {
  id: 'assertion-expired',
  fact: 'G13',
  methods: ['serviceApp'],
  signal: '401 invalid_client',
  message: 'The client_assertion token is expired.',
  cause: '`exp` has passed: the assertion was kept too long, or your clock is slow.',
  remedy: 'Synchronise the clock and sign a new assertion for each token request.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};

export const assertionLivesTooLong: KnownError = {
  id: 'assertion-lives-too-long',
  fact: 'G14',
  methods: ['serviceApp'],
  signal: '401 invalid_client',
  message: 'The client_assertion token has an expiration too far into the future.',
  cause: '`exp` is more than an hour ahead, or was given in milliseconds.',
  remedy: 'Give `exp` in seconds since 1970, for example five minutes from now.',
  status: 'agreed',
  sources: [oauthErrorCatalogue, guideSelfSignedJwt],
  otherCauses: [
    {
      fact: 'K36',
      cause:
        'Okta’s SDKs and its Terraform provider sign assertions that last the full hour allowed. A clock that runs a second or two fast is then enough to exceed it.',
      remedy:
        'Synchronise the clock with NTP, and update the SDK or provider. In your own code, let the assertion expire after five minutes.',
      status: 'agreed',
      signs: [/terraform|\bsdk\b|okta[-_.]?(?:sdk|client|api)|com\.okta|\b400 bad request\b/i],
      sources: [issueTerraformAssertionLifetime, issueGoSdkAssertionLifetime],
    },
  ],
};

export const assertionFromTheFuture: KnownError = {
  id: 'assertion-from-the-future',
  fact: 'G15',
  methods: ['serviceApp'],
  signal: '401 invalid_client',
  message: 'The client_assertion token must be issued before the current time.',
  cause: '`iat` is ahead of Okta’s clock, so yours is fast.',
  remedy: 'Synchronise the clock. `iat` is optional, so leaving it out works as well.',
  status: 'agreed',
  sources: [oauthErrorCatalogue, guideSelfSignedJwt],
};

export const assertionReused: KnownError = {
  id: 'assertion-reused',
  fact: 'G16',
  methods: ['serviceApp'],
  signal: '401 invalid_client',
  message: 'The client_assertion token has already been used.',
  cause:
    'The same `jti` arrived twice. The usual reason is a retry after `use_dpop_nonce` that sends the first assertion again.',
  remedy: 'Sign a new assertion with a new `jti` for every attempt, retries included.',
  status: 'agreed',
  sources: [oauthErrorCatalogue, repositoryPythonSdk],
};

export const multipleCredentials: KnownError = {
  id: 'multiple-credentials',
  fact: 'G28',
  methods: ['serviceApp', 'apiServiceIntegration'],
  setUpSteps: { serviceApp: 'public-key' },
  signal: '401 or 400 invalid_request',
  message:
    'Cannot supply multiple client credentials. Use one of the following: credentials in the Authorization header, credentials in the post body, or a client_assertion in the post body.',
  cause:
    'One request contained two kinds of credentials, for example a Basic header and an assertion. Okta’s sources disagree on the status: the error catalogue says 401, the specification’s example 400. Look at the error code, not at the status.',
  remedy: 'Send exactly one kind of credentials.',
  status: 'conflict',
  sources: [oauthErrorCatalogue, specClientAuthentication],
};

export const wrongAssertionType: KnownError = {
  id: 'wrong-assertion-type',
  fact: 'G29',
  methods: ['serviceApp'],
  signal: '400 invalid_request',
  message: 'The client_assertion_type is invalid.',
  cause: '`client_assertion_type` is not the URN that Okta expects.',
  remedy: 'Use `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`.',
  status: 'agreed',
  sources: [oauthErrorCatalogue, specClientAuthentication],
};

export const credentialsInQuery: KnownError = {
  id: 'credentials-in-query',
  fact: 'G49',
  methods: ['serviceApp', 'apiServiceIntegration'],
  signal: '400 invalid_request',
  message: 'Client credentials cannot be supplied via query parameters.',
  cause: 'The client ID and secret were in the URL, where they may end up in logs.',
  remedy:
    'Move them out of the URL. An API service integration sends them in an `Authorization: Basic` header. A service app sends no secret: it sends a client assertion in the body.',
  status: 'agreed',
  sources: [oauthErrorCatalogue],
};
