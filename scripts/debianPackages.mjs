// Programs on this machine, and Debian's packages for those that are missing. Without dependencies: it runs
// before the packages of Node.js are there.
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

import { run } from './packages.mjs';

/**
 * Finds a program.
 *
 * @param {string} name a program's name, or its path
 * @param {string} [searchPath] the folders to look in, as in PATH
 * @returns {string | undefined} its path
 */
export function findProgram(name, searchPath = process.env['PATH'] ?? '') {
  const folders = path.isAbsolute(name) ? [''] : searchPath.split(path.delimiter);
  return folders
    .map((folder) => path.join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** @type {Promise<boolean> | undefined} */
let packageListsAreFresh;

/**
 * Installs Debian packages, as root or with sudo if it asks for no password; packages that are
 * installed keep their version.
 *
 * @param {readonly string[]} packages
 * @returns {Promise<boolean>} whether they are now installed
 */
export async function installFromDebian(packages) {
  if (findProgram('apt-get') === undefined) return false;
  const isRoot = process.getuid?.() === 0;
  const mayBecomeRoot =
    isRoot ||
    (findProgram('sudo') !== undefined && (await run('sudo', ['--non-interactive', 'true'])) === 0);
  if (!mayBecomeRoot) return false;
  const aptGet = async (/** @type {string[]} */ ...args) => {
    const command = [
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-qq',
      '-o=Dpkg::Use-Pty=0',
      ...args,
    ];
    const [program = '', ...rest] = isRoot ? command : ['sudo', '--non-interactive', ...command];
    return (await run(program, rest)) === 0;
  };
  console.log(`Installing ${packages.join(', ')} (apt-get) …`);
  packageListsAreFresh ??= aptGet('update');
  await packageListsAreFresh;
  return aptGet('install', '--yes', '--no-install-recommends', '--no-upgrade', ...packages);
}
