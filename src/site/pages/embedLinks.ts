/**
 * Lets the links of a framed page that lead out of the embed open in a tab of their own: most sites
 * refuse to be framed, and the full guide does not fit. Links of the walk stay in the frame. A tab
 * of its own has no opener: browsers imply `rel="noopener"` there.
 *
 * @param html as React writes it
 * @param base where the site lives, begins and ends with `/`
 */
export function withOutsideTargets(html: string, base: string): string {
  return html.replaceAll(/<a (?=[^>]*\bhref="([^"]*)")/g, (tag, address: string) =>
    address.startsWith('#') || address.startsWith(`${base}embed/`) ? tag : `${tag}target="_blank" `,
  );
}
