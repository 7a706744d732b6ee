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
