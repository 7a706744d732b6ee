import { readFile } from 'node:fs/promises';

import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';

import { replay } from '#guide/replay.ts';
import { allWalks } from '#guide/walks.ts';
import { pathOf } from '#share/address.ts';

import { guideIndex } from './guideIndex.ts';

const index = guideIndex({
  pages: [
    { path: '', kind: 'question' },
    { path: 'compare/', kind: 'compare' },
    { path: '404.html', kind: 'notFound' },
  ],
  files: ({ kind, answers }) =>
    kind === 'question'
      ? []
      : ['path.mmd', 'path.svg', 'record.md'].map((name) => `${pathOf(answers)}${name}`),
});
const schema: unknown = JSON.parse(
  await readFile(new URL('../../../public/guide.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv2020({ allErrors: true, strict: true }).compile(schema as object);

/** Walks by the index alone, as a program would that reads it. */
function stateAfter(answers: readonly string[]): string | undefined {
  return answers.reduce<string | undefined>(
    (state, answer) =>
      index.nodes.find(({ id }) => id === state)?.options.find(({ event }) => event === answer)
        ?.target,
    index.initial,
  );
}

describe('guide.json', () => {
  test('is valid by its published schema', () => {
    validate(JSON.parse(JSON.stringify(index)));
    expect(validate.errors).toBeNull();
  });

  test.each([
    [
      'a key is missing',
      ({ contentHash, ...rest }: typeof index) => ({ ...rest, hash: contentHash }),
    ],
    [
      'an answer has the form of an address',
      (whole: typeof index) => ({
        ...whole,
        paths: [{ ...whole.paths[0], answers: ['oauth-yes'] }],
      }),
    ],
    [
      'a page is absolute',
      (whole: typeof index) => ({
        ...whole,
        pages: [{ path: '/compare/', kind: 'compare' }],
      }),
    ],
  ])('the schema refuses a file in which %s', (_what, damage) => {
    expect(validate(damage(index))).toBe(false);
  });

  test('lists every walk, each with its page and its files', () => {
    expect(index.paths.map(({ answers }) => answers)).toEqual(
      allWalks().map(({ answers }) => answers),
    );
    expect(index.paths[0]).toEqual({
      answers: [],
      state: 'oauth',
      kind: 'question',
      page: './',
      files: [],
    });
    expect(index.paths.find(({ page }) => page === 'guide/oauth-yes/audience-ownOrg/')).toEqual({
      answers: ['oauth.yes', 'audience.ownOrg'],
      state: 'serviceApp',
      kind: 'outcome',
      page: 'guide/oauth-yes/audience-ownOrg/',
      files: ['path.mmd', 'path.svg', 'record.md'].map(
        (name) => `guide/oauth-yes/audience-ownOrg/${name}`,
      ),
    });
  });

  test('can be walked by itself: options and targets lead along the paths to the same states', () => {
    for (const { answers, state } of index.paths) {
      expect(stateAfter(answers)).toBe(state);
      expect(replay(answers).walk.node).toBe(state);
    }
  });

  test('names every state that a path ends in', () => {
    const named = [...index.nodes, ...index.outcomes, ...index.exits].map(({ id }) => id);
    expect(new Set(index.paths.map(({ state }) => state))).toEqual(new Set(named));
  });

  test('hashes to the same value each time it is made', () => {
    expect(guideIndex({ pages: [], files: () => [] }).contentHash).toBe(index.contentHash);
  });
});
