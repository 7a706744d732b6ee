import { removeText, storedText, storeText } from './storedText.ts';

const name = 'search-key-off';

/**
 * Whether `/` alone opens the search. People who dictate, or press keys by accident, can switch it
 * off (WCAG 2.1.4); it is on if nothing is stored.
 */
export const isSearchKeyOn = (): boolean => storedText(name) === undefined;

/** Switches it on or off on this device; if storage is refused, it stays as it is. */
export function switchSearchKey(isOn: boolean): void {
  if (isOn) removeText(name);
  else storeText(name, 'off');
}
