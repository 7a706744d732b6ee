/** The longest value, in UTF-16 units; far above what Okta accepts, and below what a shell can pass on. */
export const maximumLength = 10_000;

/**
 * Says why a text is too long to be a value, as the end of a sentence. The number is written out,
 * because otherwise the browser would load its number formats as soon as a page opens, which takes
 * a slow phone a tenth of a second.
 */
export const tooLong =
  'is longer than 10,000 characters, more than a request can carry. Check that you pasted the right text.';
