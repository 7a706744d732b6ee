import { defineConfig, devices } from '@playwright/test';

import { siteBase } from '../scripts/serve.mjs';
import type { Options } from './fixtures.ts';

/**
 * The journeys run against the production build in dist/, served as `npm start` serves it. The
 * browsers are the machine's own: `scripts/browsers.mjs` finds or installs them and names them in
 * these variables; an engine without its variable has no project here and is reported as skipped by
 * `scripts/test.mjs`.
 */
const {
  PLAYWRIGHT_CHROMIUM: chromium,
  PLAYWRIGHT_FIREFOX: firefox,
  WEBKIT_DRIVER: webkit,
  E2E_PORT: port = '4273',
} = process.env;

const noScript = /without-javascript\.spec\.ts$/;
const webkitOnly = /webkit\.spec\.ts$/;
/** Firefox repeats those of these that depend on the engine: the tests with its tag. */
const partly = /\/(embed-(element|views|lab)|hands-on)\.spec\.ts$/;
/** What Firefox repeats: how the guide behaves, not what is the same in every browser. */
const behaviour =
  /\/(starting|journeys|change-answer|values|not-found|operations|embed|embed-hosts|embed-builder|lab|workshop|present|room|offline|own-cards)\.spec\.ts$/;

const inChromium = {
  ...devices['Desktop Chrome'],
  launchOptions: {
    ...(chromium === undefined ? {} : { executablePath: chromium }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
};

// Firefox as distributions ship it, over WebDriver BiDi.
const inFirefox = {
  ...devices['Desktop Firefox'],
  channel: 'moz-firefox',
  launchOptions: firefox === undefined ? {} : { executablePath: firefox },
};

export default defineConfig<Options>({
  testDir: '.',
  outputDir: '../test-results/e2e',
  fullyParallel: true,
  // More than the two cores that CI has: a test waits for a browser most of its time.
  workers: 3,
  // Nothing here is measured: these only end what hangs, on a machine that may be busy.
  timeout: 300_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}${siteBase()}`,
    locale: 'en-GB',
    // Each test would keep the whole site again; offline.spec.ts and plan.spec.ts allow it.
    serviceWorkers: 'block',
  },
  webServer: {
    command: `node scripts/serve.mjs --port ${port}`,
    cwd: '..',
    url: `http://127.0.0.1:${port}${siteBase()}`,
  },
  // The unit tests of the look-alike org and of the runs are Vitest's.
  testMatch: /\.spec\.ts$/,
  projects: [
    { name: 'chromium', use: inChromium, testIgnore: [noScript, webkitOnly] },
    {
      name: 'chromium without JavaScript',
      use: { ...inChromium, javaScriptEnabled: false },
      testMatch: noScript,
    },
    ...(firefox === undefined
      ? []
      : [
          {
            name: 'firefox',
            use: inFirefox,
            testMatch: behaviour,
            // Chromium takes them all: behind every obstacle the same questions come in the same way. A
            // preference for dark pages cannot be set over BiDi.
            grepInvert: /obstacle\.(?!nothing\b).*every walk arrives|diagram follows the theme/,
          },
          { name: 'firefox, parts', use: inFirefox, testMatch: partly, grep: /@engine/ },
          // Firefox ignores javaScriptEnabled over BiDi: there the fixtures stop the scripts on
          // their way.
          {
            name: 'firefox without JavaScript',
            use: { ...inFirefox, stopScripts: true },
            testMatch: noScript,
            // Chromium walks them all: every browser follows a link.
            grepInvert: /every walk arrives by plain links/,
          },
        ]),
    ...(webkit === undefined ? [] : [{ name: 'webkit', testMatch: webkitOnly }]),
  ],
});
