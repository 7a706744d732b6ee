import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { about } from './about.ts';
import type { Claim, Difference, FactId, SetUpStep, Source, Statement } from './claim.ts';
import * as apiServiceIntegrationClaims from './claims/apiServiceIntegrationClaims.ts';
import * as apiTokenClaims from './claims/apiTokenClaims.ts';
import * as articleClaims from './claims/articleClaims.ts';
import * as callerClaims from './claims/callerClaims.ts';
import * as changeClaims from './claims/changeClaims.ts';
import * as dpopClaims from './claims/dpopClaims.ts';
import * as gapClaims from './claims/gapClaims.ts';
import * as keyClaims from './claims/keyClaims.ts';
import * as officialToolClaims from './claims/officialToolClaims.ts';
import * as runtimeClaims from './claims/runtimeClaims.ts';
import * as scenarioClaims from './claims/scenarioClaims.ts';
import * as serviceAppClaims from './claims/serviceAppClaims.ts';
import * as toolClaims from './claims/toolClaims.ts';
import * as userContextClaims from './claims/userContextClaims.ts';
import { comparison } from './comparison.ts';
import type { KnownError } from './errors/knownError.ts';
import { knownErrors } from './errors/knownErrors.ts';
import { exits } from './exits.ts';
import { furtherReadingOfArticle } from './furtherReading.ts';
import { leftOutFacts } from './leftOutFacts.ts';
import { exitIds, type NodeId, type OutcomeId, outcomeIds, questionIds } from './nodeIds.ts';
import type { Question } from './question.ts';
import { outcomes } from './outcomes/outcomes.ts';
import { type Answer, questions } from './questions.ts';
import { serviceAppKeys } from './serviceAppKeys.ts';
import * as sourcesModule from './sources.ts';
import { tools } from './tools/tools.ts';

import { reachableFrom, targetOf } from './walks.ts';

const content: Readonly<Record<string, unknown>> = {
  questions,
  outcomes,
  exits,
  comparison,
  about,
  furtherReadingOfArticle,
  tools,
  serviceAppKeys,
};

/** Everything that the content consists of, each object once, with the way to it. */
function objectsIn(root: unknown): ReadonlyMap<object, string> {
  const found = new Map<object, string>();
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null || found.has(value)) return;
    found.set(value, path);
    for (const [key, each] of Object.entries(value)) visit(each, `${path}/${key}`);
  };
  visit(root, '');
  return found;
}

const has = (value: object, ...keys: readonly string[]): boolean =>
  keys.every((key) => key in value);
const isClaim = (value: object): value is Claim => has(value, 'fact', 'text', 'status', 'sources');
const isError = (value: object): value is KnownError => has(value, 'fact', 'signal', 'remedy');
const isStatement = (value: object): value is Statement => has(value, 'text', 'basis');
const isDifference = (value: object): value is Difference =>
  has(value, 'article', 'today', 'advice');
const isStep = (value: object): value is SetUpStep => has(value, 'action', 'where', 'who');
const isSource = (value: object): value is Source => has(value, 'id', 'title', 'url', 'dated');

const shown = objectsIn(content);
const all = [...shown.keys()];
const claims = all.filter(isClaim);
const errors = all.filter(isError);
const statements = all.filter(isStatement);
const steps = all.filter(isStep);
const shownSources = all.filter(isSource);

const written = [
  apiServiceIntegrationClaims,
  apiTokenClaims,
  articleClaims,
  callerClaims,
  changeClaims,
  dpopClaims,
  gapClaims,
  keyClaims,
  officialToolClaims,
  runtimeClaims,
  scenarioClaims,
  serviceAppClaims,
  toolClaims,
  userContextClaims,
].flatMap((module): Claim[] => Object.values(module));

const options = questionIds.flatMap((question) => {
  const { options: offered }: Question = questions[question];
  return Object.entries(offered).map(([id, option]) => ({
    question,
    answer: `${question}.${id}` as Answer,
    option,
  }));
});

/** Every text of the content that is prose of ours, with the way to it; exact words are left out. */
function proseIn(root: unknown): readonly { readonly path: string; readonly text: string }[] {
  const exact = new Set(['message', 'signal', 'where', 'url', 'id', 'date', 'title', 'fact']);
  return [...objectsIn(root)].flatMap(([value, path]) =>
    Object.entries(value)
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
      .filter(([key]) => !exact.has(key))
      .map(([key, text]) => ({ path: `${path}/${key}`, text })),
  );
}

const prose = [...proseIn(content), ...proseIn(written)];

/** Where something is shown, for the message of a failing test. */
const placeOf = (value: object): string => shown.get(value) ?? JSON.stringify(value);

