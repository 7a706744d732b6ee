import { createHash } from 'node:crypto';

import { exportJWK, generateKeyPair, type JWK, SignJWT, UnsecuredJWT } from 'jose';

import { administer, type AdminCommand } from '#org/admin.ts';
import type { OrgRequest, OrgResponse } from '#org/org.ts';

import { operationsUnderTest } from '../lookalike/operationsUnderTest.ts';
import type { OrgClient, OrgSettings } from '../lookalike/orgSettings.ts';
import type { knownDifferences } from './comparison.ts';
import type { FixedClock } from './fixedClock.ts';
import { lookalikeInProcess } from './inProcess.ts';
import { judgedOrg } from './judge.ts';
import { orgOfSettings } from './orgOfSettings.ts';
import type { ApiStep, AssertionParts, ClientName, ProofParts, Step, TokenStep } from './steps.ts';

const host = 'dev-1234567.okta.com';
const origin = `https://${host}`;
const tokenPath = '/oauth2/v1/token';
const tokenUrl = `${origin}${tokenPath}`;
const secret = 'made-up-secret+%41';
const apiToken = `00${'a'.repeat(40)}`;

const pair = (algorithm: string) => generateKeyPair(algorithm, { extractable: true });
type Pair = Awaited<ReturnType<typeof pair>>;

/** The keys of a run: making them takes longer than using them. */
export interface WalkKeys {
  readonly rsa: Pair;
  readonly ec: Pair;
  readonly strangerRsa: Pair;
  readonly strangerEc: Pair;
  readonly proofs: readonly [Pair, Pair];
  readonly proofRsa: Pair;
  readonly token: Pair;
}

/** Makes the keys of a run. */
export async function walkKeys(): Promise<WalkKeys> {
  const [rsa, ec, strangerRsa, strangerEc, first, second, proofRsa, token] = await Promise.all([
    pair('RS256'),
    pair('ES256'),
    pair('RS256'),
    pair('ES256'),
    pair('ES256'),
    pair('ES256'),
    pair('RS256'),
    pair('RS256'),
  ]);
  return { rsa, ec, strangerRsa, strangerEc, proofs: [first, second], proofRsa, token };
}

/** Counts over all walks. */
export interface Tally {
  equal: number;
  readonly known: Partial<Record<keyof typeof knownDifferences, number>>;
  /** How often each response came, by status and error. */
  readonly answers: Map<string, number>;
}

/**
 * Does the same to the look-alike org and the model, request by request.
 *
 * @returns what differed; empty when nothing did
 */
export async function walk(
  steps: readonly Step[],
  keys: WalkKeys,
  clock: FixedClock,
  tally: Tally,
): Promise<string> {
  const settings = await settingsOf(keys);
  const changeable = settings.clients[0];
  const lookalike = await lookalikeInProcess(settings);
  const model = judgedOrg(orgOfSettings(settings), keys.token);
  const sender = requestSender(keys, clock);

  const command = (given: AdminCommand): void =>
    model.change((org) => {
      const done = administer(org, given, clock.now());
      return 'org' in done ? done.org : org;
    });

  let last: OrgRequest | undefined;
  for (const step of steps) {
    switch (step.kind) {
      case 'advance':
        clock.advance(step.seconds);
        sender.forgetNonce();
        continue;
      case 'endTokens':
        lookalike.org.expireTokens();
        command({ type: 'endTokens' });
        continue;
      case 'useUpRateLimit':
        lookalike.org.refuseNext(step.count, 7);
        command({ type: 'useUpRateLimit', count: step.count, resetAfterSeconds: 7 });
        continue;
      case 'scope': {
        const { clientId, grantedScopes } = changeable;
        changeable.grantedScopes = grantedScopes.filter((scope) => scope !== step.scope);
        if (step.granted) changeable.grantedScopes.push(step.scope);
        const type = step.granted ? 'grantScope' : 'withdrawScope';
        command({ type, clientId, scope: step.scope });
        continue;
      }
      case 'role':
        changeable.hasAdminRole = step.assigned;
        command({
          type: step.assigned ? 'assignRole' : 'removeRole',
          clientId: changeable.clientId,
        });
        continue;
      default: {
        const request = step.kind === 'repeat' ? last : await sender.requestOf(step);
        if (request === undefined) continue;
        last = request;
        const answer = await lookalike.send(request);
        const verdict = await model.judge(request, answer, clock.now(), true);
        count(tally, answer);
        if (verdict.kind === 'different') {
          return `${JSON.stringify(step)}\n${request.method} ${request.target} ${JSON.stringify(request.headers)} ${request.body}\n${verdict.what}`;
        }
        if (verdict.kind === 'known') {
          tally.known[verdict.reason] = (tally.known[verdict.reason] ?? 0) + 1;
        } else tally.equal += 1;
        sender.learn(request, answer);
      }
    }
  }
  return '';
}

