import { type Page, pages } from '../pages/pages.ts';
import type { SiteSettings } from '../siteSettings.ts';

/** Name of the Markdown form of a page, beside it. */
export const markdownFile = 'index.md';

/**
 * Whether a page has a Markdown form: all but those that repeat another one for a frame, those that only lead to
 * another one, and the one for addresses without a page.
 */
export const hasMarkdownForm = ({ kind }: Page): boolean =>
  kind !== 'embed' && kind !== 'movedRequests' && kind !== 'notFound';

const pathsWithForm: ReadonlySet<string> = new Set(
  pages.filter(hasMarkdownForm).map(({ path }) => path),
);

/** Returns the address of a page's Markdown form: absolute if the site knows its own, otherwise from the root. */
export const markdownAddress = (path: string, { origin, base }: SiteSettings): string =>
  `${origin}${base}${path}${markdownFile}`;

const anySite = 'https://site.invalid';

/**
 * Returns the address that a link has in the Markdown form of its page: for another page, its Markdown form; for
 * anything else of the site, where it is. A link whose fragment contains values leads to the page itself.
 */
export function markdownTarget(page: Page, settings: SiteSettings): (address: string) => string {
  const { origin, base } = settings;
  const here = `${anySite}${base}${page.path}`;
  return (address) => {
    if (/^https?:/.test(address)) return address;
    const url = new URL(address, here);
    if (url.origin !== anySite || !url.pathname.startsWith(base)) return address;
    const path = url.pathname.slice(base.length);
    return pathsWithForm.has(path) && !url.hash.includes('=')
      ? `${markdownAddress(path, settings)}${url.hash}`
      : `${origin}${url.pathname}${url.hash}`;
  };
}
