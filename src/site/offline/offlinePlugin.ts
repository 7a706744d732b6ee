import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type { OutputBundle, OutputChunk } from 'rolldown';
import type { Plugin } from 'vite';

import {
  contentHash,
  type OfflineFile,
  type OfflineFiles,
  type OfflineTier,
} from '#app/offline/offlineFiles.ts';

import { classicScript } from '../singleScript.ts';
import { offlineAddress, offlineTier, workerFiles } from './offlineTier.ts';

const moduleOf = (name: string): string =>
  fileURLToPath(new URL(`../../app/offline/${name}`, import.meta.url));

/**
 * Writes the service worker, with the list of the files that it keeps, once all others exist; and
 * beside it the file that switches it off.
 *
 * @param builtApart takes the files that the worker is built from
 */
export function offlinePlugin(builtApart: Set<string>): Plugin {
  let code = '';
  return {
    name: 'offline',
    apply: 'build',
    enforce: 'post',
    async generateBundle() {
      const worker = await classicScript(moduleOf('serviceWorker.ts'), workerFiles.worker);
      const off = await classicScript(moduleOf('switchedOffWorker.ts'), workerFiles.switchedOff);
      for (const file of [...worker.files, ...off.files]) builtApart.add(file);
      code = worker.code;
      this.emitFile({ type: 'asset', fileName: off.fileName, source: off.code });
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir = 'dist' }, bundle) {
        const files = await offlineFilesIn(dir, assetsOfMermaidAlone(bundle));
        writeFileSync(
          path.join(dir, workerFiles.worker),
          `const offlineFiles = ${JSON.stringify(files)};\n${code}`,
        );
      },
    },
  };
}

const byPath = (one: OfflineFile, other: OfflineFile): number => (one.path < other.path ? -1 : 1);

async function offlineFilesIn(
  folder: string,
  openedLater: ReadonlySet<string>,
): Promise<OfflineFiles> {
  const found: Record<OfflineTier, OfflineFile[]> = { core: [], rest: [], opened: [] };
  let bytes = 0;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file).replaceAll(path.sep, '/');
    const tier = offlineTier(name, openedLater.has(name));
    if (tier === undefined) continue;
    // One file at a time is in memory.
    const content = readFileSync(file);
    if (tier !== 'opened') bytes += content.length;
    // oxlint-disable-next-line no-await-in-loop -- the same
    const hash = await contentHash(content);
    found[tier].push({ path: offlineAddress(name), hash });
  }
  return {
    bytes,
    core: found.core.toSorted(byPath),
    rest: found.rest.toSorted(byPath),
    opened: found.opened.toSorted(byPath),
  };
}

/** Chunks that nothing but the Mermaid frame loads, at once or later. */
function assetsOfMermaidAlone(bundle: OutputBundle): ReadonlySet<string> {
  const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
  const others = reachable(
    chunks.filter(({ isEntry, name }) => isEntry && name !== 'mermaidFrame'),
    bundle,
  );
  return new Set(chunks.map(({ fileName }) => fileName).filter((name) => !others.has(name)));
}

function reachable(from: readonly OutputChunk[], bundle: OutputBundle): ReadonlySet<string> {
  const found = new Set(from.map(({ fileName }) => fileName));
  for (const name of found) {
    const chunk = bundle[name];
    if (chunk?.type !== 'chunk') continue;
    for (const each of [...chunk.imports, ...chunk.dynamicImports]) found.add(each);
  }
  return found;
}
