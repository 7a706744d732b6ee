import { randomBytes } from 'node:crypto';
import { type IncomingMessage, ServerResponse } from 'node:http';

import { calculateJwkThumbprint, decodeJwt, exportJWK, generateKeyPair, type JWK } from 'jose';
import type { ClientMetadata, KoaContextWithOIDC, Provider } from 'oidc-provider';

import { type OauthError, oauthErrors } from '#org/oauthErrors.ts';
import { signatureAlgorithms } from '#org/signatureAlgorithms.ts';

import type { Answer } from './answer.ts';
import { memoryAdapter } from './memoryAdapter.ts';
import { importServer } from './oidcProvider.ts';
import type { OrgClient, OrgSettings, OrgSignInApp } from './orgSettings.ts';
import { proofAgeError } from './proofErrors.ts';
import { codeConfirmation, codeInput, signedInPage } from './signInPages.ts';
import { Refusal, type ServerError } from './tokenErrors.ts';
import { serverSecret } from './tokenRequest.ts';

export const deviceGrantType = 'urn:ietf:params:oauth:grant-type:device_code';

/** The paths at which the org authorization server answers. */
export const serverPaths = {
  authorize: '/oauth2/v1/authorize',
  token: '/oauth2/v1/token',
  deviceAuthorize: '/oauth2/v1/device/authorize',
  activate: '/activate',
  /** Of the page on which a person signs in; Okta's has no address of its own. */
  signIn: '/sign-in',
} as const;

/** What the server has made of a request. */
export interface ServerOutcome {
  readonly status: number;
  readonly headers: Answer['headers'];
  readonly body: unknown;
  /** The error with which it refused, as it was raised. */
  readonly refusal?: ServerError;
}

/** `oidc-provider`, a certified OAuth server, set up as an Okta org's. */
export interface AuthorizationServer {
  readonly provider: Provider;
  readonly handle: (message: IncomingMessage) => Promise<ServerOutcome>;
  /** The public key of the access tokens. */
  readonly tokenKey: JWK;
  /** The ids (`jti`) of all access tokens issued so far. */
  readonly issued: ReadonlySet<string>;
}

/** The key that signs tokens, made once: making one takes a hundred times as long as the rest of an org. */
let signingKeys: ReturnType<typeof generateKeyPair> | undefined;

/**
 * Sets up the org authorization server. Its hooks hold the rules in which Okta is stricter (facts C21 to C23,
 * C31 to C38, D18).
 */
