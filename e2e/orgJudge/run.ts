// `npm run test:org`: compares the model of an org (src/org) with the look-alike org, a certified OAuth server that is
// set to Okta's rules: with the requests of the look-alike's tests, and with random ones. Prints how many responses
// were equal. Exit codes: 0 when no response differs, 1 when one does.
// `--walks N` sets the number of random walks, `FAST_CHECK_SEED` another start (`random` for a new one).
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import * as fc from 'fast-check';

import { projectFolder, run } from '../../scripts/packages.mjs';
import { knownDifferences } from './comparison.ts';
import { installFixedClock } from './fixedClock.ts';
import { countsVariable, type HistoryVerdict } from './judgedHistory.ts';
import { walks } from './steps.ts';
import { type Tally, walk, walkKeys } from './walk.ts';

const usualWalks = 150;
const leastRequests = 5000;
const reports = path.join(projectFolder, 'test-results');

type Known = keyof typeof knownDifferences;

interface Total {
  readonly equal: number;
  readonly different: number;
  readonly known: Readonly<Partial<Record<Known, number>>>;
}

/** The requests of the look-alike's own tests. */
async function ofTests(): Promise<Total> {
  const file = path.join(reports, 'org-judge.jsonl');
  rmSync(file, { force: true });
  const tests = ['tokenEndpoint', 'apiSide', 'org'].map((name) => `e2e/lookalike/${name}.test.ts`);
  const code = await run('vitest', ['run', '--reporter=dot', ...tests], { [countsVariable]: file });
  const verdicts = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as HistoryVerdict);
  const different = verdicts.flatMap((verdict) => verdict.different);
  return {
    equal: verdicts.reduce((sum, { equal }) => sum + equal, 0),
    // A test that fails for another reason is a difference too: nobody knows what it would have sent.
    different: Math.max(different.length, code === 0 ? 0 : 1),
    known: verdicts.map(({ known }) => known).reduce(added, {}),
  };
}

/** Random requests. */
async function ofWalks(numRuns: number): Promise<Total> {
  const { FAST_CHECK_SEED: seed = '2023' } = process.env;
  const keys = await walkKeys();
  const tally: Tally = { equal: 0, known: {}, answers: new Map() };
  const clock = installFixedClock(Date.now());
  try {
    const result = await fc.check(
      fc.asyncProperty(walks, async (steps) => {
        const difference = await walk(steps, keys, clock, tally);
        if (difference !== '') throw new Error(difference);
      }),
      { numRuns, ...(seed === 'random' ? {} : { seed: Number(seed) }) },
    );
    if (result.failed) say(`Seed ${result.seed}, shortest walk:\n${String(result.errorInstance)}`);
    writeFileSync(
      path.join(reports, 'org-judge-answers.json'),
      `${JSON.stringify(Object.fromEntries([...tally.answers].toSorted(([a], [b]) => (a < b ? -1 : 1))), null, 2)}\n`,
    );
    say(`${tally.answers.size} different responses were reached at random.`);
    return { equal: tally.equal, different: result.failed ? 1 : 0, known: tally.known };
  } finally {
    clock.remove();
  }
}

function added(a: Total['known'], b: Total['known']): Total['known'] {
  const sum = { ...a };
  for (const name of knownNames) {
    const count = (a[name] ?? 0) + (b[name] ?? 0);
    if (count > 0) sum[name] = count;
  }
  return sum;
}

const knownNames = Object.keys(knownDifferences) as readonly Known[];

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

const given = process.argv.indexOf('--walks');
const numRuns = given === -1 ? usualWalks : Number(process.argv[given + 1]);
mkdirSync(reports, { recursive: true });
const parts = [await ofTests(), await ofWalks(numRuns)];
const known = parts.map((part) => part.known).reduce(added, {});
const equal = parts.reduce((sum, part) => sum + part.equal, 0);
const different = parts.reduce((sum, part) => sum + part.different, 0);
for (const name of knownNames) {
  if (known[name] !== undefined) say(`${known[name]} left out: ${knownDifferences[name]}`);
}
const isEnough = given !== -1 || equal >= leastRequests;
if (!isEnough) say(`Only ${equal} requests were compared; at least ${leastRequests} are required.`);
say(`${equal} equal, ${different} different`);
// The look-alike's certified server keeps timers.
process.exit(different === 0 && isEnough ? 0 : 1);
