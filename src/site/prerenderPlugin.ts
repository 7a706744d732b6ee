import { fileURLToPath } from 'node:url';

import type { OutputBundle } from 'rolldown';
import { type Plugin, runnerImport } from 'vite';

import type { Walk } from '#guide/replay.ts';
import { cardSize, cardSvg } from '#diagram/card.ts';
import { releases } from '#embed/releases.ts';
import { languages } from '#snippets/languages.ts';
import { workshopFilePath } from '#workshop/file/workshopFilePath.ts';

import { classicScript } from './classicScript.ts';
import {
  type ContentSecurityPolicy,
  embedPolicy,
  mermaidFramePolicy,
  metaForm,
  pagePolicy,
} from './policy/contentSecurityPolicy.ts';
import { headersFile } from './policy/headersFile.ts';
import { oneFile, type OneFileParts } from './oneFile.ts';
import { type Page, pages } from './pages/pages.ts';
import { cardFolder } from './cards/pageCard.ts';
import type { PageCard, PrerenderedPage, SiteFile } from './pages/prerender.tsx';
import { rasterise } from './cards/rasterise.ts';
import type { SiteSettings } from './siteSettings.ts';
import { siteTypesetter } from './cards/typesetter.ts';

const prerenderModule = fileURLToPath(new URL('./pages/prerender.tsx', import.meta.url));
const embedScript = fileURLToPath(new URL('../app/entries/embedPage.ts', import.meta.url));
const embedIslandScript = fileURLToPath(new URL('../app/islands/embedIsland.tsx', import.meta.url));
const workshopFileScript = fileURLToPath(
  new URL('../app/entries/workshopFile.tsx', import.meta.url),
);
const mermaidFramePath = 'mermaid-frame/';

/** The module `prerender.tsx`, as it is loaded by the build and by the development server. */
interface Prerender {
  prerenderPage(page: Page, settings: SiteSettings): PrerenderedPage;
  siteFiles(settings: SiteSettings): readonly SiteFile[];
  pageCards(): readonly PageCard[];
  workshopFile(settings: SiteSettings): Omit<OneFileParts, 'script' | 'style'>;
}

/**
 * Writes every page of the site as an HTML file of its own, complete without script, with the files
 * beside it, `guide.json` and `_headers`. The development server draws the same pages on request.
 */
