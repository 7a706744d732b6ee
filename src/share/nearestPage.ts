/** An address without a page, as far as the guide understands it. */
export interface UnderstoodAddress {
  /** The nearest page above it, below the base, ends with `/`; empty for the first question. */
  readonly page: string;
  /** What comes after that page, decoded: the part that names nothing. */
  readonly unknown: readonly string[];
}

/**
 * Finds the longest beginning of an address that is a page, ignoring case. It never throws.
 *
 * @param path segments of the address below the base, decoded
 * @param pages addresses of all pages below the base, each with `/` at its end
 */
export function nearestPage(path: readonly string[], pages: readonly string[]): UnderstoodAddress {
  const known = new Map(pages.map((page) => [page.toLowerCase(), page]));
  for (let end = path.length; end > 0; end -= 1) {
    const page = known.get(`${path.slice(0, end).join('/')}/`.toLowerCase());
    if (page !== undefined) return { page, unknown: path.slice(end) };
  }
  return { page: '', unknown: path };
}
