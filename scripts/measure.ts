// `npm run measure`: the numbers that the build in dist/ must keep, in a browser. Times are
// simulated by Lighthouse for a slow phone, and shown beside those of the same page without script, in
// the same run. `-- 5` has each page measured five times (usually three); the medians are shown.
import { existsSync } from 'node:fs';
import path from 'node:path';

import { type Browser, chromium } from '@playwright/test';

import { ensureBrowsers } from './browsers.mjs';
import { firstVisit } from './measure/firstVisit.ts';
import { lighthouse, type LighthouseRun } from './measure/lighthouse.ts';
import { pageFacts } from './measure/pageFacts.ts';
import { withScriptlessCopy } from './measure/withoutScript.ts';
import { projectFolder } from './packages.mjs';
import { siteBase, startServer } from './serve.mjs';

const build = path.join(projectFolder, 'dist');

const result = 'guide/oauth-yes/audience-ownOrg/';
const pages = {
  'first question': '',
  result,
  operations: 'operations/',
  workshop: 'workshop/',
  embed: 'embed/',
};

const windows = [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
];

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const table = (heading: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(heading), line(heading.map(() => '---')), ...rows.map(line)].join('\n');

/** A page in the same words with and without its scripts, one after the other, several times. */
async function beside(
  address: string,
  scriptless: string,
  times: number,
  browserPath: string,
): Promise<{
  readonly runs: readonly LighthouseRun[];
  readonly without: readonly LighthouseRun[];
}> {
  const runs: LighthouseRun[] = [];
  const without: LighthouseRun[] = [];
  for (let time = 0; time < times; time += 1) {
    // oxlint-disable-next-line no-await-in-loop -- two browsers at once would slow each other down
    runs.push(await lighthouse(address, browserPath));
    // oxlint-disable-next-line no-await-in-loop -- the same
    without.push(await lighthouse(scriptless, browserPath));
  }
  return { runs, without };
}

async function lighthouseTable(times: number, browserPath: string): Promise<string> {
  return withScriptlessCopy(build, async (folder) => {
    const base = siteBase();
    const [site, scriptless] = [await startServer({ base }), await startServer({ base, folder })];
    try {
      const rows: string[][] = [];
      for (const [name, page] of Object.entries(pages)) {
        console.error(`Lighthouse: ${name} …`);
        // oxlint-disable-next-line no-await-in-loop -- one page at a time
        const { runs, without } = await beside(
          new URL(page, site.url).href,
          new URL(page, scriptless.url).href,
          times,
          browserPath,
        );
        const paint = median(runs.map(({ largestPaint }) => largestPaint));
        const bare = median(without.map(({ largestPaint }) => largestPaint));
        const scores = [0, 1, 2, 3].map((at) =>
          median(runs.map(({ scores: all }) => all[at] ?? 0)),
        );
        rows.push([
          name,
          scores.join(' / '),
          String(Math.max(...runs.map(({ layoutShift }) => layoutShift))),
          `${Math.round(median(runs.map(({ blocked }) => blocked)))} ms`,
          `${Math.round(paint)} ms`,
          `${Math.round(bare)} ms`,
          (paint / bare).toFixed(2),
        ]);
        for (const title of new Set(runs.flatMap(({ failed }) => failed))) {
          console.error(`  not passed: ${title}`);
        }
      }
      return table(
        [
          'page',
          'performance / accessibility / best practices / SEO',
          'layout shift',
          'blocked',
          'largest contentful paint',
          'without script',
          'ratio',
        ],
        rows,
      );
    } finally {
      await Promise.all([site.close(), scriptless.close()]);
    }
  });
}

async function factsTable(browser: Browser, site: string): Promise<string> {
  const rows: string[][] = [];
  for (const size of windows) {
    // oxlint-disable-next-line no-await-in-loop -- one page at a time
    const facts = await pageFacts(browser, new URL(result, site).href, size);
    const { height, copyButtonAt, focusable, marks } = facts;
    rows.push([
      `${size.width} × ${size.height}`,
      `${height} px`,
      (height / size.height).toFixed(1),
      copyButtonAt === undefined ? 'none' : `${copyButtonAt} px`,
      String(focusable),
      `${marks.inFirstScreen} of ${marks.inAll}`,
    ]);
  }
  return table(
    [
      'a result in a window of',
      'height',
      'screens',
      'copy button ends at',
      'focusable',
      'source marks in the first screen',
    ],
    rows,
  );
}

async function visitTable(browser: Browser, port: number): Promise<string> {
  const rows: string[][] = [];
  for (const [name, page] of Object.entries({ 'first question': '', result })) {
    // oxlint-disable-next-line no-await-in-loop -- one page at a time
    const { requests, bytes } = await firstVisit(browser, { port, path: `${siteBase()}${page}` });
    rows.push([name, String(requests), `${Math.round(bytes / 1000)} kB`]);
  }
  return table(['first visit', 'requests', 'on the wire'], rows);
}

const times = Number(process.argv[2] ?? '3');
if (!Number.isInteger(times) || times < 1) {
  console.error('Usage: npm run measure [-- TIMES], for example: npm run measure -- 5');
  process.exit(2);
}
if (!existsSync(path.join(build, 'index.html'))) {
  console.error('There is no build in dist/ to measure. Make one: npm run build');
  process.exit(2);
}
const { env } = await ensureBrowsers();
const { PLAYWRIGHT_CHROMIUM: browserPath = '' } = env;
const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
const site = await startServer({ base: siteBase() });
try {
  console.log(`\n${await visitTable(browser, Number(new URL(site.url).port))}`);
  console.log(`\n${await factsTable(browser, site.url)}`);
} finally {
  await browser.close();
  await site.close();
}
console.log(`\n${await lighthouseTable(times, browserPath)}`);
