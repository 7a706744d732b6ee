/** The build's two variables, parsed. */
export interface SiteSettings {
  /** Path that all links and assets start with; begins and ends with `/`. */
  readonly base: string;
  /** The site's absolute address without the base's trailing slash, empty where it is not known. */
  readonly origin: string;
}

/**
 * Reads `SITE_BASE` and `SITE_URL`.
 *
 * @param environment for example `process.env`
 * @throws Error when one of them cannot be used, saying what it must look like
 */
export function siteSettings(
  environment: Readonly<Record<string, string | undefined>>,
): SiteSettings {
  const base = environment['SITE_BASE'] || '/';
  if (!/^\/(?:[\w.~-]+\/)*$/.test(base)) {
    throw new Error(
      `SITE_BASE is "${base}". It must begin and end with a slash, like / or /okta-guide/.`,
    );
  }
  const url = environment['SITE_URL'] ?? '';
  if (url === '') return { base, origin: '' };
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new Error(
      `SITE_URL is "${url}". It must be the site's absolute address, like https://example.org/okta-guide/, or empty.`,
    );
  }
  return { base, origin: new URL(url).origin };
}
