// Finds the browsers that the tests drive, and installs what is missing if that is possible.
// Without dependencies: it runs before the packages are there.
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

import { findProgram, installFromDebian } from './debianPackages.mjs';
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
 * @param {Engine} engine
 * @returns {Readonly<Record<string, string>> | undefined} the path of each of its programs, by
 *   environment variable
 */
function find({ programs }) {
  const found = Object.entries(programs).flatMap(([variable, names]) => {
    const wanted = process.env[variable];
    const program = (wanted === undefined ? names : [wanted])
      .map((name) => findProgram(name))
      .find(Boolean);
    return program === undefined ? [] : [[variable, program]];
  });
  return found.length === Object.keys(programs).length ? Object.fromEntries(found) : undefined;
}

/** Playwright's own build of Chromium, if it has been or can be downloaded. */
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
 * Finds every engine, and installs what is missing: Chromium always, the others only on CI, where
 * nobody would notice that one is missing.
 *
 * @returns {Promise<{ readonly env: Readonly<Record<string, string>>, readonly missing: readonly { readonly name: string, readonly required: boolean }[] }>}
 * the environment variables under which the tests find the engines, and the engines that are not
 * available
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
