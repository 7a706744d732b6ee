import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import {
  packagesWithDependenciesInside,
  type ReviewedPackage,
  reviewedPackages,
} from './reviewedPackages.ts';

/** A package of others whose code, style or font is in a file of the site. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** As an SPDX expression; undefined if nobody says. */
  readonly licence: string | undefined;
  /** The address of its source code; undefined if the package does not say. */
  readonly source: string | undefined;
  /** Its licence, whole, and what else its authors ask to be passed on. */
  readonly texts: readonly string[];
  /**
   * How its code got there: from the package itself, within a file of another one, or written into
   * the scripts by the program that builds them.
   */
  readonly origin: 'package' | 'inside another package' | 'build';
}

/** Where a name leads: an installed package, or one of which only the name and version are known. */
interface FoundPackage {
  readonly name: string;
  readonly version: string | undefined;
  readonly folder: string | undefined;
  readonly origin: ShippedPackage['origin'];
  /** Those of its files that are shipped. */
  readonly files: readonly string[];
}

/** Modules that Vite and Rolldown write into scripts: a few lines of their own. */
const buildModules: Readonly<Record<string, string>> = {
  '\0vite/preload-helper.js': 'vite',
  '\0rolldown/runtime.js': 'rolldown',
};

/**
 * Returns the packages of which the files of the site contain something, by name and version.
 *
 * @param files as `shippedFiles` gives them
 * @param root the project's folder
 */
export function shippedPackages(files: Iterable<string>, root: string): readonly ShippedPackage[] {
  const modules = path.join(root, 'node_modules');
  const found = new Map<string, FoundPackage>();
  const add = (next: FoundPackage): void => {
    const version = next.version ?? versionIn(next.folder);
    const key = `${next.name} ${version ?? ''}`;
    const known = found.get(key);
    found.set(key, {
      ...next,
      // The package itself counts for more than a copy of it in another one.
      ...(known?.origin === 'package' ? known : {}),
      version,
      files: [...(known?.files ?? []), ...next.files],
    });
  };
  for (const file of new Set(files)) {
    const builder = buildModules[file];
    const [folder, name] = packageFolder(file);
    if (builder !== undefined) {
      const own = path.join(modules, builder);
      add({ name: builder, version: undefined, folder: own, origin: 'build', files: [] });
    } else if (folder !== undefined && name !== undefined) {
      add({ name, version: undefined, folder, origin: 'package', files: [file] });
      for (const inside of [...tracesIn(file), ...dependenciesInside(name, folder)]) {
        const installed = path.join(modules, inside.name);
        const isInstalled =
          existsSync(installed) &&
          (inside.version === undefined || inside.version === versionIn(installed));
        add({
          ...inside,
          folder: isInstalled ? installed : undefined,
          origin: 'inside another package',
          files: [],
        });
      }
    }
  }
  return [...found.values()].map(shippedPackage).toSorted(byNameAndVersion);
}

const keyOf = ({ name, version }: ShippedPackage): string => `${name} ${version}`;
const byNameAndVersion = (one: ShippedPackage, other: ShippedPackage): number =>
  keyOf(one) < keyOf(other) ? -1 : 1;

