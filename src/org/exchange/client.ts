import { base64url, type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

import type { OrgRequest, OrgResponse } from '../org.ts';
import { pathOf, tokenPath } from '../org.ts';
import { insideAddress, type LabSecrets, outsideAddress } from './labOrg.ts';
import {
  type ExchangePlan,
  type Faults,
  type JwtChanges,
  type ProofFaults,
  scopesOf,
} from './plan.ts';

/** A key pair whose private half never leaves the browser. */
export interface KeyPair {
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}

/** The client's keys. */
export interface ClientKeys {
  /** Signs client assertions. */
  readonly assertion: Readonly<Record<ExchangePlan['keyType'], KeyPair>>;
  readonly proof: KeyPair;
  /** A key that is registered nowhere. */
  readonly other: KeyPair;
}

/** What the client has learned so far. */
export interface ClientState {
  /** The step that comes next. */
  readonly step: ClientStep;
  /** How many operations have been called before. */
  readonly called: number;
  readonly nonce?: string;
  readonly token?: string;
  readonly tokenType?: string;
  /** What was sent last, for a client that wrongly sends it again. */
  readonly lastAssertion?: string;
  readonly lastProof?: string;
}

/** The client's steps, in order; {@link stepsOf} says which of them a plan has. */
export const clientSteps = [
  'requestToken',
  'repeatWithNonce',
  'callApi',
  'repeatCall',
  'done',
] as const;
export type ClientStep = (typeof clientSteps)[number];

/** A step, and how many operations have been called before it. */
export type PlannedStep = Pick<ClientState, 'step' | 'called'>;

/** The steps of a plan, in their order; a fault can add a request that is sent twice. */
export function stepsOf(
  { method, dpop, operations }: ExchangePlan,
  faults: Faults,
): readonly PlannedStep[] {
  const token: readonly ClientStep[] = dpop
    ? ['requestToken', 'repeatWithNonce']
    : ['requestToken'];
  const calls = operations.map((_, called): PlannedStep => ({ step: 'callApi', called }));
  return [
    ...(method === 'apiToken' ? [] : token).map((step) => ({ step, called: 0 })),
    ...calls,
    ...(faults.apiProof?.sentTwice === true ? [{ step: 'repeatCall' as const, called: 0 }] : []),
  ];
}

/** Makes the keys of a client; no private key can be exported. */
export async function newClientKeys(): Promise<ClientKeys> {
  const [RSA, EC, proof, other] = await Promise.all([
    generateKeyPair('RS256'),
    generateKeyPair('ES256'),
    generateKeyPair('ES256'),
    generateKeyPair('RS256'),
  ]);
  return { assertion: { RSA, EC }, proof, other };
}

/** The client before it has sent anything. */
export function startOf({ method }: ExchangePlan): ClientState {
  return { step: method === 'apiToken' ? 'callApi' : 'requestToken', called: 0 };
}

/** Everything that goes into a client's next request. */
export interface ClientSituation {
  readonly plan: ExchangePlan;
  readonly faults: Faults;
  readonly keys: ClientKeys;
  readonly secrets: LabSecrets;
  readonly state: ClientState;
  /** The time of the org, in milliseconds since the epoch. */
  readonly now: number;
  readonly randomId: () => string;
}

/** A request, and what the client remembers of it. */
export interface PreparedRequest {
  readonly request: OrgRequest;
  readonly remembered: Pick<ClientState, 'lastAssertion' | 'lastProof'>;
}

/** The client's next request; undefined when it has nothing more to send. */
export async function nextRequest(
  situation: ClientSituation,
): Promise<PreparedRequest | undefined> {
  switch (situation.state.step) {
    case 'requestToken':
    case 'repeatWithNonce':
      return tokenRequest(situation);
    case 'callApi':
    case 'repeatCall':
      return apiRequest(situation);
    case 'done':
      return undefined;
  }
}

/** The client after a response. */
export function afterAnswer(
  { plan, faults, state }: Pick<ClientSituation, 'plan' | 'faults' | 'state'>,
  { status, headers, body }: OrgResponse,
  remembered: PreparedRequest['remembered'],
): ClientState {
  const known = { ...state, ...remembered };
  const nonce = headers['dpop-nonce'];
  if (state.step === 'callApi') {
    if (status >= 300) return { ...known, step: 'done' };
    if (faults.apiProof?.sentTwice === true) return { ...known, step: 'repeatCall' };
    const called = state.called + 1;
    return { ...known, called, step: called < plan.operations.length ? 'callApi' : 'done' };
  }
  if (state.step === 'repeatCall') return { ...known, step: 'done' };
  if (typeof nonce === 'string' && state.step === 'requestToken') {
    return { ...known, nonce, step: 'repeatWithNonce' };
  }
  if (status !== 200) return { ...known, step: 'done' };
  return { ...known, ...tokenOf(body), step: 'callApi' };
}

function tokenOf(body: string): Pick<ClientState, 'token' | 'tokenType'> {
  const json: unknown = JSON.parse(body);
  return typeof json === 'object' &&
    json !== null &&
    'access_token' in json &&
    typeof json.access_token === 'string' &&
    'token_type' in json &&
    typeof json.token_type === 'string'
    ? { token: json.access_token, tokenType: json.token_type }
    : {};
}

/** The client's clock, in seconds since the epoch. */
function clientSeconds({ now, faults: { clockSkew = 0 } }: ClientSituation): number {
  return Math.floor(now / 1000) + clockSkew;
}

async function tokenRequest(situation: ClientSituation): Promise<PreparedRequest> {
  const { plan, faults, state } = situation;
  const secretMethod = plan.method === 'apiServiceIntegration';
  const credential = faults.credential ?? (secretMethod ? 'basic' : 'assertion');
  const clientId = faults.clientId ?? plan.clientId;
  const tokenUrl = `https://${plan.host}${tokenPath}`;
  const secret = faults.secret ?? situation.secrets.clientSecret;
  const sendsAssertion = credential === 'assertion' || credential === 'assertionAndSecret';
  const assertion = sendsAssertion ? await assertionOf(situation, clientId) : undefined;
  const parameters: Readonly<Record<string, string | null | undefined>> = {
    grant_type: 'client_credentials',
    scope: scopesOf(plan).join(' '),
    ...(assertion === undefined
      ? {}
      : {
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: assertion,
        }),
    ...(credential === 'secretInForm' ? { client_id: clientId, client_secret: secret } : {}),
    ...(credential === 'assertionAndSecret' ? { client_secret: secret } : {}),
    ...faults.form,
  };
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [[name, value]],
  );
  const proof = plan.dpop
    ? await proofOf(situation, faults.tokenProof, 'POST', tokenUrl)
    : undefined;
  const query =
    credential === 'secretInQuery'
      ? `?${String(new URLSearchParams({ client_id: clientId, client_secret: secret }))}`
      : '';
  return {
    request: {
      method: 'POST',
      target: `${tokenPath}${query}`,
      headers: [
        ...(credential === 'basic'
          ? [['Authorization', `Basic ${btoa(`${clientId}:${secret}`)}`] as const]
          : []),
        ...(proof === undefined ? [] : [['DPoP', proof] as const]),
        [
          'Content-Type',
          faults.sendsJson === true ? 'application/json' : 'application/x-www-form-urlencoded',
        ],
      ],
      body:
        faults.sendsJson === true
          ? JSON.stringify(Object.fromEntries(given))
          : String(new URLSearchParams(given)),
      from: addressOf(faults),
    },
    remembered: {
      ...(assertion === undefined ? {} : { lastAssertion: assertion }),
      ...(proof === undefined ? {} : { lastProof: proof }),
    },
  };

  async function assertionOf(from: ClientSituation, id: string): Promise<string> {
    const { assertion: changes = {} } = from.faults;
    if (changes.sentTwice === true && state.lastAssertion !== undefined) return state.lastAssertion;
    const { keys, randomId } = from;
    const claims = {
      aud: tokenUrl,
      iss: id,
      sub: id,
      exp: clientSeconds(from) + (changes.lifetime ?? 300),
      iat: clientSeconds(from),
      jti: randomId(),
    };
    const isOther = changes.otherKey === true;
    return new SignJWT(changed(claims, changes.claims))
      .setProtectedHeader({
        alg: plan.keyType === 'EC' && !isOther ? 'ES256' : 'RS256',
        ...changed({ kid: plan.keyId }, changes.header),
      })
      .sign((isOther ? keys.other : keys.assertion[plan.keyType]).privateKey);
  }
}

