import { fileURLToPath } from 'node:url';

import { type Plugin, runnerImport } from 'vite';

import { cardFile, cardSvg } from '#diagram/card.ts';
import { releases } from '#embed/releases.ts';
import { workshopFilePath } from '#workshop/file/workshopFilePath.ts';

import {
  fontPreloads,
  importAddresses,
  scriptAddress,
  styleAddress,
  stylesInOne,
  takeTemplate,
} from './builtAssets.ts';
import { rasterise } from './cards/rasterise.ts';
import { siteTypesetter } from './cards/typesetter.ts';
import { classicScript } from './singleScript.ts';
import { licencesText } from './licences/licencesText.ts';
import { shippedFiles } from './licences/shippedFiles.ts';
import { shippedPackages } from './licences/shippedPackages.ts';
import { oneFile, type OneFileParts } from './oneFile.ts';
import { mermaidFramePage, mermaidFramePath } from './pages/mermaidFramePage.ts';
import { pageHtml, policyOf } from './pages/pageHtml.ts';
import { type Page, pages } from './pages/pages.ts';
import type { PageCard, PrerenderedPage, SiteFile } from './pages/prerender.tsx';
import { mermaidFramePolicy } from './policy/contentSecurityPolicy.ts';
import { headersFile } from './policy/headersFile.ts';
import type { SiteSettings } from './siteSettings.ts';

const prerenderModule = fileURLToPath(new URL('./pages/prerender.tsx', import.meta.url));
const embedScript = fileURLToPath(new URL('../app/entries/embedPage.ts', import.meta.url));
const embedIslandScript = fileURLToPath(new URL('../app/islands/embedIsland.tsx', import.meta.url));
const embedLabScript = fileURLToPath(
  new URL('../app/islands/framedLabIsland.tsx', import.meta.url),
);
const workshopFileScript = fileURLToPath(
  new URL('../app/entries/workshopFile.tsx', import.meta.url),
);

/** The scripts of pages with an island: what these import is loaded with them, and not after them. */
const islandEntries = [
  'operationsPage',
  'errorsPage',
  'leaveTokenPage',
  'auditPage',
  'workshopPage',
  'ownCardsPage',
  'labPage',
  'embedBuilderPage',
];

/** The module `prerender.tsx`, as it is loaded by the build and by the development server. */
interface Prerender {
  prerenderPage(page: Page, settings: SiteSettings): PrerenderedPage;
  siteFiles(settings: SiteSettings): readonly SiteFile[];
  pageCards(): readonly PageCard[];
  workshopFile(settings: SiteSettings): Omit<OneFileParts, 'script' | 'style' | 'licences'>;
}

/**
 * Writes every page of the site as an HTML file of its own, complete without script, with the files
 * beside it, `guide.json` and `_headers`. The development server draws the same pages on request.
 *
 * @param builtApart takes the files of the scripts that are built on their own
 */
