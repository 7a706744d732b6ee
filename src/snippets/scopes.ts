import { openIdConnectScopes } from '#catalogue/accepts.ts';

import { invisibleCharacterIn } from './invisibleCharacters.ts';
import { accepted, type Parsed, refused } from './parsed.ts';
import { secretLike } from './secretLike.ts';

/**
 * Reads the scopes of a client credentials request, separated by spaces or commas, or as a list.
 * Each is `okta.<resource>.read` or `.manage`, or a shared signals scope (`ssf.read`,
 * `ssf.manage`).
 */
export function parseScopes(input: string | readonly string[]): Parsed<readonly string[]> {
  const given =
    typeof input === 'string' ? input.split(/[\s,]+/) : input.map((scope) => scope.trim());
  const scopes = given.filter((scope) => scope !== '');
  if (scopes.length === 0) {
    return refused(
      'There is no scope, and Okta refuses a token request without one. List the scopes that the operations need, for example `okta.groups.read`.',
    );
  }
  for (const scope of scopes) {
    const reason = reasonAgainstScope(scope);
    if (reason !== undefined) {
      return refused(reason);
    }
  }
  const unique = [...new Set(scopes)];
  return accepted(
    unique,
    unique.length === scopes.length ? [] : ['A scope that was named twice is requested only once.'],
  );
}

function reasonAgainstScope(scope: string): string | undefined {
  const secret = secretLike(scope);
  if (secret !== undefined) {
    return secret;
  }
  const invisible = invisibleCharacterIn(scope);
  if (invisible !== undefined) {
    return `A scope contains the invisible character ${invisible}, so it would not match any of Okta's. Type it by hand.`;
  }
  if (!/^[A-Za-z0-9._:/-]{1,200}$/.test(scope)) {
    return 'A scope contains characters that no Okta scope has. Use scopes such as `okta.groups.read`, separated by spaces.';
  }
  if (scope.endsWith('.self') || scope.startsWith('okta.myAccount.')) {
    return `\`${scope}\` acts for the signed-in person, and a program on its own has none: client credentials may not request it. Ask for a scope without \`.self\`, or let a person sign in.`;
  }
  if (openIdConnectScopes.has(scope)) {
    return `\`${scope}\` belongs to sign-in with OpenID Connect, and nobody signs in with client credentials. Leave it out.`;
  }
  if (/^(?:okta(?:\.[A-Za-z][A-Za-z0-9]*)+\.(?:read|manage)|ssf\.(?:read|manage))$/.test(scope)) {
    return undefined;
  }
  return `\`${scope}\` is not a scope of Okta's APIs, and the org authorization server issues no others. Use scopes of the form \`okta.groups.read\` or \`okta.groups.manage\`.`;
}
