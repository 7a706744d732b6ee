import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { searchIndexPath } from '#search/index/entry.ts';

import { siteBase } from '../serve.mjs';
import { build } from './build.ts';

/** Words that are in Mermaid's core but not in our code: the text of its error diagram. */
const mermaidMark = 'Syntax error in text';
/** What a page of the build weighs; sizes are gzip, in kB of 1000 bytes, as a host would send them. */
export interface PageSize {
  readonly path: string;
  readonly kind: string;
  readonly html: number;
  readonly elements: number;
  /** Marks that open the sources of a statement. */
  readonly marks: number;
  readonly scripts: number;
  /** What else is loaded before the page is hydrated; 0 if there is nothing to hydrate. */
  readonly app: number;
  readonly styles: number;
  /** At most: a browser loads only the faces that the page uses. */
  readonly fonts: number;
  readonly picture: number;
  readonly hasMermaid: boolean;
}

/** The text of a file of the build. */
export const read = (file: string): string => readFileSync(path.join(build, file), 'utf8');
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

/** An attribute of a tag, with the quotation marks that it needs. */
function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}=(?:"([^"]*)"|([^\\s">]+))`).exec(tag)?.slice(1).find(Boolean);
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

/** Chunks that these import when they are wanted. */
const importedLater = (scripts: readonly string[]): readonly string[] =>
  scripts.flatMap((script) =>
    [...read(script).matchAll(/\bimport\(\s*["'`](\.[^"'`]+)["'`]\s*\)/g)].flatMap(
      ([, address = '']) => fileOf(address, script) ?? [],
    ),
  );

/** The search comes when somebody opens it, not when the page is hydrated. */
const isSearch = (file: string): boolean => /\/openSearch-[^/]*$/.test(file);

/** The app's chunks, which a starter imports when the page is hydrated, without those loaded already. */
function appBeside(scripts: readonly string[]): readonly string[] {
  const apps = importedLater(scripts).filter((file) => !isSearch(file));
  if (apps.length === 0) throw new Error('The starter imports no app: has its form changed?');
  return withImports(apps).filter((file) => !scripts.includes(file));
}

/** What opening the search loads: its code with all that it imports, and its index. */
export function searchSize(): { readonly code: number; readonly index: number } {
  const chunks = readdirSync(path.join(build, 'assets'))
    .map((name) => `assets/${name}`)
    .filter((file) => file.endsWith('.js') && isSearch(file));
  if (chunks.length === 0) throw new Error('The build made no search: has its name changed?');
  return {
    code: withImports(chunks).reduce((total, file) => total + kilobytes(read(file)), 0),
    index: kilobytes(read(searchIndexPath)),
  };
}

/** The size of the lab's org and of the code that signs and checks its tokens, which no other page loads, in kB (gzip). */
export function labSize(): number {
  const [island, ...others] = readdirSync(path.join(build, 'assets')).filter(
    (name) => name.startsWith('labIsland-') && name.endsWith('.js'),
  );
  if (island === undefined || others.length > 0) {
    throw new Error('The build has no single chunk for the lab: has its name changed?');
  }
  return kilobytes(read(`assets/${island}`));
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

/**
 * Measures a page of the build.
 *
 * @param page its path, without a leading slash
 * @param isHydrated whether an app takes over the page; its size then counts
 */
export function measurePage(page: string, kind: string, isHydrated: boolean): PageSize {
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

  const scripts = withImports(filesOf((tag) => tag.startsWith('<script'), 'src'));
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
    elements: html.match(/<[a-z]/g)?.length ?? 0,
    marks: html.match(/ class="?cite[" >]/g)?.length ?? 0,
    scripts: sum(scripts),
    app: isHydrated ? sum(appBeside(scripts)) : 0,
    styles: sum(styles),
    fonts: sum(new Set(styles.flatMap(fontsOf))),
    picture: pictures.length === 0 ? 0 : kilobytes(pictures.join('\n')),
    hasMermaid: scripts.some((file) => read(file).includes(mermaidMark)),
  };
}
