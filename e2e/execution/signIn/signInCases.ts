import type { SignInRequestId } from '#snippets/signIn/signInRequests.ts';
import {
  defaultSignInValues,
  type SignInApp,
  type SignInValues,
} from '#snippets/signIn/signInValues.ts';

import type { OrgSettings } from '../../lookalike/orgSettings.ts';
import type { PersonDecision } from '../../lookalike/personAtBrowser.ts';

/** What surrounds a request of a person's sign-in when it is run, and what must come of it. */
export interface SignInCase {
  /** In words, for messages; unique among those of a request. */
  readonly id: string;
  readonly kind: 'right' | 'hostile' | 'wrong';
  readonly concerns: readonly SignInRequestId[];
  /** The sample values when absent. */
  readonly values?: (app: SignInApp) => SignInValues;
  readonly org?: Partial<OrgSettings>;
  /** The web app's secret, when not the usual one. */
  readonly clientSecret?: string;
  /** What a variable of the environment holds instead of what it should; undefined takes it away. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** What the file for the refresh token holds before; that of an earlier sign-in when absent. */
  readonly refreshToken?: string;
  /** Signs in with the admin when absent. */
  readonly person?: PersonDecision;
  /**
   * What is pasted instead of the address at which the browser ends.
   *
   * @param otherCode a code that is good, of a sign-in with another verifier
   */
  readonly pasted?: (address: string, otherCode: string) => string;
  readonly outcome: {
    readonly ends: 'well' | 'badly';
    /** The answers to the script's own requests, in their order: `token 200`, `api 403`. */
    readonly exchange: readonly string[];
    /** What the script must say. */
    readonly says?: readonly string[];
  };
}

/** The people of the org: the first may do everything, the second has no admin role. */
export const logins = { admin: 'ada@example.com', withoutRole: 'bob@example.com' } as const;

const codeRequests = ['sign-in-native-app', 'sign-in-web-app'] as const;
const renewals = ['renew-native-app', 'renew-web-app'] as const;
const webRequests = ['sign-in-web-app', 'renew-web-app'] as const;
const signedIn = { ends: 'well', exchange: ['token 200', 'api 200'] } as const;
const activated = {
  ends: 'well',
  exchange: ['device 200', 'token 400', 'token 200', 'api 200'],
} as const;

/** Quotes, spaces and commands wherever a value can stand. */
function hostileValues(app: SignInApp): SignInValues {
  return {
    ...defaultSignInValues[app],
    orgDomain: 'xn--bcher-kva.example.org',
    clientId: `'$(id)',!*+._-$0`,
    scopes: ['okta.groups.read', 'okta.users.read'],
    redirectUri: `http://localhost:8080/call'back/$(touch%20pwned)?a="b"&c=\`touch pwned\`&d=e f`,
    query: [
      { name: 'limit', value: '10' },
      { name: 'q', value: `'; touch pwned; '` },
      { name: 'search', value: 'profile.name sw "$(touch pwned)" \\ `touch pwned` %41 & = é 😀' },
      { name: 'x y', value: '\r\nX-Injected: yes' },
    ],
  };
}

const hostileSecret = `it's "a" $(touch pwned) \`touch pwned\` + 100% \\ é`;

