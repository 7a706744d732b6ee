import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { findProgram, installFromDebian } from '../../scripts/debianPackages.mjs';
import { projectFolder } from '../../scripts/packages.mjs';
import type { PartsOfBlocks, PlatformSite } from './platformSite.ts';

/** Where the sites and their packages are kept from one run to the next; git ignores it. */
const cache = path.join(projectFolder, 'test-cache', 'platforms');

export type BuiltSite =
  | {
      readonly kind: 'built';
      readonly folder: string;
      readonly program: string;
      /** What the compiler said about the program that uses all types; `undefined` without one. */
      readonly compiled: { readonly code: number; readonly output: string } | undefined;
    }
  /** What it is built with is not available here. */
  | { readonly kind: 'skipped'; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string };

/** Installs what a site needs, writes it again with the parts in it, and builds it for production. */
export async function buildSite(site: PlatformSite, parts: PartsOfBlocks): Promise<BuiltSite> {
  const folder = path.join(cache, site.platform);
  await mkdir(folder, { recursive: true });
  const missing = await installed(site, folder);
  if (missing !== undefined) return { kind: 'skipped', why: missing };
  for (const [file, text] of Object.entries(site.files(parts))) {
    const place = path.join(folder, file);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, text);
  }
  if (site.build(parts).length > 0) {
    await rm(path.join(folder, site.output), { recursive: true, force: true });
  }
  for (const [program, ...args] of site.build(parts)) {
    const { code, output } = await runIn(folder, program, args);
    if (code !== 0) {
      return { kind: 'failed', why: `${program} ended with ${code}:\n${output.slice(-3000)}` };
    }
  }
  const [compiler, ...args] = site.compile ?? [];
  const compiled = compiler === undefined ? undefined : await runIn(folder, compiler, args);
  return {
    kind: 'built',
    compiled,
    folder: path.join(folder, site.output),
    program: await versioned(site, folder),
  };
}

async function versioned({ program, debian }: PlatformSite, folder: string): Promise<string> {
  if (debian === undefined) return program;
  const [command = '', ...args] = debian.version;
  return `${program} ${(await runIn(folder, command, args)).output.trim()}`;
}

/** @returns why it cannot be built, if something cannot be installed */
async function installed(
  { platform, packages, debian }: PlatformSite,
  folder: string,
): Promise<string | undefined> {
  if (debian !== undefined && !isThere(debian.provides)) {
    await installFromDebian(debian.packages);
    if (!isThere(debian.provides)) {
      return `${debian.provides} not found (Debian: ${debian.packages.join(' ')})`;
    }
  }
  if (packages.length === 0) return undefined;
  const note = path.join(folder, 'installed.txt');
  const wanted = packages.join('\n');
  if (existsSync(note) && (await readFile(note, 'utf8')) === wanted) return undefined;
  await rm(path.join(folder, 'node_modules'), { recursive: true, force: true });
  await rm(path.join(folder, 'package-lock.json'), { force: true });
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: `${platform}-site`, private: true, version: '1.0.0' }),
  );
  const { code, output } = await runIn(folder, 'npm', [
    'install',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...packages,
  ]);
  if (code !== 0) return `npm could not install its packages: ${output.slice(-500)}`;
  await writeFile(note, wanted);
  return undefined;
}

const isThere = (provided: string): boolean =>
  path.isAbsolute(provided) ? existsSync(provided) : findProgram(provided) !== undefined;

async function runIn(
  folder: string,
  program: string,
  args: readonly string[],
): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((resolve) => {
    const output: string[] = [];
    const child = spawn(program, args, {
      cwd: folder,
      env: {
        ...process.env,
        PATH: `${path.join(folder, 'node_modules', '.bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
        ASTRO_TELEMETRY_DISABLED: '1',
        CI: '1',
        NODE_ENV: '',
      },
    });
    child.stdout.on('data', (piece: Buffer) => output.push(piece.toString()));
    child.stderr.on('data', (piece: Buffer) => output.push(piece.toString()));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: output.join('') }));
  });
}
