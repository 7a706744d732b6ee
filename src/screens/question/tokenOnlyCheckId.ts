/** Where the question about the obstacle leaves room for the check of a token-only operation. */
export const tokenOnlyCheckId = 'token-only-check';
