/**
 * Listens to keys, unless somebody is typing or choosing in a field.
 *
 * @param heed told each key, letters in their small form; says whether it did something with it
 * @returns what stops listening
 */
export function listenToKeys(heed: (key: string) => boolean): () => void {
  const listen = (event: KeyboardEvent) => {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (target instanceof HTMLElement && target.closest('input, select, textarea')) return;
    if (heed(key.length === 1 ? key.toLowerCase() : key)) event.preventDefault();
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}
