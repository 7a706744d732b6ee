import { cardFile, cardSvg } from '#diagram/card.ts';
import { releases } from '#embed/releases.ts';
import { workshopFilePath } from '#workshop/file/workshopFilePath.ts';

import { assistantFiles } from './assistants/assistantFiles.ts';
import { rasterise } from './cards/rasterise.ts';
import { siteTypesetter } from './cards/typesetter.ts';
import { oneFile, type OneFileParts } from './oneFile.ts';
import { mermaidFramePage, mermaidFramePath } from './pages/mermaidFramePage.ts';
import { pageHtml, policyOf, type SiteScripts } from './pages/pageHtml.ts';
import { pages } from './pages/pages.ts';
import { pageCards, prerenderPage, siteFiles, workshopFile } from './pages/prerender.tsx';
import { mermaidFramePolicy } from './policy/contentSecurityPolicy.ts';
import { headersFile } from './policy/headersFile.ts';
import type { SiteSettings } from './siteSettings.ts';

/** What the bundler made, for the pages that load it. */
export interface BuiltParts {
  /** The HTML around a page. */
  readonly template: string;
  readonly preloads: string;
  readonly scripts: Omit<SiteScripts, 'loader'>;
  /** Address of the script of the page in which Mermaid runs. */
  readonly mermaidFrame: string;
  /** What is in the workshop's one file. */
  readonly workshop: Pick<OneFileParts, 'script' | 'style' | 'licences'>;
}

/** A file of the site. */
export interface WrittenFile {
  /** Below the base. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Returns every file of the site that the bundler has not made itself. */
export async function wholeSite(
  settings: SiteSettings,
  { template, preloads, scripts, mermaidFrame, workshop }: BuiltParts,
): Promise<readonly WrittenFile[]> {
  const drawn = pages.map((page) => prerenderPage(page, settings));
  const withLoader = { ...scripts, loader: loaderAddress(settings.base) };
  const oneFileOfWorkshop = oneFile({ ...workshopFile(settings), ...workshop });
  const filesBeside = siteFiles(settings);
  const texts = [...filesBeside, ...assistantFiles(drawn, filesBeside, settings)];
  return [
    ...drawn.map((each) => ({
      path: fileNameOf(each.page.path),
      content: pageHtml(template, each, settings, preloads, withLoader),
    })),
    ...texts.map(({ path, text }) => ({ path, content: text })),
    ...(await cardFiles()),
    { path: workshopFilePath, content: oneFileOfWorkshop.html },
    { path: fileNameOf(mermaidFramePath), content: mermaidFramePage(mermaidFrame) },
    {
      path: '_headers',
      content: headersFile(settings.base, [
        ...pages.map((page) => ({ path: page.path, policy: policyOf(page, settings.origin) })),
        { path: mermaidFramePath, policy: mermaidFramePolicy },
        // Some hosts serve it without its ending.
        { path: workshopFilePath.replace(/[^/]+$/, '*'), policy: oneFileOfWorkshop.policy },
      ]),
    },
  ];
}

async function cardFiles(): Promise<readonly WrittenFile[]> {
  const typeset = siteTypesetter();
  const files: WrittenFile[] = [];
  for (const { folder, card } of pageCards()) {
    // One after the other: the rasteriser is one program in one thread.
    // oxlint-disable-next-line no-await-in-loop
    const content = await rasterise(cardSvg(card, typeset));
    files.push({ path: `${folder}${cardFile}`, content });
  }
  return files;
}

/** Returns one page for the development server; undefined if there is none at this path. */
export function developedPage(
  path: string,
  template: string,
  settings: SiteSettings,
  scripts: Omit<SiteScripts, 'loader'>,
): string | undefined {
  const page = pages.find((each) => each.path === path);
  return page === undefined
    ? undefined
    : pageHtml(template, prerenderPage(page, settings), settings, '', {
        ...scripts,
        loader: loaderAddress('/'),
      });
}

const fileNameOf = (path: string): string =>
  path === '' || path.endsWith('/') ? `${path}index.html` : path;

const loaderAddress = (base: string): string =>
  `${base}embed/${releases.at(-1)?.version ?? ''}/embed.js`;
