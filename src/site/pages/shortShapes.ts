/**
 * Writes attributes whose value is empty without it, which means the same in HTML.
 *
 * @param markup as React writes it, so that quotation marks stand in tags only
 */
export function withShortAttributes(markup: string): string {
  return markup.replaceAll(/(<[a-z][^<>]*>)/g, (tag) => tag.replaceAll(/( [a-z-]+)=""/g, '$1'));
}

/**
 * Closes the shapes of drawings in their own tags, as SVG allows in HTML too: React closes each in a
 * second one, and there are a hundred on a page.
 *
 * @param markup as React writes it, so that a text holds no `<`
 */
export function withShortShapes(markup: string): string {
  return markup.replaceAll(/<(path|polygon|rect)( [^<>]*)?><\/\1>/g, '<$1$2/>');
}
