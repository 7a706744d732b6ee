const site = ' – Okta API authorization guide';

/** The document's title: what the page is about, then the site. */
export function pageTitle(heading: string): string {
  return heading + site;
}

/** What the page is about, by its document's title. */
export const headingOf = (title: string): string =>
  title.endsWith(site) ? title.slice(0, -site.length) : title;
