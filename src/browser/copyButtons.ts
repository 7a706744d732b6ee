import { offerAddress, selectText, writeClipboard, writeClipboardFrom } from './clipboard.ts';

/**
 * Lets every `button[data-copies=<id>]` copy the text of the element with that id, byte for byte,
 * every `button[data-copies-file=<address>]` that of a file, and every
 * `button[data-copies-address]` the address that it names, or else the page's own. All say so in
 * the status beside them. If the clipboard is refused, the text is selected instead, provided that
 * it is on the page.
 */
export function enableCopyButtons(): void {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const button = target.closest('button');
    if (button === null) return;
    const { copies, copiesFile, copiesAddress } = button.dataset;
    const source = document.getElementById(copies ?? '');
    if (copiesAddress !== undefined) void copyAddress(button, copiesAddress);
    else if (copiesFile !== undefined) void copyFile(button, copiesFile);
    else if (source !== null) void copyText(button, source);
  });
}

async function copyText(button: Element, source: Element): Promise<void> {
  const copied = await writeClipboard(source.textContent);
  if (!copied) selectText(source);
  say(
    button,
    copied
      ? 'Copied.'
      : 'The browser blocks the clipboard here. The text is selected: copy it with the keyboard.',
  );
}

async function copyFile(button: Element, file: string): Promise<void> {
  const copied = await writeClipboardFrom(file);
  say(button, copied ? 'Copied.' : 'The file could not be copied here. Download it instead.');
}

async function copyAddress(button: HTMLButtonElement, named: string): Promise<void> {
  const address = new URL(named || location.href, location.href).href;
  if (await writeClipboard(address)) say(button, 'Copied.');
  else offerAddress(button, address, 'Address of this page');
}

function say({ nextElementSibling: status }: Element, words: string): void {
  if (status !== null) status.textContent = words;
}
