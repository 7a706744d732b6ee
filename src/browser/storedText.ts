const prefix = 'okta-api-authorization-guide:';

/**
 * Stores a text on this device.
 *
 * @returns whether it is stored: storage may be full, blocked by settings, or absent in a frame
 *   without an origin, and the page works without it
 */
export function storeText(name: string, text: string): boolean {
  try {
    localStorage.setItem(`${prefix}${name}`, text);
    return true;
  } catch {
    return false;
  }
}

/** Returns a text that was stored. It can be anything, so parse it. */
export function storedText(name: string): string | undefined {
  try {
    return localStorage.getItem(`${prefix}${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Removes a text that was stored. */
export function removeText(name: string): void {
  try {
    localStorage.removeItem(`${prefix}${name}`);
  } catch {
    // Nothing was stored.
  }
}

/**
 * Listens to other windows of this site that change a text, or remove all of them.
 *
 * @returns a function that stops listening
 */
export function listenToText(name: string, heed: () => void): () => void {
  const listen = ({ key }: StorageEvent) => {
    if (key === null || key === `${prefix}${name}`) heed();
  };
  window.addEventListener('storage', listen);
  return () => window.removeEventListener('storage', listen);
}
