/**
 * Has the site kept on this device once the page stands. The code for that may not come, because
 * the page is left while it loads or because the network ends: the page works without, and the next
 * one tries again.
 */
export function keepOfflineOnceLoaded(): void {
  if (document.readyState === 'complete') loadCode();
  else addEventListener('load', loadCode, { once: true });
}

function loadCode(): void {
  import('./keepOffline.ts').catch(() => undefined);
}
