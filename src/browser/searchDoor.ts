import { isSearchKeyOn } from './searchKey.ts';

/** Marks the links that open the search if there is script. */
const doors = 'a[data-search]';

const fields = 'input, textarea, select, [contenteditable]';

/**
 * Opens the search when a person follows a link to it or presses `/`, but not while typing and not
 * if that key is switched off. If the search cannot be loaded, the link leads to its page.
 *
 * No state machine: it is part of the script that a page loads before anything else.
 */
export function enableSearch(open: () => Promise<unknown>): void {
  const begin = (event: Event, door: HTMLAnchorElement | null): void => {
    if (door === null || event.defaultPrevented) return;
    event.preventDefault();
    open().catch(() => location.assign(door.href));
  };
  addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    begin(event, event.target instanceof Element ? event.target.closest(doors) : null);
  });
  addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest(fields) !== null) return;
    if (!isSearchKeyOn()) return;
    begin(event, document.querySelector(`header ${doors}`));
  });
}
