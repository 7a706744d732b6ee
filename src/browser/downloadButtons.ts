import { offerDownload } from './offerDownload.ts';

/**
 * Lets every `button[data-downloads=<id>]` save the text of the element with that id as a file, byte for byte,
 * under the name in its `data-file-name`.
 */
export function enableDownloadButtons(): void {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const button = target.closest<HTMLButtonElement>('button[data-downloads]');
    const source = document.getElementById(button?.dataset['downloads'] ?? '');
    if (button === null || source === null) return;
    const file = new Blob([source.textContent], { type: 'text/plain;charset=utf-8' });
    offerDownload(file, button.dataset['fileName'] ?? 'snippet.txt');
  });
}
