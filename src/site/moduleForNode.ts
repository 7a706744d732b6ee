import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { build } from 'vite';

/**
 * Builds a module of ours into one file, runs it in Node and returns what it exports. That takes a third of the time of
 * Vite's own runner, which rewrites each of its four hundred files by itself.
 *
 * @param entry the module's file
 * @param root of the project, in whose `node_modules` the file finds its packages
 */
export async function moduleForNode(
  entry: string,
  root: string,
): Promise<Readonly<Record<string, unknown>>> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: entry,
      write: false,
      minify: false,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const chunks = (Array.isArray(built) ? built : [built])
    .flatMap((each) => ('output' in each ? each.output : []))
    .filter((output) => output.type === 'chunk');
  const [chunk, ...others] = chunks;
  if (chunk === undefined || others.length > 0) {
    throw new Error(`${entry} must become one module, and became ${chunks.length}.`);
  }
  const temporary = path.join(root, 'node_modules/.vite-temp');
  await mkdir(temporary, { recursive: true });
  const folder = await mkdtemp(path.join(temporary, 'site-'));
  try {
    const file = path.join(folder, 'module.mjs');
    await writeFile(file, chunk.code);
    return (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>;
  } finally {
    await rm(folder, { recursive: true });
  }
}