async function apiRequest(situation: ClientSituation): Promise<PreparedRequest> {
  const { plan, faults, secrets, state } = situation;
  const { method, target, body = '' } = plan.operations[state.called] ?? plan.operations[0];
  const usesToken = plan.method !== 'apiToken';
  const credential =
    faults.apiCredential === undefined
      ? usesToken
        ? (state.token ?? '')
        : secrets.apiToken
      : await foreignCredential(situation, faults.apiCredential);
  const scheme = faults.scheme ?? (usesToken ? (state.tokenType ?? 'Bearer') : 'SSWS');
  const proof =
    scheme === 'DPoP'
      ? await proofOf(
          situation,
          faults.apiProof,
          method,
          `https://${plan.host}${pathOf(target)}`,
          credential,
        )
      : undefined;
  return {
    request: {
      method,
      target,
      headers: [
        ['Accept', 'application/json'],
        ...(body === '' ? [] : [['Content-Type', 'application/json'] as const]),
        ...(scheme === 'none' ? [] : [['Authorization', `${scheme} ${credential}`] as const]),
        ...(proof === undefined ? [] : [['DPoP', proof] as const]),
      ],
      body,
      from: addressOf(faults),
    },
    remembered: proof === undefined ? {} : { lastProof: proof },
  };
}

