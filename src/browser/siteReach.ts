/**
 * Whether the host of this site answers. A device may report a network that leads nowhere, and the
 * service worker answers in place of the host, but not to a HEAD.
 */
export async function siteAnswers(): Promise<boolean> {
  try {
    await fetch(location.href, { method: 'HEAD', cache: 'no-store' });
    return true;
  } catch {
    return false;
  }
}
