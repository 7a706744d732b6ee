import { oncePainted, signs } from './oncePainted.ts';

/**
 * Calls back once: when `oncePainted` would, or as soon as a person points at the page, touches it,
 * moves the focus within it or presses a key. At once if the address brings something to show.
 */
export function onceWanted(act: () => void): void {
  if (location.hash !== '') {
    act();
    return;
  }
  const listening = new AbortController();
  const actOnce = () => {
    if (listening.signal.aborted) return;
    listening.abort();
    act();
  };
  for (const sign of signs) {
    document.addEventListener(sign, actOnce, {
      capture: true,
      passive: true,
      signal: listening.signal,
    });
  }
  oncePainted(actOnce);
}