export function prerenderPlugin(settings: SiteSettings): Plugin {
  return {
    name: 'prerender',
    enforce: 'post',

    async generateBundle(_options, bundle) {
      const { module } = await runnerImport<Prerender>(prerenderModule, { configFile: false });
      const template = takeTemplate(bundle);
      const preloads = fontPreloads(bundle, settings.base);
      const framed = await classicScript(embedScript, 'assets/embedPage-[hash].js');
      const island = await classicScript(embedIslandScript, 'assets/embedIsland-[hash].js');
      for (const { fileName, code } of [framed, island]) {
        this.emitFile({ type: 'asset', fileName, source: code });
      }
      const scripts = {
        embedIsland: {
          script: `${settings.base}${island.fileName}`,
          style: styleAddress(bundle, 'operations', settings.base),
        },
        embedPage: `<script defer src="${settings.base}${framed.fileName}">`,
        plainPage: scriptAddress(bundle, 'plainPage', settings.base),
        operations: scriptAddress(bundle, 'operationsPage', settings.base),
        workshop: scriptAddress(bundle, 'workshopPage', settings.base),
        present: scriptAddress(bundle, 'presentPage', settings.base),
        answer: scriptAddress(bundle, 'answerPage', settings.base),
        ownCards: scriptAddress(bundle, 'ownCardsPage', settings.base),
        handout: {
          script: scriptAddress(bundle, 'handoutPage', settings.base),
          style: styleAddress(bundle, 'handoutPage', settings.base),
        },
        embedBuilder: scriptAddress(bundle, 'embedBuilderPage', settings.base),
        loader: loaderAddress(settings.base),
      };
      const emit = (fileName: string, source: string | Uint8Array) =>
        this.emitFile({ type: 'asset', fileName, source });
      for (const page of pages) {
        const drawn = module.prerenderPage(page, settings);
        emit(fileNameOf(page.path), fill(template, drawn, settings, preloads, scripts));
      }
      for (const { path, text } of module.siteFiles(settings)) emit(path, text);
      const typeset = siteTypesetter();
      for (const { folder, card } of module.pageCards()) {
        const svg = cardSvg(card, typeset);
        emit(`${folder}card.svg`, svg);
        // One after the other: the rasteriser is one program in one thread.
        // oxlint-disable-next-line no-await-in-loop
        emit(`${folder}card.png`, await rasterise(svg));
      }
      const { code } = await classicScript(workshopFileScript, 'workshopFile.js');
      emit(
        workshopFilePath,
        oneFile({
          ...module.workshopFile(settings),
          script: code,
          style: stylesInOne(bundle, settings.base),
        }),
      );
      emit(fileNameOf(mermaidFramePath), mermaidFramePage(bundle, settings.base));
      emit('_headers', headersFile(settings.base, policiesByPath()));
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
            fill(template, drawn, settings, '', {
              embedPage: '<script type="module" src="/src/app/entries/embedPage.ts">',
              // A module that a classic script cannot import: in development the fields do not open.
              embedIsland: undefined,
              plainPage: '/src/app/entries/plainPage.ts',
              operations: '/src/app/entries/operationsPage.ts',
              workshop: '/src/app/entries/workshopPage.ts',
              present: '/src/app/entries/presentPage.ts',
              answer: '/src/app/entries/answerPage.ts',
              ownCards: '/src/app/entries/ownCardsPage.ts',
              handout: {
                script: '/src/app/entries/handoutPage.ts',
                style: '/src/styles/handouts.css',
              },
              embedBuilder: '/src/app/entries/embedBuilderPage.ts',
              loader: loaderAddress('/'),
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

/** All of the folder `embed/` may be framed, which keeps one rule for it in `_headers`. */
const policyOf = ({ kind }: Page): ContentSecurityPolicy =>
  kind === 'embed' || kind === 'embedBuilder' ? embedPolicy : pagePolicy;

/**
 * Not for search engines or previews: framed pages repeat the guide's, the audience's screen is empty
 * by itself, and 404.html is no page.
 */
const isUnlisted = ({ kind }: Page): boolean =>
  kind === 'notFound' || kind === 'embed' || kind === 'audience';

function policiesByPath() {
  return [
    ...pages.map((page) => ({ path: page.path, policy: policyOf(page) })),
    { path: mermaidFramePath, policy: mermaidFramePolicy },
  ];
}

/** Takes Vite's own index.html out of the bundle: it is the template of all pages. */
function takeTemplate(bundle: OutputBundle): string {
  const built = bundle['index.html'];
  if (built?.type !== 'asset') {
    throw new Error('The build made no index.html, which is the template of all pages.');
  }
  delete bundle['index.html'];
  // The attribute would keep scripts and styles from loading in a frame without an origin.
  return String(built.source).replaceAll(' crossorigin', '');
}

function fontPreloads(bundle: OutputBundle, base: string): string {
  return Object.keys(bundle)
    .filter((name) => /hyperlegible-next-latin-wght-normal.*\.woff2$/.test(name))
    .map(
      (name) =>
        `<link rel="preload" href="${base}${name}" as="font" type="font/woff2" crossorigin>`,
    )
    .join('');
}

function fill(
  template: string,
  { page, title, description, body }: PrerenderedPage,
  { base, origin }: SiteSettings,
  preloads: string,
  scripts: SiteScripts,
): string {
  const address = `${origin}${base}${page.path}`;
  const head = [
    `<title>${escaped(title)}</title>`,
    `<meta name="description" content="${escaped(description)}">`,
    ...(isUnlisted(page) ? ['<meta name="robots" content="noindex">'] : []),
    ...(origin === '' || isUnlisted(page)
      ? []
      : [
          `<link rel="canonical" href="${escaped(address)}">`,
          `<meta property="og:type" content="article">`,
          `<meta property="og:title" content="${escaped(title)}">`,
          `<meta property="og:description" content="${escaped(description)}">`,
          `<meta property="og:url" content="${escaped(address)}">`,
          ...previewTags(page, title, `${origin}${base}`),
        ]),
    preloads,
  ].join('\n    ');
  const walk = walkOf(page);
  const answers = walk?.answers.join(' ') ?? '';
  return withOwnScript(template, page, scripts)
    .replace('<!--policy-->', () => policyTag(metaForm(policyOf(page))))
    .replace('<!--head-->', () => head)
    .replace(
      '<div id="root"><!--app--></div>',
      () =>
        `<div id="root" data-base="${escaped(base)}" data-kind="${page.kind}" data-answers="${escaped(answers)}"${framedData(page, scripts, origin)}>${body}</div>`,
    );
}

/** The picture for link previews, and where a host that is given the address finds the embed. */
function previewTags(page: Page, title: string, site: string): readonly string[] {
  const card = `${site}${cardFolder(page)}card.png`;
  const oEmbed = `${site}${page.path}oembed.json`;
  return [
    `<meta property="og:image" content="${escaped(card)}">`,
    `<meta property="og:image:width" content="${cardSize.width}">`,
    `<meta property="og:image:height" content="${cardSize.height}">`,
    `<meta property="og:image:alt" content="${escaped(title)}">`,
    '<meta name="twitter:card" content="summary_large_image">',
    ...('walk' in page
      ? [
          `<link rel="alternate" type="application/json+oembed" href="${escaped(oEmbed)}" title="${escaped(title)}">`,
        ]
      : []),
  ];
}

/** What the scripts of a framed page need to know of the site. */
function framedData(page: Page, { embedIsland }: SiteScripts, origin: string): string {
  if (page.kind === 'embedBuilder') return ` data-origin="${escaped(origin)}"`;
  if (page.kind !== 'embed') return '';
  const ids = languages.map(({ id }) => id).join(' ');
  const addresses =
    embedIsland === undefined
      ? ''
      : ` data-desk="${escaped(embedIsland.script)}" data-desk-style="${escaped(embedIsland.style)}"`;
  return ` data-languages="${escaped(ids)}"${addresses}`;
}

/** Pages that are no state of the guide have a small script of their own. */
function withOwnScript(template: string, page: Page, scripts: SiteScripts): string {
  if ('walk' in page || page.kind === 'notFound') return template;
  if (page.kind === 'embed') return withFramedScript(template, scripts.embedPage);
  return template
    .replaceAll(/<link rel="modulepreload"[^>]*>/g, '')
    .replaceAll(
      /<script type="module" src="[^"]*">/g,
      `${addedTags(page, scripts)}<script type="module" src="${plainScript(page, scripts)}">`,
    );
}

/** The builder shows the released element at work; hand-outs have a style of their own. */
function addedTags({ kind }: Page, { loader, handout }: SiteScripts): string {
  if (kind === 'handout') return `<link rel="stylesheet" href="${handout.style}">`;
  return kind === 'embedBuilder' ? `<script defer src="${loader}"></script>` : '';
}

function plainScript({ kind }: Page, scripts: SiteScripts): string {
  if (kind === 'operations') return scripts.operations;
  if (kind === 'workshop') return scripts.workshop;
  if (kind === 'presenter' || kind === 'audience') return scripts.present;
  if (kind === 'answer') return scripts.answer;
  if (kind === 'ownCards') return scripts.ownCards;
  if (kind === 'handout') return scripts.handout.script;
  return kind === 'embedBuilder' ? scripts.embedBuilder : scripts.plainPage;
}

/**
 * A frame without an origin runs classic scripts only, unless the host of the site sends CORS
 * headers, which many do not.
 */
function withFramedScript(template: string, scriptTag: string): string {
  return template
    .replaceAll(/<link rel="modulepreload"[^>]*>/g, '')
    .replaceAll(/<script type="module" src="[^"]*">/g, scriptTag);
}

const walkOf = (page: Page): Walk | undefined => {
  if ('walk' in page) return page.walk;
  return page.kind === 'embed' ? page.framedWalk : undefined;
};

const policyTag = (policy: string): string =>
  `<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">`;

/** Scripts that the template does not name, by their addresses. */
interface SiteScripts {
  /** The opening tag: built as a classic script, a module while developing. */
  readonly embedPage: string;
  /** What a framed page loads when a person wants to fill in values. */
  readonly embedIsland: { readonly script: string; readonly style: string } | undefined;
  readonly plainPage: string;
  readonly operations: string;
  readonly workshop: string;
  readonly present: string;
  readonly answer: string;
  readonly ownCards: string;
  readonly handout: { readonly script: string; readonly style: string };
  readonly embedBuilder: string;
  /** The released element, which the builder shows at work. */
  readonly loader: string;
}

const loaderAddress = (base: string): string =>
  `${base}embed/${releases.at(-1)?.version ?? ''}/embed.js`;

function scriptAddress(bundle: OutputBundle, name: string, base: string): string {
  const script = Object.values(bundle).find(
    (output) => output.type === 'chunk' && output.isEntry && output.name === name,
  );
  if (script === undefined) throw new Error(`The build made no script named ${name}.`);
  return `${base}${script.fileName}`;
}

function styleAddress(bundle: OutputBundle, name: string, base: string): string {
  const style = Object.keys(bundle).find((path) =>
    new RegExp(`^assets/${name}-[^/]+\\.css$`).test(path),
  );
  if (style === undefined) throw new Error(`The build made no style named ${name}.`);
  return `${base}${style}`;
}

/** The site's styles with those of the presenter and of the plans, their fonts within them. */
function stylesInOne(bundle: OutputBundle, base: string): string {
  return ['site', 'presenterIsland', 'room', 'handoutPage']
    .map((name) => {
      const style = bundle[styleAddress(bundle, name, base).slice(base.length)];
      return style?.type === 'asset' ? String(style.source) : '';
    })
    .join('\n')
    .replaceAll(/url\(["']?([^"')]+\.woff2)["']?\)/g, (_, address: string) => {
      const font = bundle[address.slice(base.length)];
      if (font?.type !== 'asset') throw new Error(`The build made no font ${address}.`);
      return `url(data:font/woff2;base64,${Buffer.from(font.source).toString('base64')})`;
    });
}

function mermaidFramePage(bundle: OutputBundle, base: string): string {
  const script = scriptAddress(bundle, 'mermaidFrame', base);
  return `<!doctype html>
<html lang="en">
  <head>
    ${policyTag(metaForm(mermaidFramePolicy))}
    <meta charset="utf-8">
    <meta name="robots" content="noindex">
    <title>Mermaid, drawing a picture for the page around it</title>
    <script type="module" src="${script}"></script>
  </head>
  <body></body>
</html>
`;
}

/** Escapes a text for an HTML attribute in double quotes, or for element content. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
