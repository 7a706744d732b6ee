// `npm run workshop-file [-- FILE]`: the whole workshop as one HTML file that opens by double click,
// without a server and without a network. It is the site's own `take-along/workshop.html`, built anew;
// FILE (default `workshop.html`) is where it goes, seen from where one stands. With SITE_URL set, its
// links lead to that site.
import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { build } from 'vite';

import { projectFolder } from './packages.mjs';
import { workshopFilePath } from '#workshop/file/workshopFilePath.ts';

const [name = 'workshop.html', ...others] = process.argv.slice(2);
if (others.length > 0 || name.startsWith('-')) {
  console.error(
    'Usage: npm run workshop-file [-- FILE], for example: npm run workshop-file -- stick/workshop.html',
  );
  process.exit(2);
}
const file = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), name);
const folder = await mkdtemp(path.join(tmpdir(), 'workshop-file-'));
try {
  await build({
    root: projectFolder,
    configFile: path.join(projectFolder, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  });
  await copyFile(path.join(folder, workshopFilePath), file);
  const { size } = await stat(file);
  console.log(`${file} (${Math.round(size / 1000)} kB): open it with a double click.`);
} catch (error) {
  console.error(
    `${file} could not be written: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
