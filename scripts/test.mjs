// `npm test`: everything that CI checks, starting from an empty machine. With names of suites (`npm
// test -- lint unit`), only those.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';

import { ensureBrowsers } from './browsers.mjs';
import { ensurePackages, projectFolder, run } from './packages.mjs';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {number} [retried] how many of the passed ones passed only on their second try
 */

const reports = path.join(projectFolder, 'test-results');

/** No suite takes this long, even on a busy machine: one that hangs fails by name, and the others still run. */
const minutesOfSuite = 40;

/** The same for the journeys in three browsers. */
const minutesOfJourneys = 60;

/**
 * A suite without tests of its own is one check.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<Counts>}
 */
async function check(program, args) {
  const passed = (await run(program, args, {}, minutesOfSuite)) === 0;
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

/**
 * Runs a test runner that leaves a report, and reads the counts from it. A run that failed without a
 * failed test (a file that does not load, a runner that stops) is one failure.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} env
 * @param {string} report file name
 * @param {(report: any) => Counts} count
 * @param {number} [minutes] after which it is ended
 * @returns {Promise<Counts>}
 */
async function runTests(program, args, env, report, count, minutes = minutesOfSuite) {
  const file = path.join(reports, report);
  await rm(file, { force: true });
  const code = await run(program, args, env, minutes);
  try {
    const counts = count(JSON.parse(await readFile(file, 'utf8')));
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch {
    console.error(`${program} left no readable report.`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

async function endToEnd() {
  if (!existsSync(path.join(projectFolder, 'dist', 'index.html'))) {
    console.error('There is no build in dist/ to test.');
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const { env, missing } = await ensureBrowsers();
  for (const { name, required } of missing) {
    console.log(`${required ? 'FAILED' : 'SKIPPED'}: every journey in ${name}, which is missing.`);
  }
  const counts = await runTests(
    'playwright',
    ['test', '--config', 'e2e'],
    { ...env, E2E_PORT: String(await freePort()) },
    'e2e.json',
    ({ stats, errors }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
      skipped: stats.skipped,
      retried: stats.flaky,
    }),
    minutesOfJourneys,
  );
  return {
    ...counts,
    failed: counts.failed + missing.filter(({ required }) => required).length,
    skipped: counts.skipped + missing.filter(({ required }) => !required).length,
  };
}

/** @type {Readonly<Record<string, () => Promise<Counts>>>} */
const suites = {
  format: () => check('oxfmt', ['--check', '.']),
  lint: () => check('oxlint', ['--type-aware']),
  types: () => check('tsc', ['--build']),
  // Before the unit tests, some of which run commands with what this installs.
  snippets: () =>
    runTests(
      'tsx',
      ['e2e/execution/run.ts'],
      {},
      'snippets.json',
      ({ passed, failed, skipped }) => ({ passed, failed, skipped }),
    ),
  unit: () =>
    runTests(
      'vitest',
      ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reports}/unit.json`],
      {},
      'unit.json',
      ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) => ({
        passed: numPassedTests,
        failed: numFailedTests,
        skipped: numPendingTests + numTodoTests,
      }),
    ),
  org: () => check('tsx', ['e2e/orgJudge/run.ts']),
  build: () => check('vite', ['build', '--logLevel', 'warn']),
  size: () => check('tsx', ['scripts/size.ts']),
  licences: () => check('tsx', ['scripts/licences.ts']),
  reproducible: () => check('tsx', ['scripts/reproducible.ts', 'dist']),
  e2e: endToEnd,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in suites));
if (unknown.length > 0) {
  console.error(
    `There is no suite "${unknown.join('", "')}". The suites are: ${Object.keys(suites).join(', ')}.`,
  );
  process.exit(2);
}

const chosen = Object.entries(suites).filter(
  ([name]) => wanted.length === 0 || wanted.includes(name),
);
const total = { passed: 0, failed: 0, skipped: 0 };
console.log(
  `To run: ${chosen.map(([name]) => name).join(', ')}.${wanted.length === 0 ? ' All suites together take about an hour on two cores.' : ''}`,
);
if (await ensurePackages()) {
  await mkdir(reports, { recursive: true });
  const lines = [];
  for (const [index, [name, suite]] of chosen.entries()) {
    console.log(`\n== ${name} (${index + 1} of ${chosen.length})`);
    const started = performance.now();
    const { passed, failed, skipped, retried = 0 } = await suite();
    const seconds = Math.round((performance.now() - started) / 1000);
    console.log(`${failed > 0 ? 'FAILED' : 'ok'} after ${seconds} s`);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    lines.push(
      `${failed > 0 ? 'FAILED' : 'ok    '}  ${name}: ${passed} of ${passed + failed}${skipped > 0 ? `, ${skipped} skipped` : ''}${retried > 0 ? `, ${retried} only on the second try` : ''}`,
    );
  }
  console.log(`\n${lines.join('\n')}\n`);
} else {
  total.failed = 1;
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
