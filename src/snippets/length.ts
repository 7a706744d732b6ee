/** The longest value, in UTF-16 units; far above what Okta accepts, and below what a shell can pass on. */
export const maximumLength = 10_000;

/** Says why a text is too long to be a value, as the end of a sentence. */
export const tooLong = `is longer than ${maximumLength.toLocaleString('en')} characters, more than a request can carry. Check that you pasted the right text.`;
