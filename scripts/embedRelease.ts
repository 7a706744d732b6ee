// `npm run embed:release -- <version>`: builds the host's loader below public/embed/, as a script and
// as a module, puts its types beside it, and prints sizes and the hash for src/embed/releases.ts. A
// version that is in that list is published and stays as it is.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { releases } from '#embed/releases.ts';
import { classicScript, moduleScript, type SingleScript } from '#site/singleScript.ts';

import { projectFolder } from './packages.mjs';

/** In bytes, compressed: what a host pays for the element. */
const most = 2560;

const [version = ''] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+$/.test(version)) {
  throw new Error(
    `Give the version of the release, for example 1.0.1; "${version}" is not a version.`,
  );
}
const source = path.join(projectFolder, 'src', 'embed');
const folder = path.join(projectFolder, 'public', 'embed', version);
if (releases.some((release) => release.version === version)) {
  throw new Error(`Version ${version} is published and never changes. Give the next one.`);
}
await mkdir(folder, { recursive: true });

/** Writes a form of the loader and prints its size. */
async function publish({ fileName, code, files }: SingleScript): Promise<void> {
  const foreign = files.find((file) => file.includes('node_modules'));
  if (foreign !== undefined) {
    throw new Error(
      `${foreign} would go into the loader, and so into other people's pages, without its licence.`,
    );
  }
  const size = gzipSync(code, { level: 9 }).length;
  if (size > most)
    throw new Error(`${fileName} has ${size} bytes compressed; ${most} are allowed.`);
  await writeFile(path.join(folder, fileName), code);
  console.log(`embed/${version}/${fileName}: ${size} bytes compressed`);
}

const script = await classicScript(path.join(source, 'loaderScript.ts'), 'embed.js');
await publish(script);
await publish(await moduleScript(path.join(source, 'loaderModule.ts'), 'embed.mjs'));
for (const types of ['embed.d.ts', 'react.d.ts', 'vue.d.ts']) {
  await copyFile(path.join(source, 'elementTypes', types), path.join(folder, types));
}
const hash = createHash('sha384').update(script.code).digest('base64');
await writeFile(path.join(folder, 'embed.js.sri'), `sha384-${hash}\n`);
console.log(`integrity of embed.js: sha384-${hash}`);
