import { offerAddress, selectText, writeClipboard } from './clipboard.ts';

/**
 * Lets every `button[data-copies=<id>]` copy the text of the element with that id, byte for byte,
 * and every `button[data-copies-address]` the address that it names, or else the page's own; both
 * say so in the status beside them. Where the clipboard is refused the text is selected instead.
 */
export function enableCopyButtons(): void {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const linker = target.closest<HTMLButtonElement>('button[data-copies-address]');
    if (linker !== null) void copyAddress(linker);
    const button = target.closest<HTMLButtonElement>('button[data-copies]');
    const source = document.getElementById(button?.dataset['copies'] ?? '');
    if (button === null || source === null) return;
    void copy(source, button.nextElementSibling);
  });
}

async function copy(source: Element, status: Element | null): Promise<void> {
  const copied = await writeClipboard(source.textContent);
  if (!copied) selectText(source);
  if (status === null) return;
  status.textContent = copied
    ? 'Copied.'
    : 'The browser refuses the clipboard here. The text is selected: copy it with the keyboard.';
}

async function copyAddress(button: HTMLButtonElement): Promise<void> {
  const address = new URL(button.dataset['copiesAddress'] || location.href, location.href).href;
  const status = button.nextElementSibling;
  if (!(await writeClipboard(address))) offerAddress(button, address, 'Address of this page');
  else if (status !== null) status.textContent = 'Copied.';
}
