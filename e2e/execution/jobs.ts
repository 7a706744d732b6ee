import path from 'node:path';

import { type Form, formName } from '#snippets/form.ts';
import { defaultValues, type RequestValues } from '#snippets/values.ts';

import { type Case, callsIn } from './case.ts';
import { faults } from './faults.ts';
import { executedValues } from './hostileValues.ts';
import { readManifest, type WrittenSnippet, type WrittenSnippets } from './manifest.ts';
import { ordinary, rightCases } from './rightCases.ts';
import { toolchains } from './toolchains.ts';

export type JobKind = 'right' | 'hostile' | 'wrong';

/** One run of one snippet. */
export interface Job {
  /** Unique; says to a person what is run. */
  readonly id: string;
  readonly kind: JobKind;
  readonly case: Case;
  readonly values: RequestValues;
  readonly snippet: WrittenSnippet;
}

/** The snippets that `guide -- snippets` has written for the runs. */
export interface SnippetsForRuns {
  readonly samples: WrittenSnippets;
  readonly others: WrittenSnippets;
}

/** The folders below a run's work folder into which the snippets are written. */
export const snippetFolders = { samples: 'samples', others: 'others' } as const;

export function readSnippetsForRuns(workFolder: string): SnippetsForRuns {
  return {
    samples: readManifest(path.join(workFolder, snippetFolders.samples)),
    others: readManifest(path.join(workFolder, snippetFolders.others)),
  };
}

/**
 * Plans the runs, language after language: every snippet with the sample values in every case that concerns it,
 * and with the other values as it should be.
 *
 * @param languages ids of those to run
 */
export function plannedJobs(
  { samples, others }: SnippetsForRuns,
  languages: readonly string[],
): readonly Job[] {
  return languages.flatMap((language) => {
    const toolchain = toolchains[language];
    if (toolchain === undefined) return [];
    const isShown = (snippet: WrittenSnippet): boolean =>
      snippet.language === language && toolchain.illustrates?.(snippet.form) !== true;
    // A message has no words of its own about what is wrong.
    const cases = toolchain.proof === 'send' ? [ordinary] : [...rightCases, ...faults];
    return [
      ...sampleJobs(samples.snippets.filter(isShown), cases),
      ...otherJobs(others.snippets.filter(isShown)),
    ];
  });
}

function sampleJobs(snippets: readonly WrittenSnippet[], cases: readonly Case[]): readonly Job[] {
  return cases.flatMap((each) => {
    const concerned = snippets.filter(({ form, language }) => each.concerns(form, language));
    return extentOf(each.extent, concerned).map((snippet) => ({
      id: `${snippet.id}: ${each.id}`,
      kind: each.kind,
      case: each,
      values: defaultValues,
      snippet,
    }));
  });
}

function extentOf(
  extent: Case['extent'],
  snippets: readonly WrittenSnippet[],
): readonly WrittenSnippet[] {
  if (extent === 'all') return snippets;
  return firstOfEach(
    // Single requests with the one kind of key, programs in use with the other, where there are both.
    snippets.toSorted((a, b) => rank(a.form) - rank(b.form)),
    ({ method, variant, request }) =>
      extent === 'one' ? request : [method, variant, request].join(),
  );
}

function rank({ keyType, request }: Form): number {
  return keyType === (request === 'single' ? 'EC' : 'RSA') ? 0 : 1;
}

function firstOfEach(
  snippets: readonly WrittenSnippet[],
  keyOf: (form: Form) => string,
): readonly WrittenSnippet[] {
  const keys = snippets.map(({ form }) => keyOf(form));
  return snippets.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

function otherJobs(snippets: readonly WrittenSnippet[]): readonly Job[] {
  return executedValues.flatMap(({ id, hostile, values, forms }) => {
    const jobOf = (snippet: WrittenSnippet): Job => ({
      id: `${snippet.id}: ${id}`,
      kind: hostile ? 'hostile' : 'right',
      case: ordinary,
      values,
      snippet,
    });
    const written = snippets.filter((snippet) => snippet.values === id);
    if (forms === 'programs') {
      const programs = written.filter(({ form }) => form.request === 'everything');
      return firstOfEach(programs, ({ method, variant }) => [method, variant].join()).map(jobOf);
    }
    const inUse = written.filter(({ form }) => form.request === 'everything').slice(0, 1);
    const single = written.filter(({ form }) => form.request === 'single');
    return [...(forms === 'every' ? single : fewOf(single)), ...inUse].map(jobOf);
  });
}

/** The plainest form, and the one with the most around a request. */
function fewOf(snippets: readonly WrittenSnippet[]): readonly WrittenSnippet[] {
  const richest = snippets.find(({ form }) => form.variant === 'dpop') ?? snippets[0];
  return snippets.filter((snippet) => snippet.form.method === 'apiToken' || snippet === richest);
}

/** How many requests to the API a snippet needs to get everything: there are 25 groups, 10 on each page. */
export function pagesNeeded(form: Form, values: RequestValues): number {
  if (form.request === 'single') return 1;
  return callsIn(values)
    .map(({ operation, query }) =>
      operation.method === 'GET' &&
      query.some(({ name, value }) => name === 'limit' && value === '10')
        ? 3
        : 1,
    )
    .reduce((sum, pages) => sum + pages, 0);
}

/** A snippet's method as tables show it: `service-app-dpop`. */
export function methodShown(form: Form): string {
  return formName({ ...form, request: 'single' }).replace(/-(?:rsa|ec)$/, '');
}
