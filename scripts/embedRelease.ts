// `npm run embed:release -- <version>`: builds the host's loader as one file below public/embed/,
// and prints its size and its hash for src/embed/releases.ts. A version that exists stays as it is.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { classicScript } from '#site/classicScript.ts';

import { projectFolder } from './packages.mjs';

/** In bytes, compressed: what a host pays for the element. */
const most = 2048;

const [version = ''] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+$/.test(version)) {
  throw new Error(`Give the version of the release, for example 1.0.1; "${version}" is none.`);
}
const source = path.join(projectFolder, 'src', 'embed');
const folder = path.join(projectFolder, 'public', 'embed', version);
if (existsSync(path.join(folder, 'embed.js'))) {
  throw new Error(`Version ${version} is published and never changes. Give the next one.`);
}

const { code, files } = await classicScript(path.join(source, 'loader.ts'), 'embed.js');
const foreign = files.find((file) => file.includes('node_modules'));
if (foreign !== undefined) {
  throw new Error(
    `${foreign} would go into the loader, which stands in other people's pages without its licence.`,
  );
}
const size = gzipSync(code, { level: 9 }).length;
if (size > most) throw new Error(`The loader has ${size} bytes compressed; ${most} are allowed.`);
await mkdir(folder, { recursive: true });
await writeFile(path.join(folder, 'embed.js'), code);
await copyFile(path.join(source, 'oktaAuthGuideElement.d.ts'), path.join(folder, 'embed.d.ts'));
const hash = createHash('sha384').update(code).digest('base64');
await writeFile(path.join(folder, 'embed.js.sri'), `sha384-${hash}\n`);
console.log(`embed/${version}/embed.js: ${size} bytes compressed, integrity sha384-${hash}`);
