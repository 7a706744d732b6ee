/** Where the question about the obstacle leaves room for the check of a token-only operation. */
export const tokenOnlyCheckId = 'token-only-check';

/** What the fold of the check is called. */
export const tokenOnlyCheckLabel = 'Name the operation, and see what the specification says';
