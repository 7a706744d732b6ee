import { type OauthError, oauthErrors } from './oauthErrors.ts';
import type { Org, OrgApp } from './org.ts';

const openidScopes: ReadonlySet<string> = new Set([
  'openid',
  'profile',
  'email',
  'address',
  'phone',
  'offline_access',
  'device_sso',
]);

/** What a scope may look like (RFC 6749, section 3.3). */
const scopeSyntax = /^[\x21\x23-\x5B\x5D-\x7E]+(?: [\x21\x23-\x5B\x5D-\x7E]+)*$/;

/** Whether a scope parameter is absent or well-formed. */
export function isWellFormed(scope: string | undefined): boolean {
  return scope === undefined || scopeSyntax.test(scope);
}

/**
 * The scopes that a program's token gets (facts C31 to C36, G17 to G22): those that it asks for and
 * that its app has been granted.
 *
 * @param scope the request's parameter
 */
export function scopesFor(
  org: Org,
  app: OrgApp,
  scope: string | undefined,
): { readonly refused: OauthError } | { readonly scopes: readonly string[] } {
  if (scope === undefined) return { refused: oauthErrors.missing_scopes };
  const requested = [...new Set(scope.split(' '))];
  if (requested.some((each) => openidScopes.has(each))) {
    return { refused: oauthErrors.openid_not_allowed_client_creds };
  }
  if (requested.some((each) => each.endsWith('.self'))) {
    return { refused: oauthErrors.client_credentials_self_scope_requested };
  }
  if (requested.some((each) => !/^(?:okta|ssf)\./.test(each))) {
    return { refused: oauthErrors.illegal_custom_scope };
  }
  const known = new Set([
    ...org.operations.flatMap(({ scopes }) => scopes),
    ...org.apps.flatMap(({ grantedScopes }) => grantedScopes),
  ]);
  if (requested.some((each) => !known.has(each))) return { refused: oauthErrors.no_matching_scope };
  const scopes = requested.filter((each) => app.grantedScopes.includes(each));
  return scopes.length === 0 ? { refused: oauthErrors.consent_required } : { scopes };
}
