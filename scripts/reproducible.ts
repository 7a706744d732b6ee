// `npm run reproducible`: builds the site twice and compares the two byte for byte. With `-- dist`,
// it builds once and compares with dist/. The second build runs in another time zone and another
// language, so that neither can slip into a file.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { withFreshBuild } from './freshBuild.ts';
import { projectFolder } from './packages.mjs';

const elsewhere = { TZ: 'Pacific/Apia', LC_ALL: 'lt_LT.UTF-8', LANG: 'lt_LT.UTF-8' };

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .toSorted();
}

/** Files that only one of two folders has, or whose bytes differ, each with a word why. */
async function differences(one: string, other: string): Promise<readonly string[]> {
  const [here, there] = [await filesIn(one), await filesIn(other)];
  const found = [
    ...here.filter((file) => !there.includes(file)).map((file) => `${file}: only in the first`),
    ...there.filter((file) => !here.includes(file)).map((file) => `${file}: only in the second`),
  ];
  for (const file of here.filter((each) => there.includes(each))) {
    const [first, second] = [
      await readFile(path.join(one, file)),
      await readFile(path.join(other, file)),
    ];
    if (!first.equals(second)) {
      const at = first.findIndex((byte, index) => byte !== second[index]);
      found.push(`${file}: differs from byte ${at < 0 ? first.length : at} on`);
    }
  }
  console.log(`${here.length} files compared, ${found.length} differ`);
  return found;
}

const [first, ...others] = process.argv.slice(2);
if (others.length > 0) {
  console.error('Usage: npm run reproducible [-- FOLDER], where FOLDER contains a build.');
  process.exit(2);
}
const compareWithSecond = (folder: string): Promise<readonly string[]> =>
  withFreshBuild((second) => differences(folder, second), elsewhere);
const found = await (first === undefined
  ? withFreshBuild(compareWithSecond)
  : compareWithSecond(path.resolve(projectFolder, first)));
for (const each of found) console.error(`NOT THE SAME: ${each}`);
if (found.length > 0) process.exitCode = 1;
