// `npm run size`: what each page of the build in dist/ loads before anybody does anything, and
// whether that is within the budget. Sizes are gzip, in kB of 1000 bytes, as a host would send them.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { projectFolder } from './packages.mjs';
import { siteBase } from './serve.mjs';

/**
 * In kB. The app is what hydrates a page of the guide once that is idle or a person turns to it; the
 * picture is what an outcome's page may weigh more than a question's.
 */
const budget = { scripts: 95, starter: 4, app: 104, styles: 9, picture: 4 };
/** The pages of the guide itself, which begin with a small script and load the app later. */
const hydratedKinds: ReadonlySet<string> = new Set(['question', 'outcome', 'exit', 'notFound']);
/** Kinds whose styles are a sheet of paper's too. */
const printedKinds: ReadonlySet<string> = new Set(['handout']);

/** Words that Mermaid's core holds and nothing of ours does: its error diagram's text. */
const mermaidMark = 'Syntax error in text';
/** The only page that may load Mermaid at once. */
const mermaidFrame = 'mermaid-frame/';

const build = path.join(projectFolder, 'dist');

interface PageSize {
  readonly path: string;
  readonly kind: string;
  readonly html: number;
  readonly scripts: number;
  /** What else is loaded before the page is hydrated; 0 where there is nothing to hydrate. */
  readonly app: number;
  readonly styles: number;
  /** At most: a browser loads only the faces that the page uses. */
  readonly fonts: number;
  readonly picture: number;
  readonly hasMermaid: boolean;
}

const read = (file: string): string => readFileSync(path.join(build, file), 'utf8');
const kilobytes = (content: string | Buffer): number =>
  gzipSync(content, { level: 9 }).length / 1000;

/** The file in the build that an address on a page means; undefined for another host's. */
function fileOf(address: string, page: string): string | undefined {
  const origin = 'https://build.invalid';
  const url = new URL(address, `${origin}${siteBase()}${page}`);
  return url.origin === origin && url.pathname.startsWith(siteBase())
    ? decodeURIComponent(url.pathname.slice(siteBase().length))
    : undefined;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}

