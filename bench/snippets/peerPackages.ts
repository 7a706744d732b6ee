import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const folder = import.meta.dirname;

/** The packages that are compared, with their exact versions. */
export function peerVersions(): Readonly<Record<string, string>> {
  return textsIn(propertyOf(readJson('package.json'), 'dependencies'));
}

/**
 * Installs the packages of this folder's lock file when they are missing or not the ones it names. No install
 * script of theirs runs: one of them would fetch the tools of languages that are not compared here.
 *
 * @throws Error when npm fails; its own words are on stderr
 */
export function ensurePeerPackages(): void {
  if (packagesAreInstalled()) return;
  console.error('Installing the packages of bench/snippets/package-lock.json (npm ci) …');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ci failed with exit code ${status} in bench/snippets.`);
}

function packagesAreInstalled(): boolean {
  const wanted = lockedVersions('package-lock.json');
  const found = lockedVersions('node_modules/.package-lock.json');
  return (
    wanted !== undefined &&
    found !== undefined &&
    Object.entries(wanted).every(([name, version]) => name === '' || found[name] === version)
  );
}

function lockedVersions(file: string): Readonly<Record<string, string>> | undefined {
  try {
    const packages = propertyOf(readJson(file), 'packages');
    if (typeof packages !== 'object' || packages === null) return undefined;
    return Object.fromEntries(
      Object.entries(packages).map(([name, entry]) => [name, String(propertyOf(entry, 'version'))]),
    );
  } catch {
    return undefined;
  }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
}

function textsIn(given: unknown): Readonly<Record<string, string>> {
  if (typeof given !== 'object' || given === null) return {};
  return Object.fromEntries(
    Object.entries(given).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

/** A property of what another package or a file gave; undefined when there is none. */
export function propertyOf(given: unknown, name: string): unknown {
  return (typeof given === 'object' || typeof given === 'function') && given !== null
    ? (given as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
