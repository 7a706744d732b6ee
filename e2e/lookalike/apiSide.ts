import { type OauthError, oauthErrors } from '#org/oauthErrors.ts';
import type { OrgOperation } from '#org/org.ts';
import { signatureAlgorithms } from '#org/signatureAlgorithms.ts';

import { type AccessToken, proofError, readAccessToken, usedProofs } from './accessTokens.ts';
import { type Answer, apiError, jsonAnswer } from './answer.ts';
import { allows, routeOf } from './operations.ts';
import type { OrgSettings } from './orgSettings.ts';
import { groupsPage } from './sampleGroups.ts';
import type { AuthorizationServer } from './authorizationServer.ts';
import { valuesOf } from './tokenRequest.ts';

/** A request to the API. */
export interface ApiRequest {
  readonly method: string;
  /** Path and query as they were sent. */
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

/** The org's APIs: who may call them, and what they answer. */
export interface ApiSide {
  readonly answer: (request: ApiRequest) => Promise<Answer>;
  readonly refuseNext: (count: number, resetAfterSeconds: number) => void;
  readonly expireTokens: () => void;
}

/** The calls in a minute that the rate-limit headers speak of; only {@link ApiSide.refuseNext} refuses any. */
const callsInMinute = 500;

/**
 * Sets up the resource side of the org (facts G35, G36, G38 to G45, D15 to D20).
 *
 * An OAuth error has no body: Okta says it in `WWW-Authenticate` alone, in a header of the form that programs
 * report (okta-sdk-nodejs issue 453 for DPoP, okta-sdk-golang issue 145 for Bearer). All other errors have
 * Okta's error body.
 */
export function apiSide(settings: OrgSettings, server: AuthorizationServer): ApiSide {
  const origin = `https://${settings.host}`;
  const clients = new Map(settings.clients.map((client) => [client.clientId, client]));
  const proofs = usedProofs();
  const expired = new Set<string>();
  /** What was revoked since the org was made. */
  const revoked = new Set<string>();
  const refusals: number[] = [];
  let minute = 0;
  let calls = 0;

  /** What speaks against a call; undefined when it may go on. */
  async function refusalOf(
    { method, target, headers }: ApiRequest,
    operation: OrgOperation,
  ): Promise<Answer | undefined> {
    const path = pathOf(target);
    const [authorization = ''] = valuesOf(headers, 'authorization');
    const [, scheme = '', credential = ''] = /^(\S+)(?: +(.*))?$/.exec(authorization) ?? [];
    const kind = scheme.toLowerCase();
    if (kind === 'ssws') {
      // What Okta answers here is not published: it is taken for a token that it does not know.
      return operation.refuses === 'apiToken'
        ? apiError('E0000011')
        : refusalOfApiToken(credential);
    }
    if (kind !== 'bearer' && kind !== 'dpop') return apiError('E0000005');

    const challenge = (
      error: OauthError,
      by: 'Bearer' | 'DPoP' = kind === 'dpop' ? 'DPoP' : 'Bearer',
    ) => challengeAnswer(error, by, settings.host, operation, path);
    if (credential === '') return challenge(oauthErrors.access_token_missing);
    const token = await readAccessToken(credential, origin, server.tokenKey, expired);
    if ('error' in token) return challenge(token.error);
    const bindingError = await bindingErrorOf(token, credential, kind, {
      method,
      url: `${origin}${path}`,
      proofs: valuesOf(headers, 'dpop'),
    });
    if (bindingError !== undefined) return challenge(bindingError, 'DPoP');
    if (operation.refuses === 'accessToken' || !allows(token.scopes, operation)) {
      return challenge(oauthErrors.insufficient_scope);
    }
    // A program's own role counts, or that of the person for whom it acts.
    const caller =
      clients.get(token.clientId) ?? settings.people?.find(({ login }) => login === token.subject);
    return caller?.hasAdminRole === true ? undefined : apiError('E0000006');
  }

  function refusalOfApiToken(credential: string): Answer | undefined {
    const token = settings.apiTokens.find((each) => each.token === credential);
    if (token?.state !== 'active' || revoked.has(credential)) return apiError('E0000011');
    return token.hasAdminRole ? undefined : apiError('E0000006');
  }

  /** Lists and revokes API tokens (facts F11 and F12); undefined for other operations. */
  function answerAboutTokens(
    { method, target, headers }: ApiRequest,
    { path }: OrgOperation,
  ): Answer | undefined {
    const alive = settings.apiTokens.filter(
      ({ token, state }) => state === 'active' && !revoked.has(token),
    );
    if (method === 'GET' && path === '/api/v1/api-tokens') {
      return jsonAnswer(
        200,
        alive.flatMap(({ id, name = '' }) => (id === undefined ? [] : [{ id, name }])),
      );
    }
    if (method !== 'DELETE' || !path.startsWith('/api/v1/api-tokens/')) return undefined;
    const [authorization = ''] = valuesOf(headers, 'authorization');
    const named = pathOf(target).split('/').at(-1) ?? '';
    const ended = path.endsWith('/current')
      ? alive.find(({ token }) => authorization.endsWith(` ${token}`))
      : alive.find(({ id }) => id !== undefined && id === named);
    if (ended === undefined) {
      return apiError('E0000007', `Resource not found: ${named} (ApiToken)`);
    }
    revoked.add(ended.token);
    return { status: 204, headers: {}, body: '' };
  }

  async function bindingErrorOf(
    { thumbprint }: AccessToken,
    accessToken: string,
    scheme: 'bearer' | 'dpop',
    request: { readonly method: string; readonly url: string; readonly proofs: readonly string[] },
  ): Promise<OauthError | undefined> {
    if (thumbprint === undefined) {
      return scheme === 'dpop' ? oauthErrors.access_token_not_dpop_bound : undefined;
    }
    if (scheme === 'bearer') return oauthErrors.dpop_authentication_scheme_required;
    const [proof, ...others] = request.proofs;
    if (proof === undefined) return oauthErrors.dpop_proof_required_for_token;
    if (others.length > 0) return oauthErrors.invalid_dpop_proof_multiple_headers_not_allowed;
    const { method, url } = request;
    return proofError({ proof, method, url, accessToken, thumbprint }, proofs);
  }

  /** The headers that say how much of the rate limit is left (fact C40). */
  function rateLimitHeaders(): Answer['headers'] {
    const now = Math.floor(Date.now() / 60_000);
    if (now !== minute) {
      minute = now;
      calls = 0;
    }
    calls += 1;
    return rateLimit(Math.max(0, callsInMinute - calls), (minute + 1) * 60);
  }

  return {
    answer: async (request) => {
      const refusedFor = refusals.shift();
      if (refusedFor !== undefined) {
        const reset = Math.ceil(Date.now() / 1000) + refusedFor;
        return apiError('E0000047', undefined, rateLimit(0, reset));
      }
      const route = routeOf(settings.operations, request.method, pathOf(request.target));
      if (route.kind === 'unknown') {
        return apiError('E0000007', `Resource not found: ${pathOf(request.target)}`);
      }
      if (route.kind === 'otherMethod') return apiError('E0000022');
      const answer =
        (await refusalOf(request, route.operation)) ??
        answerAboutTokens(request, route.operation) ??
        answerTo(request, route.operation, origin, settings.groups ?? 25);
      return { ...answer, headers: { ...answer.headers, ...rateLimitHeaders() } };
    },
    refuseNext: (count, resetAfterSeconds) => {
      refusals.push(...Array.from({ length: count }, () => resetAfterSeconds));
    },
    expireTokens: () => {
      for (const id of server.issued) expired.add(id);
    },
  };
}

/** Does what the operation says; nothing is kept, so that every run starts from the same org. */
function answerTo(
  { method, target, headers, body }: ApiRequest,
  operation: OrgOperation,
  origin: string,
  groups: number,
): Answer {
  let json: unknown;
  if (body !== '') {
    const [type = ''] = valuesOf(headers, 'content-type');
    if (!/^application\/(?:[a-z.-]+\+)?json\s*(?:;|$)/i.test(type)) return apiError('E0000021');
    try {
      json = JSON.parse(body);
    } catch {
      return apiError('E0000003');
    }
  }
  if (method === 'GET' && operation.path === '/api/v1/groups') {
    return groupsPage(groups, origin, target);
  }
  if (method === 'DELETE') return { status: 204, headers: {}, body: '' };
  const mark = target.indexOf('?');
  return jsonAnswer(200, {
    method,
    path: pathOf(target),
    query: [...new URLSearchParams(mark === -1 ? '' : target.slice(mark + 1))],
    ...(body === '' ? {} : { body: json }),
  });
}

function pathOf(target: string): string {
  return target.split('?')[0] ?? '';
}

function rateLimit(remaining: number, reset: number): Answer['headers'] {
  return {
    'x-rate-limit-limit': String(callsInMinute),
    'x-rate-limit-remaining': String(remaining),
    'x-rate-limit-reset': String(reset),
  };
}

/** An OAuth error as the API gives it. */
function challengeAnswer(
  { status, error, description }: OauthError,
  scheme: 'Bearer' | 'DPoP',
  host: string,
  { scopes }: OrgOperation,
  path: string,
): Answer {
  const parameters = [
    ...(scheme === 'DPoP' ? [['algs', signatureAlgorithms.join(' ')]] : []),
    // Okta writes `http` here.
    ['authorization_uri', `http://${host}/oauth2/v1/authorize`],
    ['realm', `http://${host}`],
    ['scope', scopes.join(' ')],
    ['error', error],
    ['error_description', description],
    ['resource', encodeURI(path).slice(0, 1000)],
  ].map(([name, value]) => `${name}="${value}"`);
  return {
    status,
    headers: { 'www-authenticate': `${scheme} ${parameters.join(', ')}` },
    body: '',
  };
}
