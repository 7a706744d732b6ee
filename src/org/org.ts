import type { JsonValue } from '#catalogue/json.ts';
import type { CryptoKey, JWK } from 'jose';

import type { LogEntry } from './systemLog.ts';

/** A registered public key of a service app. */
export interface AppKey {
  /** With its `kid`. */
  readonly jwk: JWK;
  readonly state: 'active' | 'inactive';
}

/** A client secret of an app. */
export interface AppSecret {
  readonly value: string;
  readonly state: 'active' | 'inactive';
}

/** An app of the org, as an admin has set it up. */
export interface OrgApp {
  readonly clientId: string;
  /** A web app is always refused: it may not use client credentials (fact G6). */
  readonly kind: 'serviceApp' | 'apiServiceIntegration' | 'webApp';
  readonly state: 'active' | 'inactive';
  /** Of a service app, which authenticates with `private_key_jwt`. */
  readonly keys: readonly AppKey[];
  /** Of the other apps, which authenticate with a secret in a Basic header. */
  readonly secrets: readonly AppSecret[];
  readonly requiresDpop: boolean;
  readonly grantedScopes: readonly string[];
  readonly hasAdminRole: boolean;
  /** The id of the network zone from which it may call; absent for any address (fact C42). */
  readonly zone?: string;
}

/** An API token of the org. */
export interface OrgApiToken {
  readonly value: string;
  /** Needed to list and revoke it; without one, it can only revoke itself. */
  readonly id?: string;
  readonly name?: string;
  readonly state: 'active' | 'revoked' | 'unused' | 'ownerInactive';
  /** Whether the person who made it has an admin role. */
  readonly hasAdminRole: boolean;
  /** The id of the network zone from which it may be used; absent for any address (fact F2). */
  readonly zone?: string;
}

/** A named set of IP addresses. */
export interface NetworkZone {
  readonly id: string;
  readonly addresses: readonly string[];
}

/** An operation that the org's APIs offer. */
export interface OrgOperation {
  readonly method: string;
  /** A template with `{name}` segments. */
  readonly path: string;
  /** An access token needs all of them. */
  readonly scopes: readonly string[];
  /** Which credential it always refuses; absent if none. */
  readonly refuses?: 'apiToken' | 'accessToken';
  /** Its response to an accepted call; without one, it returns what it received. */
  readonly answer?: OrgAnswer;
}

/** A response that is always the same. */
export interface OrgAnswer {
  readonly status: number;
  /** Absent if its response has no JSON. */
  readonly body?: JsonValue;
}

/**
 * A value that works once, and until when the org remembers it, in milliseconds since the epoch.
 */
export interface UsedOnce {
  readonly id: string;
  readonly until: number;
}

/** An access token that the org has issued. */
export interface IssuedToken {
  /** Its `jti`. */
  readonly id: string;
  readonly clientId: string;
  /** Whether an admin has ended it before its time. */
  readonly ended: boolean;
}

/** An Okta org as a value: what an admin has set up, and what has happened since. */
export interface Org {
  /** `dev-1234567.okta.com`; its origin is `https://` and this. */
  readonly host: string;
  readonly apps: readonly OrgApp[];
  readonly apiTokens: readonly OrgApiToken[];
  readonly zones: readonly NetworkZone[];
  readonly operations: readonly OrgOperation[];
  /** How many sample groups `/api/v1/groups` lists. */
  readonly groups: number;
  /** Seconds that an access token is valid; 3600 at Okta (fact C26). */
  readonly tokenLifetime: number;
  /** The nonces for DPoP proofs that still count, newest first; times in milliseconds since the epoch. */
  readonly nonces: readonly { readonly value: string; readonly since: number }[];
  readonly usedAssertions: readonly UsedOnce[];
  readonly usedProofs: readonly UsedOnce[];
  readonly issuedTokens: readonly IssuedToken[];
  /**
   * The calls in the current minute, and how many of the next calls are refused, each with a reset
   * this many seconds ahead.
   */
  readonly rateLimit: {
    readonly minute: number;
    readonly calls: number;
    readonly refusals: readonly number[];
  };
  /** Oldest first. */
  readonly log: readonly LogEntry[];
}

/** A request as it reaches the org. */
export interface OrgRequest {
  readonly method: string;
  /** Path and query as they were sent. */
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  /** The IP address that it came from. */
  readonly from: string;
}

/** The org's response; header names in lower case. */
export interface OrgResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string;
}

/** What the org cannot compute by itself: its signing key, and randomness. */
export interface OrgCrypto {
  /** The RS256 pair that signs access tokens; the private key need not be extractable. */
  readonly tokenKey: { readonly publicKey: CryptoKey; readonly privateKey: CryptoKey };
  /** A random text of at least 128 bits, in letters that a URL can contain. */
  readonly randomId: () => string;
}

/** The paths of an org outside its APIs. */
export const tokenPath = '/oauth2/v1/token';

/** The origin of an org's addresses, which is also the issuer and the audience of its access tokens (fact C28). */
export function originOf({ host }: Pick<Org, 'host'>): string {
  return `https://${host}`;
}

/** An org as it is before anybody has called it. */
export function newOrg(
  settings: Pick<Org, 'host' | 'apps' | 'apiTokens' | 'operations'> &
    Partial<Pick<Org, 'zones' | 'groups' | 'tokenLifetime'>>,
): Org {
  return {
    zones: [],
    groups: 25,
    tokenLifetime: 3600,
    ...settings,
    nonces: [],
    usedAssertions: [],
    usedProofs: [],
    issuedTokens: [],
    rateLimit: { minute: 0, calls: 0, refusals: [] },
    log: [],
  };
}

/** The values of a header, in the order in which they came. */
export function headerValues(
  headers: OrgRequest['headers'],
  /** In lower case. */
  name: string,
): readonly string[] {
  return headers.filter(([each]) => each.toLowerCase() === name).map(([, value]) => value);
}

/** A request target without its query. */
export function pathOf(target: string): string {
  return target.split('?')[0] ?? '';
}

/** A response whose body is JSON in one line. */
export function jsonResponse(
  status: number,
  value: unknown,
  headers: OrgResponse['headers'] = {},
): OrgResponse {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(value),
  };
}
