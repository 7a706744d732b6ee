import { selectText, writeClipboard } from './clipboard.ts';

/**
 * Lets every `button[data-copies=<id>]` copy the text of the element with that id, byte for byte,
 * and say so in the status beside it. Where the clipboard is refused it selects the text instead.
 */
export function enableCopyButtons(): void {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
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
