import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type { OutputBundle, OutputChunk } from 'rolldown';
import type { Plugin } from 'vite';

import type { OfflineFile, OfflineFiles } from '#app/offline/offlineFiles.ts';

import { classicScript } from '../classicScript.ts';
import { offlineAddress, offlineTier } from './offlineTier.ts';

const workerModule = fileURLToPath(new URL('../../app/offline/serviceWorker.ts', import.meta.url));

/**
 * Writes the service worker, with the list of the files that it keeps, once all others stand.
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
      const worker = await classicScript(workerModule, 'sw.js');
      for (const file of worker.files) builtApart.add(file);
      code = worker.code;
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir = 'dist' }, bundle) {
        const files = offlineFilesIn(dir, assetsOfMermaidAlone(bundle));
        writeFileSync(
          path.join(dir, 'sw.js'),
          `const offlineFiles = ${JSON.stringify(files)};\n${code}`,
        );
      },
    },
  };
}

const byPath = (one: OfflineFile, other: OfflineFile): number => (one.path < other.path ? -1 : 1);

function offlineFilesIn(folder: string, openedLater: ReadonlySet<string>): OfflineFiles {
  const found: Record<keyof OfflineFiles, OfflineFile[]> = { core: [], rest: [] };
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file).replaceAll(path.sep, '/');
    const tier = offlineTier(name, openedLater.has(name));
    if (tier === undefined) continue;
    const hash = createHash('sha256').update(readFileSync(file)).digest('base64url').slice(0, 12);
    found[tier].push({ path: offlineAddress(name), hash });
  }
  return { core: found.core.toSorted(byPath), rest: found.rest.toSorted(byPath) };
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
