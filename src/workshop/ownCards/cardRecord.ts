import { isAnswer } from '#guide/answers.ts';
import { optionOf, questionWords } from '#guide/answerWords.ts';
import { questionIds } from '#guide/nodeIds.ts';
import { finished, type SlicedWork } from '#browser/slices.ts';
import type { Answer } from '#guide/questions.ts';
import { replay } from '#guide/replay.ts';
import { resultName } from '#guide/resultName.ts';
import { nextAnswers } from '#guide/walks.ts';
import { certainSecretLike } from '#snippets/secretLike.ts';

import { type MisconceptionId, misconceptions } from '../misconceptions.ts';
import {
  type KeyedScenario,
  type Level,
  levels,
  type Misconception,
  type ResultId,
  resultIds,
} from '../scenario.ts';
import { mostProblems, type Path, problemsOf, type Shape, type ShapeProblem } from './shape.ts';

/** A card as a teacher writes it. */
export interface CardRecord {
  readonly id: string;
  readonly level: Level;
  readonly title: string;
  readonly story: string;
  readonly facts?: readonly { readonly ask: string; readonly told: string }[];
  readonly hint: string;
  readonly answers: readonly string[];
  /** What the guide says for the answers; if it is given, it must be correct. */
  readonly result?: ResultId;
  readonly because: string;
  readonly reason: string;
  readonly misconceptions?: Partial<
    Readonly<
      Record<ResultId, MisconceptionId | { readonly belief: string; readonly truth: string }>
    >
  >;
  readonly twist: {
    readonly change: string;
    readonly answers: readonly string[];
    readonly result?: ResultId;
    readonly reason: string;
  };
}

const text = (longest: number): Shape => ({ kind: 'text', longest });
/** One of up to four that are on the room's screen together, at a size that the back row can read. */
const choiceReason = text(150);
const answers: Shape = { kind: 'list', of: text(60), least: 1, most: 8 };
const result: Shape = { kind: 'choice', among: resultIds };

const misconception: Shape = {
  kind: 'either',
  choice: { kind: 'choice', among: Object.keys(misconceptions) },
  record: { kind: 'record', fields: { belief: choiceReason, truth: text(400) } },
};

const card: Shape = {
  kind: 'record',
  fields: {
    id: {
      kind: 'text',
      longest: 40,
      pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/,
      form: 'lower-case letters and digits with hyphens between them, such as nightly-sync',
    },
    level: { kind: 'choice', among: levels },
    title: text(80),
    story: text(1200),
    facts: {
      kind: 'list',
      of: { kind: 'record', fields: { ask: text(160), told: text(300) } },
      least: 0,
      most: 8,
    },
    hint: text(300),
    answers,
    result,
    because: choiceReason,
    reason: text(600),
    misconceptions: {
      kind: 'record',
      fields: Object.fromEntries(resultIds.map((id) => [id, misconception])),
      optional: resultIds,
    },
    twist: {
      kind: 'record',
      fields: { change: text(400), answers, result, reason: text(600) },
      optional: ['result'],
    },
  },
  optional: ['facts', 'result', 'misconceptions'],
};

/** The most cards that one file can have. */
export const mostCards = 40;

const fileShapeOf = (each: Shape): Shape => ({
  kind: 'record',
  fields: { cards: { kind: 'list', of: each, least: 1, most: mostCards } },
});

/** The shape of a teacher's file of cards. */
export const cardFileShape = fileShapeOf(card);

/** How many cards are checked between two pauses: some milliseconds. */
const cardsAtOnce = 2;

/** The result of a check: the cards that can be used, and what must be fixed in the others. */
export interface CheckedCards {
  readonly records: readonly CardRecord[];
  /** At most {@link mostProblems}. */
  readonly problems: readonly ShapeProblem[];
}

/** Checks a teacher's cards at once; see {@link checkingCards}. */
export const checkCards = (data: unknown): CheckedCards => finished(checkingCards(data));

/**
 * Checks a teacher's cards, in parts: their shape, and their key against the guide. It stops at the
 * maximum number of cards, and at the maximum number of problems.
 *
 * @param data the content of the file, which may be anything
 */
export function* checkingCards(data: unknown): SlicedWork<CheckedCards> {
  const problems = [...problemsOf(fileShapeOf({ kind: 'anything' }), data)];
  const list = listOf(data).slice(0, mostCards);
  const records: CardRecord[] = [];
  const names = new Set<string>();
  for (const [index, each] of list.entries()) {
    if (problems.length >= mostProblems) break;
    if (index > 0 && index % cardsAtOnce === 0) yield index / list.length;
    const path: Path = ['cards', index];
    const found = cardProblems(each, path);
    problems.push(...found);
    const id = idOf(each);
    const isSecond = id !== undefined && names.has(id);
    if (isSecond) {
      problems.push({
        path: [...path, 'id'],
        text: `“${id}” is also the id of another card. Choose a different one.`,
      });
    }
    if (id !== undefined) names.add(id);
    if (found.length === 0 && !isSecond) records.push(each as CardRecord);
  }
  return { records, problems: problems.slice(0, mostProblems) };
}

/** What must be fixed in one card. */
function cardProblems(data: unknown, path: Path): readonly ShapeProblem[] {
  const ofShape = problemsOf(card, data, path);
  if (ofShape.length > 0) return ofShape;
  return [...guideProblems(data as CardRecord, path), ...secretProblems(data, path)];
}

function listOf(data: unknown): readonly unknown[] {
  if (typeof data !== 'object' || data === null || !('cards' in data)) return [];
  return Array.isArray(data.cards) ? data.cards : [];
}

function idOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('id' in data)) return undefined;
  return typeof data.id === 'string' ? data.id : undefined;
}