/** A credential that the org does not accept. */
async function foreignCredential(
  situation: ClientSituation,
  kind: NonNullable<Faults['apiCredential']>,
): Promise<string> {
  if (kind === 'unknownApiToken') return `00${situation.randomId()}`;
  const origin = `https://${situation.plan.host}`;
  const seconds = clientSeconds(situation);
  return new SignJWT({
    iss: kind === 'otherIssuer' ? `${origin}/oauth2/default` : origin,
    aud: kind === 'otherIssuer' ? origin : 'api://default',
    sub: situation.plan.clientId,
    iat: seconds,
    exp: seconds + 3600,
  })
    .setProtectedHeader({ alg: 'RS256' })
    .sign(situation.keys.other.privateKey);
}

/** A DPoP proof (facts D9, D11, D17); undefined where the client sends none. */
async function proofOf(
  situation: ClientSituation,
  faults: ProofFaults | undefined,
  method: string,
  url: string,
  accessToken?: string,
): Promise<string | undefined> {
  const { state, keys, randomId } = situation;
  if (faults?.isMissing === true) return undefined;
  const repeats = state.step === 'repeatCall' && faults?.sentTwice === true;
  if (repeats && state.lastProof !== undefined) return state.lastProof;
  const isOther = faults?.otherKey === true;
  const pair = isOther ? keys.other : keys.proof;
  const claims = {
    htm: method,
    htu: url,
    iat: clientSeconds(situation),
    jti: randomId(),
    ...(accessToken === undefined
      ? state.nonce === undefined
        ? {}
        : { nonce: state.nonce }
      : { ath: await sha256(accessToken) }),
  };
  return new SignJWT(changed(claims, faults?.claims))
    .setProtectedHeader({
      alg: isOther ? 'RS256' : 'ES256',
      typ: 'dpop+jwt',
      jwk: await publicJwk(pair),
    })
    .sign(pair.privateKey);
}

async function publicJwk({ publicKey }: KeyPair): Promise<JWK> {
  return exportJWK(publicKey);
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return base64url.encode(new Uint8Array(hash));
}

function changed(
  given: Readonly<Record<string, string | number>>,
  changes: JwtChanges = {},
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries({ ...given, ...changes }).filter(
      (entry): entry is [string, string | number] => entry[1] !== null,
    ),
  );
}

function addressOf({ isOutsideZone }: Faults): string {
  return isOutsideZone === true ? outsideAddress : insideAddress;
}
