/** The document's title: what the page is about, then the site. */
export function pageTitle(heading: string): string {
  return `${heading} – Okta API authorization guide`;
}