describe('what the guide says has a source', () => {
  test('the content holds claims, statements, steps and errors to check', () => {
    for (const some of [claims, errors, statements, steps, shownSources]) {
      expect(some.length).toBeGreaterThan(10);
    }
    expect(all.filter(isDifference).length).toBeGreaterThan(10);
  });

  test('every claim and every error names sources of the list', () => {
    const listed = new Set<unknown>(Object.values(sourcesModule));
    const without = [...claims, ...errors, ...written].filter(
      ({ sources }) => sources.length === 0 || sources.some((source) => !listed.has(source)),
    );
    expect(without.map(placeOf)).toEqual([]);
  });

  test('every sentence written for a page and every step rests on a claim', () => {
    const without = [...statements, ...steps].filter(
      ({ basis }) => basis.length === 0 || basis.some((claim) => !written.includes(claim)),
    );
    expect(without.map(placeOf)).toEqual([]);
  });

  test('every source has an https address, a title and the date of the text or of the reading', () => {
    const listed = Object.values(sourcesModule);
    for (const source of listed) {
      expect(new URL(source.url).protocol).toBe('https:');
      expect(source.title.length).toBeGreaterThan(5);
      expect(source.date).toMatch(/^20\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/);
      expect(Number.isNaN(Date.parse(source.date))).toBe(false);
    }
    expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
  });

  test('a contradiction says that sources disagree and which side is followed', () => {
    const conflicts = written.filter(({ status }) => status === 'conflict');
    expect(conflicts.length).toBeGreaterThan(4);
    for (const { text } of conflicts) {
      expect(text).toMatch(/disagree|contradict/i);
      expect(text).toMatch(/this guide/i);
    }
    for (const { cause } of errors.filter(({ status }) => status === 'conflict')) {
      expect(cause).toMatch(/disagree|contradict/i);
    }
  });

  test('what no public text says is worded as a gap', () => {
    const unknown = written.filter(({ status }) => status === 'unknown');
    expect(unknown.length).toBeGreaterThan(5);
    for (const { text } of unknown) {
      expect(text).toMatch(
        /\bno (?:\w+ )?(?:public|current)\b|found no|not documented|unknown|do not (?:name|say which|know)/i,
      );
    }
  });

  test('no step rests on what no public text says', () => {
    const shaky = steps.filter(({ basis }) => basis.some(({ status }) => status === 'unknown'));
    expect(shaky.map(placeOf)).toEqual([]);
  });

  test('the gaps and contradictions of the whole guide are listed on the page about it', () => {
    const listed = new Set(about.sections.flatMap((section) => section.claims));
    const missing = written
      .filter(({ status }) => status === 'conflict' || status === 'unknown')
      .filter((claim) => !listed.has(claim));
    expect(missing.map(({ fact, text }) => `${fact}: ${text}`)).toEqual([]);
  });
});

describe('the facts about the article and what changed since', () => {
  const article = Array.from({ length: 35 }, (_, index): FactId => `A${index + 1}`);
  const changes = Array.from({ length: 23 }, (_, index): FactId => `B${index + 1}`);
  const used = new Set(claims.map(({ fact }) => fact));
  const leftOut = new Map(leftOutFacts.map(({ fact, reason }) => [fact, reason]));

  test.each([...article, ...changes])('%s is shown, or left out with a reason', (fact) => {
    expect(used.has(fact) !== leftOut.has(fact)).toBe(true);
  });

  test('what is left out is one of these facts, listed once, with a reason', () => {
    for (const { fact, reason } of leftOutFacts) {
      expect([...article, ...changes]).toContain(fact);
      expect(reason.length).toBeGreaterThan(20);
    }
    expect(leftOut.size).toBe(leftOutFacts.length);
  });

  test('a fact is put into words once for each status that its parts have', () => {
    const worded = written.map(({ fact, status }) => `${fact} ${status}`);
    expect(worded.filter((each, index) => worded.indexOf(each) !== index)).toEqual([]);
    const facts = knownErrors.map(({ fact }) => fact);
    expect(facts.filter((each, index) => facts.indexOf(each) !== index)).toEqual([]);
  });

  test('a difference shows the article’s side from the article and today’s from its own fact', () => {
    for (const difference of all.filter(isDifference)) {
      expect(difference.today.fact).toBe(difference.fact);
      expect(difference.fact).toMatch(/^B/);
      for (const { fact } of difference.article.basis) expect(fact).toMatch(/^A/);
    }
  });
});

const outcomesFrom = (node: NodeId): readonly OutcomeId[] =>
  outcomeIds.filter((outcome) => reachableFrom(node).has(outcome));

