/**
 * Whether a fragment contains values rather than an anchor; it does not read them.
 *
 * @param fragment with its `#`, or empty
 */
export const holdsValues = (fragment: string): boolean => /^#(?:.*&)?v=/.test(fragment);
