// `npm run test:snippets`: runs every snippet as it is shown, and holds what it does against what was intended.
// Texts that were proven before, and have not changed since, are run in the plain case only (see `evidence.ts`);
// with `-- --all` everything is run. With names of languages, or `sign-in`, behind it only those;
// `-- --write-report` renews src/snippets/executionReport.json, e2e/execution/evidence.json and
// src/snippets/signIn/signInReport.json.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { projectFolder, run } from '../../scripts/packages.mjs';
import { ensureToolchains } from '../../scripts/toolchains.mjs';
import { type Wanted, wantedBy } from './arguments.ts';
import { type Evidence, evidenceOf, isDue, keptEvidence, writeEvidence } from './evidence.ts';
import { type Proof, reportDifferences, writeReport } from './executionReport.ts';
import { executedValues, valuesFile } from './hostileValues.ts';
import {
  type Job,
  plannedJobs,
  readSnippetsForRuns,
  snippetFolders,
  type SnippetsForRuns,
} from './jobs.ts';
import { type LaneResults, possibleLanes, runInLanes } from './lanes.ts';
import type { JobResult } from './results.ts';
import { signInCases } from './signIn/signInCases.ts';
import { doneSignIns } from './signIn/signInJobs.ts';
import { signInReportDifferences, writeSignInReport } from './signIn/signInReport.ts';
import { casesOf, type DoneJob, knownJob, proofsOf, summaryOf } from './summary.ts';
import { toolchains } from './toolchains.ts';

/** Counts, and says what failed as it comes. */
class Tally {
  passed = 0;
  failed = 0;
  skipped = 0;

  fail(message: string): void {
    this.failed += 1;
    say(`FAILED  ${message}`);
  }

  add(result: JobResult): void {
    if (result.differences.length === 0) this.passed += 1;
    else this.fail(described(result));
  }

  /** Counts what no lane came to, in one line: a thousand would hide what the lanes said. */
  leave(jobs: readonly Job[]): void {
    const [first] = jobs;
    if (first === undefined) return;
    this.failed += jobs.length;
    say(`FAILED  ${jobs.length} runs from ${first.id} on: their lanes ended before they could run`);
  }

  /** On CI nobody would see that something was not run: there it fails. */
  skip(number: number, what: string, why: string): void {
    const isFailure = Boolean(process.env['CI']);
    this[isFailure ? 'failed' : 'skipped'] += number;
    say(`${isFailure ? 'FAILED ' : 'SKIPPED'} ${what}, ${number} runs: ${why}`);
  }
}

async function main(wanted: Wanted, work: string, signal: AbortSignal): Promise<Tally> {
  const tally = new Tally();
  // The scripts of a sign-in need what cURL's do.
  const missing = await ensureToolchains([...wanted.languages, ...(wanted.signIn ? ['curl'] : [])]);
  if (wanted.signIn) await runSignIns(wanted, work, missing.languages['curl'], tally);
  if (wanted.languages.length === 0) return tally;
  if (!(await writeSnippets(work))) {
    tally.fail('`guide -- snippets` did not write the snippets');
    return tally;
  }
  const snippets = readSnippetsForRuns(work);
  checkCompleteness(snippets, wanted, tally);

  const lanes = possibleLanes(work, missing.lanes);
  const languages = wanted.languages.filter((language) => {
    const number = plannedJobs(snippets, [language]).length;
    const why = missing.languages[language] ?? ('why' in lanes ? lanes.why : undefined);
    if (number === 0 || why === undefined) return true;
    tally.skip(number, language, why);
    return false;
  });
  const kept = keptEvidence();
  const today = evidenceOf(snippets, languages);
  const planned = plannedJobs(snippets, languages);
  const jobs = planned.filter((job) => wanted.all || isDue(job, kept, today));
  if (jobs.length < planned.length) {
    say(
      `${planned.length - jobs.length} runs are proven by the report, for texts that have not changed.`,
    );
  }
  const results: LaneResults =
    'kind' in lanes
      ? await runInLanes(lanes.kind, { folder: work, languages, jobs }, say, signal)
      : { done: [], left: [] };
  const done = results.done.map(({ job, result }): DoneJob => {
    return { language: job.snippet.language, kind: job.kind, result };
  });
  tally.leave(results.left);
  for (const { result } of done) tally.add(result);

  const shown = snippets.samples.snippets.filter(({ language }) =>
    wanted.languages.includes(language),
  );
  const proofs = proofsOf(shown, done);
  say(`\n${summaryOf(shown, proofs, done)}\n`);
  signal.throwIfAborted();
  const known = planned.filter((job) => !jobs.includes(job)).map(knownJob);
  settleReport({ wanted, languages, proofs, cases: casesOf([...done, ...known]), today }, tally);
  return tally;
}