export const signInCases: readonly SignInCase[] = [
  { id: 'as it should be', kind: 'right', concerns: ['sign-in-address'], outcome: signedIn },
  {
    id: 'as it should be',
    kind: 'right',
    concerns: [...codeRequests, ...renewals],
    outcome: signedIn,
  },
  { id: 'as it should be', kind: 'right', concerns: ['sign-in-terminal'], outcome: activated },
  {
    id: 'with a refresh token that rotates',
    kind: 'right',
    concerns: renewals,
    org: { rotatesRefreshTokens: true },
    outcome: signedIn,
  },
  {
    id: 'hostile values',
    kind: 'hostile',
    concerns: ['sign-in-address', ...codeRequests, ...renewals],
    values: hostileValues,
    outcome: signedIn,
  },
  {
    id: 'hostile values',
    kind: 'hostile',
    concerns: ['sign-in-terminal'],
    values: hostileValues,
    outcome: activated,
  },
  {
    id: 'a hostile secret',
    kind: 'hostile',
    concerns: webRequests,
    clientSecret: hostileSecret,
    outcome: signedIn,
  },
  {
    id: 'a person who refuses',
    kind: 'wrong',
    concerns: codeRequests,
    person: { refuse: 'yes' },
    outcome: { ends: 'badly', exchange: [], says: ['This address has no code', 'access_denied'] },
  },
  {
    id: 'a person who refuses',
    kind: 'wrong',
    concerns: ['sign-in-terminal'],
    person: { refuse: 'yes' },
    outcome: {
      ends: 'badly',
      exchange: ['device 200', 'token 400', 'token 403'],
      says: ['access_denied'],
    },
  },
  {
    id: 'a code that nobody has typed in time',
    kind: 'wrong',
    concerns: ['sign-in-terminal'],
    org: { deviceCodeLifetime: 1, devicePollInterval: 2 },
    outcome: {
      ends: 'badly',
      exchange: ['device 200', 'token 400'],
      says: ['expired_token', 'The device code has expired.'],
    },
  },
  {
    id: 'the state of another sign-in',
    kind: 'wrong',
    concerns: codeRequests,
    pasted: (address) => address.replace(/state=[^&]*/, 'state=of-another'),
    outcome: { ends: 'badly', exchange: [], says: ['This address belongs to another sign-in'] },
  },
  {
    id: 'something that is no address',
    kind: 'wrong',
    concerns: codeRequests,
    pasted: () => `'; touch pwned; $(touch pwned) & -n`,
    outcome: { ends: 'badly', exchange: [], says: ['This address belongs to another sign-in'] },
  },
  {
    id: 'a code that was never issued',
    kind: 'wrong',
    concerns: codeRequests,
    pasted: (address) => address.replace(/code=[^&]*/, 'code=never%2Dissued'),
    outcome: {
      ends: 'badly',
      exchange: ['token 400'],
      says: ['invalid_grant', 'The authorization code is invalid or has expired.'],
    },
  },
  {
    id: 'the code of another sign-in',
    kind: 'wrong',
    concerns: codeRequests,
    pasted: (address, otherCode) => address.replace(/code=[^&]*/, `code=${otherCode}`),
    outcome: {
      ends: 'badly',
      exchange: ['token 400'],
      says: ['invalid_grant', 'PKCE verification failed.'],
    },
  },
  {
    id: 'a refresh token that was never issued',
    kind: 'wrong',
    concerns: renewals,
    refreshToken: `never'issued + $(touch pwned) %41`,
    outcome: {
      ends: 'badly',
      exchange: ['token 400'],
      says: ['invalid_grant', 'The refresh token is invalid or expired.'],
    },
  },
  {
    id: 'a wrong secret',
    kind: 'wrong',
    concerns: ['renew-web-app'],
    refreshToken: 'of-some-sign-in',
    environment: { OKTA_CLIENT_SECRET: 'wrong' },
    outcome: { ends: 'badly', exchange: ['token 401'], says: ['invalid_client'] },
  },
  {
    id: 'no secret',
    kind: 'wrong',
    concerns: webRequests,
    environment: { OKTA_CLIENT_SECRET: undefined },
    refreshToken: 'of-some-sign-in',
    outcome: { ends: 'badly', exchange: [], says: ['OKTA_CLIENT_SECRET: Set it to'] },
  },
  {
    id: 'no file for the refresh token',
    kind: 'wrong',
    concerns: [...codeRequests, 'sign-in-terminal', ...renewals],
    environment: { OKTA_REFRESH_TOKEN_FILE: undefined },
    refreshToken: 'of-some-sign-in',
    outcome: { ends: 'badly', exchange: [], says: ['OKTA_REFRESH_TOKEN_FILE: Set it to'] },
  },
  {
    id: 'a person without an admin role',
    kind: 'wrong',
    concerns: [...codeRequests, ...renewals],
    person: { login: logins.withoutRole },
    outcome: { ends: 'badly', exchange: ['token 200', 'api 403'], says: [] },
  },
  {
    id: 'an app that may not keep people signed in',
    kind: 'wrong',
    concerns: codeRequests,
    org: { givesRefreshTokens: false },
    outcome: {
      ends: 'badly',
      exchange: ['token 200'],
      says: ['No refresh token came'],
    },
  },
];
