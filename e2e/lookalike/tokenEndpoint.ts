import { randomBytes } from 'node:crypto';
import { ServerResponse } from 'node:http';

import { calculateJwkThumbprint, decodeJwt, exportJWK, generateKeyPair, type JWK } from 'jose';
import type { Adapter, AdapterPayload, ClientMetadata, Provider } from 'oidc-provider';

import { type Answer, jsonAnswer } from './answer.ts';
import { type OauthError, oauthErrors, proofAgeError } from './oauthErrors.ts';
import type { OrgClient, OrgSettings } from './org.ts';
import { oktaWords, Refusal, type ServerError, wrongMethodError } from './tokenErrors.ts';
import { requestForServer, serverSecret, type TokenRequest } from './tokenRequest.ts';

/** What Okta accepts from clients and in DPoP proofs (facts C16, D15). */
export const signatureAlgorithms = ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512'] as const;

/** The org authorization server's token endpoint. */
export interface TokenEndpoint {
  /** Answers a POST. */
  readonly answer: (request: TokenRequest) => Promise<Answer>;
  /** The public key of the access tokens. */
  readonly tokenKey: JWK;
  /** The ids (`jti`) of all access tokens issued so far. */
  readonly issued: ReadonlySet<string>;
}

/** The key that signs access tokens, made once: making one takes a hundred times as long as the rest of an org. */
let signingKeys: ReturnType<typeof generateKeyPair> | undefined;

/**
 * Sets up `oidc-provider`, a certified OAuth server, as the token endpoint of an Okta org.
 *
 * The server authenticates the client, checks the DPoP proof and issues the token. Its hooks hold the rules in
 * which Okta is stricter (facts C21 to C23, C31 to C38, D18), and its errors are put into Okta's words.
 *
 * Known differences from Okta: an assertion needs a `jti`, which Okta leaves optional (C22); a nonce lasts
 * minutes and not days (D12). Of a request with some scopes granted and some not, the granted ones are issued
 * (C34: the guides say so, the Grants API says otherwise).
 */
export async function tokenEndpoint(settings: OrgSettings): Promise<TokenEndpoint> {
  const { Provider } = await importServer();
  const origin = `https://${settings.host}`;
  const tokenUrl = `${origin}/oauth2/v1/token`;
  const clients = new Map(settings.clients.map((client) => [client.clientId, client]));
  const knownScopes = new Set([
    ...settings.operations.flatMap(({ scopes }) => scopes),
    ...settings.clients.flatMap(({ grantedScopes }) => grantedScopes),
  ]);
  signingKeys ??= generateKeyPair('RS256', { extractable: true });
  const { publicKey, privateKey } = await signingKeys;
  const tokenKey = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(tokenKey);
  const lifetime = settings.tokenLifetime ?? 3600;
  const asksForNonce = settings.asksForNonce ?? true;

  const server = new Provider(origin, {
    adapter: memoryAdapter(),
    clients: settings.clients.map(clientMetadata),
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig' }] },
    routes: { token: '/oauth2/v1/token' },
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    enabledJWA: {
      clientAuthSigningAlgValues: signatureAlgorithms,
      dPoPSigningAlgValues: signatureAlgorithms,
    },
    assertJwtClientAuthClaimsAndHeader: (_context, claims, header, { clientId }) => {
      const error = assertionError(claims, header, tokenUrl, clients.get(clientId));
      if (error !== undefined) throw new Refusal(error);
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      dPoP: { enabled: true, nonceSecret: randomBytes(32), requireNonce: () => asksForNonce },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => origin,
        getResourceServerInfo: (context, _resource, { clientId }) => {
          const proof = context.get('DPoP');
          const error =
            proof === '' ? undefined : proofAgeError(decodeJwt(proof).iat ?? 0, Date.now());
          if (error !== undefined) throw new Refusal(error);
          return {
            scope: issuedScopes(
              context.oidc.params?.['scope'],
              clients.get(clientId)?.grantedScopes ?? [],
              knownScopes,
            ).join(' '),
            audience: origin,
            accessTokenFormat: 'jwt',
            accessTokenTTL: lifetime,
          };
        },
      },
    },
    formats: {
      customizers: {
        // The claims that Okta's access tokens name in its own way.
        jwt: (_context, token, { payload }) => {
          payload['cid'] = token.clientId;
          payload['scp'] = [...token.scopes];
          delete payload['client_id'];
          delete payload['scope'];
        },
      },
    },
    ttl: { ClientCredentials: lifetime },
  });

  const issued = new Set<string>();
  server.on('client_credentials.issued', ({ jti }) => issued.add(jti));
  const errors = new WeakMap<object, ServerError>();
  server.on('grant.error', (context, error) => errors.set(context, error));
  server.on('server_error', (context, error) => {
    errors.set(context, error);
  });

  /** What the server made of each request. */
  const outcomes = new WeakMap<object, Outcome>();
  server.use(async (context, next) => {
    await next();
    const refusal = errors.get(context);
    outcomes.set(context.req, {
      nonce: context.response.get('dpop-nonce'),
      ...(refusal === undefined ? { grant: context.body } : { refusal }),
    });
    // The org answers itself.
    context.respond = false;
  });
  const handle = server.callback();

  return {
    tokenKey: { ...tokenKey, kid, alg: 'RS256' },
    issued,
    answer: async (request) => {
      const refused = refusedBeforehand(request, clients);
      if (refused !== undefined) return errorAnswer(refused);
      const message = requestForServer(request, settings.host);
      await handle(message, new ServerResponse(message));
      const { nonce, grant, refusal } = outcomes.get(message) ?? {};
      const headers: Answer['headers'] =
        nonce === undefined || nonce === '' ? {} : { 'dpop-nonce': nonce };
      if (refusal !== undefined) return errorAnswer(oktaWords(refusal, request, clients), headers);
      const { token_type, expires_in, access_token, scope } = grant as Grant;
      return jsonAnswer(
        200,
        { token_type, expires_in, access_token, scope },
        {
          ...notStored,
          ...headers,
        },
      );
    },
  };
}

