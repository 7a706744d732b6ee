const key = 'okta-api-authorization-guide:last-place';

/** Keeps the address of the guide's page for this tab. Storage may be refused; then nothing is kept. */
export function rememberPlace(address: string): void {
  try {
    sessionStorage.setItem(key, address);
  } catch {
    // Blocked by settings or by a frame without an origin: pages beside the guide do without.
  }
}

/** Gives the address kept last in this tab; anything may stand there, so parse it. */
export function lastPlace(): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}
