/**
 * The one definition of what the pages may do. The header form and the `<meta>` form are both made
 * from it; a meta may carry neither `frame-ancestors` nor `sandbox` nor `report-*`.
 *
 * @see https://www.w3.org/TR/CSP3/
 */
export interface ContentSecurityPolicy {
  readonly directives: readonly string[];
  /** Directives that only a header may carry. */
  readonly headerOnly: readonly string[];
}

/** Every page but the frame in which Mermaid runs. */
export const pagePolicy: ContentSecurityPolicy = {
  directives: [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
  ],
  headerOnly: ["frame-ancestors 'none'"],
};

/**
 * The pages that are in somebody else's page: the same, but any site may frame them. Whatever page
 * within their folder may not says so in a policy of its own: of two, each is enforced.
 */
export const embedPolicy: ContentSecurityPolicy = {
  ...pagePolicy,
  headerOnly: ['frame-ancestors *'],
};

/**
 * The same policy, which names the site's origin beside `'self'`. In a frame without an origin some releases of WebKit
 * read `'self'` as that frame's own origin, which nothing has, and refuse every script and style of the site.
 *
 * @param origin of the site; empty if it is not known, and the policy then stays as it is
 * @see https://bugs.webkit.org/show_bug.cgi?id=316847
 */
export function withOwnOrigin(
  policy: ContentSecurityPolicy,
  origin: string,
): ContentSecurityPolicy {
  return origin === ''
    ? policy
    : {
        ...policy,
        directives: policy.directives.map((directive) =>
          directive.replace(/^(\w+-src 'self')/, (sources) => `${sources} ${origin}`),
        ),
      };
}

/**
 * The frame in which Mermaid draws a person's own text. Mermaid writes inline styles and inner HTML,
 * so styles are open there and Trusted Types are off; in return it may connect to nothing.
 */
export const mermaidFramePolicy: ContentSecurityPolicy = {
  directives: [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    'img-src data:',
    "font-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ],
  headerOnly: ["frame-ancestors 'self'"],
};

/**
 * The workshop in one file: exactly its own script and style, by their hashes, and nothing from
 * anywhere else; fonts are within the style.
 */
export function oneFilePolicy(scriptHash: string, styleHash: string): ContentSecurityPolicy {
  return {
    directives: [
      "default-src 'none'",
      `script-src '${scriptHash}'`,
      `style-src '${styleHash}'`,
      'img-src data:',
      'font-src data:',
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
    ],
    headerOnly: ["frame-ancestors 'none'"],
  };
}

/** The value of the `Content-Security-Policy` header. */
export function headerForm({ directives, headerOnly }: ContentSecurityPolicy): string {
  return [...directives, ...headerOnly].join('; ');
}

/** The `content` of `<meta http-equiv="Content-Security-Policy">`. */
export function metaForm({ directives }: ContentSecurityPolicy): string {
  return directives.join('; ');
}