interface Outcome {
  readonly nonce: string;
  readonly grant?: unknown;
  readonly refusal?: ServerError;
}

/** The token response of RFC 6749, section 5.1. */
interface Grant {
  readonly token_type: string;
  readonly expires_in: number;
  readonly access_token: string;
  readonly scope: string;
}

const notStored = { 'cache-control': 'no-cache, no-store', pragma: 'no-cache' };

function errorAnswer(
  { status, error, description }: OauthError,
  headers: Answer['headers'] = {},
): Answer {
  return jsonAnswer(
    status,
    { error, error_description: description },
    { ...notStored, ...headers },
  );
}

/** What Okta refuses and `oidc-provider` would let pass, or would refuse for another reason. */
function refusedBeforehand(
  { query, form, authorization, proofs }: TokenRequest,
  clients: ReadonlyMap<string, OrgClient>,
): OauthError | undefined {
  if (['client_id', 'client_secret', 'client_assertion'].some((name) => query.has(name))) {
    return oauthErrors.client_credentials_in_query;
  }
  const assertion = form.get('client_assertion');
  const secret = form.get('client_secret');
  const credentials = [authorization, assertion, secret].filter(
    (each) => each !== undefined && each !== null,
  );
  if (credentials.length > 1) return oauthErrors.multiple_client_credentials;
  // Programs report that Okta counts a `client_id` beside another credential as a second one.
  if (form.has('client_id') && credentials.length === 1 && secret === null) {
    return oauthErrors.multiple_client_credentials;
  }
  // The server takes a secret from the form for a client of the Basic header too (fact E24).
  if (secret !== null) return wrongMethodError(clients.get(form.get('client_id') ?? ''));
  return proofs > 1 ? oauthErrors.invalid_dpop_proof_multiple_headers_not_allowed : undefined;
}

