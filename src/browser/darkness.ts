const query = '(prefers-color-scheme: dark)';

/** Whether the device asks for dark pages. */
export function isShownDark(): boolean {
  return matchMedia(query).matches;
}

/**
 * Reports whenever that changes.
 *
 * @returns a function that ends this
 */
export function watchDarkness(tell: () => void): () => void {
  const list = matchMedia(query);
  list.addEventListener('change', tell);
  return () => list.removeEventListener('change', tell);
}
