import { listenToText, removeText, storedText, storeText } from './storedText.ts';

const name = 'ticked-steps';

/** What this device would not store: it lasts as long as the page. */
let unstored: string | undefined;
const listeners = new Set<() => void>();

const tell = () => {
  for (const heed of listeners) heed();
};

/** Returns what is ticked in the plans of tokens. It can be anything, so parse it. */
export function tickedBoxes(): string | undefined {
  return unstored ?? storedText(name);
}

/** Keeps what is ticked on this device; if storage is refused, until the page is left. */
export function keepTickedBoxes(text: string): void {
  unstored = storeText(name, text) ? undefined : text;
  tell();
}

/** Forgets everything that was ticked. */
export function forgetTickedBoxes(): void {
  unstored = undefined;
  removeText(name);
  tell();
}

/**
 * Listens to changes of the ticks, here and in other windows.
 *
 * @returns a function that stops listening
 */
export function listenToTickedBoxes(heed: () => void): () => void {
  const stop = listenToText(name, heed);
  listeners.add(heed);
  return () => {
    listeners.delete(heed);
    stop();
  };
}
