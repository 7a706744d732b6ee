import { copyFile, stat } from 'node:fs/promises';
import path from 'node:path';

import { withFreshBuild } from './freshBuild.ts';

/**
 * The body of a command that takes one file out of a new build. Its only argument is where the file
 * goes, relative to the folder in which the person runs it.
 *
 * @param command for example `workshop-file`
 * @param taken the file's path in the build
 * @param usualName where the file goes without an argument
 * @param remark what the person may do with it
 */
export async function fileOfBuild(
  command: string,
  taken: string,
  usualName: string,
  remark: string,
): Promise<void> {
  const [name = usualName, ...others] = process.argv.slice(2);
  if (others.length > 0 || name.startsWith('-')) {
    console.error(
      `Usage: npm run ${command} [-- FILE], for example: npm run ${command} -- stick/${usualName}`,
    );
    process.exitCode = 2;
    return;
  }
  const file = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), name);
  try {
    await withFreshBuild((folder) => copyFile(path.join(folder, taken), file));
    const { size } = await stat(file);
    console.log(`${file} (${Math.round(size / 1000)} kB): ${remark}`);
  } catch (error) {
    console.error(
      `${file} could not be written: ${error instanceof Error ? error.message : String(error)}`,
    );
    process.exitCode = 1;
  }
}
