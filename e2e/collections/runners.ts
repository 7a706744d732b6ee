import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { runtimeForNewman } from '#snippets/exchange/signingScript.ts';

import { projectFolder } from '../../scripts/packages.mjs';

// The command-line runners of Postman and Bruno are too big to be installed with the project: newman is 66 MB in 151
// packages, the Postman CLI 237 MB in 2, Bruno's 275 MB in 508. They are installed here when these tests run.

/** A command-line runner, as npm installs it. */
export interface CollectionRunner {
  /** With its version. */
  readonly name: string;
  readonly packages: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, string>>;
  /** Its program, below `node_modules`. */
  readonly program: string;
}

export const newman: CollectionRunner = {
  name: 'newman 6.2.2 with the Postman runtime 7.56.1',
  packages: { newman: '6.2.2' },
  overrides: runtimeForNewman,
  program: 'newman/bin/newman.js',
};

export const newmanAsPublished: CollectionRunner = {
  name: 'newman 6.2.2 as it is published',
  packages: { newman: '6.2.2' },
  program: 'newman/bin/newman.js',
};

export const postmanCli: CollectionRunner = {
  name: 'Postman CLI 1.34.0',
  packages: { 'postman-cli': '1.34.0' },
  program: '.bin/postman',
};

export const brunoCli: CollectionRunner = {
  name: 'Bruno CLI 4.1.0',
  packages: { '@usebruno/cli': '4.1.0' },
  program: '@usebruno/cli/bin/bru.js',
};

const cache = path.join(projectFolder, 'test-cache', 'collections');

/** A runner that is there, or why it is not. */
export type InstalledRunner =
  | { readonly folder: string; readonly program: string }
  | { readonly why: string };

/** Installs a runner, unless it is there from an earlier run. */
export async function installed({
  name,
  packages,
  overrides,
  program,
}: CollectionRunner): Promise<InstalledRunner> {
  const folder = path.join(cache, name.replaceAll(/\W+/g, '-').toLowerCase());
  const found = { folder, program: path.join(folder, 'node_modules', program) };
  const wanted = JSON.stringify({ private: true, dependencies: packages, overrides }, null, 2);
  const note = path.join(folder, 'installed.json');
  if (existsSync(note) && readFileSync(note, 'utf8') === wanted) return found;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), wanted);
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts'];
  const { exitCode, printed } = await run('npm', args, { cwd: folder });
  if (exitCode !== 0 || !existsSync(found.program)) {
    return { why: `npm cannot install it here: ${printed.trim().slice(-400)}` };
  }
  writeFileSync(note, wanted);
  return found;
}

/** What a program printed, and how it ended. */
export interface Finished {
  readonly exitCode: number | null;
  /** Both of its streams. */
  readonly printed: string;
}

/** Runs a program to its end; after two minutes it is stopped. */
export function run(
  program: string,
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      // npm's own settings stay: they may name a registry of the house.
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 600_000,
      killSignal: 'SIGKILL',
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (part: string) => {
        printed += part;
      });
    }
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, printed }));
  });
}

/** The part of Bruno's own library that writes the files of its collections. */
interface BrunoFiles {
  readonly stringifyRequest: (item: unknown, options: { readonly format: 'bru' }) => string;
  readonly stringifyCollection: (
    root: unknown,
    config: unknown,
    options: { readonly format: 'bru' },
  ) => string;
  readonly stringifyEnvironment: (
    environment: unknown,
    options: { readonly format: 'bru' },
  ) => string;
}

/** As much of Bruno's export as is written into a folder. */
interface BrunoExport {
  readonly name: string;
  readonly items: readonly { readonly name: string; readonly type: string }[];
  readonly environments: readonly { readonly name: string }[];
  readonly root: unknown;
}

/** Writes an exported collection into a folder, as the application does when it imports one. */
export function unpackForBruno(runner: { readonly folder: string }, text: string, folder: string) {
  const library = createRequire(path.join(runner.folder, 'node_modules/@usebruno/cli/'));
  const files = library('@usebruno/filestore') as BrunoFiles;
  const { name, items, environments, root } = JSON.parse(text) as BrunoExport;
  const format = { format: 'bru' } as const;
  const config = { version: '1', name, type: 'collection' };
  mkdirSync(path.join(folder, 'environments'), { recursive: true });
  const write = (file: string, content: string): void =>
    writeFileSync(path.join(folder, file), content);
  write('bruno.json', JSON.stringify(config));
  write('collection.bru', files.stringifyCollection(root, config, format));
  for (const environment of environments) {
    write(`environments/${environment.name}.bru`, files.stringifyEnvironment(environment, format));
  }
  for (const item of items) {
    const request = { ...item, type: `${item.type}-request` };
    write(`${item.name}.bru`, files.stringifyRequest(request, format));
  }
}
