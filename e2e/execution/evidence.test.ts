import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, onTestFinished, test } from 'vitest';

import { outcomeIds } from '#guide/nodeIds.ts';
import { formsFor } from '#snippets/form.ts';
import { languages } from '#snippets/languages.ts';
import { type Snippet, snippetsFor } from '#snippets/snippet.ts';
import { defaultValues, type RequestValues } from '#snippets/values.ts';

import { projectFolder } from '../../scripts/packages.mjs';
import { type Evidence, evidenceOf, isDue, judgeHash } from './evidence.ts';
import { executedValues } from './hostileValues.ts';
import { type Job, plannedJobs, type SnippetsForRuns } from './jobs.ts';
import type { WrittenSnippet, WrittenSnippets } from './manifest.ts';
import { ordinary } from './rightCases.ts';

const run = languages.filter(({ kind }) => kind === 'language').map(({ id }) => id);

function written(values: RequestValues, id: string | null): readonly WrittenSnippet[] {
  return outcomeIds
    .flatMap(formsFor)
    .flatMap((form) => snippetsFor(form, values))
    .map((snippet: Snippet) => Object.assign({}, snippet, { values: id, file: snippet.fileName }));
}

const inFolder = (snippets: readonly WrittenSnippet[]): WrittenSnippets => ({
  snippets,
  leftOut: [],
});

/** As the command line writes them. */
const snippets: SnippetsForRuns = {
  samples: inFolder(written(defaultValues, null)),
  others: inFolder(executedValues.flatMap(({ id, values }) => written(values, id))),
};

/** Nothing is asked of the machine: the versions are made up. */
function evidenceWith(of: SnippetsForRuns, change: Partial<Evidence> = {}): Evidence {
  return {
    ...evidenceOf(of, run, () => ['1.0']),
    ...change,
  };
}

const kept = evidenceWith(snippets);

function dueWith(today: Evidence, of = snippets): readonly Job[] {
  return plannedJobs(of, run).filter((job) => isDue(job, kept, today));
}

const isPlain = (job: Job): boolean => job.case === ordinary && job.snippet.values === null;

describe('a run makes again', () => {
  test('the plain case of every sample, in every language, whatever is known of it', () => {
    const due = dueWith(kept);
    const planned = plannedJobs(snippets, run);
    expect(due).toEqual(planned.filter(isPlain));
    expect(new Set(due.map(({ snippet }) => snippet.language))).toEqual(new Set(run));
    expect(planned.length).toBeGreaterThan(10 * due.length);
  });

  test('every case of a sample whose text has changed in one letter, and of no other', () => {
    const [first, ...rest] = snippets.samples.snippets;
    if (first === undefined) throw new Error('There is no sample.');
    const changed = { ...first, text: `${first.text} ` };
    const now = { ...snippets, samples: inFolder([changed, ...rest]) };
    const due = dueWith(evidenceWith(now), now).filter((job) => !isPlain(job));
    const ofChanged = plannedJobs(now, run).filter(({ snippet }) => snippet === changed);
    expect(due.length).toBeGreaterThan(0);
    expect(due).toEqual(ofChanged.filter((job) => !isPlain(job)));
  });

  test('every case with other values of a language in which one such text has changed', () => {
    const last = snippets.others.snippets.findLast(({ language }) => language === 'ruby');
    const others = snippets.others.snippets.map((snippet) =>
      snippet === last ? { ...snippet, text: `${snippet.text} ` } : snippet,
    );
    const now = { ...snippets, others: inFolder(others) };
    const due = dueWith(evidenceWith(now), now).filter((job) => !isPlain(job));
    const ofRuby = plannedJobs(now, ['ruby']).filter(({ snippet }) => snippet.values !== null);
    expect(due).toEqual(ofRuby);
  });

  test('everything of a language that has another version', () => {
    const versions = { ...kept.versions, java: ['2.0'] };
    const due = dueWith({ ...kept, versions }).filter(({ snippet }) => snippet.language === 'java');
    expect(due).toEqual(plannedJobs(snippets, ['java']));
  });

  test('everything, when the runner, its cases or the look-alike are others', () => {
    const judges = Object.fromEntries(run.map((id) => [id, 'sha256-another']));
    expect(dueWith({ ...kept, judges })).toEqual(plannedJobs(snippets, run));
  });

  test('everything of which the evidence says nothing', () => {
    const nothing = { judges: kept.judges, versions: kept.versions, samples: {}, others: {} };
    const due = plannedJobs(snippets, run).filter((job) => isDue(job, nothing, kept));
    expect(due).toEqual(plannedJobs(snippets, run));
  });
});

describe('the judge of the runs', () => {
  test('is another after one letter in any of its files, and the same after a change in a test', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'judge-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    mkdirSync(path.join(folder, 'inner'));
    writeFileSync(path.join(folder, 'one.ts'), 'a');
    writeFileSync(path.join(folder, 'inner', 'two.ts'), 'b');
    const before = judgeHash([folder]);
    writeFileSync(path.join(folder, 'one.test.ts'), 'c');
    expect(judgeHash([folder])).toBe(before);
    for (const file of ['one.ts', path.join('inner', 'two.ts')]) {
      const text = readFileSync(path.join(folder, file), 'utf8');
      writeFileSync(path.join(folder, file), `${text} `);
      expect(judgeHash([folder])).not.toBe(before);
      writeFileSync(path.join(folder, file), text);
    }
    writeFileSync(path.join(folder, 'three.ts'), '');
    expect(judgeHash([folder])).not.toBe(before);
  });
});

test('CI runs everything on its schedule', () => {
  const workflow = readFileSync(path.join(projectFolder, '.github', 'workflows', 'ci.yml'), 'utf8');
  expect(workflow).toContain('schedule:');
  expect(workflow).toMatch(
    /if: github\.event_name == 'schedule'\s+run: npm run test:snippets -- --all\n/,
  );
});
