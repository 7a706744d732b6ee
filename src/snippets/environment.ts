import type { OutcomeId } from '#guide/nodeIds.ts';

/** What an environment variable of a snippet holds. */
export type EnvironmentKind =
  | 'privateKeyFile'
  | 'clientSecret'
  | 'apiToken'
  | 'clientAssertion'
  | 'accessToken';

/** The environment variables from which snippets take what must not stand in them. */
export const environmentVariables = {
  OKTA_PRIVATE_KEY_FILE: {
    kind: 'privateKeyFile',
    holds: 'the path of your private key (PKCS#8 PEM, unencrypted)',
  },
  OKTA_CLIENT_SECRET: { kind: 'clientSecret', holds: 'the client secret of the integration' },
  OKTA_API_TOKEN: { kind: 'apiToken', holds: 'the API token' },
  OKTA_CLIENT_ASSERTION: {
    kind: 'clientAssertion',
    holds: 'a client assertion: a JWT signed with your private key',
  },
  OKTA_ACCESS_TOKEN: { kind: 'accessToken', holds: 'the access token of the answer' },
} as const satisfies Readonly<
  Record<string, { readonly kind: EnvironmentKind; readonly holds: string }>
>;

export type EnvironmentName = keyof typeof environmentVariables;

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
  const name = credentials[method];
  return `Set ${name} to ${environmentVariables[name].holds}.`;
}