/** The folder of the innermost package that a file belongs to, and that package's name. */
function packageFolder(file: string): readonly [string | undefined, string | undefined] {
  const [, folder, name] = /^\0?(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(file) ?? [];
  return [folder, name];
}

interface PackageFile {
  readonly version?: string;
  readonly license?: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly repository?: string | { readonly url?: string };
}

const readPackage = (folder: string): PackageFile =>
  JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as PackageFile;

const versionIn = (folder: string | undefined): string | undefined =>
  folder === undefined ? undefined : readPackage(folder).version;

interface Trace {
  readonly name: string;
  readonly version: string | undefined;
}

/**
 * Packages that a module of another package was put together from: the comments and the source map
 * that its bundler left name their files.
 */
function tracesIn(module: string): readonly Trace[] {
  const file = module.replace(/\?.*$/, '');
  if (!/\.[cm]?js$/.test(file)) return [];
  const comments = readFileSync(file, 'utf8').match(/^\s*\/[/*].*node_modules\/.*$/gm) ?? [];
  const map = `${file}.map`;
  const sources = existsSync(map)
    ? (JSON.parse(readFileSync(map, 'utf8')) as { readonly sources: readonly string[] }).sources
    : [];
  const withVersion = new Map<string, string>();
  const names = new Set<string>();
  for (const place of [...comments, ...sources]) {
    const [, version] = /node_modules\/\.pnpm\/@?[^/@]+@(\d[^/_(]*)/.exec(place) ?? [];
    const [, name] = /.*node_modules\/((?:@[\w.-]+\/)?[\w.-]+)/.exec(place) ?? [];
    if (name === undefined) continue;
    names.add(name);
    if (version !== undefined) withVersion.set(name, version);
  }
  return [...names].map((name) => ({ name, version: withVersion.get(name) }));
}

function dependenciesInside(name: string, folder: string): readonly Trace[] {
  return packagesWithDependenciesInside.has(name)
    ? Object.keys(readPackage(folder).dependencies ?? {}).map((each) => ({
        name: each,
        version: undefined,
      }))
    : [];
}

function shippedPackage({ name, version, folder, origin, files }: FoundPackage): ShippedPackage {
  const reviewed = reviewedPackages.find(
    (each) => each.name === name && (version === undefined || each.version === version),
  );
  const own = folder === undefined ? {} : readPackage(folder);
  const texts = folder === undefined ? reviewedText(reviewed) : licenceTexts(folder, origin);
  return {
    name,
    version: version ?? reviewed?.version ?? 'of unknown version',
    licence: reviewed?.licence ?? (typeof own.license === 'string' ? own.license : undefined),
    source: reviewed?.source ?? sourceAddress(own.repository),
    texts: [...texts, ...noticesIn(files, texts.join('\n'))],
    origin,
  };
}

function reviewedText(reviewed: ReviewedPackage | undefined): readonly string[] {
  return reviewed?.text === undefined
    ? []
    : [readFileSync(new URL(`./texts/${reviewed.text}`, import.meta.url), 'utf8').trim()];
}

function licenceTexts(folder: string, origin: ShippedPackage['origin']): readonly string[] {
  return (
    readdirSync(folder)
      .filter((name) => /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i.test(name))
      .filter((name) => !/\.[cm]?[jt]s$/.test(name))
      .toSorted()
      .map((name) => readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n'))
      // The programs that build list here what they themselves are made of, which is not shipped.
      .map((text) => (origin === 'build' ? text.replace(/^# Licenses of bundled[^]*/m, '') : text))
      .map((text) => text.trim())
  );
}

const sourceAddress = (repository: PackageFile['repository']): string | undefined => {
  const address = typeof repository === 'string' ? repository : repository?.url;
  if (address === undefined) return undefined;
  const [, shorthand] = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(address) ?? [];
  return shorthand === undefined
    ? address
        .replace(/^git\+/, '')
        .replace(/^(?:git|ssh):\/\/(?:git@)?/, 'https://')
        .replace(/\.git$/, '')
    : `https://github.com/${shorthand}`;
};

const wordsOf = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ');

/** Comments in the files that claim a copyright which the licence texts do not name. */
function noticesIn(files: readonly string[], licence: string): readonly string[] {
  const known = wordsOf(licence);
  const notices = files
    .filter((file) => /\.[cm]?js$/.test(file))
    .toSorted()
    .flatMap((file) => readFileSync(file, 'utf8').match(/\/\*[^]*?\*\//g) ?? [])
    .map((comment) =>
      comment
        .replaceAll(/^\/\*+!?|\*+\/$/g, '')
        .replaceAll(/^[ \t]*\* ?/gm, '')
        .trim(),
    )
    .filter((comment) =>
      comment
        .split('\n')
        .filter((line) => /copyright|\(c\) \d{4}/i.test(line))
        .some((line) => !known.includes(wordsOf(line).trim())),
    );
  return [...new Set(notices)];
}