function count({ answers }: Tally, { status, headers, body }: OrgResponse): void {
  const reason =
    /"error_description":"((?:[^"\\]|\\.)*)"/.exec(body)?.[1] ??
    /error_description="([^"]*)"/.exec(String(headers['www-authenticate']))?.[1] ??
    /"errorCode":"([^"]*)"/.exec(body)?.[1] ??
    '';
  const name = `${status} ${reason}`;
  answers.set(name, (answers.get(name) ?? 0) + 1);
}

type Changeable = Omit<OrgClient, 'grantedScopes' | 'hasAdminRole'> & {
  grantedScopes: string[];
  hasAdminRole: boolean;
};

const clientId = (name: ClientName): string => `0oa${name.toLowerCase().padEnd(17, '0')}`;

async function settingsOf({ rsa, ec, token }: WalkKeys) {
  const rsaKey: JWK = { ...(await exportJWK(rsa.publicKey)), kid: 'rsa' };
  const ecKey: JWK = { ...(await exportJWK(ec.publicKey)), kid: 'ec' };
  const app = (name: ClientName, changes: Partial<OrgClient> = {}): OrgClient => ({
    clientId: clientId(name),
    authentication: 'private_key_jwt',
    publicKeys: [rsaKey, ecKey],
    dpop: 'optional',
    grantedScopes: ['okta.groups.read', 'okta.users.manage'],
    hasAdminRole: true,
    ...changes,
  });
  const changeable: Changeable = {
    ...app('serviceApp'),
    grantedScopes: ['okta.groups.read', 'okta.users.manage'],
  };
  const settings = {
    host,
    clients: [
      changeable,
      app('dpop', {
        dpop: 'required',
        // A scope that no operation here asks for.
        grantedScopes: ['okta.groups.read', 'okta.users.manage', 'okta.apps.read'],
      }),
      app('oneKey', { publicKeys: [ecKey] }),
      app('noKeys', { publicKeys: [] }),
      app('noRole', { hasAdminRole: false }),
      app('integration', {
        authentication: 'client_secret_basic',
        publicKeys: [],
        clientSecret: secret,
      }),
    ],
    signInApps: [
      {
        type: 'web',
        clientId: clientId('webApp'),
        clientSecret: secret,
        redirectUris: ['https://app.example.com/callback'],
        grantedScopes: [],
      },
    ],
    apiTokens: [
      {
        token: apiToken,
        id: '00Texampletokenid000',
        name: 'Example',
        state: 'active',
        hasAdminRole: true,
      },
      { token: `${apiToken}-norole`, state: 'active', hasAdminRole: false },
      { token: `${apiToken}-revoked`, state: 'revoked', hasAdminRole: true },
    ],
    operations: operationsUnderTest,
    tokenKeys: token,
  } satisfies OrgSettings & { readonly clients: readonly [Changeable, ...OrgClient[]] };
  return settings;
}

