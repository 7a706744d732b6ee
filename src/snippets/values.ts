import type { ExactJson } from './exactJson.ts';
import type { Operation, QueryParameter } from './operation.ts';

/** One call to an operation, as a person fills it in. */
export interface Call {
  readonly operation: Operation;
  /** A value for every placeholder of the operation's path, not yet encoded. */
  readonly pathParameters: Readonly<Record<string, string>>;
  /** In the order in which they are sent, not yet encoded. */
  readonly query: readonly QueryParameter[];
  /** Sent as JSON; absent when the request has none. */
  readonly body?: ExactJson;
}

/**
 * What a person fills in to make a snippet their own: the first call, and the other values. Every
 * value has passed its parser; none is a secret.
 */
export interface RequestValues extends Call {
  /** Host of the org, without scheme; with a port only as `localhost:<port>`. */
  readonly orgDomain: string;
  readonly clientId: string;
  /** The `kid` under which Okta knows the public key. */
  readonly keyId: string;
  /** The scopes to ask for; an API token has none and ignores them. */
  readonly scopes: readonly string[];
  /**
   * What a whole program calls after that, in this order, with the same token. A single request makes the
   * first call only.
   */
  readonly furtherCalls?: readonly Call[];
}

/** The operation that a request calls until a person chooses another. */
export const defaultOperationId = 'listGroups';

/** The sample values of a snippet that nobody has filled in yet: `GET /api/v1/groups?limit=10`. */
export const defaultValues: RequestValues = {
  orgDomain: 'integrator-1234567.okta.com',
  clientId: '0oaexampleclientid00',
  keyId: 'example-key-id',
  scopes: ['okta.groups.read'],
  operation: { method: 'GET', path: '/api/v1/groups' },
  pathParameters: {},
  query: [{ name: 'limit', value: '10' }],
};