export async function authorizationServer(settings: OrgSettings): Promise<AuthorizationServer> {
  const { Provider } = await importServer();
  const origin = `https://${settings.host}`;
  const clients = new Map(settings.clients.map((client) => [client.clientId, client]));
  const apps = new Map(settings.signInApps?.map((app) => [app.clientId, app]));
  signingKeys ??= generateKeyPair('RS256', { extractable: true });
  const { publicKey, privateKey } = settings.tokenKeys ?? (await signingKeys);
  const tokenKey = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(tokenKey);
  const lifetime = settings.tokenLifetime ?? 3600;
  const asksForNonce = settings.asksForNonce ?? true;

  const provider = new Provider(origin, {
    adapter: memoryAdapter(),
    clients: [
      ...settings.clients.map(clientMetadata),
      ...(settings.signInApps ?? []).map((app) => signInAppMetadata(app, settings)),
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig' }] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    routes: {
      token: serverPaths.token,
      authorization: serverPaths.authorize,
      device_authorization: serverPaths.deviceAuthorize,
      code_verification: serverPaths.activate,
    },
    // Okta documents no leeway.
    clockTolerance: 0,
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'],
    enabledJWA: {
      clientAuthSigningAlgValues: signatureAlgorithms,
      dPoPSigningAlgValues: signatureAlgorithms,
    },
    assertJwtClientAuthClaimsAndHeader: (_context, claims, header, { clientId }) => {
      const error = assertionError(
        claims,
        header,
        `${origin}${serverPaths.token}`,
        clients.get(clientId),
      );
      if (error !== undefined) throw new Refusal(error);
    },
    findAccount: (_context, login) =>
      settings.people?.some((person) => person.login === login) === true
        ? { accountId: login, claims: () => ({ sub: login }) }
        : undefined,
    interactions: { url: (_context, { uid }) => `${serverPaths.signIn}/${uid}` },
    // An app without a secret proves itself by PKCE.
    pkce: { required: (_context, client) => client.clientAuthMethod === 'none' },
    rotateRefreshToken: settings.rotatesRefreshTokens ?? false,
    renderError: (context, out) => {
      context.body = out;
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      deviceFlow: {
        enabled: true,
        mask: '********',
        userCodeInputSource: (context, form, _out, error) => {
          context.body = codeInput(form, error);
        },
        userCodeConfirmSource: (context, form, _client, _device, userCode) => {
          context.body = codeConfirmation(form, userCode);
        },
        successSource: (context) => {
          context.body = signedInPage;
        },
      },
      dPoP: { enabled: true, nonceSecret: randomBytes(32), requireNonce: () => asksForNonce },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => origin,
        useGrantedResource: () => true,
        getResourceServerInfo: (context, _resource, { clientId }) => {
          const proof = context.get('DPoP');
          const error =
            proof === '' ? undefined : proofAgeError(decodeJwt(proof).iat ?? 0, Date.now());
          if (error !== undefined) throw new Refusal(error);
          const app = apps.get(clientId);
          return {
            scope: (app === undefined
              ? scopesForProgram(context, clients.get(clientId), settings)
              : scopesForPerson(context, app, settings)
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
    ttl: {
      AccessToken: lifetime,
      // As Okta's specification says.
      AuthorizationCode: 300,
      ClientCredentials: lifetime,
      DeviceCode: settings.deviceCodeLifetime ?? 600,
      Grant: 86_400,
      IdToken: 3600,
      Interaction: 3600,
      RefreshToken: 86_400,
      Session: 3600,
    },
  });

  const issued = new Set<string>();
  provider.on('client_credentials.issued', ({ jti }) => issued.add(jti));
  provider.on('access_token.issued', ({ jti }) => issued.add(jti));
  const errors = new WeakMap<object, ServerError>();
  const keepError = (context: KoaContextWithOIDC, error: ServerError) => {
    errors.set(context, error);
  };
  provider.on('grant.error', keepError);
  provider.on('authorization.error', keepError);
  provider.on('device_authorization.error', keepError);
  provider.on('server_error', keepError);

  /** What the server made of each request. */
  const outcomes = new WeakMap<object, ServerOutcome>();
  provider.use(async (context, next) => {
    await next();
    const refusal = errors.get(context);
    outcomes.set(context.req, {
      status: context.status,
      headers: textHeaders(context.response.headers),
      body: context.body,
      ...(refusal === undefined ? {} : { refusal }),
    });
    // The org answers itself.
    context.respond = false;
  });
  const respond = provider.callback();

  return {
    provider,
    tokenKey: { ...tokenKey, kid, alg: 'RS256' },
    issued,
    handle: async (message) => {
      await respond(message, new ServerResponse(message));
      return outcomes.get(message) ?? { status: 500, headers: {}, body: undefined };
    },
  };
}

function textHeaders(
  headers: Readonly<Record<string, string | readonly string[] | number | undefined>>,
): Answer['headers'] {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === 'number' ? String(value) : value]],
    ),
  );
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
 * The scopes that the token of a program gets (facts C31 to C36, G17 to G22).
 *
 * @throws Refusal for scopes that Okta refuses
 */
function scopesForProgram(
  context: KoaContextWithOIDC,
  client: OrgClient | undefined,
  settings: OrgSettings,
): readonly string[] {
  const requested = requestedScopes(context);
  if (requested.length === 0) throw new Refusal(oauthErrors.missing_scopes);
  if (requested.some((scope) => openidScopes.has(scope))) {
    throw new Refusal(oauthErrors.openid_not_allowed_client_creds);
  }
  if (requested.some((scope) => scope.endsWith('.self'))) {
    throw new Refusal(oauthErrors.client_credentials_self_scope_requested);
  }
  return grantedOf(requested, client?.grantedScopes ?? [], settings);
}

/**
 * The scopes that the token of a person gets: those of OpenID Connect, and those of Okta's that the app has been
 * granted. At the start of a sign-in they are also checked (facts G18, G19, G22); later only what was agreed to counts.
 *
 * @throws Refusal for scopes that Okta refuses
 */
function scopesForPerson(
  context: KoaContextWithOIDC,
  app: OrgSignInApp,
  settings: OrgSettings,
): readonly string[] {
  const { route } = context.oidc;
  if (route === 'authorization' || route === 'device_authorization') {
    const requested = requestedScopes(context);
    if (requested.length === 0) throw new Refusal(oauthErrors.missing_scopes);
    const ofOkta = requested.filter((scope) => !openidScopes.has(scope));
    if (ofOkta.length > 0) grantedOf(ofOkta, app.grantedScopes, settings);
  }
  return [...openidScopes, ...app.grantedScopes];
}

function requestedScopes(context: KoaContextWithOIDC): readonly string[] {
  const parameter = context.oidc.params?.['scope'];
  return typeof parameter === 'string' ? parameter.split(' ') : [];
}

function grantedOf(
  requested: readonly string[],
  granted: readonly string[],
  { operations, clients, signInApps = [] }: OrgSettings,
): readonly string[] {
  if (requested.some((scope) => !/^(?:okta|ssf)\./.test(scope))) {
    throw new Refusal(oauthErrors.illegal_custom_scope);
  }
  const known = new Set([
    ...operations.flatMap(({ scopes }) => scopes),
    ...[...clients, ...signInApps].flatMap(({ grantedScopes }) => grantedScopes),
  ]);
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

function signInAppMetadata(
  app: OrgSignInApp,
  { givesRefreshTokens = true }: OrgSettings,
): ClientMetadata {
  const grantTypes = ['authorization_code', ...(givesRefreshTokens ? ['refresh_token'] : [])];
  return {
    client_id: app.clientId,
    application_type: app.type,
    response_types: ['code'],
    redirect_uris: [...app.redirectUris],
    ...(app.type === 'web'
      ? {
          grant_types: grantTypes,
          token_endpoint_auth_method: 'client_secret_basic',
          client_secret: serverSecret(app.clientSecret),
        }
      : {
          grant_types: [...grantTypes, deviceGrantType],
          token_endpoint_auth_method: 'none',
        }),
  };
}
