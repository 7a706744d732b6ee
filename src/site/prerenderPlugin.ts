import { fileURLToPath } from 'node:url';

import type { Plugin } from 'vite';

import {
  fontPreloads,
  scriptAddress,
  styleAddress,
  stylesInOne,
  takeTemplate,
} from './builtAssets.ts';
import { licencesText } from './licences/licencesText.ts';
import { shippedFiles } from './licences/shippedFiles.ts';
import { shippedPackages } from './licences/shippedPackages.ts';
import { moduleForNode } from './moduleForNode.ts';
import { classicScript } from './singleScript.ts';
import type { SiteSettings } from './siteSettings.ts';
import type * as WholeSite from './wholeSite.ts';

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Everything that knows the site's content: this file is a part of Vite's configuration, and each of its tools reads that. */
const wholeSiteModule = fileOf('./wholeSite.ts');
const embedScript = fileOf('../app/entries/embedPage.ts');
const embedIslandScript = fileOf('../app/islands/embedIsland.tsx');
const embedLabScript = fileOf('../app/islands/framedLabIsland.tsx');
const workshopFileScript = fileOf('../app/entries/workshopFile.tsx');

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
      const { wholeSite } = (await moduleForNode(wholeSiteModule, root)) as typeof WholeSite;
      const { base } = settings;
      const framed = await classicScript(embedScript, 'assets/embedPage-[hash].js');
      const island = await classicScript(embedIslandScript, 'assets/embedIsland-[hash].js');
      const lab = await classicScript(embedLabScript, 'assets/embedLab-[hash].js');
      const workshop = await classicScript(workshopFileScript, 'workshopFile.js');
      for (const file of [framed, island, lab, workshop].flatMap(({ files }) => files)) {
        builtApart.add(file);
      }
      const stylesAndFonts = shippedFiles(Object.values(bundle), root).filter(
        (file) => !/\.[cm]?[jt]sx?$/.test(file),
      );
      const files = await wholeSite(settings, {
        template: takeTemplate(bundle),
        preloads: fontPreloads(bundle, base),
        scripts: {
          embedIsland: {
            script: `${base}${island.fileName}`,
            style: styleAddress(bundle, 'operations', base),
          },
          embedLab: {
            script: `${base}${lab.fileName}`,
            style: styleAddress(bundle, 'labIsland', base),
          },
          embedPage: `<script defer src="${base}${framed.fileName}">`,
          plainPage: scriptAddress(bundle, 'plainPage', base),
          auditWorker: scriptAddress(bundle, 'auditWorker', base),
          handoutStyle: styleAddress(bundle, 'handouts', base),
        },
        mermaidFrame: scriptAddress(bundle, 'mermaidFrame', base),
        workshop: {
          script: workshop.code,
          style: stylesInOne(bundle, base),
          licences: licencesText(shippedPackages([...workshop.files, ...stylesAndFonts], root)),
        },
      });
      for (const { fileName, code } of [framed, island, lab]) {
        this.emitFile({ type: 'asset', fileName, source: code });
      }
      for (const { path, content } of files) {
        this.emitFile({ type: 'asset', fileName: path, source: content });
      }
    },

    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
        if (path !== '' && !path.endsWith('/') && !path.endsWith('.html')) {
          next();
          return;
        }
        const draw = async () => {
          const { developedPage } = (await server.ssrLoadModule(
            wholeSiteModule,
          )) as typeof WholeSite;
          const template = await server.transformIndexHtml(request.url ?? '/', developmentTemplate);
          const html = developedPage(path, template, settings, developedScripts);
          if (html === undefined) {
            next();
            return;
          }
          response.setHeader('Content-Type', 'text/html; charset=utf-8');
          response.end(html);
        };
        draw().catch((error: unknown) => next(error));
      });
    },
  };
}

const developedScripts = {
  embedPage: '<script type="module" src="/src/app/entries/embedPage.ts">',
  // Modules that a classic script cannot import: in development neither fields nor lab open.
  embedIsland: undefined,
  embedLab: undefined,
  plainPage: '/src/app/entries/plainPage.ts',
  auditWorker: '/src/app/entries/auditWorker.ts',
  handoutStyle: '/src/styles/handouts.css',
};

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
