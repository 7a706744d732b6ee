// `npm run embed:release -- <version>`: builds the host's loader as one file below public/embed/,
// and prints its size and its hash for src/embed/releases.ts. A version that exists stays as it is.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { build } from 'vite';

import { projectFolder } from './packages.mjs';

/** In bytes, compressed: what a host pays for the element. */
const most = 2048;

const [version = ''] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+$/.test(version)) {
  throw new Error(`Give the version of the release, for example 1.0.1; "${version}" is none.`);
}
const folder = path.join(projectFolder, 'public', 'embed', version);
if (existsSync(path.join(folder, 'embed.js'))) {
  throw new Error(`Version ${version} is published and never changes. Give the next one.`);
}

const built = await build({
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: {
    write: false,
    modulePreload: false,
    rolldownOptions: {
      input: path.join(projectFolder, 'src/embed/loader.ts'),
      output: { format: 'iife', entryFileNames: 'embed.js' },
    },
  },
});
const [script] = (Array.isArray(built) ? built : [built]).flatMap((each) =>
  'output' in each ? each.output : [],
);
if (script?.type !== 'chunk') throw new Error('The build made no script.');
const size = gzipSync(script.code, { level: 9 }).length;
if (size > most) throw new Error(`The loader has ${size} bytes compressed; ${most} are allowed.`);
await mkdir(folder, { recursive: true });
await writeFile(path.join(folder, 'embed.js'), script.code);
const hash = createHash('sha384').update(script.code).digest('base64');
await writeFile(path.join(folder, 'embed.js.sri'), `sha384-${hash}\n`);
console.log(`embed/${version}/embed.js: ${size} bytes compressed, integrity sha384-${hash}`);
