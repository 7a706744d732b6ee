const prefix = 'okta-api-authorization-guide:';

/** Keeps a text on this device. Storage may be refused; then nothing is kept. */
export function keepText(name: string, text: string): void {
  try {
    localStorage.setItem(`${prefix}${name}`, text);
  } catch {
    // Blocked by settings, full, or a frame without an origin: the page works without it.
  }
}

/** Gives a text that was kept; anything may stand there, so parse it. */
export function keptText(name: string): string | undefined {
  try {
    return localStorage.getItem(`${prefix}${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Forgets a text that was kept. */
export function forgetText(name: string): void {
  try {
    localStorage.removeItem(`${prefix}${name}`);
  } catch {
    // Nothing was kept.
  }
}
