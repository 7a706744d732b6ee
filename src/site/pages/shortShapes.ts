/**
 * Writes attributes whose value is empty without it, which means the same in HTML.
 *
 * @param markup as React writes it, so that quotation marks are in tags only
 */
export function withShortAttributes(markup: string): string {
  return markup.replaceAll(/(<[a-z][^<>]*>)/g, (tag) => tag.replaceAll(/( [a-z-]+)=""/g, '$1'));
}

/**
 * Leaves out the comments with which React separates one text from the next, where no script will look for them: in the
 * parts that are marked `data-static`, and the mark itself.
 *
 * @param markup as React writes it, so that a text contains no `<`
 */
export function withoutSeams(markup: string): string {
  let depth = 0;
  /** How many `div` are open around the outermost static part; absent outside of one. */
  let around: number | undefined;
  return markup.replaceAll(/<div[^<>]*>|<\/div>|<!-- -->/g, (tag) => {
    if (tag === '<!-- -->') return around === undefined ? tag : '';
    if (tag === '</div>') {
      depth -= 1;
      if (depth === around) around = undefined;
      return tag;
    }
    const isStatic = tag.includes(' data-static=""');
    if (isStatic) around ??= depth;
    depth += 1;
    return isStatic ? tag.replace(' data-static=""', '') : tag;
  });
}

/**
 * Closes the shapes of drawings in their own tags, as SVG allows in HTML too: React closes each in a
 * second one, and there are a hundred on a page.
 *
 * @param markup as React writes it, so that a text contains no `<`
 */
export function withShortShapes(markup: string): string {
  return markup.replaceAll(/<(path|polygon|rect)( [^<>]*)?><\/\1>/g, '<$1$2/>');
}
