const key = 'okta-api-authorization-guide:kept-values';

/**
 * Keeps the values of this tab, including those that the fragment of an address has no room for. If
 * storage is refused, they last as long as the page.
 *
 * @param fragment of the address
 * @param whole all values, as a fragment of any length
 * @returns whether they are kept
 */
export function keepValues(fragment: string, whole: string): boolean {
  try {
    if (whole === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, `${fragment}\n${whole}`);
    return true;
  } catch {
    // Blocked or full: what was kept before is out of date.
    forgetValues();
    return false;
  }
}

/**
 * Returns all values of an address whose fragment has no room for them, if they were kept in this
 * tab.
 */
export function keptValues(fragment: string): string | undefined {
  try {
    const [of, whole] = (sessionStorage.getItem(key) ?? '').split('\n', 2);
    return of === fragment ? whole : undefined;
  } catch {
    return undefined;
  }
}

/** Whether this tab has written the fragment of an address itself. */
export const isOwnFragment = (fragment: string): boolean => keptValues(fragment) !== undefined;

function forgetValues(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // There is none to forget.
  }
}
