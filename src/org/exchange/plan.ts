import type { OutcomeId } from '#guide/nodeIds.ts';

import type { AdminCommand } from '../admin.ts';

/** What the client has to do: which operations of which org it calls, and with which method. */
export interface ExchangePlan {
  readonly method: OutcomeId;
  /** Whether the app requires DPoP; only a service app can. */
  readonly dpop: boolean;
  /** The type of the key that signs a service app's client assertions. */
  readonly keyType: 'RSA' | 'EC';
  /** The org's host. */
  readonly host: string;
  /** The client ID of the app; unused with an API token. */
  readonly clientId: string;
  /** The `kid` under which the org has a service app's key. */
  readonly keyId: string;
  /** Called one after the other, as long as each succeeds. */
  readonly operations: PlannedOperations;
  /** What a person filled in for the operations, in the form of a link; empty if nothing. */
  readonly filledIn: string;
}

export type PlannedOperations = readonly [PlannedOperation, ...PlannedOperation[]];

/** An operation that the client calls. */
export interface PlannedOperation {
  /** Its name in the catalogue. */
  readonly reference: string;
  readonly method: string;
  /** As it is sent, with its query. */
  readonly target: string;
  /** The template that the org answers to. */
  readonly path: string;
  /** The fewest scopes that it needs. */
  readonly scopes: readonly string[];
  /** The JSON that is sent; absent if there is none. */
  readonly body?: string;
  /** Which credential it refuses; absent if it refuses none. */
  readonly refuses?: 'apiToken' | 'accessToken';
  /** What it does, in the imperative. */
  readonly name: string;
}

/** The operations to choose from in the lab itself; the first is the usual one. */
export const ownOperations: PlannedOperations = [
  {
    reference: 'listGroups',
    method: 'GET',
    target: '/api/v1/groups',
    path: '/api/v1/groups',
    scopes: ['okta.groups.read'],
    name: 'List groups',
  },
  {
    reference: 'getUser',
    method: 'GET',
    target: '/api/v1/users/me',
    path: '/api/v1/users/{id}',
    scopes: ['okta.users.read'],
    name: 'Get user',
  },
  {
    reference: 'deleteGroup',
    method: 'DELETE',
    target: '/api/v1/groups/00gexamplegroup00002',
    path: '/api/v1/groups/{groupId}',
    scopes: ['okta.groups.manage'],
    name: 'Delete group',
  },
  {
    reference: 'listLogEvents',
    method: 'GET',
    target: '/api/v1/logs',
    path: '/api/v1/logs',
    scopes: ['okta.logs.read'],
    name: 'List log events',
  },
];

/** The org of the lab, until a link names another. */
export const labHost = 'dev-1234567.okta.com';
/** The `kid` under which the org has the key that signs the client's assertions. */
export const labKeyId = 'example-key-1';
/** The apps of the lab's org, by their purpose. */
export const labClientIds = {
  serviceApp: '0oaexampleclientid01',
  integration: '0oaexampleclientid02',
  webApp: '0oaexamplewebapp0001',
  appWithoutKeys: '0oaexamplewithoutkey',
} as const;

/** The id of a method's app in the lab's org. */
export function labClientIdOf(method: OutcomeId): string {
  return method === 'apiServiceIntegration' ? labClientIds.integration : labClientIds.serviceApp;
}

/** A plan with the lab's own values for whatever is not given. */
export function planOf(
  given: Pick<ExchangePlan, 'method'> & Partial<Omit<ExchangePlan, 'method'>>,
): ExchangePlan {
  const { method } = given;
  return {
    keyType: 'RSA',
    host: labHost,
    clientId: labClientIdOf(method),
    keyId: labKeyId,
    operations: [ownOperations[0]],
    filledIn: '',
    ...given,
    dpop: method === 'serviceApp' && given.dpop === true,
  };
}

/**
 * The same exchange with another method. Each method has its own app, so the client ID is dropped;
 * so are operations that refuse the credential.
 */
export function withMethod(plan: ExchangePlan, method: OutcomeId): ExchangePlan {
  const refused = method === 'apiToken' ? 'apiToken' : 'accessToken';
  return {
    ...plan,
    method,
    clientId: labClientIdOf(method),
    dpop: plan.dpop && method === 'serviceApp',
    ...(plan.operations.some(({ refuses }) => refuses === refused)
      ? { operations: [ownOperations[0]], filledIn: '' }
      : {}),
  };
}

/** The scopes that one access token needs for all operations of a plan; `manage` stands for its `read` (fact C30). */
export function scopesOf({ operations }: Pick<ExchangePlan, 'operations'>): readonly string[] {
  const all = new Set(operations.flatMap(({ scopes }) => scopes));
  return [...all].filter(
    (scope) => !(scope.endsWith('.read') && all.has(scope.replace(/read$/, 'manage'))),
  );
}

/** A JWT's claims or header parameters that get another value, or that `null` leaves out. */
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

/**
 * What the client, its surroundings or an admin does wrong. If it is empty, the exchange succeeds.
 */
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
  /** How the client authenticates, if not in the method's way. */
  readonly credential?: 'none' | 'basic' | 'secretInForm' | 'assertionAndSecret' | 'secretInQuery';
  readonly clientId?: string;
  readonly secret?: string;
  /** Parameters of the token request that get another value, or that `null` leaves out. */
  readonly form?: Readonly<Record<string, string | null>>;
  readonly sendsJson?: boolean;
  readonly tokenProof?: ProofFaults;
  readonly apiProof?: ProofFaults;
  /** The scheme before the credential at the API, or no header at all. */
  readonly scheme?: 'Bearer' | 'DPoP' | 'none';
  /** The credential at the API, if it is not the client's own. */
  readonly apiCredential?: 'otherIssuer' | 'otherAudience' | 'unknownApiToken';
  /** What an admin has done before the exchange begins. */
  readonly admin?: readonly AdminCommand[];
  /** What happens to the token between its issue and its use. */
  readonly adminBeforeCall?: readonly AdminCommand[];
  /** Seconds that the client waits between the token and the call. */
  readonly waitsBeforeCall?: number;
  /** Whether it calls from outside its network zone. */
  readonly isOutsideZone?: boolean;
}
