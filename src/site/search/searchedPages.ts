import type { PlainPage } from '../pages/pages.ts';

/**
 * Pages that are not entries of their own: errors, tools and the operations of a tag are found as what they
 * are, and the others are not for reading.
 */
const unlisted: ReadonlySet<PlainPage['kind']> = new Set([
  'error',
  'tool',
  'operationTag',
  'movedRequests',
  'audience',
  'answer',
  'notFound',
]);

/** Whether the search finds a page as such, and its list from A to Z names it. */
export const isSearchedPage = ({ kind }: PlainPage): boolean => !unlisted.has(kind);
