/**
 * Makes the marks of a framed page open their sources where they stand. In the page's HTML a mark
 * is a link to the list, which needs no script, and the list has each source once. A frame is as
 * tall as its content, so what is opened must be part of it: a popover would be out of sight.
 */
export function openSourcesInPlace(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.cite[data-sources]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'cite';
    button.append(...link.childNodes);
    const label = link.getAttribute('aria-label');
    if (label !== null) button.setAttribute('aria-label', label);
    button.setAttribute('aria-expanded', 'false');
    const places = (link.dataset['sources'] ?? '').split(' ');
    button.addEventListener('click', () => toggle(button, places));
    link.replaceWith(button);
  }
}

function toggle(button: HTMLButtonElement, places: readonly string[]): void {
  const isOpen = button.getAttribute('aria-expanded') === 'true';
  button.setAttribute('aria-expanded', `${!isOpen}`);
  if (isOpen) button.nextElementSibling?.remove();
  else button.after(sourcesAt(places));
}

/** What the page's list says about the sources at these places. */
function sourcesAt(places: readonly string[]): HTMLElement {
  const opened = document.createElement('span');
  opened.className = 'opened-sources';
  for (const place of places) {
    const listed = document.querySelector(`#source-${place}`);
    const line = document.createElement('span');
    for (const node of listed?.childNodes ?? []) line.append(node.cloneNode(true));
    opened.append(line);
  }
  return opened;
}
