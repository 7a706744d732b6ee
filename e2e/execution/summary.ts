import type { ExecutedCases } from '#snippets/executionReport.ts';

import type { Proof } from './executionReport.ts';
import { type Job, methodShown } from './jobs.ts';
import type { WrittenSnippet } from './manifest.ts';
import type { JobResult } from './results.ts';

/** A job with what came of it. */
export interface DoneJob {
  readonly language: string;
  readonly kind: Job['kind'];
  readonly result: JobResult;
}

/** A job that need not be done, because an earlier run went well with the same text. */
export function knownJob({ id, kind, snippet }: Job): DoneJob {
  const result = { job: id, differences: [], injected: false, milliseconds: 0, stderr: '' };
  return { language: snippet.language, kind, result };
}

/** Counts the cases that went as they should, by language. */
export function casesOf(done: readonly DoneJob[]): Readonly<Record<string, ExecutedCases>> {
  return Object.fromEntries(
    byLanguage(done).map(([language, jobs]) => {
      const count = (kind: Job['kind']): number =>
        jobs.filter((job) => job.kind === kind && job.result.differences.length === 0).length;
      return [
        language,
        {
          right: count('right'),
          hostile: count('hostile'),
          wrong: count('wrong'),
          injected: jobs.filter(({ result }) => result.injected).length,
        },
      ];
    }),
  );
}

/** A text is proven when every case with it went well. */
export function proofsOf(
  shown: readonly WrittenSnippet[],
  done: readonly DoneJob[],
): readonly Proof[] {
  return shown.flatMap((snippet) => {
    const ofSnippet = done.filter(({ result }) => result.job.startsWith(`${snippet.id}: `));
    const isProven =
      ofSnippet.length > 0 && ofSnippet.every(({ result }) => result.differences.length === 0);
    return isProven ? [{ snippet, claim: 'executed' }] : [];
  });
}

/** Tables for people: proven of shown by language and method, and the cases with their time. */
export function summaryOf(
  shown: readonly WrittenSnippet[],
  proofs: readonly Proof[],
  done: readonly DoneJob[],
): string {
  return [
    'Snippets proven of those shown, with the sample values:',
    table(provenRows(shown, proofs)),
    '',
    'Cases that went as they should, of those run:',
    table(caseRows(done)),
  ].join('\n');
}

function provenRows(
  shown: readonly WrittenSnippet[],
  proofs: readonly Proof[],
): readonly (readonly string[])[] {
  const methods = [...new Set(shown.map(({ form }) => methodShown(form)))];
  const proven = new Set(proofs.map(({ snippet }) => snippet.id));
  const rows = byLanguage(shown).map(([language, snippets]) => {
    const claims = new Set(
      proofs.filter(({ snippet }) => snippet.language === language).map(({ claim }) => claim),
    );
    const cells = methods.map((method) => {
      const ofMethod = snippets.filter(({ form }) => methodShown(form) === method);
      const good = ofMethod.filter(({ id }) => proven.has(id));
      return ofMethod.length === 0 ? '-' : `${good.length} / ${ofMethod.length}`;
    });
    return [language].concat(cells, [...claims].join());
  });
  return [['', ...methods, ''], ...rows];
}

function caseRows(done: readonly DoneJob[]): readonly (readonly string[])[] {
  const kinds = ['right', 'hostile', 'wrong'] as const;
  const rows = byLanguage(done).map(([language, jobs]) => {
    const cells = kinds.map((kind) => {
      const ofKind = jobs.filter((job) => job.kind === kind);
      const good = ofKind.filter(({ result }) => result.differences.length === 0);
      return `${good.length} / ${ofKind.length}`;
    });
    const milliseconds = jobs.reduce((sum, { result }) => sum + result.milliseconds, 0);
    return [language].concat(
      cells,
      String(jobs.filter(({ result }) => result.injected).length),
      `${(milliseconds / 1000).toFixed(0)} s`,
    );
  });
  return [['', ...kinds, 'injected', 'time'], ...rows];
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function byLanguage<Item extends { readonly language: string }>(
  items: readonly Item[],
): readonly (readonly [string, readonly Item[]])[] {
  return [...new Set(items.map(({ language }) => language))].map((language) => [
    language,
    items.filter((item) => item.language === language),
  ]);
}
