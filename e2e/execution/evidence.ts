import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { executionReport, textHash } from '#snippets/executionReport.ts';

import { projectFolder } from '../../scripts/packages.mjs';
import { testedAgainst } from './executionReport.ts';
import type { Job, SnippetsForRuns } from './jobs.ts';
import { recordAt, textAt } from './jsonShape.ts';
import type { WrittenSnippet } from './manifest.ts';
import { ordinary } from './rightCases.ts';
import { type Toolchain, toolchains, versionsOf } from './toolchains.ts';

/** What runs have shown, and by what it was judged. A run repeats nothing of which all of this is the same. */
export interface Evidence {
  /** By language id: the hash of the runner, its cases and the look-alike (see {@link judgeHash}). */
  readonly judges: Readonly<Record<string, string>>;
  /** By language id: what ran its snippets, each with its version. */
  readonly versions: Readonly<Record<string, readonly string[]>>;
  /** By snippet id: the hash of its text with the sample values. */
  readonly samples: Readonly<Record<string, string>>;
  /** By language id: one hash of all its texts with other values. */
  readonly others: Readonly<Record<string, string>>;
}

const evidenceFile = path.join(projectFolder, 'e2e', 'execution', 'evidence.json');

/** The evidence that the project keeps. */
export function keptEvidence(): Evidence {
  const kept = recordAt(JSON.parse(readFileSync(evidenceFile, 'utf8')), evidenceFile);
  const byLanguage = (member: string): Readonly<Record<string, string>> =>
    mapValues(kept, (language) => textAt(recordAt(language, member)[member], member));
  return {
    judges: byLanguage('judge'),
    versions: mapValues(executionReport.languages, ({ versions }) => versions),
    samples: mapValues(executionReport.snippets, ({ text }) => text),
    others: byLanguage('others'),
  };
}

/**
 * The evidence that a run of everything gives today, on this machine.
 *
 * @param versions of what runs the snippets of a language
 */
export function evidenceOf(
  snippets: SnippetsForRuns,
  languages: readonly string[],
  versions: (toolchain: Toolchain) => readonly string[] = versionsOf,
): Evidence {
  const folders = ['execution', 'lookalike'].map((name) => path.join(projectFolder, 'e2e', name));
  const judge = judgeHash(folders);
  return {
    judges: Object.fromEntries(languages.map((id) => [id, judge])),
    versions: Object.fromEntries(
      languages.flatMap((id) => {
        const toolchain = toolchains[id];
        return toolchain === undefined ? [] : [[id, versions(toolchain)]];
      }),
    ),
    samples: Object.fromEntries(
      snippets.samples.snippets.map(({ id, text }) => [id, textHash(text)]),
    ),
    others: Object.fromEntries(
      languages.map((id) => [
        id,
        hashOfTexts(snippets.others.snippets.filter(({ language }) => language === id)),
      ]),
    ),
  };
}

/**
 * Whether a run must be made: because nothing is known of its text under this judge and with these versions, or
 * because it is the plain case of a sample, which is always run and shows that the machine itself is in order.
 */
export function isDue(job: Job, kept: Evidence, today: Evidence): boolean {
  const { id, language, values } = job.snippet;
  if (job.case === ordinary && values === null) return true;
  return ![
    isSame(kept.judges[language], today.judges[language]),
    isSame(kept.versions[language], today.versions[language]),
    values === null
      ? isSame(kept.samples[id], today.samples[id])
      : isSame(kept.others[language], today.others[language]),
  ].every(Boolean);
}

function isSame(before: unknown, now: unknown): boolean {
  return now !== undefined && JSON.stringify(before) === JSON.stringify(now);
}

/** Keeps what the report of the snippets does not hold, of the languages that were run. */
export function writeEvidence({ judges, others }: Evidence): void {
  const kept = recordAt(JSON.parse(readFileSync(evidenceFile, 'utf8')), evidenceFile);
  const run = mapValues(judges, (judge, id) => ({ judge, others: others[id] }));
  const all = Object.entries({ ...kept, ...run }).toSorted(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(evidenceFile, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
}

/** Hashes the sources that decide what a run proves, with the name of the server that they run against. */
export function judgeHash(folders: readonly string[]): string {
  const hash = createHash('sha256').update(testedAgainst());
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .toSorted();
    for (const file of files) {
      hash.update(`\0${file}\0`).update(readFileSync(path.join(folder, file)));
    }
  }
  return `sha256-${hash.digest('hex')}`;
}

function hashOfTexts(snippets: readonly WrittenSnippet[]): string {
  return textHash(
    snippets
      .map(({ id, values, text }) => `${id} ${values} ${textHash(text)}\n`)
      .toSorted()
      .join(''),
  );
}

function mapValues<Value, Result>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value, key: string) => Result,
): Readonly<Record<string, Result>> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, change(value, key)]),
  );
}