/** Where Okta is stricter with an assertion whose signature has been verified (facts C21, C22, G7 to G15). */
function assertionError(
  claims: Readonly<Record<string, unknown>>,
  header: Readonly<Record<string, unknown>>,
  tokenUrl: string,
  client: OrgClient | undefined,
): OauthError | undefined {
  const now = Math.floor(Date.now() / 1000);
  const { aud, exp, iat } = claims;
  const { kid } = header;
  if (kid === undefined ? (client?.publicKeys.length ?? 0) > 1 : typeof kid !== 'string') {
    return oauthErrors.client_assertion_invalid_kid;
  }
  if (aud !== tokenUrl) return oauthErrors.client_assertion_invalid_audience;
  if (typeof exp === 'number' && exp > now + 3600) {
    return oauthErrors.client_assertion_expires_too_far_in_future;
  }
  return typeof iat === 'number' && iat > now
    ? oauthErrors.client_assertion_issued_at_in_future
    : undefined;
}

const openidScopes: ReadonlySet<string> = new Set([
  'openid',
  'profile',
  'email',
  'address',
  'phone',
  'offline_access',
  'device_sso',
]);

/**
 * The scopes that a token gets (facts C31 to C36, G17 to G22).
 *
 * @throws Refusal for scopes that Okta refuses
 */
function issuedScopes(
  parameter: unknown,
  granted: readonly string[],
  known: ReadonlySet<string>,
): readonly string[] {
  const requested = typeof parameter === 'string' ? parameter.split(' ') : [];
  if (requested.length === 0) throw new Refusal(oauthErrors.missing_scopes);
  if (requested.some((scope) => openidScopes.has(scope))) {
    throw new Refusal(oauthErrors.openid_not_allowed_client_creds);
  }
  if (requested.some((scope) => scope.endsWith('.self'))) {
    throw new Refusal(oauthErrors.client_credentials_self_scope_requested);
  }
  if (requested.some((scope) => !/^(?:okta|ssf)\./.test(scope))) {
    throw new Refusal(oauthErrors.illegal_custom_scope);
  }
  if (requested.some((scope) => !known.has(scope))) {
    throw new Refusal(oauthErrors.no_matching_scope);
  }
  const issued = requested.filter((scope) => granted.includes(scope));
  if (issued.length === 0) throw new Refusal(oauthErrors.consent_required);
  return issued;
}

function clientMetadata(client: OrgClient): ClientMetadata {
  return {
    client_id: client.clientId,
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    token_endpoint_auth_method: client.authentication,
    dpop_bound_access_tokens: client.dpop === 'required',
    ...(client.authentication === 'private_key_jwt'
      ? { jwks: { keys: client.publicKeys.map((key) => ({ ...key })) } }
      : { client_secret: serverSecret(client.clientSecret ?? randomBytes(32).toString('hex')) }),
  };
}

/** Seconds; the server says itself how long it needs what it stores. */
const lifetimeOfStored = 3600;

/** Keeps what the server stores (the ids of assertions and proofs) until it expires. */
function memoryAdapter(): (name: string) => Adapter {
  const stored = new Map<string, { readonly payload: AdapterPayload; readonly expires: number }>();
  return (name) => ({
    async upsert(id, payload, expiresIn) {
      for (const [key, { expires }] of stored) if (expires <= Date.now()) stored.delete(key);
      stored.set(`${name} ${id}`, {
        payload,
        expires: Date.now() + (expiresIn ?? lifetimeOfStored) * 1000,
      });
    },
    async find(id) {
      return stored.get(`${name} ${id}`)?.payload;
    },
    async destroy(id) {
      stored.delete(`${name} ${id}`);
    },
    async consume() {},
    async revokeByGrantId() {},
    async findByUid() {
      return undefined;
    },
    async findByUserCode() {
      return undefined;
    },
  });
}

let loaded: Promise<{ readonly Provider: typeof Provider }> | undefined;

/**
 * Loads `oidc-provider` without its notice that Node.js 20 is older than what its authors support. It runs
 * there, as the tests show, and nobody who reads the notice could do anything about it. Everything else that it
 * has to say is printed.
 */
function importServer(): Promise<{ readonly Provider: typeof Provider }> {
  loaded ??= (async () => {
    const { warn } = console;
    const filtered = (...words: readonly unknown[]) => {
      if (!String(words[0]).includes('oidc-provider WARNING: Unsupported runtime')) warn(...words);
    };
    Object.assign(console, { warn: filtered });
    try {
      return await import('oidc-provider');
    } finally {
      Object.assign(console, { warn });
    }
  })();
  return loaded;
}
