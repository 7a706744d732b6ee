import { type ContentSecurityPolicy, headerForm } from './contentSecurityPolicy.ts';

/**
 * Sent with every file: the pages need them, and embeds in frames without an origin need the last two.
 * The files are public, so that any site may load them, even one that isolates itself.
 */
const everywhere = [
  'X-Content-Type-Options: nosniff',
  'Referrer-Policy: strict-origin-when-cross-origin',
  'Permissions-Policy: camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
  'Access-Control-Allow-Origin: *',
  'Cross-Origin-Resource-Policy: cross-origin',
] as const;

/**
 * Sent with what any site may frame: a page that isolates itself shows no frame that does not.
 *
 * @see https://html.spec.whatwg.org/multipage/browsers.html#coep
 */
const framed = 'Cross-Origin-Embedder-Policy: require-corp';

/** Hashed by content, so a copy never goes stale. */
const immutable = 'Cache-Control: public, max-age=31536000, immutable';

export interface PagePolicy {
  /** The page's path below the base, for example `about/` or `404.html`. */
  readonly path: string;
  readonly policy: ContentSecurityPolicy;
}

/**
 * Returns the text of the `_headers` file that Netlify, Cloudflare Pages and `npm start` read. Hosts
 * join the values of all rules that match, and enforce both of two policies on one page: so one rule
 * matches each page, or two where the second says the same but who may frame the page. Pages of a
 * folder share one, because some hosts accept no more than a hundred rules.
 *
 * @param base where the site lives, begins and ends with `/`
 */
export function headersFile(base: string, pages: readonly PagePolicy[]): string {
  const rule = (pattern: string, headers: readonly string[]) =>
    [`${base}${pattern}`, ...headers.map((header) => `  ${header}`)].join('\n');
  return [
    rule('*', everywhere),
    rule('assets/*', [immutable]),
    ...policyRules(pages).map(({ path, policy }) =>
      rule(path, [
        `Content-Security-Policy: ${headerForm(policy)}`,
        ...(isOpen(policy) ? [framed] : []),
      ]),
    ),
    '',
  ].join('\n\n');
}

/**
 * One rule for each page that stands alone, and one with a wildcard for each folder of pages. A page
 * within a folder that all may frame may have a stricter rule beside it.
 */
function policyRules(pages: readonly PagePolicy[]): readonly PagePolicy[] {
  const folders = new Map<string, PagePolicy[]>();
  for (const page of pages) {
    const [folder = ''] = page.path.split('/', 1);
    folders.set(folder, [...(folders.get(folder) ?? []), page]);
  }
  return [...folders].flatMap(([folder, within]) => {
    const [first, ...others] = within;
    if (first === undefined || others.length === 0) return within;
    const shared = within.find(({ policy }) => isOpen(policy))?.policy ?? first.policy;
    const strays = within.filter(({ policy }) => policy !== shared);
    const areStricter = strays.every(
      ({ policy }) => isOpen(shared) && policy.directives === shared.directives,
    );
    return areStricter ? [{ path: `${folder}/*`, policy: shared }].concat(strays) : within;
  });
}

/** Whether any site may frame a page, so that another policy can only be stricter. */
const isOpen = ({ headerOnly }: ContentSecurityPolicy): boolean =>
  headerOnly.every((directive) => directive === 'frame-ancestors *');
