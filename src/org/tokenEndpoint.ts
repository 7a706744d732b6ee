import { type AccessToken, signAccessToken } from './accessToken.ts';
import { assertionClaims, checkAssertion } from './clientAssertion.ts';
import { takesNonce, withNonce } from './dpopNonces.ts';
import { proofAgeError, readProof } from './dpopProof.ts';
import { isWithinZone } from './networkZones.ts';
import {
  duplicatedParameters,
  type OauthError,
  oauthErrors,
  unpublishedError,
} from './oauthErrors.ts';
import {
  jsonResponse,
  type Org,
  type OrgApp,
  type OrgCrypto,
  type OrgRequest,
  type OrgResponse,
  originOf,
  tokenPath,
} from './org.ts';
import { isWellFormed, scopesFor } from './requestedScopes.ts';
import type { LogEntry } from './systemLog.ts';
import {
  basicCredentials,
  duplicates,
  parameter,
  readTokenRequest,
  type TokenRequest,
} from './tokenRequest.ts';
import { useOnce } from './usedOnce.ts';

/** The result of a step: an error, or what the next step needs; in any case the org after it. */
type Step<Result> =
  | { readonly org: Org; readonly refused: OauthError; readonly nonce?: string }
  | ({ readonly org: Org } & Result);

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const credentialParameters = [
  'client_id',
  'client_secret',
  'client_assertion',
  'client_assertion_type',
] as const;
/** Okta's other grant types, which this org does not support. */
const otherGrantTypes: ReadonlySet<string> = new Set([
  'authorization_code',
  'refresh_token',
  'urn:ietf:params:oauth:grant-type:device_code',
]);
/** The longest body that the certified server reads, in bytes. */
const longestBody = 56 * 1024;

/**
 * Answers a POST to the token endpoint of the org authorization server: authenticates the client,
 * checks its grant, its DPoP proof and its scopes, and issues an access token (facts C21 to C37, D9
 * to D14, E23, E24, G1 to G30, G49).
 *
 * Okta has not published which of several faults it reports; the order here is that of the
 * certified server that judges this org. If only some of the requested scopes are granted, the
 * token gets those (C34: the guides say so, the Grants API says otherwise).
 *
 * @param now milliseconds since the epoch
 */
export async function answerTokenRequest(
  org: Org,
  request: OrgRequest,
  now: number,
  crypto: OrgCrypto,
): Promise<{ readonly org: Org; readonly response: OrgResponse }> {
  const read = readTokenRequest(request);
  const client = await authenticate(org, request, read, now);
  if ('refused' in client) return refusal(client, now);
  const { app } = client;
  const granted = await grant(client.org, app, read, now, crypto);
  if ('refused' in granted) return refusal(granted, now, app.clientId);

  const token: AccessToken = {
    id: crypto.randomId(),
    clientId: app.clientId,
    scopes: granted.scopes,
    ...(granted.thumbprint === undefined ? {} : { thumbprint: granted.thumbprint }),
  };
  const scope = token.scopes.join(' ');
  return {
    org: {
      ...granted.org,
      issuedTokens: [
        ...granted.org.issuedTokens,
        { id: token.id, clientId: token.clientId, ended: false },
      ],
      log: [
        ...granted.org.log,
        {
          published: now,
          eventType: 'app.oauth2.token.grant.access_token',
          outcome: 'SUCCESS',
          clientId: app.clientId,
          detail: scope,
        },
      ],
    },
    response: jsonResponse(
      200,
      {
        token_type: token.thumbprint === undefined ? 'Bearer' : 'DPoP',
        expires_in: org.tokenLifetime,
        access_token: await signAccessToken(org, token, now, crypto),
        scope,
      },
      {
        ...notStored,
        ...(granted.newerNonce === undefined ? {} : { 'dpop-nonce': granted.newerNonce }),
      },
    ),
  };
}

const notStored = { 'cache-control': 'no-cache, no-store', pragma: 'no-cache' };

function refusal(
  { org, refused, nonce }: { org: Org; refused: OauthError; nonce?: string },
  now: number,
  clientId?: string,
): { readonly org: Org; readonly response: OrgResponse } {
  const entry: LogEntry = {
    published: now,
    eventType: eventOf(refused),
    outcome: 'FAILURE',
    detail: refused.error,
    ...(clientId === undefined ? {} : { clientId }),
  };
  return {
    org: { ...org, log: [...org.log, entry] },
    response: jsonResponse(
      refused.status,
      { error: refused.error, error_description: refused.description },
      { ...notStored, ...(nonce === undefined ? {} : { 'dpop-nonce': nonce }) },
    ),
  };
}

function eventOf(refused: OauthError): LogEntry['eventType'] {
  if (refused === oauthErrors.outside_client_zone) {
    return 'system.oauth2.token.request_outside_allowed_range';
  }
  return refused.error === 'invalid_client'
    ? 'app.oauth2.invalid_client_credentials'
    : 'app.oauth2.token.grant.access_token';
}

