import type { OutcomeId } from '#guide/nodeIds.ts';

/** What an environment variable of a snippet holds. */
export type EnvironmentKind =
  | 'privateKeyFile'
  | 'privateJwkFile'
  | 'clientSecret'
  | 'apiToken'
  | 'clientAssertion'
  | 'accessToken'
  | 'bodySecret'
  | 'bodySecretAsJson';

/** The environment variables from which snippets take what must not be written in them. */
export const environmentVariables = {
  OKTA_PRIVATE_KEY_FILE: {
    kind: 'privateKeyFile',
    holds: 'the path of your private key (PKCS#8 PEM, unencrypted)',
  },
  OKTA_PRIVATE_JWK_FILE: {
    kind: 'privateJwkFile',
    holds: 'the path of your private key (JWK, unencrypted)',
  },
  OKTA_CLIENT_SECRET: { kind: 'clientSecret', holds: 'the client secret of the integration' },
  OKTA_API_TOKEN: { kind: 'apiToken', holds: 'the API token' },
  OKTA_CLIENT_ASSERTION: {
    kind: 'clientAssertion',
    holds: 'a client assertion: a JWT signed with your private key',
  },
  OKTA_ACCESS_TOKEN: { kind: 'accessToken', holds: 'the access token from the response' },
} as const satisfies Readonly<
  Record<string, { readonly kind: EnvironmentKind; readonly holds: string }>
>;

/**
 * An environment variable from which a member of the request's body comes: `OKTA_BODY_CLIENT_SECRET` for
 * `client_secret`, `OKTA_BODY_CREDENTIALS_PASSWORD_VALUE` for `value` in `password` in `credentials`.
 */
export type BodyVariable = `OKTA_BODY_${string}`;

/** The same with JSON in it, for messages, which no program writes: `OKTA_JSON_BODY_CLIENT_SECRET`. */
export type JsonBodyVariable = `OKTA_JSON_BODY_${string}`;

export type EnvironmentName = keyof typeof environmentVariables | BodyVariable | JsonBodyVariable;

/** What a program says of the environment variable for a member of the body. */
export const bodySecretHolds = 'the secret for that member of the body';

/** What an environment variable holds, as a kind and in words. */
export function environmentVariable(name: EnvironmentName): {
  readonly kind: EnvironmentKind;
  readonly holds: string;
} {
  if (isBodyVariable(name)) {
    return { kind: 'bodySecret', holds: bodySecretHolds };
  }
  return isJsonBodyVariable(name)
    ? {
        kind: 'bodySecretAsJson',
        holds: `${bodySecretHolds} as a JSON string: in quotation marks, with \\" for " and \\\\ for \\`,
      }
    : environmentVariables[name];
}

/** The variable of the same member that holds JSON. */
export function asJsonVariable(name: BodyVariable): JsonBodyVariable {
  return `OKTA_JSON_BODY_${name.slice('OKTA_BODY_'.length)}`;
}

/** Whether a snippet can read an environment variable of that name. */
export function isEnvironmentName(name: string): name is EnvironmentName {
  return (
    Object.hasOwn(environmentVariables, name) || isBodyVariable(name) || isJsonBodyVariable(name)
  );
}

function isBodyVariable(name: string): name is BodyVariable {
  return name.startsWith('OKTA_BODY_');
}

function isJsonBodyVariable(name: string): name is JsonBodyVariable {
  return name.startsWith('OKTA_JSON_BODY_');
}

const credentials: Readonly<Record<OutcomeId, EnvironmentName>> = {
  serviceApp: 'OKTA_PRIVATE_KEY_FILE',
  apiServiceIntegration: 'OKTA_CLIENT_SECRET',
  apiToken: 'OKTA_API_TOKEN',
};

/** The environment variable from which the program of a method takes its credential. */
export function credentialOf(method: OutcomeId): EnvironmentName {
  return credentials[method];
}

/** What a program says when its credential is missing: `Set OKTA_API_TOKEN to the API token.` */
export function missingCredential(method: OutcomeId): string {
  return missingVariable(credentials[method]);
}

/** The same of any variable. */
export function missingVariable(name: EnvironmentName): string {
  return `Set ${name} to ${environmentVariable(name).holds}.`;
}
