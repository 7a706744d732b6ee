import type { EmbedChoice } from '#embed/builder/blocks/embedChoice.ts';
import { platforms } from '#embed/builder/hostBlock.ts';
import { fixedChoice } from '#embed/builder/platformReport.ts';
import { usualHeights } from '#embed/usualHeights.ts';

import type { EmbedHost } from './hosts.ts';

/** The parts of a block in which an address says which origin the guide comes from. */
function partsOf(name: string, guide: URL): readonly string[] {
  const [id, kind] = name.split('/');
  const block = platforms.find((each) => each.id === id)?.blocks.find((each) => each.id === kind);
  if (block === undefined) throw new Error(`The builder has no block ${name}.`);
  const choice: EmbedChoice = {
    ...fixedChoice(),
    site: guide.href,
    answers: [],
    theme: 'page',
    heights: usualHeights,
    heading: 'The guide',
  };
  return block.parts(choice).map(({ text }) => text);
}

const lastPartOf = (name: string, guide: URL): string => partsOf(name, guide).at(-1) ?? '';

/** What MDX, which turns JSX into elements, makes of a block: the same as HTML. */
const script = (guide: URL): string =>
  /<script[^]*?<\/script>/.exec(lastPartOf('html/element', guide))?.[0] ?? '';

/** What documentation generators put around and on a block: their marks, their styles, their switches. */
interface Imitation {
  readonly id: string;
  readonly generator: string;
  readonly style: string;
  /** The page around the block. */
  readonly around: (block: string) => string;
  /** The page's attribute by which it is dark, as a script sets it. */
  readonly darken: string;
  readonly element: (guide: URL) => string;
  readonly frame: (guide: URL) => string;
}

/** Many words, so that the page can be scrolled. */
const words = '<p>More words of the host, so that the page can be scrolled.</p>'.repeat(40);

const imitations: readonly Imitation[] = [
  {
    id: 'docusaurus',
    generator: 'Docusaurus',
    // infima: everything is a border box, and the bar at the top is sticky.
    style: `*, ::before, ::after { box-sizing: border-box } body { margin: 0 } .navbar { position: sticky; top: 0; z-index: 200; height: 60px; background: #eee } main { display: flex; padding: 0 16px } article { flex: 1; min-width: 0; max-width: 100% } [data-theme='dark'] { color-scheme: dark }`,
    around: (block) =>
      `<nav class="navbar">Bar</nav><main><article>${block}${words}</article></main>`,
    darken: `document.documentElement.dataset.theme = 'dark'`,
    element: (guide) =>
      script(guide) + lastPartOf('html/element', guide).replace(/<script[^]*?<\/script>/, ''),
    frame: (guide) => lastPartOf('html/frame', guide),
  },
  {
    id: 'vitepress',
    generator: 'VitePress',
    style: `*, ::before, ::after { box-sizing: border-box } body { margin: 0 } .VPNav { position: fixed; inset: 0 0 auto; z-index: 30; height: 64px; pointer-events: none } .VPNavBar { position: relative; height: 64px; background: #eee; pointer-events: auto } .VPLocalNav { position: sticky; top: 64px; z-index: 20; height: 48px; margin-top: 64px; background: #ddd } .vp-doc { padding: 0 24px } html.dark { color-scheme: dark }`,
    around: (block) =>
      `<header class="VPNav"><div class="VPNavBar">Bar</div></header><div class="VPLocalNav">On this page</div><main class="vp-doc">${block}${words}</main>`,
    darken: `document.documentElement.classList.add('dark')`,
    element: (guide) => script(guide) + lastPartOf('vitepress/element', guide),
    frame: (guide) => lastPartOf('vitepress/frame', guide),
  },
  {
    id: 'starlight',
    generator: 'Starlight',
    style: `body { margin: 0 } header.header { position: fixed; inset: 0 0 auto; z-index: 10; height: 56px; background: #eee } .sl-markdown-content { padding: 72px 16px 0 } .sl-markdown-content img, .sl-markdown-content iframe { display: block; max-width: 100%; height: auto } .sl-markdown-content > * + * { margin-top: 1rem } [data-theme='dark'] { color-scheme: dark }`,
    around: (block) =>
      `<header class="header">Bar</header><main class="sl-markdown-content">${block}${words}</main>`,
    darken: `document.documentElement.dataset.theme = 'dark'`,
    element: (guide) => script(guide) + lastPartOf('starlight/element', guide),
    frame: (guide) => lastPartOf('starlight/frame', guide),
  },
  {
    id: 'mkdocs',
    generator: 'MkDocs Material',
    style: `html { font-size: 125% } body { display: flex; flex-direction: column; margin: 0; font-size: 0.5rem } .md-header { position: sticky; top: 0; z-index: 4; height: 2.4rem; background: #eee } .md-content { min-width: 0; padding: 0 0.8rem; font-size: 0.8rem } .md-typeset iframe { max-width: 100% } [data-md-color-scheme='slate'] { color-scheme: dark }`,
    around: (block) =>
      `<header class="md-header">Bar</header><article class="md-content md-typeset">${block}${words}</article>`,
    darken: `document.body.dataset.mdColorScheme = 'slate'`,
    element: (guide) => lastPartOf('mkdocs/element', guide),
    frame: (guide) => lastPartOf('mkdocs/frame', guide),
  },
  {
    id: 'flex',
    generator: 'A row of flexible boxes',
    style: `body { margin: 0 } .row { display: flex } .top { position: sticky; top: 0; height: 40px; background: #eee } [data-theme='dark'] { color-scheme: dark }`,
    around: (block) => `<div class="top">Bar</div><div class="row">${block}</div>${words}`,
    darken: `document.documentElement.dataset.theme = 'dark'`,
    element: (guide) => lastPartOf('html/element', guide),
    frame: (guide) => lastPartOf('html/frame', guide),
  },
  {
    id: 'grid',
    generator: 'A grid',
    style: `body { margin: 0 } .grid { display: grid; justify-items: start } .top { position: sticky; top: 0; height: 40px; background: #eee } [data-theme='dark'] { color-scheme: dark }`,
    around: (block) => `<div class="top">Bar</div><div class="grid">${block}</div>${words}`,
    darken: `document.documentElement.dataset.theme = 'dark'`,
    element: (guide) => lastPartOf('html/element', guide),
    frame: (guide) => lastPartOf('html/frame', guide),
  },
];

/** The pages of the generators, with a control that goes to another page and back as their routers do. */
export const generatorHosts: readonly (EmbedHost & {
  readonly block: 'element' | 'frame';
  readonly darken: string;
})[] = imitations.flatMap(({ id, generator, style, around, darken, element, frame }) =>
  (['element', 'frame'] as const).map((block) => ({
    id: `${id}-${block}`,
    title: `${generator}, ${block === 'element' ? 'the element' : 'a plain frame'}`,
    from: 'guide' as const,
    followsHeight: block === 'element',
    block,
    darken,
    markup: (guide: URL) => {
      const html = block === 'element' ? element(guide) : frame(guide);
      const loader = /<script[^]*?<\/script>/.exec(html)?.[0] ?? '';
      const page = around(html.replace(loader, ''));
      return `${loader}<div id="page">${page}</div>`;
    },
    // A scroll bar that comes with the last words would move all others.
    style: `html { overflow-y: scroll } body { color-scheme: light } ${style}`,
    script: `
      const page = document.querySelector('#page');
      const content = page.innerHTML;
      window.goAway = () => { page.innerHTML = '<p>Another page of the host.</p>'; };
      window.comeBack = () => { page.innerHTML = content; };`,
  })),
);
