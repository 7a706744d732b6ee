import { listenToText, removeText, storedText, storeText } from './storedText.ts';

const name = 'last-place';

/** The address of a state that comes after an answer. */
const answered = /\/guide\/\w+-\w/;

const listeners = new Set<() => void>();

/** Keeps the address of a state on this device, unless nothing has been answered there. */
export function rememberPlace(address: string): void {
  if (answered.test(address)) storeText(name, address);
}

/** Returns the address kept last; storage can contain anything, so parse it. */
export function lastPlace(): string | undefined {
  return storedText(name);
}

/** Forgets the address that was kept last. */
export function forgetPlace(): void {
  removeText(name);
  for (const heed of listeners) heed();
}

/**
 * Listens to changes of the address kept last, here and in other windows.
 *
 * @returns a function that stops listening
 */
export function listenToPlace(heed: () => void): () => void {
  const stop = listenToText(name, heed);
  listeners.add(heed);
  return () => {
    listeners.delete(heed);
    stop();
  };
}