/** A chunk and all that it imports statically, which a browser loads before running it. */
function withImports(chunks: Iterable<string>): readonly string[] {
  const found = new Set(chunks);
  for (const chunk of found) {
    const imports = read(chunk).matchAll(
      /\b(?:import|export)\s*(?:[\w$*{][^"'`;()]*?\bfrom\s*|\{[^}]*\}\s*from\s*)?["']([^"']+)["']/g,
    );
    for (const [, address = ''] of imports) {
      const file = /^[./]/.test(address) ? fileOf(address, chunk) : undefined;
      if (file !== undefined) found.add(file);
    }
  }
  return [...found];
}

/** The app's chunks, which a starter imports when the page is hydrated, without those loaded already. */
function appBeside(scripts: readonly string[]): readonly string[] {
  const apps = scripts.flatMap((script) =>
    [...read(script).matchAll(/\bimport\(\s*["'`](\.[^"'`]+)["'`]\s*\)/g)].flatMap(
      ([, address = '']) => fileOf(address, script) ?? [],
    ),
  );
  if (apps.length === 0) throw new Error('The starter imports no app: has its form changed?');
  return withImports(apps).filter((file) => !scripts.includes(file));
}

/** The font files that a Latin text may need. */
function fontsOf(style: string): readonly string[] {
  return [...read(style).matchAll(/@font-face\s*\{[^}]*\}/g)].flatMap(([face]) => {
    const range = /unicode-range:\s*([^;}]*)/i.exec(face)?.[1];
    const address = /url\(["']?([^"')]+\.woff2)["']?\)/.exec(face)?.[1];
    const isLatin = range === undefined || /U\+(?:\?\?|0{0,4}-0{0,2}FF)(?:,|$)/i.test(range);
    const file = address === undefined || !isLatin ? undefined : fileOf(address, style);
    return file === undefined ? [] : [file];
  });
}

function measure(page: string, kind: string): PageSize {
  const html = read(page === '' || page.endsWith('/') ? `${page}index.html` : page);
  const tags = html.match(/<(?:script|link|img)\b[^>]*>/g) ?? [];
  const filesOf = (wanted: (tag: string) => boolean, name: 'src' | 'href'): string[] =>
    tags.filter(wanted).flatMap((tag) => {
      const address = attribute(tag, name);
      const file = address === undefined ? undefined : fileOf(address, page);
      return file === undefined ? [] : [file];
    });
  const linked = (relation: string): string[] =>
    filesOf((tag) => tag.startsWith('<link') && attribute(tag, 'rel') === relation, 'href');

  const scripts = withImports([
    ...filesOf((tag) => tag.startsWith('<script'), 'src'),
    ...linked('modulepreload'),
  ]);
  const styles = [...new Set(linked('stylesheet'))];
  const pictures = [
    ...(html.match(/<svg\b[\s\S]*?<\/svg>/g) ?? []),
    ...filesOf((tag) => tag.startsWith('<img'), 'src').map(read),
  ];
  const sum = (files: Iterable<string>): number =>
    [...files].reduce((total, file) => total + kilobytes(readFileSync(path.join(build, file))), 0);
  return {
    path: `/${page}`,
    kind,
    html: kilobytes(html),
    scripts: sum(scripts),
    app: hydratedKinds.has(kind) ? sum(appBeside(scripts)) : 0,
    styles: sum(styles),
    fonts: sum(new Set(styles.flatMap(fontsOf))),
    picture: pictures.length === 0 ? 0 : kilobytes(pictures.join('\n')),
    hasMermaid: scripts.some((file) => read(file).includes(mermaidMark)),
  };
}

function overBudget(page: PageSize): readonly string[] {
  if (page.path === `/${mermaidFrame}`) return [];
  const problems: string[] = [];
  const limit = (name: string, size: number, most: number): void => {
    if (size > most) problems.push(`${name} ${size.toFixed(1)} kB, allowed ${most} kB`);
  };
  const isHydrated = hydratedKinds.has(page.kind);
  limit('scripts', page.scripts, isHydrated ? budget.starter : budget.scripts);
  limit('app', page.app, budget.app);
  limit('styles', page.styles, budget.styles + (printedKinds.has(page.kind) ? 1 : 0));
  limit('picture', page.picture, budget.picture);
  if (page.hasMermaid) problems.push('Mermaid loads at once');
  return problems.map((problem) => `${page.path} (${page.kind}): ${problem}`);
}

interface Manifest {
  readonly pages: readonly { readonly path: string; readonly kind: string }[];
}

const { pages } = JSON.parse(read('guide.json')) as Manifest;
const sizes = pages.map((page) => measure(page.path.replace(/^\.?\//, ''), page.kind));

/** The heaviest page of each kind stands for it. */
const heaviest = [...new Set(sizes.map(({ kind }) => kind))].flatMap((kind) =>
  sizes
    .filter((page) => page.kind === kind)
    .toSorted((a, b) => b.html + b.scripts - (a.html + a.scripts))
    .slice(0, 1),
);
const columns = ['html', 'scripts', 'app', 'styles', 'fonts', 'picture'] as const;
console.log(
  'What the heaviest page of each kind loads before interaction, and what hydrates it then (kB, gzip)\n',
);
console.log(`${'kind'.padEnd(16)}${columns.map((name) => name.padStart(9)).join('')}  page`);
for (const page of heaviest) {
  const cells = columns.map((name) => page[name].toFixed(1).padStart(9)).join('');
  console.log(`${page.kind.padEnd(16)}${cells}  ${page.path}`);
}
console.log(
  `\nBudget: scripts ${budget.starter} on pages of the guide and ${budget.scripts} elsewhere, app ${budget.app}, styles ${budget.styles}, picture ${budget.picture}; fonts are at most, for Latin text.`,
);

const problems = sizes.flatMap(overBudget);
for (const problem of problems) console.error(`OVER THE BUDGET: ${problem}`);
if (problems.length > 0) process.exitCode = 1;
