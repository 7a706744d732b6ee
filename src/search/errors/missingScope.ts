/**
 * The scope that a `WWW-Authenticate` header asks for (RFC 6750, section 3); undefined if the text
 * has no such header.
 */
export function missingScopeIn(text: string): string | undefined {
  return /\binsufficient_scope\b/.test(text)
    ? /\bscope=\\?"((?:okta|ssf)\.[A-Za-z.]{1,80})\\?"/.exec(text)?.[1]
    : undefined;
}