async function runSignIns(
  { writeReport: isWritten }: Wanted,
  work: string,
  missing: string | undefined,
  tally: Tally,
): Promise<void> {
  if (missing !== undefined) {
    tally.skip(signInCases.length, 'sign-in', missing);
    return;
  }
  const done = await doneSignIns(work);
  for (const { result } of done) tally.add(result);
  const good = done.filter(({ result }) => result.differences.length === 0);
  say(`Cases of a person's sign-in that went as they should: ${good.length} of ${done.length}.`);
  if (!isWritten) {
    for (const difference of signInReportDifferences(done)) {
      tally.fail(
        `${difference}. After a change on purpose: npm run test:snippets -- sign-in --write-report`,
      );
    }
  } else if (good.length === done.length) {
    writeSignInReport(done);
    say('src/snippets/signIn/signInReport.json is written.');
  } else {
    tally.fail('the report of the sign-ins is only written when nothing failed');
  }
}

/** Writes the snippets through the command line, as a docs build would. */
async function writeSnippets(work: string): Promise<boolean> {
  const values = path.join(work, 'values.json');
  writeFileSync(values, valuesFile(executedValues));
  const { samples, others } = snippetFolders;
  return (
    (await guideSnippets('--out', path.join(work, samples))) &&
    (await guideSnippets('--out', path.join(work, others), '--values', values))
  );
}

async function guideSnippets(...args: readonly string[]): Promise<boolean> {
  return (await run('npm', ['run', '--silent', 'guide', '--', 'snippets', ...args])) === 0;
}

function checkCompleteness(
  { samples, others }: SnippetsForRuns,
  { languages }: Wanted,
  tally: Tally,
): void {
  for (const left of [...samples.leftOut, ...others.leftOut]) {
    tally.fail(`left out by \`guide -- snippets\`: ${left}`);
  }
  for (const language of languages) {
    if (toolchains[language] === undefined) tally.fail(`${language}: no toolchain is known for it`);
  }
}

interface Ending {
  readonly wanted: Wanted;
  /** Those that were run. */
  readonly languages: readonly string[];
  readonly proofs: readonly Proof[];
  /** Of this run, and of those before it that prove the same texts. */
  readonly cases: ReturnType<typeof casesOf>;
  readonly today: Evidence;
}

function settleReport({ wanted, languages, proofs, cases, today }: Ending, tally: Tally): void {
  if (!wanted.writeReport) {
    for (const difference of reportDifferences(proofs, languages)) {
      tally.fail(
        `${difference}. After a change on purpose: npm run test:snippets -- --write-report`,
      );
    }
  } else if (tally.failed > 0 || tally.skipped > 0) {
    tally.fail('the report is only written when everything was run and nothing failed');
  } else {
    writeReport(proofs, cases);
    writeEvidence(today);
    say('src/snippets/executionReport.json and e2e/execution/evidence.json are written.');
  }
}

function described({ job, differences, stderr }: JobResult): string {
  const said = stderr === '' ? [] : [`stderr: ${stderr.trim()}`];
  const lines = [...differences, ...said].map((line) => `    ${line.replaceAll('\n', '\n      ')}`);
  return [job, ...lines].join('\n');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const work = mkdtempSync(path.join(tmpdir(), 'snippets-'));
// Whoever runs the snippets comes through here.
chmodSync(work, 0o755);
const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => ending.abort());
}
try {
  const { passed, failed, skipped } = await main(
    wantedBy(process.argv.slice(2)),
    work,
    ending.signal,
  );
  const reports = path.join(projectFolder, 'test-results');
  mkdirSync(reports, { recursive: true });
  writeFileSync(path.join(reports, 'snippets.json'), JSON.stringify({ passed, failed, skipped }));
  say(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  if (ending.signal.aborted) {
    say('Ended from outside; nothing is left running.');
    process.exitCode = 130;
  } else if (error instanceof RangeError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  } else {
    throw error;
  }
} finally {
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
}
