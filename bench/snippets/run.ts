// `npm run bench:snippets`: how right the requests of snippet generators are, this project's among them, found
// by running what they write. Without options it also writes the tables into docs/snippet-comparison.md.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { requestCases } from './cases.ts';
import { openWorkshop } from './execute.ts';
import type { SnippetGenerator } from './generator.ts';
import { startLoopbackServer } from './loopbackServer.ts';
import { isRight, measure, measureQuery, type Measurements } from './measurements.ts';
import { ours } from './ours.ts';
import { ensurePeerPackages } from './peerPackages.ts';
import { loadPeers } from './peers.ts';
import { type Report, reportText } from './table.ts';
import { type InstalledTarget, installedTarget, targets } from './targets.ts';
import { tryOut } from './trial.ts';

const projectFolder = path.join(import.meta.dirname, '../..');
const documentFile = path.join(projectFolder, 'docs/snippet-comparison.md');
const begin = '<!-- npm run bench:snippets: begin -->';
const end = '<!-- npm run bench:snippets: end -->';

const { values: options } = parseArgs({
  options: {
    /** Only these generators, by their ids; may come several times. */
    generator: { type: 'string', multiple: true },
    /** Only these targets, by their ids; may come several times. */
    target: { type: 'string', multiple: true },
    /** Plain http, and so without this project, whose addresses are always https. */
    http: { type: 'boolean', default: false },
    /** Also prints each program that was not right, and what it said. */
    show: { type: 'boolean', default: false },
  },
});
const complete = Object.values(options).every((value) => value === undefined || value === false);

ensurePeerPackages();
const server = await startLoopbackServer(options.http ? 'http' : 'https');
const workshop = openWorkshop(server.authority);
const untrusting = openWorkshop(null);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    close();
    process.exit(1);
  });
}
try {
  const bench = { server, workshop };
  const { installed, skipped } = await findTargets();
  const generators = [...(await loadPeers()), ...(options.http ? [] : [ours])].filter(isWanted);
  const measurements = await measure(bench, generators, installed);
  const report: Report = {
    ...measurements,
    date: new Date().toISOString().slice(0, 10),
    targets: installed,
    skipped,
    encodedQuery: await measureQuery(
      bench,
      (await loadPeers('encoded')).filter(isWanted),
      installed,
    ),
    reachedWithoutTrust: options.http ? null : await reachedWithoutTrust(installed),
  };
  const text = reportText(report);
  console.log(text);
  if (options.show) showFailures(measurements);
  if (complete) replaceResults(text);
  const wrong = failuresOfOurs(measurements);
  if (wrong > 0) {
    console.error(`${wrong} runs of this project's own snippets were not right.`);
    process.exitCode = 1;
  }
} finally {
  close();
}

function close(): void {
  server.close();
  workshop.remove();
  untrusting.remove();
}

async function findTargets(): Promise<{
  readonly installed: readonly InstalledTarget[];
  readonly skipped: readonly string[];
}> {
  const installed: InstalledTarget[] = [];
  const skipped: string[] = [];
  for (const target of targets) {
    if (options.target !== undefined && !options.target.includes(target.id)) continue;
    const found = await installedTarget(target);
    if (found === undefined) skipped.push(target.label);
    else installed.push(found);
  }
  return { installed, skipped };
}

function isWanted({ id }: SnippetGenerator): boolean {
  return options.generator === undefined || options.generator.includes(id);
}

async function reachedWithoutTrust(
  installed: readonly InstalledTarget[],
): Promise<readonly string[]> {
  const [generator] = await loadPeers();
  const request = requestCases.find(({ id }) => id === 'A')?.request;
  if (generator === undefined || request === undefined) return [];
  const reached: string[] = [];
  for (const target of installed) {
    const trial = await tryOut({ server, workshop: untrusting }, generator, target, request);
    if (trial.kind === 'run' && !trial.problems.includes('sent nothing')) {
      reached.push(target.label);
    }
  }
  return reached;
}

function failuresOfOurs({ cases, injections }: Measurements): number {
  return [...cases, ...injections].filter(
    ({ generator, trial }) => generator === ours.name && trial.kind === 'run' && !isRight(trial),
  ).length;
}

function showFailures({ cases, injections }: Measurements): void {
  const all = [
    ...cases.map((entry) => ({ ...entry, what: entry.case })),
    ...injections.map((entry) => ({ ...entry, what: `${entry.place}, ${entry.leaves}` })),
  ];
  for (const { generator, target, what, trial } of all) {
    if (trial.kind === 'run' && !isRight(trial)) {
      const fate = trial.ranPayload ? 'EXECUTED' : trial.problems.join(', ');
      console.log(`\n=== ${generator}, ${target.label}, ${what}: ${fate}`);
      console.log(`${trial.text}\n--- stderr\n${trial.stderr}`);
    }
  }
}

function replaceResults(text: string): void {
  const document = readFileSync(documentFile, 'utf8');
  const [before, after] = [document.indexOf(begin), document.indexOf(end)];
  if (before === -1 || after < before) {
    throw new Error(`${documentFile} lacks the comments between which the tables stand.`);
  }
  writeFileSync(
    documentFile,
    `${document.slice(0, before + begin.length)}\n\n${text}\n${document.slice(after)}`,
  );
  // Its columns are aligned as the formatter wants them.
  const formatter = path.join(projectFolder, 'node_modules', '.bin', 'oxfmt');
  execFileSync(formatter, [documentFile], { shell: process.platform === 'win32' });
}
