import { decodeJwt, decodeProtectedHeader } from 'jose';

import { unpublishedMark } from '#org/oauthErrors.ts';
import type { OrgResponse } from '#org/org.ts';

/** How the look-alike org starts a text for which Okta's words are not known. */
const lookalikeMark = 'Look-alike org: ';

/** Why two responses may differ. */
export const knownDifferences = {
  optionalId:
    'An assertion without jti: the certified server asks for one, Okta leaves it optional (C22), and the model follows Okta.',
} as const;

export type Verdict =
  | { readonly kind: 'equal' }
  | { readonly kind: 'known'; readonly reason: keyof typeof knownDifferences }
  | { readonly kind: 'different'; readonly what: string };

/** The headers that a program or a person acts on. */
const headersThatMatter = [
  'content-type',
  'www-authenticate',
  'link',
  'cache-control',
  'pragma',
  'x-rate-limit-limit',
  'x-rate-limit-remaining',
  'x-rate-limit-reset',
] as const;

/**
 * Compares the model's response with the look-alike's: status, headers that matter, and body. What is random is matched
 * by its meaning: ids by their form, an access token by its claims, a nonce by whether the response asks for one.
 *
 * @param sameClock whether both read the same clock; otherwise times may differ by some seconds
 */
export function verdictOf(lookalike: OrgResponse, model: OrgResponse, sameClock: boolean): Verdict {
  if (lookalike.body.includes(`${lookalikeMark}unique jti`)) {
    return { kind: 'known', reason: 'optionalId' };
  }
  const wanted = comparable(lookalike, sameClock);
  const given = comparable(model, sameClock);
  if (wanted === given) return { kind: 'equal' };
  return { kind: 'different', what: `look-alike: ${wanted}\nmodel:      ${given}` };
}

function comparable({ status, headers, body }: OrgResponse, sameClock: boolean): string {
  const asksForNonce = body.includes('"use_dpop_nonce"');
  return JSON.stringify({
    status,
    headers: Object.fromEntries(
      headersThatMatter.flatMap((name) => {
        const value = headers[name];
        if (value === undefined) return [];
        return [[name, name.startsWith('x-rate-limit-r') && !sameClock ? 'some' : value]];
      }),
    ),
    requestId: typeof headers['x-okta-request-id'],
    ...(asksForNonce ? { nonce: /^\S{16,}$/.test(String(headers['dpop-nonce'])) } : {}),
    body: comparableBody(body, sameClock),
  });
}

/** The body with what is random in it replaced; the order of the members stays. */
function comparableBody(body: string, sameClock: boolean): unknown {
  if (body === '') return '';
  return JSON.parse(body, (name: string, value: unknown) => {
    if (typeof value !== 'string') return value;
    if (name === 'errorId') return /^oae[\w-]{16,}$/.test(value) ? 'an id' : value;
    if (name === 'access_token') return tokenMeaning(value, sameClock);
    if (name !== 'error_description') return value;
    return [lookalikeMark, unpublishedMark].some((mark) => value.startsWith(mark))
      ? 'words of its own'
      : value;
  });
}

function tokenMeaning(token: string, sameClock: boolean): unknown {
  const { jti, iat = 0, exp = 0, ...claims } = decodeJwt(token);
  return {
    header: sorted({ ...decodeProtectedHeader(token) }),
    claims: sorted(claims),
    hasId: typeof jti === 'string' && jti.length >= 16,
    lifetime: exp - iat,
    issuedAt: sameClock ? iat : 'about now',
  };
}

function sorted(object: Readonly<Record<string, unknown>>): unknown {
  return Object.entries(object).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
