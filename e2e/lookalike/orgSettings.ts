import type { CryptoKey, JWK } from 'jose';

import type { OrgOperation } from '#org/org.ts';

/** A client of the look-alike org: a service app (`private_key_jwt`) or an API service integration (`client_secret_basic`). */
export interface OrgClient {
  readonly clientId: string;
  readonly authentication: 'private_key_jwt' | 'client_secret_basic';
  /** With `kid`; empty for a client that has a secret. */
  readonly publicKeys: readonly JWK[];
  readonly clientSecret?: string;
  readonly dpop: 'required' | 'optional';
  readonly grantedScopes: readonly string[];
  readonly hasAdminRole: boolean;
}

/** An OpenID Connect app of the look-alike org: a program that acts for the person who signs in (fact I2). */
export type OrgSignInApp = {
  readonly clientId: string;
  readonly redirectUris: readonly string[];
  readonly grantedScopes: readonly string[];
} & (
  | { readonly type: 'web'; readonly clientSecret: string }
  /** Without a secret; it may use device authorization too. */
  | { readonly type: 'native' }
);

/** A person of the look-alike org. */
export interface OrgPerson {
  readonly login: string;
  readonly hasAdminRole: boolean;
  /** Client ids. */
  readonly assignedTo: readonly string[];
}

/** An API token (`SSWS`) of the look-alike org. */
export interface OrgApiToken {
  readonly token: string;
  /** By which it is listed and revoked; without it, it can only revoke itself. */
  readonly id?: string;
  readonly name?: string;
  readonly state: 'active' | 'revoked';
  readonly hasAdminRole: boolean;
}

export interface OrgSettings {
  /** `dev-1234567.okta.com` or `localhost:8443`; the origin is `https://` and this. */
  readonly host: string;
  readonly clients: readonly OrgClient[];
  /** None, and no addresses to sign in at, when absent. */
  readonly signInApps?: readonly OrgSignInApp[];
  readonly people?: readonly OrgPerson[];
  /** Whether apps may keep a person signed in, with a refresh token; true. */
  readonly givesRefreshTokens?: boolean;
  /** Whether a refresh token is good for one use; false, as in a new native or web app. */
  readonly rotatesRefreshTokens?: boolean;
  /** Seconds that a device is told to wait between two questions; 5. */
  readonly devicePollInterval?: number;
  /** Seconds that a device code is valid; 600. */
  readonly deviceCodeLifetime?: number;
  readonly apiTokens: readonly OrgApiToken[];
  readonly operations: readonly OrgOperation[];
  /** Whether the token endpoint answers a DPoP proof without nonce with `use_dpop_nonce`, as Okta does (D10); true. */
  readonly asksForNonce?: boolean;
  /** Seconds that an access token is valid; 3600 (fact C26). */
  readonly tokenLifetime?: number;
  /** How many sample groups `/api/v1/groups` lists; 25. */
  readonly groups?: number;
  /** The RS256 pair that signs access tokens; one is made when absent. */
  readonly tokenKeys?: { readonly publicKey: CryptoKey; readonly privateKey: CryptoKey };
  /** Told about each request when it is about to be answered. */
  readonly onArrived?: (request: ArrivedRequest) => void;
}

/** A request as it arrived, and what it was answered. */
export interface ArrivedRequest {
  /** When it arrived, in milliseconds since the epoch. */
  readonly at: number;
  readonly method: string;
  /** The raw request target: path and query byte for byte. */
  readonly target: string;
  /** The raw pairs in their order. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  readonly answer: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string | readonly string[]>>;
    readonly body: string;
  };
}
