import type { OfflineFiles } from '#app/offline/offlineFiles.ts';
import { billOfMaterialsPath, licencesPath } from '#screens/handbook/softwareFiles.ts';

/**
 * Sorts the files of a built site: kept at once, kept later, or not kept (`undefined`): what
 * stands in other people's pages, pictures for link previews, each snippet as a file of its own
 * (the page of the result has its text), and Mermaid until it has been opened.
 *
 * @param path a file within the site, for example `workshop/index.html`
 * @param isOpenedLater whether only the Mermaid editor needs this asset
 */
export function offlineTier(path: string, isOpenedLater: boolean): keyof OfflineFiles | undefined {
  if (
    path === '_headers' ||
    path === 'sw.js' ||
    path === billOfMaterialsPath ||
    path.startsWith('mermaid-frame/')
  ) {
    return undefined;
  }
  if (path === licencesPath) return 'rest';
  if (path.startsWith('embed/') && path !== 'embed/builder/index.html') return undefined;
  if (path.startsWith('assets/')) {
    return isOpenedLater || /\/embed(Page|Island)-/.test(path) ? undefined : 'core';
  }
  if (/(^|\/)(card\.(svg|png)|oembed\.json)$/.test(path)) return undefined;
  if (path.endsWith('index.html') || path === '404.html') {
    return /^(operations|requests|embed)\/./.test(path) || path.startsWith('guide/')
      ? 'rest'
      : 'core';
  }
  if (/(^|\/)(path\.(mmd|svg)|record\.md)$/.test(path)) return 'rest';
  return path.includes('/') && path !== 'workshop/cards.schema.json' ? undefined : 'core';
}

/** The address of a file, below the base: a folder's for its page. */
export const offlineAddress = (path: string): string => path.replace(/(^|\/)index\.html$/, '$1');
