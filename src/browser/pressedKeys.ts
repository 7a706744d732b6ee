/**
 * What a key does by default where it is pressed: nothing on the `page`; on a `control`, the space
 * bar presses it; in a `choice`, arrows choose; in a `text`, most keys write.
 */
export type KeyPlace = 'page' | 'control' | 'choice' | 'text';

const places: readonly (readonly [selector: string, place: KeyPlace])[] = [
  ['select, input:is([type=radio], [type=range])', 'choice'],
  ['button, summary, a[href], input:is([type=checkbox], [type=button], [type=file])', 'control'],
  ['input, textarea', 'text'],
];

function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof Element)) return 'page';
  return places.find(([selector]) => target.closest(selector) !== null)?.[1] ?? 'page';
}

/**
 * Listens to keys, wherever the focus is.
 *
 * @param heed called with each key, letters in lower case, and with what it does there by default;
 * returns whether it used the key
 * @returns a function that stops listening
 */
export function listenToKeys(heed: (key: string, place: KeyPlace) => boolean): () => void {
  const listen = (event: KeyboardEvent) => {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    // A key that is held down counts as one press.
    if (event.repeat) return;
    const small = key.length === 1 ? key.toLowerCase() : key;
    if (heed(small, placeOf(target))) event.preventDefault();
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}
