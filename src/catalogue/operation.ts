import type { Bounds } from './bounds.ts';
import type { JsonValue } from './json.ts';

/** The four APIs that Okta describes in OpenAPI files, in the order in which ids are looked up. */
export const apiIds = ['management', 'governance', 'myAccount', 'oauth'] as const;
export type ApiId = (typeof apiIds)[number];

/** What people call each API. */
export const apiNames: Readonly<Record<ApiId, string>> = {
  management: 'Okta Admin Management',
  governance: 'Okta Identity Governance',
  myAccount: 'MyAccount',
  oauth: 'OpenID Connect & OAuth 2.0',
};

/** The HTTP methods of the four APIs. */
export const operationMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
export type OperationMethod = (typeof operationMethods)[number];

export const parameterTypes = ['string', 'integer', 'number', 'boolean'] as const;
export type ParameterType = (typeof parameterTypes)[number];

/** A parameter of the path or of the query string, as the specification describes it. */
export interface OperationParameter extends Bounds {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  /** The type of each value, if it accepts a list. */
  readonly type: ParameterType;
  /** Whether it accepts several values. */
  readonly list: boolean;
  /** Separates several values in one text; without it, the parameter is repeated. */
  readonly separator?: ',';
  /** The only values that it accepts; empty if it accepts any. */
  readonly values: readonly string[];
  /** The most values that a list can have. */
  readonly maxItems?: number;
  /** It contains a secret, such as a session token. */
  readonly secret?: true;
}

/** What the specification says about a request's body. */
export interface OperationBody {
  readonly required: boolean;
  /** In the specification's order; the first is the usual one. */
  readonly mediaTypes: readonly string[];
  /**
   * A start for a JSON body: the properties that must be sent, or, if the specification requires
   * none, those that may be. Texts are empty, numbers 0. Absent if the body is not JSON or has no
   * named properties.
   */
  readonly skeleton?: JsonValue;
  /**
   * The members that contain a secret, as paths: `/credentials/password/value`, with `*` for every
   * entry of a list or every name of a map. Empty if there are none.
   */
  readonly secretMembers: readonly string[];
}

/** The scopes that an access token must have, all of them. */
export type ScopeSet = readonly string[];

/**
 * Which credentials an operation accepts, according to its `security` in the specification. If
 * there are none, the operation is public.
 */
export interface OperationCredentials {
  /** An API token (`Authorization: SSWS …`). */
  readonly apiToken: boolean;
  /**
   * An OAuth 2.0 access token with all scopes of any one of these sets. Empty if the operation
   * accepts no access token.
   */
  readonly scopeSets: readonly ScopeSet[];
  /**
   * A client's own authentication (`client_secret_basic` and the like), which the endpoints of
   * OAuth itself accept.
   */
  readonly clientAuthentication: readonly string[];
}

export const lifecycles = ['GA', 'LIMITED_GA', 'EA', 'BETA'] as const;
export type Lifecycle = (typeof lifecycles)[number];

/**
 * One of the operations of Okta's APIs: only facts from the specification, none of its
 * descriptions.
 */
export interface CatalogueOperation {
  readonly api: ApiId;
  /** The specification's `operationId`; unique within its API only. */
  readonly id: string;
  /**
   * The name by which the guide knows it: its id, or `api:id` if an API that is looked up earlier
   * has that id as well (`governance:getOrgSettings`). Unique in the catalogue.
   */
  readonly reference: string;
  readonly method: OperationMethod;
  /** Starts with `/`; a `{name}` stands for a path parameter. */
  readonly path: string;
  readonly tag: string;
  /** Those of the path in its order, then those of the query string. */
  readonly parameters: readonly OperationParameter[];
  readonly body?: OperationBody;
  readonly credentials: OperationCredentials;
  /** Absent if the specification names none. */
  readonly lifecycle?: Lifecycle;
  readonly deprecated: boolean;
  /**
   * Admin roles that the specification names (`x-okta-iam-admin-roles`); empty if it names none.
   */
  readonly adminRoles: readonly string[];
  /**
   * Permissions of a custom admin role that it names (`x-okta-iam-permissions`); empty if it names
   * none.
   */
  readonly permissions: readonly string[];
  /** The specification's mark that no scope is required (`x-okta-no-scope-required`). */
  readonly noScopeRequired: boolean;
  /** The host that the specification gives instead of the org's own (`drapp.…` for disaster recovery). */
  readonly server?: string;
}

/** The OpenAPI file that the operations of one API come from. */
export interface CatalogueSource {
  readonly api: ApiId;
  /** The specification's `info.title`. */
  readonly title: string;
  /** The specification's `info.version`. */
  readonly version: string;
  /** The day of the specification's release (`2026-06-29`); absent if it is not known. */
  readonly date?: string;
  /** The file's name, without its folder. */
  readonly file: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
  /**
   * The names of the tags for people (`x-displayName`), by tag; empty if the specification has
   * none.
   */
  readonly tagNames: Readonly<Record<string, string>>;
}

/** The operations of the four APIs, and where they come from. */
export interface Catalogue {
  readonly sources: readonly CatalogueSource[];
  /** By API in the order of `apiIds`, then in the order of the file. */
  readonly operations: readonly CatalogueOperation[];
}
