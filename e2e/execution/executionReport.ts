import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { type ExecutedCases, type ExecutionReport, textHash } from '#snippets/executionReport.ts';

import { projectFolder } from '../../scripts/packages.mjs';
import type { WrittenSnippet } from './manifest.ts';
import { packageVersion, toolchains, versionsOf } from './toolchains.ts';

const reportFile = path.join(projectFolder, 'src', 'snippets', 'executionReport.json');

/** What a run has shown of a snippet with the sample values. */
export interface Proof {
  readonly snippet: WrittenSnippet;
  readonly claim: 'executed';
}

/** Writes what a run has shown, as evidence that is kept with the project, beside that of the languages that were not run. */
export function writeReport(
  proofs: readonly Proof[],
  cases: Readonly<Record<string, ExecutedCases>>,
): void {
  const kept = JSON.parse(readFileSync(reportFile, 'utf8')) as ExecutionReport;
  const ids = sorted(new Set(proofs.map(({ snippet }) => snippet.language)));
  const isOfOthers = ([id]: readonly [string, unknown]): boolean =>
    !ids.some((language) => id.startsWith(`${language}-`));
  const today = new Date().toISOString().slice(0, 10);
  const report: ExecutionReport = {
    version: 1,
    against: testedAgainst(),
    languages: inOrder({
      ...kept.languages,
      ...Object.fromEntries(ids.map((id) => [id, { executedOn: today, versions: versions(id) }])),
    }),
    snippets: inOrder({
      ...Object.fromEntries(Object.entries(kept.snippets).filter(isOfOthers)),
      ...snippetsOf(proofs),
    }),
    cases: inOrder({
      ...kept.cases,
      ...Object.fromEntries(
        ids.flatMap((id) => (cases[id] === undefined ? [] : [[id, cases[id]]])),
      ),
    }),
  };
  writeFileSync(reportFile, `${JSON.stringify(report, null, 2)}\n`);
}

/** What requests are run against, in a phrase. */
export function testedAgainst(): string {
  return `${packageVersion('oidc-provider')}, a certified OAuth server, set up according to Okta's published rules, and a stand-in for Okta's API`;
}

function versions(language: string): readonly string[] {
  const toolchain = toolchains[language];
  return toolchain === undefined ? [] : versionsOf(toolchain);
}

function snippetsOf(proofs: readonly Proof[]): ExecutionReport['snippets'] {
  const entries = proofs.map(
    ({ snippet, claim }) => [snippet.id, { claim, text: textHash(snippet.text) }] as const,
  );
  return Object.fromEntries(entries);
}

function inOrder<Value>(record: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Holds what a run has shown against the report that is kept.
 *
 * @param languages those that were run; of the others nothing is known
 * @returns what differs, one snippet each
 */
export function reportDifferences(
  proofs: readonly Proof[],
  languages: readonly string[],
): readonly string[] {
  const kept = (JSON.parse(readFileSync(reportFile, 'utf8')) as ExecutionReport).snippets;
  const shown = snippetsOf(proofs);
  const isOfThese = (id: string): boolean =>
    languages.some((language) => id.startsWith(`${language}-`));
  const ids = sorted(new Set([...Object.keys(kept).filter(isOfThese), ...Object.keys(shown)]));
  return ids.flatMap((id) => {
    const [before, now] = [kept[id], shown[id]];
    if (now === undefined) return [`${id}: the report says ${before?.claim}, this run does not`];
    if (before === undefined) return [`${id}: ${now.claim} now, and not in the report`];
    return before.text === now.text && before.claim === now.claim
      ? []
      : [`${id}: ${now.claim} now, and the report is of another text or claim`];
  });
}

function sorted(texts: Iterable<string>): readonly string[] {
  return [...texts].toSorted();
}
