import type { CatalogueOperation } from './operation.ts';

/** Which credentials an operation accepts, in the terms that people ask about. */
export interface AcceptedCredentials {
  readonly apiToken: boolean;
  /** What the specification lists, even if only a person's token can carry the scope. */
  readonly oauth: boolean;
  /**
   * Every accepted credential is a signed-in person's access token, which client credentials cannot
   * get.
   */
  readonly userContextOnly: boolean;
  /** The operation is public. */
  readonly none: boolean;
  /** A client authenticates itself, without a token: the endpoints of OAuth itself. */
  readonly clientAuthentication: boolean;
}

/** Says which credentials an operation accepts, as the specification lists them. */
export function accepts({ credentials }: CatalogueOperation): AcceptedCredentials {
  const { apiToken, scopeSets, clientAuthentication } = credentials;
  const oauth = scopeSets.length > 0;
  return {
    apiToken,
    oauth,
    userContextOnly:
      oauth && !apiToken && scopeSets.every((scopes) => scopes.some(needsSignedInPerson)),
    none: !apiToken && !oauth && clientAuthentication.length === 0,
    clientAuthentication: clientAuthentication.length > 0,
  };
}

/** The scopes of OpenID Connect and of Okta's sign-in, which ask about a person. */
export const openIdConnectScopes: ReadonlySet<string> = new Set([
  'openid',
  'profile',
  'email',
  'address',
  'phone',
  'offline_access',
  'groups',
  'device_sso',
]);

/**
 * Whether only the access token of a signed-in person can carry a scope: those of MyAccount, `.self` scopes and
 * those of OpenID Connect (facts I3 and G20).
 */
export function needsSignedInPerson(scope: string): boolean {
  return (
    scope.startsWith('okta.myAccount.') || scope.endsWith('.self') || openIdConnectScopes.has(scope)
  );
}