/** Turns steps into requests; knows what a program would know from the responses so far. */
function requestSender(keys: WalkKeys, clock: FixedClock) {
  let nonce = 'none-yet-0000000000';
  let ids = 0;
  let lastAssertionId = 'first-assertion';
  let lastProofId = 'first-proof';
  const tokens: { readonly value: string; readonly type: string }[] = [];
  const seconds = (): number => Math.floor(clock.now() / 1000);

  async function assertion(name: ClientName, parts: AssertionParts): Promise<string> {
    const own = clientId(name);
    if (parts.damage === 'empty') return '';
    if (parts.damage === 'noDots') return 'nothing';
    const jti = parts.jti === 'reused' ? lastAssertionId : `assertion-${(ids += 1)}`;
    lastAssertionId = jti;
    const claims = {
      iss: {
        own,
        unknown: clientId('unknown'),
        serviceApp: clientId('serviceApp'),
        missing: undefined,
        number: 5,
      }[parts.iss],
      sub: { own, unknown: clientId('unknown'), oneKey: clientId('oneKey'), missing: undefined }[
        parts.sub
      ],
      aud: {
        tokenUrl,
        org: origin,
        defaultServer: `${origin}/oauth2/default/v1/token`,
        slash: `${tokenUrl}/`,
        missing: undefined,
        listWithTokenUrl: [tokenUrl, 'https://example.com'],
        listOfOthers: ['https://example.com'],
      }[parts.aud],
      exp: timeOf(parts.exp, seconds()),
      iat: timeOf(parts.iat, seconds()),
      nbf: timeOf(parts.nbf, seconds()),
      jti: { fresh: jti, reused: jti, missing: undefined, number: 7 }[parts.jti],
    };
    const kid = {
      own: parts.algorithm.startsWith('ES') ? 'ec' : 'rsa',
      otherKind: parts.algorithm.startsWith('ES') ? 'rsa' : 'ec',
      unknown: 'unknown',
      missing: undefined,
      number: 5,
    }[parts.kid];
    return damaged(
      await signed(claims, { alg: parts.algorithm, kid }, assertionKey(parts)),
      parts.damage,
    );
  }

  function assertionKey({ algorithm, key }: AssertionParts): Pair {
    const isEc = algorithm.startsWith('ES');
    if (key === 'stranger') return isEc ? keys.strangerEc : keys.strangerRsa;
    return isEc ? keys.ec : keys.rsa;
  }

  async function proof(
    parts: ProofParts,
    method: string,
    url: string,
    token: string | undefined,
  ): Promise<string> {
    if (parts.damage === 'empty') return '';
    if (parts.damage === 'noDots') return 'nothing';
    const jti = parts.jti === 'reused' ? lastProofId : `proof-${(ids += 1)}`;
    lastProofId = jti;
    const key =
      parts.algorithm === 'ES256' ? keys.proofs[parts.key === 'first' ? 0 : 1] : keys.proofRsa;
    const other = keys.strangerEc;
    const publicJwk = await exportJWK(key.publicKey);
    const claims = {
      htm: { own: method, GET: 'GET', POST: 'POST', missing: undefined, lower: 'post' }[parts.htm],
      htu: {
        own: url,
        otherPath: `${url}/x`,
        http: url.replace('https', 'http'),
        query: `${url}?a=b`,
        fragment: `${url}#a`,
        port: url.replace(host, `${host}:443`),
        encoded: url.replace('v1', '%76%31'),
        dots: url.replace('/v1', '/x/../v1'),
        missing: undefined,
        noUrl: 'no URL',
        otherHost: url.replace(host, 'example.com'),
      }[parts.htu],
      iat: parts.iat === 'zero' ? 0 : timeOf(parts.iat, seconds()),
      exp: timeOf(parts.exp, seconds()),
      nbf: timeOf(parts.nbf, seconds()),
      jti: { fresh: jti, reused: jti, missing: undefined, empty: '', number: 7 }[parts.jti],
      // At the API no nonce is asked for.
      nonce:
        token === undefined
          ? { latest: nonce, missing: undefined, wrong: 'wrong', number: 5, empty: '' }[parts.nonce]
          : undefined,
      ath: { right: token === undefined ? undefined : ath(token), missing: undefined, other: 'x' }[
        parts.ath
      ],
    };
    const jwk = {
      own: publicJwk,
      missing: undefined,
      other: await exportJWK(other.publicKey),
      private: await exportJWK(key.privateKey),
      text: 'jwk',
      noCoordinates: { ...publicJwk, x: undefined, n: undefined },
    }[parts.jwk];
    const typ = parts.typ === 'missing' ? undefined : parts.typ;
    return damaged(await signed(claims, { alg: parts.algorithm, typ, jwk }, key), parts.damage);
  }

  async function tokenRequest(step: TokenStep): Promise<OrgRequest> {
    const own = clientId(step.client);
    const isSecretClient = step.client === 'integration' || step.client === 'webApp';
    const credential =
      step.credential === 'own' ? (isSecretClient ? 'basic' : 'assertion') : step.credential;
    const form = new URLSearchParams();
    const add = (name: string, value: string): void => form.append(name, value);
    if (step.grantType === 'twice') add('grant_type', 'client_credentials');
    if (step.grantType !== 'missing') {
      add(
        'grant_type',
        { twice: 'client_credentials', empty: '' }[step.grantType as string] ?? step.grantType,
      );
    }
    if (step.scope === 'twice') {
      add('scope', 'okta.groups.read');
      add('scope', 'okta.users.manage');
    } else if (step.scope !== 'missing') add('scope', step.scope);

    const headers: [string, string][] = [];
    let query = '';
    const addAssertion = async (): Promise<void> => {
      add('client_assertion', await assertion(step.client, step.assertion));
      const type = {
        right: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        saml: 'urn:ietf:params:oauth:client-assertion-type:saml2-bearer',
        empty: '',
        missing: undefined,
      }[step.assertion.type];
      if (type !== undefined) add('client_assertion_type', type);
    };
    const basic = (): void => {
      headers.push(['Authorization', basicHeader(own, step.secret)]);
    };
    switch (credential) {
      case 'assertion':
        await addAssertion();
        break;
      case 'basic':
        basic();
        break;
      case 'secretInForm':
        add('client_id', own);
        add('client_secret', secret);
        break;
      case 'idOnly':
        add('client_id', own);
        break;
      case 'basicAndAssertion':
        basic();
        await addAssertion();
        break;
      case 'assertionAndSecret':
        await addAssertion();
        add('client_secret', secret);
        break;
      case 'basicAndId':
        basic();
        add('client_id', own);
        break;
      case 'assertionAndId':
        await addAssertion();
        add('client_id', own);
        break;
      case 'query':
        query = `?client_id=${own}`;
        break;
      case 'twoAssertions':
        await addAssertion();
        await addAssertion();
        break;
      case 'twoIds':
        add('client_id', own);
        add('client_id', clientId('unknown'));
        break;
      case 'ssws':
        headers.push(['Authorization', `SSWS ${apiToken}`]);
        break;
      case 'emptyHeader':
        headers.push(['Authorization', '']);
        break;
      case 'none':
        break;
    }
    for (const parts of step.proofs) {
      headers.push(['DPoP', await proof(parts, 'POST', tokenUrl, undefined)]);
    }
    const contentType = {
      form: 'application/x-www-form-urlencoded',
      formWithCharset: 'application/x-www-form-urlencoded; charset=UTF-8',
      json: 'application/json',
      missing: undefined,
    }[step.contentType];
    if (contentType !== undefined) headers.push(['Content-Type', contentType]);
    return {
      method: step.method,
      target: `${tokenPath}${query}`,
      headers,
      body: String(form),
      from: '127.0.0.1',
    };
  }

  async function apiRequest(step: ApiStep): Promise<OrgRequest> {
    const latest = tokens.at(-1);
    const used = step.credential === 'earlierAccessToken' ? tokens[0] : latest;
    const value = await credentialOf(step, used?.value ?? 'garbage');
    const usual = step.credential.includes('piToken')
      ? 'SSWS'
      : used?.type === 'DPoP'
        ? 'DPoP'
        : 'Bearer';
    const scheme = step.scheme === 'own' ? usual : step.scheme;
    const headers: [string, string][] = [];
    if (scheme === 'empty') headers.push(['Authorization', '']);
    else if (scheme !== 'none') headers.push(['Authorization', `${scheme} ${value}`.trimEnd()]);
    for (const parts of step.proofs) {
      const dpop = await proof(parts, step.method, `${origin}${step.path}`, value);
      headers.push(['DPoP', dpop]);
    }
    if (step.contentType !== 'missing') headers.push(['Content-Type', step.contentType]);
    return {
      method: step.method,
      target: `${step.path}${step.query}`,
      headers,
      body: step.body,
      from: '127.0.0.1',
    };
  }

  const foreign = (claims: Readonly<Record<string, unknown>>): Promise<string> =>
    signed({ exp: seconds() + 300, ...claims }, { alg: 'RS256' }, keys.strangerRsa);

  async function credentialOf({ credential }: ApiStep, token: string): Promise<string> {
    switch (credential) {
      case 'accessToken':
      case 'earlierAccessToken':
        return token;
      case 'apiToken':
        return apiToken;
      case 'apiTokenWithoutRole':
        return `${apiToken}-norole`;
      case 'revokedApiToken':
        return `${apiToken}-revoked`;
      case 'unknownApiToken':
        return `${apiToken}-unknown`;
      case 'otherIssuer':
        return foreign({ iss: `${origin}/oauth2/default`, aud: origin });
      case 'otherAudience':
        return foreign({ iss: origin, aud: 'api://default' });
      case 'ofStranger':
        return foreign({ iss: origin, aud: origin });
      case 'damaged':
        return damaged(token, 'payload');
      case 'garbage':
        return 'undefined';
      case 'empty':
        return '';
    }
  }

  return {
    requestOf: (step: TokenStep | ApiStep): Promise<OrgRequest> =>
      step.kind === 'token' ? tokenRequest(step) : apiRequest(step),
    /**
     * The certified server takes a nonce for minutes, Okta and the model for three days (D12): a program that has waited
     * asks both for another.
     */
    forgetNonce: (): void => {
      nonce = 'none-yet-0000000000';
    },
    learn: ({ target }: OrgRequest, { headers, body }: OrgResponse): void => {
      const given = headers['dpop-nonce'];
      if (typeof given === 'string') nonce = given;
      if (!target.startsWith(tokenPath)) return;
      const value = /"access_token":"([^"]+)"/.exec(body)?.[1];
      const type = /"token_type":"([^"]+)"/.exec(body)?.[1];
      if (value !== undefined && type !== undefined) tokens.push({ value, type });
    },
  };
}

