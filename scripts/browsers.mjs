// Finds the browsers that the tests drive, and installs what is missing where that is possible.
// Without dependencies: it runs before the packages are there.
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { run } from './packages.mjs';

/**
 * @typedef {object} Engine
 * @property {string} name as it is called in messages
 * @property {Readonly<Record<string, readonly string[]>>} programs what it needs: the environment
 *   variable that names each program, and the names under which it is looked for
 * @property {readonly string[]} debianPackages
 * @property {boolean} required whether the tests fail without it
 */

/** @satisfies {Readonly<Record<string, Engine>>} */
const engines = {
  chromium: {
    name: 'Chromium',
    programs: {
      PLAYWRIGHT_CHROMIUM: [
        'chromium',
        'chromium-browser',
        'google-chrome',
        'google-chrome-stable',
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      ],
    },
    debianPackages: ['chromium'],
    required: true,
  },
  firefox: {
    name: 'Firefox',
    programs: { PLAYWRIGHT_FIREFOX: ['firefox-esr', 'firefox'] },
    debianPackages: ['firefox-esr'],
    required: false,
  },
  // Playwright's own WebKit is a download of its own; WebKitGTK speaks plain WebDriver.
  webkit: {
    name: 'WebKit',
    programs: { WEBKIT_DRIVER: ['WebKitWebDriver'], XVFB: ['Xvfb'] },
    debianPackages: ['webkit2gtk-driver', 'xvfb'],
    required: false,
  },
};

/**
 * @param {string} name a program's name, or its path
 * @returns {string | undefined} its path
 */
function findProgram(name) {
  const folders = path.isAbsolute(name) ? [''] : (process.env['PATH'] ?? '').split(path.delimiter);
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

/**
 * @param {Engine} engine
 * @returns {Readonly<Record<string, string>> | undefined} the path of each of its programs, by
 *   environment variable
 */
function find({ programs }) {
  const found = Object.entries(programs).flatMap(([variable, names]) => {
    const wanted = process.env[variable];
    const program = (wanted === undefined ? names : [wanted]).map(findProgram).find(Boolean);
    return program === undefined ? [] : [[variable, program]];
  });
  return found.length === Object.keys(programs).length ? Object.fromEntries(found) : undefined;
}

/** @type {Promise<boolean> | undefined} */
let packageListsAreFresh;

/**
 * @param {readonly string[]} packages
 * @returns {Promise<boolean>} whether they are now installed
 */
async function installFromDebian(packages) {
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
  console.log(`Installing ${packages.join(' and ')} (apt-get) …`);
  packageListsAreFresh ??= aptGet('update');
  await packageListsAreFresh;
  return aptGet('install', '--yes', '--no-install-recommends', ...packages);
}

/** Playwright's own build of Chromium, where it has been or can be downloaded. */
async function playwrightsChromium() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  if (!existsSync(file)) {
    console.log('Downloading Playwright’s own Chromium (playwright install) …');
    await run('playwright', ['install', 'chromium']);
  }
  return existsSync(file) ? { PLAYWRIGHT_CHROMIUM: file } : undefined;
}

/**
 * Finds every engine, installing what is missing: Chromium always, the others on CI, where a missing
 * one would go unnoticed.
 *
 * @returns {Promise<{ readonly env: Readonly<Record<string, string>>, readonly missing: readonly { readonly name: string, readonly required: boolean }[] }>}
 *   the environment variables under which the tests find the engines, and the engines that are not
 *   to be had
 */
export async function ensureBrowsers() {
  const isCi = Boolean(process.env['CI']);
  /** @type {Record<string, string>} */
  const env = {};
  const missing = [];
  for (const engine of Object.values(engines)) {
    let found = find(engine);
    if (found === undefined && (engine.required || isCi)) {
      await installFromDebian(engine.debianPackages);
      found = find(engine);
    }
    if (found === undefined && engine === engines.chromium) found = await playwrightsChromium();
    if (found === undefined) {
      missing.push(engine);
      console.log(
        `${engine.name} is not on this machine (Debian: ${engine.debianPackages.join(', ')}).`,
      );
    } else {
      console.log(`${engine.name}: ${Object.values(found).join(', ')}`);
      Object.assign(env, found);
    }
  }
  return { env, missing };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { missing } = await ensureBrowsers();
  process.exitCode = missing.some(({ required }) => required) ? 1 : 0;
}
