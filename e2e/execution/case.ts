import { type EnvironmentKind, environmentVariables } from '#snippets/environment.ts';
import type { ExactJson } from '#snippets/exactJson.ts';
import type { Form } from '#snippets/form.ts';
import type { Call, RequestValues } from '#snippets/values.ts';

import type { Answer } from '../lookalike/answer.ts';
import type { LookalikeOrg } from '../lookalike/org.ts';
import type { OrgClient, OrgSettings } from '../lookalike/orgSettings.ts';
import type { Credentials } from './credentials.ts';

/** What surrounds a snippet when it runs, and what must come of it. */
export interface Case {
  /** In words, for messages; unique. */
  readonly id: string;
  /** `right`: the snippet must do its work; `wrong`: something is wrong on purpose. */
  readonly kind: 'right' | 'wrong';
  /** Whether a snippet can come into it. */
  readonly concerns: (form: Form, language: string) => boolean;
  /**
   * How many of the snippets that it concerns are put into it: `all`; one for each method, way of binding the token
   * and kind of request, whatever the kind of the key; or one of each language and kind of request.
   */
  readonly extent: 'all' | 'oneKey' | 'one';
  /** What the org is like, when not as it should be. */
  readonly org?: (settings: OrgSettings) => OrgSettings;
  /** What the environment holds, when not what it should. */
  readonly environment?: (
    environment: SecretEnvironment,
    credentials: Credentials,
    form: Form,
  ) => SecretEnvironment;
  /** Takes the trust in the server's certificate away. */
  readonly distrust?: true;
  /** How it must reach the server, where a proxy is in its environment. */
  readonly way?: Way;
  readonly disturbance?: Disturbance;
  readonly outcome: (situation: Situation) => Outcome;
}

/** Through a proxy that the environment names; or past it, because the environment makes an exception of the host. */
export type Way = 'throughProxy' | 'pastProxy';

/** What the environment variables of a snippet hold; one that is absent is not set. */
export type SecretEnvironment = Readonly<Partial<Record<EnvironmentKind, string>>>;

export interface Situation {
  readonly form: Form;
  readonly language: string;
  /** How many requests to the API the snippet needs to get everything. */
  readonly pages: number;
}

export interface Outcome {
  readonly ends: 'well' | 'badly';
  /**
   * The requests as they are answered, each in words: `token ok`, `token 400`, `api ok`, `api 401`. Null where it
   * depends on the language; then no request to the API may be answered well.
   */
  readonly exchange: readonly string[] | null;
  /** What the snippet must say besides the answer that it failed with. */
  readonly says?: readonly (string | RegExp)[];
}

/**
 * Looks at a request before the org does. What it gives is answered in the org's place.
 */
export type Disturbance = (request: ApproachingRequest) => Answer | undefined;

export interface ApproachingRequest {
  readonly kind: 'token' | 'api';
  /** Counted from 1, among those of its kind. */
  readonly count: number;
  /** Of the org, without a slash at the end. */
  readonly origin: string;
  readonly org: LookalikeOrg;
}

/** Facts H1, D22: the SDK does some things its own way. */
export function usesSdk(language: string): boolean {
  return language === 'typescript';
}

/** The requests for the first access token. With DPoP, the first of them lacks the nonce. */
export function firstToken({ method, variant }: Form): readonly string[] {
  if (method === 'apiToken') return [];
  return variant === 'dpop' ? ['token 400', 'token ok'] : ['token ok'];
}

/** The requests for another access token; the SDK forgets the nonce. */
export function anotherToken(form: Form, language: string): readonly string[] {
  return usesSdk(language) ? firstToken(form) : firstToken(form).slice(-1);
}

/** The answers to the requests for an access token of which the last is refused. */
export function refusedToken({ variant }: Form, status: number): readonly string[] {
  return variant === 'dpop' ? ['token 400', `token ${status}`] : [`token ${status}`];
}

export function pagesOf(count: number): readonly string[] {
  return Array.from({ length: count }, () => 'api ok');
}

/** All calls of these values, in their order. */
export function callsIn(values: RequestValues): readonly [Call, ...Call[]] {
  return [values, ...(values.furtherCalls ?? [])];
}

/** The org in which a snippet works: its client, or its API token, and its operation. */
export function orgFor(form: Form, values: RequestValues, credentials: Credentials): OrgSettings {
  const { keyType, method, variant } = form;
  const client: OrgClient = {
    clientId: values.clientId,
    authentication: keyType === null ? 'client_secret_basic' : 'private_key_jwt',
    publicKeys:
      keyType === null ? [] : [{ ...credentials.keys[keyType].publicKey, kid: values.keyId }],
    ...(keyType === null ? { clientSecret: credentials.clientSecret } : {}),
    dpop: variant === 'dpop' ? 'required' : 'optional',
    grantedScopes: values.scopes,
    hasAdminRole: true,
  };
  return {
    host: values.orgDomain,
    clients: method === 'apiToken' ? [] : [client],
    apiTokens: [{ token: credentials.apiToken, state: 'active', hasAdminRole: true }],
    operations: callsIn(values).map(({ operation }) =>
      Object.assign({ scopes: values.scopes }, operation),
    ),
  };
}

/** What the environment of a snippet should hold. */
export function environmentFor({ keyType }: Form, credentials: Credentials): SecretEnvironment {
  return {
    ...(keyType === null ? {} : { privateKeyFile: credentials.keys[keyType].file }),
    clientSecret: credentials.clientSecret,
    apiToken: credentials.apiToken,
    bodySecret: credentials.bodySecret,
  };
}

/** The environment variables of a snippet, filled. */
export function variablesOf(
  names: Readonly<Record<string, EnvironmentKind>>,
  environment: SecretEnvironment,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, kind]) => {
      const value = kind.startsWith('bodySecret')
        ? bodySecretIn(name, environment)
        : environment[kind];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** A secret of its own for each member of the body, as its environment variable holds it. */
function bodySecretIn(name: string, { bodySecret }: SecretEnvironment): string | undefined {
  if (bodySecret === undefined) return undefined;
  const [, asJson, member = ''] = /^OKTA_(JSON_)?BODY_(.*)$/.exec(name) ?? [];
  const value = `${bodySecret}${member}`;
  return asJson === undefined ? value : JSON.stringify(value);
}

/** The body that must arrive: each secret in its place. */
export function bodyWithSecrets(json: ExactJson, environment: SecretEnvironment): ExactJson {
  switch (json.kind) {
    case 'secret':
      return { kind: 'string', text: bodySecretIn(json.variable, environment) ?? '' };
    case 'array':
      return { ...json, items: json.items.map((item) => bodyWithSecrets(item, environment)) };
    case 'object':
      return {
        ...json,
        members: json.members.map(({ name, value }) => ({
          name,
          value: bodyWithSecrets(value, environment),
        })),
      };
    default:
      return json;
  }
}

/** The name of the environment variable of a kind. */
export function variableNameOf(kind: EnvironmentKind): string {
  return (
    Object.entries(environmentVariables).find(([, variable]) => variable.kind === kind)?.[0] ?? kind
  );
}