describe('the options of a question', () => {
  const answersWhere = (holds: (each: (typeof options)[number]) => boolean): readonly Answer[] =>
    options.filter(holds).map(({ answer }) => answer);
  const obstacles = answersWhere(({ question }) => question === 'obstacle');

  test.each(options)(
    '$answer gives a reason for exactly the outcomes that it makes unreachable',
    ({ question, answer, option }) => {
      const after = outcomesFrom(targetOf(answer));
      const gone = outcomesFrom(question).filter((outcome) => !after.includes(outcome));
      expect(Object.keys(option.rulesOut).toSorted()).toEqual(gone.toSorted());
    },
  );

  test('every obstacle says whether it is a limit and what to do instead, nothing else does', () => {
    expect(answersWhere(({ option }) => option.limit !== undefined)).toEqual(obstacles);
    expect(answersWhere(({ option }) => (option.instead ?? []).length > 0)).toEqual(obstacles);
  });

  test('an obstacle is a real limit exactly if it leads to the API token', () => {
    expect(answersWhere(({ option }) => option.limit === 'real')).toEqual(
      obstacles.filter((answer) => targetOf(answer) === 'apiToken'),
    );
  });

  test('the first question sets aside the other kinds of caller, and no other question anything', () => {
    const exitNodes: readonly string[] = exitIds;
    expect(answersWhere(({ option }) => option.placement === 'aside')).toEqual(
      answersWhere(
        ({ question, answer }) =>
          question === 'oauth' &&
          (exitNodes.includes(targetOf(answer)) || targetOf(answer) === 'agent'),
      ),
    );
  });
});

describe('words that fit where they are put', () => {
  test('the boxes and edges of the picture stay short', () => {
    const tooLong = [
      ...questionIds.map((id) => ({ short: questions[id].short, most: 28 })),
      ...outcomeIds.map((id) => ({ short: outcomes[id].short, most: 24 })),
      ...exitIds.map((id) => ({ short: exits[id].short, most: 28 })),
      ...options.map(({ option: { short } }) => ({ short, most: 24 })),
    ].filter(({ short, most }) => short.length > most);
    expect(tooLong).toEqual([]);
    for (const { option } of options) {
      expect(option.short.split(' ').length).toBeLessThanOrEqual(4);
    }
  });

  test('the edges from one question can be told apart', () => {
    for (const id of questionIds) {
      const labels = options
        .filter(({ question }) => question === id)
        .map(({ option }) => option.short);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  test('headings of questions ask, all other headings state', () => {
    for (const id of questionIds) expect(questions[id].heading).toMatch(/\?$/);
    for (const { heading } of [...Object.values(outcomes), ...Object.values(exits)]) {
      expect(heading).not.toMatch(/[?!]$/);
    }
  });

  test.each([
    ['empty or padded', (text: string) => text.trim() !== text || text === ''],
    ['a placeholder', (text: string) => /to be written|\bTODO\b|\bTBD\b|lorem/i.test(text)],
    [
      'loud',
      (text: string) => /!|\p{Extended_Pictographic}/u.test(text.replaceAll(/`[^`]*`/g, '')),
    ],
    ['left with an open backtick', (text: string) => (text.match(/`/g) ?? []).length % 2 === 1],
  ])('no text is %s', (_, isWrong) => {
    expect(prose.filter(({ text }) => isWrong(text))).toEqual([]);
  });
});

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[a-z0-9']+(?:[.-][a-z0-9']+)*/g) ?? [];

/** Every run of so many words in a text; code and quoted messages are exact, so they end a run. */
const runsOf = (text: string, length: number): readonly string[] =>
  text.split(/`[^`]*`|“[^”]*”/).flatMap((part) => {
    const words = wordsOf(part);
    return words
      .slice(0, Math.max(0, words.length - length + 1))
      .map((_, start) => words.slice(start, start + length).join(' '));
  });

describe('words of our own', () => {
  // Both texts are kept outside of the project: one is not ours, the other only prepared it. Lists of
  // roles and credentials make short runs alike in the second.
  for (const [name, file, length] of [
    ['eight words is taken from the article', '../shared/article.txt', 8],
    ['ten words is taken from the notes behind the claims', '../shared/facts.md', 10],
  ] as const) {
    test.skipIf(!existsSync(file))(`no run of ${name}`, () => {
      const theirs = new Set(runsOf(readFileSync(file, 'utf8'), length));
      expect(theirs.size).toBeGreaterThan(100);
      const taken = prose.flatMap(({ path, text }) =>
        runsOf(text, length)
          .filter((run) => theirs.has(run))
          .map((run) => `${path}: ${run}`),
      );
      expect(taken).toEqual([]);
    });
  }
});
