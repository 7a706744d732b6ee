import { queryValue } from '../encoders/queryValue.ts';
import { oktaRequest } from '../request.ts';
import { defaultValues, type RequestValues } from '../values.ts';

/** The app in which a person signs in: one that can keep a secret, or one that cannot. */
export type SignInApp = 'web' | 'native';

/** The values in the requests of a person's sign-in. */
export interface SignInValues extends RequestValues {
  /** Where the browser goes after the sign-in, as it is registered in the app. */
  readonly redirectUri: string;
}

/** The sample values of each app. */
export const defaultSignInValues: Readonly<Record<SignInApp, SignInValues>> = {
  web: sampleOf('0oaexamplewebapp0000'),
  native: sampleOf('0oaexamplenative0000'),
};

function sampleOf(clientId: string): SignInValues {
  return { ...defaultValues, clientId, redirectUri: 'http://localhost:8080/callback' };
}

/** The scopes to ask for, including the one for a refresh token. */
export function signInScope({ scopes }: SignInValues): string {
  return [...scopes, 'offline_access'].join(' ');
}

/**
 * The addresses of the org authorization server that a sign-in needs besides the token endpoint.
 */
export function signInUrls(values: SignInValues): {
  readonly authorize: string;
  readonly deviceAuthorize: string;
} {
  const { tokenUrl } = oktaRequest(values);
  const server = tokenUrl.slice(0, -'/token'.length);
  return { authorize: `${server}/authorize`, deviceAuthorize: `${server}/device/authorize` };
}

/** The address with which a browser starts the sign-in, without the parts that differ each time. */
export function signInAddress(values: SignInValues): string {
  return `${signInUrls(values).authorize}?${queryOf([
    ['client_id', values.clientId],
    ['response_type', 'code'],
    ['redirect_uri', values.redirectUri],
    ['scope', signInScope(values)],
    ['code_challenge_method', 'S256'],
  ])}`;
}

/** A PKCE pair that is public: the example in RFC 7636, appendix B. */
export const examplePkce = {
  verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
} as const;

/** The whole address as an example, with the challenge of {@link examplePkce}. */
export function exampleSignInAddress(values: SignInValues): string {
  return `${signInAddress(values)}&${queryOf([
    ['code_challenge', examplePkce.challenge],
    ['state', 'example-state'],
  ])}`;
}

function queryOf(parameters: readonly (readonly [name: string, value: string])[]): string {
  return parameters.map(([name, value]) => `${name}=${queryValue(value)}`).join('&');
}
