/**
 * Whether the host of this site answers. A device may believe in a network that leads nowhere, and
 * the service worker answers in the host's place; but not to a HEAD.
 */
export async function siteAnswers(): Promise<boolean> {
  try {
    await fetch(location.href, { method: 'HEAD', cache: 'no-store' });
    return true;
  } catch {
    return false;
  }
}
