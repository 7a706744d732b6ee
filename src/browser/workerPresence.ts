/** Whether pages can have a service worker here: not in a frame without an origin, nor in some private windows. */
export function canHaveWorker(): boolean {
  try {
    return 'serviceWorker' in navigator && navigator.serviceWorker !== undefined;
  } catch {
    return false;
  }
}

/** Whether this site's service worker is registered on this device. */
export async function hasWorker(base: string): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration(base);
  // A site at a shorter path, around this one, may have a worker too.
  return registration?.scope === new URL(base, location.href).href;
}
