const key = 'okta-api-authorization-guide:last-selection';

/** Keeps the operations that are selected, as a fragment, for this tab alone. */
export function rememberSelection(fragment: string): void {
  try {
    sessionStorage.setItem(key, fragment);
  } catch {
    // Storage may be blocked; other pages then start a new selection.
  }
}

/** The fragment of the operations that were selected last in this tab. */
export function lastSelection(): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}
