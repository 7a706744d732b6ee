// Plain JavaScript without dependencies: this runs before the packages are there.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's top folder. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

const oldestNode = [20, 19];

/**
 * Runs a program in the project's top folder, and shows its output as it comes. Programs of
 * `node_modules` are found by name.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [env] added to this process's own
 * @param {number} [minutes] a program that has not ended by then is stopped, and a message names it
 * @returns {Promise<number>} the exit code; 127 when the program cannot be started
 */
export function run(program, args, env = {}, minutes = Infinity) {
  const ownPrograms = path.join(projectFolder, 'node_modules', '.bin');
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: projectFolder,
      stdio: 'inherit',
      // On Windows npm's programs are .cmd files, which only a shell starts.
      shell: process.platform === 'win32',
      env: {
        ...process.env,
        ...env,
        PATH: `${ownPrograms}${path.delimiter}${process.env['PATH'] ?? ''}`,
      },
    });
    const limit =
      minutes === Infinity
        ? undefined
        : setTimeout(() => {
            console.error(`${program} did not end within ${minutes} minutes, so it was stopped.`);
            child.kill('SIGKILL');
          }, minutes * 60_000);
    child.on('error', (error) => {
      console.error(`${program} could not be started: ${error.message}`);
      clearTimeout(limit);
      resolve(127);
    });
    child.on('close', (code) => {
      clearTimeout(limit);
      resolve(code ?? 1);
    });
  });
}

/**
 * @typedef {{ readonly version?: string, readonly optional?: boolean, readonly devOptional?: boolean }} LockedPackage
 */

/**
 * @param {string} file a lock file, ours or the one that npm leaves in `node_modules`
 * @returns {Promise<Readonly<Record<string, LockedPackage>> | undefined>}
 */
async function readLock(file) {
  try {
    return JSON.parse(await readFile(path.join(projectFolder, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Says whether `node_modules` contains what the lock file asks for. Packages of another platform are
 * optional and may be absent.
 */
async function packagesAreInstalled() {
  const wanted = await readLock('package-lock.json');
  const found = await readLock('node_modules/.package-lock.json');
  if (wanted === undefined || found === undefined) return false;
  return Object.entries(wanted).every(
    ([name, { version, optional, devOptional }]) =>
      name === '' ||
      found[name]?.version === version ||
      (found[name] === undefined && (optional === true || devOptional === true)),
  );
}

/**
 * Installs the packages of the lock file when they are missing or not the ones it names.
 *
 * @returns {Promise<boolean>} false, after saying why, when they cannot be installed
 */
export async function ensurePackages() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    console.error(
      `This is Node ${process.versions.node}; the project needs ${oldestNode.join('.')} or newer. Install a newer Node and run the command again.`,
    );
    return false;
  }
  if (await packagesAreInstalled()) {
    console.log('The packages of package-lock.json are installed.');
    return true;
  }
  console.log('Installing the packages of package-lock.json (npm ci) …');
  // Of the warnings, npm's notes on the engines that packages require are about versions of Node that
  // the tests run on all the same. Errors are shown.
  const code = await run('npm', [
    'ci',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (code !== 0) console.error(`npm ci failed with exit code ${code}; see its output above.`);
  return code === 0;
}