export function prerenderPlugin(settings: SiteSettings, builtApart: Set<string>): Plugin {
  let root = '';
  return {
    name: 'prerender',
    enforce: 'post',

    configResolved(config) {
      root = config.root;
    },

    async generateBundle(_options, bundle) {
      const { module } = await runnerImport<Prerender>(prerenderModule, { configFile: false });
      const template = takeTemplate(bundle);
      const preloads = fontPreloads(bundle, settings.base);
      const framed = await classicScript(embedScript, 'assets/embedPage-[hash].js');
      const island = await classicScript(embedIslandScript, 'assets/embedIsland-[hash].js');
      const lab = await classicScript(embedLabScript, 'assets/embedLab-[hash].js');
      const workshop = await classicScript(workshopFileScript, 'workshopFile.js');
      for (const file of [framed, island, lab, workshop].flatMap(({ files }) => files)) {
        builtApart.add(file);
      }
      for (const { fileName, code } of [framed, island, lab]) {
        this.emitFile({ type: 'asset', fileName, source: code });
      }
      const scripts = {
        embedIsland: {
          script: `${settings.base}${island.fileName}`,
          style: styleAddress(bundle, 'operations', settings.base),
        },
        embedLab: {
          script: `${settings.base}${lab.fileName}`,
          style: styleAddress(bundle, 'labIsland', settings.base),
        },
        embedPage: `<script defer src="${settings.base}${framed.fileName}">`,
        plainPage: scriptAddress(bundle, 'plainPage', settings.base),
        operations: scriptAddress(bundle, 'operationsPage', settings.base),
        errors: scriptAddress(bundle, 'errorsPage', settings.base),
        leaveToken: scriptAddress(bundle, 'leaveTokenPage', settings.base),
        audit: {
          script: scriptAddress(bundle, 'auditPage', settings.base),
          worker: scriptAddress(bundle, 'auditWorker', settings.base),
        },
        workshop: scriptAddress(bundle, 'workshopPage', settings.base),
        present: scriptAddress(bundle, 'presentPage', settings.base),
        answer: scriptAddress(bundle, 'answerPage', settings.base),
        ownCards: scriptAddress(bundle, 'ownCardsPage', settings.base),
        lab: scriptAddress(bundle, 'labPage', settings.base),
        keys: scriptAddress(bundle, 'keysPage', settings.base),
        handout: {
          script: scriptAddress(bundle, 'handoutPage', settings.base),
          style: styleAddress(bundle, 'handouts', settings.base),
        },
        embedBuilder: scriptAddress(bundle, 'embedBuilderPage', settings.base),
        loader: loaderAddress(settings.base),
        imports: new Map(
          islandEntries.map((name) => [
            scriptAddress(bundle, name, settings.base),
            importAddresses(bundle, name, settings.base),
          ]),
        ),
      };
      const emit = (fileName: string, source: string | Uint8Array) =>
        this.emitFile({ type: 'asset', fileName, source });
      for (const page of pages) {
        const drawn = module.prerenderPage(page, settings);
        emit(fileNameOf(page.path), pageHtml(template, drawn, settings, preloads, scripts));
      }
      for (const { path, text } of module.siteFiles(settings)) emit(path, text);
      const typeset = siteTypesetter();
      for (const { folder, card } of module.pageCards()) {
        // One after the other: the rasteriser is one program in one thread.
        // oxlint-disable-next-line no-await-in-loop
        emit(`${folder}${cardFile}`, await rasterise(cardSvg(card, typeset)));
      }
      const stylesAndFonts = shippedFiles(Object.values(bundle), root).filter(
        (file) => !/\.[cm]?[jt]sx?$/.test(file),
      );
      const workshopFile = oneFile({
        ...module.workshopFile(settings),
        script: workshop.code,
        style: stylesInOne(bundle, settings.base),
        licences: licencesText(shippedPackages([...workshop.files, ...stylesAndFonts], root)),
      });
      emit(workshopFilePath, workshopFile.html);
      emit(
        fileNameOf(mermaidFramePath),
        mermaidFramePage(scriptAddress(bundle, 'mermaidFrame', settings.base)),
      );
      emit(
        '_headers',
        headersFile(settings.base, [
          ...pages.map((page) => ({ path: page.path, policy: policyOf(page, settings.origin) })),
          { path: mermaidFramePath, policy: mermaidFramePolicy },
          // Some hosts serve it without its ending.
          { path: workshopFilePath.replace(/[^/]+$/, '*'), policy: workshopFile.policy },
        ]),
      );
    },

    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
        const page = pages.find((each) => each.path === path);
        if (page === undefined) {
          next();
          return;
        }
        const draw = async () => {
          const module = (await server.ssrLoadModule(prerenderModule)) as Prerender;
          const template = await server.transformIndexHtml(request.url ?? '/', developmentTemplate);
          const drawn = module.prerenderPage(page, settings);
          response.setHeader('Content-Type', 'text/html; charset=utf-8');
          response.end(
            pageHtml(template, drawn, settings, '', {
              embedPage: '<script type="module" src="/src/app/entries/embedPage.ts">',
              // Modules that a classic script cannot import: in development neither fields nor lab open.
              embedIsland: undefined,
              embedLab: undefined,
              plainPage: '/src/app/entries/plainPage.ts',
              operations: '/src/app/entries/operationsPage.ts',
              errors: '/src/app/entries/errorsPage.ts',
              leaveToken: '/src/app/entries/leaveTokenPage.ts',
              audit: {
                script: '/src/app/entries/auditPage.ts',
                worker: '/src/app/entries/auditWorker.ts',
              },
              workshop: '/src/app/entries/workshopPage.ts',
              present: '/src/app/entries/presentPage.ts',
              answer: '/src/app/entries/answerPage.ts',
              ownCards: '/src/app/entries/ownCardsPage.ts',
              lab: '/src/app/entries/labPage.ts',
              keys: '/src/app/entries/keysPage.ts',
              handout: {
                script: '/src/app/entries/handoutPage.ts',
                style: '/src/styles/handouts.css',
              },
              embedBuilder: '/src/app/entries/embedBuilderPage.ts',
              loader: loaderAddress('/'),
              imports: new Map(),
            }),
          );
        };
        draw().catch((error: unknown) => next(error));
      });
    },
  };
}

/** Vite's development client needs inline scripts and styles, so these pages carry no policy. */
const developmentTemplate = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <!--head-->
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/src/styles/site.css" />
    <script type="module" src="/src/app/entries/starter.ts"></script>
  </head>
  <body>
    <div id="root"><!--app--></div>
  </body>
</html>`;

const fileNameOf = (path: string): string =>
  path === '' || path.endsWith('/') ? `${path}index.html` : path;

const loaderAddress = (base: string): string =>
  `${base}embed/${releases.at(-1)?.version ?? ''}/embed.js`;
