import { outcomeIds } from '#guide/nodeIds.ts';
import type { OfflineTier } from '#app/offline/offlineFiles.ts';
import { handbookPath } from '#screens/handbook/handbookPaths.ts';
import { billOfMaterialsPath, licencesPath } from '#screens/handbook/softwareFiles.ts';
import { workshopFilePath } from '#workshop/file/workshopFilePath.ts';

/** The service worker, and what a host puts in its place to switch it off. */
export const workerFiles = { worker: 'sw.js', switchedOff: 'sw-off.js' } as const;

const notForPages: ReadonlySet<string> = new Set([
  '_headers',
  billOfMaterialsPath,
  workerFiles.worker,
  workerFiles.switchedOff,
]);

/**
 * Sorts the files of a built site: kept at once, kept later, kept once opened (Mermaid), or not kept
 * (`undefined`): what is in other people's pages, pictures for link previews, and each snippet as
 * a file of its own (the page of its language has its text).
 *
 * @param path a file within the site, for example `workshop/index.html`
 * @param isOpenedLater whether only the Mermaid editor needs this asset
 */
export function offlineTier(path: string, isOpenedLater: boolean): OfflineTier | undefined {
  if (notForPages.has(path)) return undefined;
  // For assistants, which keep nothing.
  if (/(^|\/)(index\.md|llms\.txt|SKILL\.md)$/.test(path)) return undefined;
  if (path.startsWith('mermaid-frame/')) return 'opened';
  if (path.startsWith('embed/') && path !== 'embed/builder/index.html') return undefined;
  if (path.startsWith('assets/')) {
    if (/\/embed(Page|Island|Lab)-/.test(path)) return undefined;
    return isOpenedLater ? 'opened' : 'core';
  }
  if (/(^|\/)(card\.(svg|png)|oembed\.json)$/.test(path)) return undefined;
  // Some hosts never show it under its name, which must not hold up the rest.
  if (path === '404.html') return 'rest';
  if (path === workshopFilePath || path === licencesPath) return 'rest';
  if (path.endsWith('index.html')) {
    const isNeededLater =
      /^(operations|requests|tools|errors|check|embed)\/./.test(path) ||
      path.startsWith('guide/') ||
      isOfHandbook(path);
    return isNeededLater ? 'rest' : 'core';
  }
  if (/(^|\/)(path\.(mmd|svg)|record\.(md|json)|claims\.json)$/.test(path)) return 'rest';
  return path.includes('/') && path !== 'workshop/cards.schema.json' ? undefined : 'core';
}

const isOfHandbook = (path: string): boolean =>
  outcomeIds.some((method) => path.startsWith(handbookPath(method, '')));

/** The address of a file, below the base: a folder's for its page. */
export const offlineAddress = (path: string): string => path.replace(/(^|\/)index\.html$/, '$1');
