/**
 * Keeps the site on this device with its service worker, so that it works without a network. Does
 * nothing where there are no service workers, where they are refused (a frame without an origin
 * throws at their very name), or where the person asks to save data.
 *
 * @param base path that all addresses of the site start with
 */
export async function keepOffline(base: string): Promise<void> {
  if ('connection' in navigator && asksToSaveData(navigator.connection)) return;
  try {
    // The policy lets nothing but this one address through.
    const address = `${base}sw.js`;
    const policy = globalThis.trustedTypes?.createPolicy('service-worker', {
      createScriptURL: (given) => {
        if (given !== address) throw new TypeError(`${given} is not the service worker.`);
        return given;
      },
    });
    const script = policy?.createScriptURL(address) ?? address;
    await navigator.serviceWorker.register(script, { scope: base });
    const { active } = await navigator.serviceWorker.ready;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
    active?.postMessage('keep the rest');
  } catch {
    // The site works without; only a network is then needed.
  }
}

function asksToSaveData(connection: unknown): boolean {
  return (
    typeof connection === 'object' &&
    connection !== null &&
    'saveData' in connection &&
    connection.saveData === true
  );
}

/** Tells when this device keeps enough to work without a network; never where it does not. */
export async function offlineReady(): Promise<void> {
  try {
    await navigator.serviceWorker.ready;
  } catch {
    await new Promise<never>(() => {});
  }
}