/** Finds out which app sends the request, and whether it may. */
async function authenticate(
  org: Org,
  request: OrgRequest,
  read: TokenRequest,
  now: number,
): Promise<Step<{ readonly app: OrgApp }>> {
  const { form, authorization, contentType = '' } = read;
  const formError = credentialsError(org, read);
  if (formError !== undefined) return { org, refused: formError };
  if (contentType !== '' && !/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(contentType)) {
    return { org, refused: oauthErrors.token_request_missing_grant_type };
  }
  if (new TextEncoder().encode(request.body).length > longestBody) {
    return { org, refused: unpublishedError(400, 'invalid_request', 'The body is too long.') };
  }
  const twice = duplicates(form, credentialParameters);
  if (twice.length > 0) return { org, refused: duplicatedParameters(twice.join(', ')) };

  const assertion = parameter(form, 'client_assertion');
  let known: Step<{ readonly app: OrgApp }>;
  if (authorization !== undefined) known = authenticateBySecret(org, authorization);
  else if (assertion !== undefined) known = await authenticateByKey(org, assertion, form, now);
  else known = { org, refused: withoutCredentials(org, parameter(form, 'client_id')) };
  if ('refused' in known) return known;
  if (known.app.state === 'inactive') {
    return { org, refused: unpublishedError(401, 'invalid_client', 'The app is not active.') };
  }
  return isWithinZone(org, known.app.zone, request.from)
    ? known
    : { org: known.org, refused: oauthErrors.outside_client_zone };
}

/** What can be wrong with the credentials before any of them is checked. */
function credentialsError(
  org: Org,
  { query, form, authorization, proofs }: TokenRequest,
): OauthError | undefined {
  if (['client_id', 'client_secret', 'client_assertion'].some((name) => query.has(name))) {
    return oauthErrors.client_credentials_in_query;
  }
  const inForm = ['client_assertion', 'client_secret'].filter((name) => form.has(name));
  const count = inForm.length + (authorization === undefined ? 0 : 1);
  // Programs report that Okta counts a `client_id` beside another credential as a second one.
  const countsId = form.has('client_id') && !form.has('client_secret');
  if (count > 1 || (count === 1 && countsId)) return oauthErrors.multiple_client_credentials;
  if (form.has('client_secret')) {
    const app = org.apps.find(({ clientId }) => clientId === form.get('client_id'));
    return app === undefined ? oauthErrors.invalid_client_id : wrongMethodError(app);
  }
  return proofs.length > 1
    ? oauthErrors.invalid_dpop_proof_multiple_headers_not_allowed
    : undefined;
}

/** The error for a client that authenticates in another way than its own (facts G1, G2, E24). */
function wrongMethodError({ kind }: OrgApp): OauthError {
  if (kind === 'webApp') return oauthErrors.invalid_client;
  return kind === 'serviceApp'
    ? oauthErrors.unsupported_auth_method_client_creds
    : oauthErrors.unsupported_auth_method_client_creds_oauth_integration;
}

function withoutCredentials(org: Org, clientId: string | undefined): OauthError {
  return clientId === undefined || org.apps.some((app) => app.clientId === clientId)
    ? oauthErrors.missing_client_credentials
    : oauthErrors.invalid_client_id;
}

function authenticateBySecret(org: Org, authorization: string): Step<{ readonly app: OrgApp }> {
  const credentials = basicCredentials(authorization);
  if (credentials === undefined) return { org, refused: oauthErrors.invalid_basic_auth_creds };
  if (credentials.clientId === '') return { org, refused: oauthErrors.missing_client_credentials };
  const app = org.apps.find(({ clientId }) => clientId === credentials.clientId);
  if (app === undefined) return { org, refused: oauthErrors.invalid_client_id };
  if (app.kind === 'serviceApp') return { org, refused: wrongMethodError(app) };
  return app.secrets.some(({ state, value }) => state === 'active' && value === credentials.secret)
    ? { org, app }
    : { org, refused: oauthErrors.invalid_client_secret };
}

async function authenticateByKey(
  org: Org,
  assertion: string,
  form: URLSearchParams,
  now: number,
): Promise<Step<{ readonly app: OrgApp }>> {
  const claims = assertionClaims(assertion);
  if (claims === undefined) return { org, refused: oauthErrors.client_assertion_invalid_jwt };
  if (!claims.sub) return { org, refused: oauthErrors.client_assertion_invalid_subject };
  if (parameter(form, 'client_assertion_type') !== assertionType) {
    return { org, refused: oauthErrors.client_assertion_type_invalid };
  }
  const app = org.apps.find(({ clientId }) => clientId === claims.sub);
  if (app === undefined) {
    // Which of the two Okta looks at first is not known; a wrong client ID is in both.
    return {
      org,
      refused: org.apps.some(({ clientId }) => clientId === claims.iss)
        ? oauthErrors.client_assertion_invalid_subject
        : oauthErrors.client_assertion_invalid_issuer,
    };
  }
  if (app.kind !== 'serviceApp') return { org, refused: wrongMethodError(app) };
  const tokenUrl = `${originOf(org)}${tokenPath}`;
  const checked = await checkAssertion(assertion, claims, app, tokenUrl, now);
  if ('refused' in checked) return { org, refused: checked.refused };
  if (checked.used === undefined) return { org, app };
  const usedAssertions = useOnce(org.usedAssertions, checked.used, now);
  return usedAssertions === undefined
    ? { org, refused: oauthErrors.client_assertion_already_used }
    : { org: { ...org, usedAssertions }, app };
}