function guideProblems(record: CardRecord, path: Path): readonly ShapeProblem[] {
  const own = walkProblems(record.answers, record.result, path);
  const twist = walkProblems(record.twist.answers, record.twist.result, [...path, 'twist']);
  if (own.length > 0 || twist.length > 0) return [...own, ...twist];
  const { node } = replay(record.answers).walk;
  if (node === replay(record.twist.answers).walk.node) {
    return [
      {
        path: [...path, 'twist', 'answers'],
        text: `The twist leads to the same result as the card, ${resultName(node as ResultId)}. Change a fact that changes the result.`,
      },
    ];
  }
  return record.misconceptions !== undefined && node in record.misconceptions
    ? [
        {
          path: [...path, 'misconceptions', node],
          text: `${node} is the right result of this card, so no misconception leads to it. Remove it.`,
        },
      ]
    : [];
}

/** Why answers do not lead to the result. */
function walkProblems(
  given: readonly string[],
  claimed: ResultId | undefined,
  path: Path,
): readonly ShapeProblem[] {
  const unknown = given.findIndex((answer) => !isAnswer(answer));
  if (unknown !== -1) {
    return [
      {
        path: [...path, 'answers', unknown],
        text: `“${given[unknown]}” is not an answer of the guide. ${optionsAfter(given.slice(0, unknown))}`,
      },
    ];
  }
  for (const [index] of given.entries()) {
    if (replay(given.slice(0, index + 1)).dropped.length === 0) continue;
    return [
      {
        path: [...path, 'answers', index],
        text: `“${given[index]}” does not follow here. ${optionsAfter(given.slice(0, index))}`,
      },
    ];
  }
  const { node, kind } = replay(given).walk;
  if (kind === 'question') {
    return [
      {
        path: [...path, 'answers'],
        text: `The answers stop before there is a result. ${optionsAfter(given)}`,
      },
    ];
  }
  return claimed === undefined || claimed === node
    ? []
    : [
        {
          path: [...path, 'result'],
          text: `The guide says ${node} for these answers, not ${claimed}. Change the result, or the answers; you may also leave the result out.`,
        },
      ];
}

/** Which answers may come next. */
function optionsAfter(given: readonly string[]): string {
  const { walk } = replay(given);
  const question = questionIds.find((id) => id === walk.node);
  if (question === undefined) return 'There is a result already: remove this answer.';
  const options = nextAnswers(walk).map((answer) => `${answer} (${optionOf(answer).label})`);
  return `“${questionWords(question).short}” can be answered with: ${options.join('; ')}.`;
}

function secretProblems(data: unknown, path: Path): readonly ShapeProblem[] {
  if (typeof data === 'string') {
    const reason = certainSecretLike(data);
    return reason === undefined ? [] : [{ path, text: reason }];
  }
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, each]) => secretProblems(each, [...path, name]));
}

/** Put before the ids of a teacher's cards, so that none has the id of one of the guide's. */
const prefix = 'teacher-';

/** Whether a card is a teacher's own. */
export const isOwn = ({ id }: { readonly id: string }): boolean => id.startsWith(prefix);

const resultOf = (given: readonly string[]): ResultId => replay(given).walk.node as ResultId;

/** Makes a usable card from a checked record. */
export function scenarioFrom(record: CardRecord): KeyedScenario {
  return {
    kind: 'keyed',
    id: `${prefix}${record.id}`,
    level: record.level,
    title: record.title,
    story: record.story,
    facts: record.facts ?? [],
    hint: record.hint,
    answers: record.answers as readonly Answer[],
    result: resultOf(record.answers),
    because: record.because,
    reason: { text: record.reason },
    misconceptions: Object.fromEntries(
      Object.entries(record.misconceptions ?? {}).map(([id, each]) => [
        id,
        misconceptionFrom(each),
      ]),
    ),
    twist: {
      change: record.twist.change,
      answers: record.twist.answers as readonly Answer[],
      result: resultOf(record.twist.answers),
      reason: { text: record.twist.reason },
    },
  };
}

function misconceptionFrom(
  given: MisconceptionId | { readonly belief: string; readonly truth: string },
): Misconception {
  return typeof given === 'string'
    ? misconceptions[given]
    : { belief: given.belief, truth: { text: given.truth } };
}

/** Writes a teacher's card back as a record. */
export function recordFrom(scenario: KeyedScenario): CardRecord {
  const known = Object.entries(misconceptions) as readonly (readonly [
    MisconceptionId,
    Misconception,
  ])[];
  const beliefs = resultIds.flatMap((id) => {
    const found = scenario.misconceptions[id];
    if (found === undefined) return [];
    const [name] = known.find(([, each]) => each === found) ?? [];
    return [[id, name ?? { belief: found.belief, truth: found.truth.text }] as const];
  });
  return {
    id: scenario.id.slice(prefix.length),
    level: scenario.level,
    title: scenario.title,
    story: scenario.story,
    ...(scenario.facts.length === 0 ? {} : { facts: scenario.facts }),
    hint: scenario.hint,
    answers: scenario.answers,
    because: scenario.because,
    reason: scenario.reason.text,
    ...(beliefs.length === 0 ? {} : { misconceptions: Object.fromEntries(beliefs) }),
    twist: {
      change: scenario.twist.change,
      answers: scenario.twist.answers,
      reason: scenario.twist.reason.text,
    },
  };
}

/** Reads a card that another window sends; undefined for anything else. */
export function parseOwnCard(data: unknown): KeyedScenario | undefined {
  const { records, problems } = checkCards({ cards: [data] });
  const [record] = records;
  return record === undefined || problems.length > 0 ? undefined : scenarioFrom(record);
}
