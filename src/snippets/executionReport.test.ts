import { createHash } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import { outcomeIds } from '#guide/nodeIds.ts';

import { claimOf, claimOfSample, executionReport, textHash } from './executionReport.ts';
import { formsFor } from './form.ts';
import { languages } from './languages.ts';
import { snippetsFor } from './snippet.ts';
import { defaultValues } from './values.ts';

const samples = outcomeIds
  .flatMap(formsFor)
  .flatMap((form) => snippetsFor(form, defaultValues))
  .map(({ id, text, language, run, claim }) => ({
    id,
    text,
    language,
    run,
    claim,
    known: executionReport.snippets[id],
  }));

const languagesWith = (wanted: string) =>
  new Set(samples.filter(({ claim }) => claim === wanted).map(({ language }) => language));

describe('the report of what was run', () => {
  test('is about the texts of today: run `npm run test:snippets -- --write-report` after a change', () => {
    const stale = samples.filter(({ known, text }) => known && known.text !== textHash(text));
    expect(stale.map(({ id }) => id)).toEqual([]);
    const ids = new Set(samples.map(({ id }) => id));
    expect(Object.keys(executionReport.snippets).filter((id) => !ids.has(id))).toEqual([]);
  });

  test('knows every text of a language that can be run or read, and none of Okta’s own tools', () => {
    const kindOf = new Map(languages.map(({ id, kind }) => [id, kind]));
    const unproven = samples
      .filter(({ language, run }) => kindOf.get(language) === 'language' && run !== null)
      .filter(({ known }) => known === undefined);
    expect(unproven.map(({ id }) => id)).toEqual([]);
    const tools = samples.filter(({ language }) => kindOf.get(language) === 'officialTool');
    expect(tools.filter(({ claim }) => claim !== 'none').map(({ id }) => id)).toEqual([]);
  });

  test('has run every snippet of all eleven languages', () => {
    const all = languages.filter(({ kind }) => kind === 'language').map(({ id }) => id);
    expect(all).toHaveLength(11);
    expect([...languagesWith('executed')].toSorted()).toEqual(all.toSorted());
  });

  test('names versions and counted cases of every language it speaks of, and no injection', () => {
    const spokenOf = samples
      .filter(({ claim }) => claim !== 'none')
      .map(({ language }) => language);
    for (const language of new Set(spokenOf)) {
      expect(executionReport.languages[language]?.versions.length).toBeGreaterThan(0);
      expect(executionReport.languages[language]?.executedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(executionReport.cases[language]?.right).toBeGreaterThan(0);
      expect(executionReport.cases[language]?.injected).toBe(0);
    }
  });
});

describe('a claim', () => {
  test('is for one text to the letter, and for no other', () => {
    const sample = samples.find(({ claim }) => claim === 'executed');
    expect(sample && claimOf(sample.id, sample.text)).toBe('executed');
    expect(sample && claimOf(sample.id, `${sample.text} `)).toBe('none');
    expect(sample && claimOfSample(sample.id)).toBe('executed');
    expect(claimOf('no-such-snippet', '')).toBe('none');
  });

  test('compares by the SHA-256 of the UTF-8', () => {
    const text = 'é\u{1f600}\n';
    expect(textHash(text)).toBe(`sha256-${createHash('sha256').update(text).digest('hex')}`);
  });
});