interface Granted {
  readonly scopes: readonly string[];
  readonly thumbprint?: string;
  /** Set if the proof's nonce still counts and there is a newer one. */
  readonly newerNonce?: string;
}

/** Checks what an authenticated client asks for. */
async function grant(
  org: Org,
  app: OrgApp,
  { form, proofs: [proof = ''] }: TokenRequest,
  now: number,
  crypto: OrgCrypto,
): Promise<Step<Granted>> {
  const refused = grantError(app, form);
  if (refused !== undefined) return { org, refused };
  const proven = proof === '' ? { org } : await provenBy(org, proof, now, crypto);
  if ('refused' in proven) return proven;
  const scopes = scopesFor(org, app, parameter(form, 'scope'));
  if ('refused' in scopes) return { org: proven.org, refused: scopes.refused };
  if (!('proof' in proven)) {
    return app.requiresDpop
      ? { org, refused: oauthErrors.invalid_dpop_proof_missing_header }
      : { org, scopes: scopes.scopes };
  }
  const { thumbprint, id, newerNonce } = proven.proof;
  const usedProofs = useOnce(
    proven.org.usedProofs,
    { id: `${app.clientId} ${id}`, until: now + 300_000 },
    now,
  );
  return usedProofs === undefined
    ? { org: proven.org, refused: oauthErrors.dpop_proof_already_used }
    : {
        org: { ...proven.org, usedProofs },
        scopes: scopes.scopes,
        thumbprint,
        ...(newerNonce === undefined ? {} : { newerNonce }),
      };
}

function grantError({ kind }: OrgApp, form: URLSearchParams): OauthError | undefined {
  if (duplicates(form, ['grant_type']).length > 0) return duplicatedParameters('grant_type');
  const grantType = parameter(form, 'grant_type');
  if (grantType === undefined) return oauthErrors.token_request_missing_grant_type;
  if (otherGrantTypes.has(grantType)) {
    return unpublishedError(400, 'invalid_request', 'The client may not use this grant type.');
  }
  if (grantType !== 'client_credentials') return oauthErrors.unsupported_grant_type;
  if (kind === 'webApp') return oauthErrors.invalid_application_type_client_credentials;
  if (duplicates(form, ['scope']).length > 0) return duplicatedParameters('scope');
  return isWellFormed(parameter(form, 'scope')) ? undefined : oauthErrors.invalid_scope;
}

interface Proven {
  readonly proof: {
    readonly thumbprint: string;
    /** Its `jti`. */
    readonly id: string;
    readonly newerNonce?: string;
  };
}

/** Checks the DPoP proof of a token request (facts D9 to D13, D18, G24 to G26). */
async function provenBy(
  org: Org,
  text: string,
  now: number,
  crypto: OrgCrypto,
): Promise<Step<Proven>> {
  const read = await readProof(text, now);
  if ('refused' in read) return { org, refused: read.refused };
  const { claims, thumbprint } = read.proof;
  const { iat, jti, nonce, htm, htu } = claims;
  if (typeof iat !== 'number' || iat === 0) {
    return { org, refused: oauthErrors.invalid_dpop_proof_invalid_iat };
  }
  if (typeof jti !== 'string' || jti === '') {
    return { org, refused: oauthErrors.invalid_dpop_proof_invalid_jti };
  }
  if (nonce !== undefined && typeof nonce !== 'string') {
    return { org, refused: oauthErrors.invalid_dpop_proof };
  }
  const hasNonce = nonce !== undefined && nonce !== '';
  const ageError = proofAgeError(iat, now);
  // A proof without a nonce must not have expired: only then does the response bring a nonce.
  if (!hasNonce && Math.abs(Math.floor(now / 1000) - iat) > 300 && ageError !== undefined) {
    return { org, refused: ageError };
  }
  if (htm !== 'POST') return { org, refused: oauthErrors.invalid_dpop_proof_invalid_htm };
  if (!isTokenUrl(htu, org)) return { org, refused: oauthErrors.invalid_dpop_proof_invalid_htu };
  if (!hasNonce || !takesNonce(org, nonce, now)) {
    const asked = withNonce(org, now, crypto);
    return { org: asked.org, refused: oauthErrors.use_dpop_nonce, nonce: asked.nonce };
  }
  if (ageError !== undefined) return { org, refused: ageError };
  const newest = withNonce(org, now, crypto);
  return {
    org: newest.org,
    proof: {
      thumbprint,
      id: jti,
      ...(newest.nonce === nonce ? {} : { newerNonce: newest.nonce }),
    },
  };
}

/** `htu` is compared without query and fragment. */
function isTokenUrl(htu: unknown, org: Org): boolean {
  if (typeof htu !== 'string' || !URL.canParse(htu)) return false;
  const url = new URL(htu);
  url.search = '';
  url.hash = '';
  return url.href === `${originOf(org)}${tokenPath}`;
}
