const prefix = 'okta-api-authorization-guide:';

/** Stores a text on this device. Storage may be refused; then nothing is stored. */
export function storeText(name: string, text: string): void {
  try {
    localStorage.setItem(`${prefix}${name}`, text);
  } catch {
    // Blocked by settings, full, or a frame without an origin: the page works without it.
  }
}

/** Gives a text that was stored; anything may stand there, so parse it. */
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
