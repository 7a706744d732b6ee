/**
 * Tells a fragment that holds values from an anchor, without reading it.
 *
 * @param fragment with its `#`, or empty
 */
export const holdsValues = (fragment: string): boolean => /^#(?:.*&)?v=/.test(fragment);
