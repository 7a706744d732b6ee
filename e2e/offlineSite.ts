import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { contentHash, type OfflineFiles } from '#app/offline/offlineFiles.ts';

import { projectFolder } from '../scripts/packages.mjs';
import { type Server, siteBase, startServer } from '../scripts/serve.mjs';
import { expect, test as base } from './fixtures.ts';

/** A server of its own for each test: once it is closed, there is no network. */
export const test = base.extend<{
  readonly server: Server;
  /** Serves another folder at the address of the server, which is closed first. */
  readonly deploy: (folder: string) => Promise<void>;
}>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what is used from it
  server: async ({}, use) => {
    const server = await startServer({ base: siteBase() });
    await use(server);
    await server.close();
  },
  deploy: async ({ server }, use) => {
    const started: Server[] = [];
    await use(async (folder) => {
      await server.close();
      const port = Number(new URL(server.url).port);
      started.push(await startServer({ base: siteBase(), folder, port }));
    });
    for (const each of started) await each.close();
  },
  baseURL: async ({ server }, use) => use(server.url),
});

const dist = path.join(projectFolder, 'dist');

/**
 * A copy of the build with some files of its own, in a folder that is deleted afterwards.
 *
 * @param change says what to write, by its path in the site; `undefined` deletes
 */
export async function changedBuild(
  change: (read: (file: string) => string) => Promise<Readonly<Record<string, string | undefined>>>,
  use: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'build-'));
  try {
    for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
      const from = path.join(entry.parentPath, entry.name);
      const to = path.join(folder, path.relative(dist, from));
      if (entry.isDirectory()) mkdirSync(to, { recursive: true });
      else {
        mkdirSync(path.dirname(to), { recursive: true });
        linkSync(from, to);
      }
    }
    const changes = await change((file) => readFileSync(path.join(dist, file), 'utf8'));
    for (const [file, content] of Object.entries(changes)) {
      // The link, not the build's own file.
      rmSync(path.join(folder, file), { force: true });
      if (content !== undefined) writeFileSync(path.join(folder, file), content);
    }
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the next version changes: the first page starts with a script of another name. */
export async function nextVersion(
  read: (file: string) => string,
): Promise<Readonly<Record<string, string | undefined>>> {
  const page = read('index.html');
  const [, script = ''] = /(assets\/site-[^"]*\.js)/.exec(page) ?? [];
  const nextScript = script.replace('.js', '-next.js');
  const nextPage = page.replaceAll(script, nextScript);
  const worker = read('sw.js');
  const files = listIn(worker);
  const hash = await contentHash(new TextEncoder().encode(nextPage));
  const nextFiles: OfflineFiles = {
    ...files,
    core: files.core.map((file) => {
      if (file.path === '') return { path: '', hash };
      return file.path === script ? { path: nextScript, hash: file.hash } : file;
    }),
  };
  return {
    'index.html': nextPage,
    [script]: undefined,
    [nextScript]: read(script),
    'sw.js': worker.replace(/^const offlineFiles = .*;$/m, () => listOf(nextFiles)),
  };
}

/** What a host changes that switches the service worker off. */
export const switchedOff = async (read: (file: string) => string) => ({
  'sw.js': read('sw-off.js'),
});

export const keptWords = /^Kept on this device, [\d.]+ MB/;

const listOf = (files: OfflineFiles): string => `const offlineFiles = ${JSON.stringify(files)};`;

function listIn(worker: string): OfflineFiles {
  const [, list = '{}'] = /^const offlineFiles = (.*);$/m.exec(worker) ?? [];
  return JSON.parse(list) as OfflineFiles;
}

/** How many files are kept on the device. */
export const keptCount = async (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().filter(({ url }) => url.includes('?kept=')).length;
  });

/** Has the site kept on the device, as a person does at the foot of a page. */
export async function keep(page: Page, site: URL): Promise<void> {
  await page.getByRole('button', { name: 'Keep the guide on this device' }).click();
  await kept(page, site);
}

/** Waits until everything that the service worker keeps is on the device. */
export async function kept(page: Page, site: URL): Promise<void> {
  const worker = await (await page.request.get(new URL('sw.js', site).href)).text();
  const { core, rest } = listIn(worker);
  await expect
    .poll(async () => keptCount(page), { timeout: 120_000 })
    .toBe(core.length + rest.length);
}
