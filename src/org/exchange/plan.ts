import type { OutcomeId } from '#guide/nodeIds.ts';

import type { AdminCommand } from '../admin.ts';

/** What the client is to do: by which method it calls which operation. */
export interface ExchangePlan {
  readonly method: OutcomeId;
  /** Whether the app requires DPoP; only a service app can. */
  readonly dpop: boolean;
  readonly operation: PlannedOperation;
}

/** An operation that the client can call without a body. */
export interface PlannedOperation {
  readonly method: string;
  readonly path: string;
  /** The least scope for it. */
  readonly scope: string;
  /** What it does, in the imperative. */
  readonly name: string;
}

/** The operations to choose from; the first is the usual one. */
export const plannedOperations: readonly [PlannedOperation, ...PlannedOperation[]] = [
  { method: 'GET', path: '/api/v1/groups', scope: 'okta.groups.read', name: 'List all groups' },
  { method: 'GET', path: '/api/v1/users/me', scope: 'okta.users.read', name: 'Retrieve a user' },
  {
    method: 'DELETE',
    path: '/api/v1/groups/00gexamplegroup00002',
    scope: 'okta.groups.manage',
    name: 'Delete a group',
  },
  { method: 'GET', path: '/api/v1/logs', scope: 'okta.logs.read', name: 'List System Log events' },
];

/** A JWT's claims or header parameters to be set to another value, or to be left out with `null`. */
export type JwtChanges = Readonly<Record<string, string | number | null>>;

/** What is wrong with a proof of possession; on the token request, on the API call, or on both. */
export interface ProofFaults {
  readonly claims?: JwtChanges;
  readonly isMissing?: boolean;
  /** Signed with a new key, not with the one that the token is bound to. */
  readonly otherKey?: boolean;
  /** Sent once more by a second request that is otherwise new. */
  readonly sentTwice?: boolean;
}

/** What the client, its surroundings or an admin does wrong. Nothing of it means that the exchange succeeds. */
export interface Faults {
  /** Seconds by which the client's clock is fast; negative when it is slow. */
  readonly clockSkew?: number;
  readonly assertion?: {
    readonly claims?: JwtChanges;
    readonly header?: JwtChanges;
    /** Signed with a key that is not registered. */
    readonly otherKey?: boolean;
    /** Seconds from now to the expiry, instead of five minutes. */
    readonly lifetime?: number;
    /** Sent once more by the request that has the nonce. */
    readonly sentTwice?: boolean;
  };
  /** How the client authenticates, when it is not the method's way. */
  readonly credential?: 'none' | 'basic' | 'secretInForm' | 'assertionAndSecret' | 'secretInQuery';
  readonly clientId?: string;
  readonly secret?: string;
  /** Parameters of the token request to be set to another value, or to be left out with `null`. */
  readonly form?: Readonly<Record<string, string | null>>;
  readonly sendsJson?: boolean;
  readonly tokenProof?: ProofFaults;
  readonly apiProof?: ProofFaults;
  /** The scheme before the credential at the API, or no header at all. */
  readonly scheme?: 'Bearer' | 'DPoP' | 'none';
  /** The credential at the API, when it is not the one that the client has. */
  readonly apiCredential?: 'otherIssuer' | 'otherAudience' | 'unknownApiToken';
  /** The operation called, when it is not the planned one. */
  readonly calls?: { readonly method: string; readonly path: string };
  /** What an admin has done before the exchange begins. */
  readonly admin?: readonly AdminCommand[];
  /** What happens to the token between its issue and its use. */
  readonly adminBeforeCall?: readonly AdminCommand[];
  /** Seconds that the client lets pass between the token and the call. */
  readonly waitsBeforeCall?: number;
  /** Whether it calls from outside its network zone. */
  readonly isOutsideZone?: boolean;
}
