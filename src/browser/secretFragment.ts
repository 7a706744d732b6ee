/** No secret is shorter, with its `#`. */
const shortest = 10;

/**
 * Takes a secret out of the address of a page that does not read its fragment, now and whenever the
 * fragment is changed. The code that judges it is loaded only for a fragment that is not an anchor
 * of the page.
 *
 * @param isRead the fragments that the page does read, and rewrites itself
 */
export function keepSecretsOutOfAddress(isRead: (fragment: string) => boolean = () => false): void {
  const judge = () => {
    if (!isRead(location.hash)) void removeSecret();
  };
  addEventListener('hashchange', judge);
  judge();
}

async function removeSecret(): Promise<void> {
  const { hash } = location;
  if (hash.length < shortest || document.getElementById(hash.slice(1)) !== null) return;
  try {
    const { holdsSecret } = await import('#share/secretFragment.ts');
    if (!holdsSecret(hash) || location.hash !== hash) return;
    history.replaceState(history.state, '', location.pathname + location.search);
  } catch {
    // Without the code nobody can tell; the page works all the same.
  }
}