function timeOf(given: number | string, seconds: number): number | string | undefined {
  if (given === 'missing') return undefined;
  return typeof given === 'number' ? seconds + given : 'text';
}

function ath(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

const encoded = (text: string): string => Buffer.from(text).toString('base64');

function basicHeader(id: string, kind: TokenStep['secret']): string {
  switch (kind) {
    case 'right':
      return `Basic ${encoded(`${id}:${secret}`)}`;
    case 'wrong':
      return `Basic ${encoded(`${id}:wrong`)}`;
    case 'empty':
      return `Basic ${encoded(`${id}:`)}`;
    case 'noColon':
      return `Basic ${encoded(id)}`;
    case 'notBase64':
      return 'Basic ???';
    case 'twoSpaces':
      return `basic  ${encoded(`${id}:${secret}`)}`;
  }
}

/** Signs what may not be a proper JWT; an algorithm without a signature adds none. */
async function signed(
  claims: Readonly<Record<string, unknown>>,
  header: Readonly<Record<string, unknown>> & { readonly alg: string },
  { privateKey }: Pair,
): Promise<string> {
  if (header.alg === 'none') return new UnsecuredJWT(claims).encode();
  if (header.alg === 'HS256') {
    return new SignJWT(claims).setProtectedHeader(header).sign(new Uint8Array(32));
  }
  if (header.alg === 'PS256') {
    // The keys here are for RS256: the signature is that of another algorithm than the header names.
    const jwt = await new SignJWT(claims)
      .setProtectedHeader({ ...header, alg: 'RS256' })
      .sign(privateKey);
    const [, payload = '', signature = ''] = jwt.split('.');
    return `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}.${signature}`;
  }
  return new SignJWT(claims).setProtectedHeader(header).sign(privateKey);
}

function damaged(jwt: string, damage: string): string {
  const [header = '', payload = '', signature = ''] = jwt.split('.');
  switch (damage) {
    case 'signature':
      return `${header}.${payload}.${signature.slice(0, -8)}AAAAAAAA`;
    case 'payload':
      return `${header}.${payload.slice(0, -4)}.${signature}`;
    case 'header':
      return `!${header}.${payload}.${signature}`;
    case 'fourParts':
      return `${jwt}.x`;
    default:
      return jwt;
  }
}
