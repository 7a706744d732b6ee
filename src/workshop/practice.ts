import { questionIdOf } from '#guide/answers.ts';
import { type QuestionId, questionIds } from '#guide/nodeIds.ts';
import { reachableFrom, targetOf } from '#guide/walks.ts';

import type { KeyedScenario, Misconception, ResultId, Scenario } from './scenario.ts';

/** How sure somebody is, the least first. */
export const confidences = ['guess', 'fairlySure', 'certain'] as const;
export type Confidence = (typeof confidences)[number];

export interface Prediction {
  readonly result: ResultId;
  /** Its place among the card's `reasonChoices`. */
  readonly reason: number;
  readonly confidence: Confidence;
}

/** What became of a card. */
export interface Attempt {
  readonly scenario: Scenario;
  /** Absent for a card that was skipped, or that has no key. */
  readonly prediction?: Prediction | undefined;
  /** What was predicted of the twist; absent when it was passed over. */
  readonly twist?: ResultId | undefined;
  /** How many hints were looked at. */
  readonly hints: number;
}

export interface ReasonChoice {
  readonly text: string;
  /** The belief that stands behind a wrong choice; absent for the card's own reason. */
  readonly belief?: Misconception;
}

/**
 * The reasons that one can choose from on a card: its own and the beliefs behind wrong choices, in an
 * order that is the same for everybody and says nothing.
 */
export function reasonChoices(scenario: KeyedScenario): readonly ReasonChoice[] {
  const beliefs = [...new Set(Object.values(scenario.misconceptions))].map((belief) => ({
    text: belief.belief,
    belief,
  }));
  const own: ReasonChoice = { text: scenario.because };
  return [own, ...beliefs].toSorted((one, other) => scattered(one.text) - scattered(other.text));
}

/**
 * The belief that a prediction shows: the one that was chosen as the reason, else the one that often
 * stands behind the result that was chosen.
 *
 * @returns undefined when the result and the reason are the card's
 */
export function beliefShown(
  scenario: KeyedScenario,
  { result, reason }: Prediction,
): Misconception | undefined {
  return reasonChoices(scenario)[reason]?.belief ?? scenario.misconceptions[result];
}

/** A number that follows from a text and looks like chance (FNV-1a). */
function scattered(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93) >>> 0;
  }
  return hash;
}

/**
 * Finds the question at which somebody went another way than the guide.
 *
 * @returns `undefined` when the result is right
 */
export function missedFork(scenario: KeyedScenario, predicted: ResultId): QuestionId | undefined {
  if (predicted === scenario.result) return undefined;
  const fork = scenario.answers.find((answer) => !reachableFrom(targetOf(answer)).has(predicted));
  return fork === undefined ? undefined : questionIdOf(fork);
}

/** The question that decides a card: the one whose answer leaves no other result. */
export function decidingFork(scenario: KeyedScenario): QuestionId | undefined {
  const last = scenario.answers.at(-1);
  return last === undefined ? undefined : questionIdOf(last);
}

export interface Summary {
  /** Cards with a prediction. */
  readonly predicted: number;
  readonly skipped: number;
  readonly rightResults: number;
  /** Right result for the right reason. */
  readonly rightReasons: number;
  readonly twists: { readonly predicted: number; readonly right: number };
  /** Of those who were sure, how many were right. */
  readonly byConfidence: Readonly<
    Record<Confidence, { readonly predicted: number; readonly right: number }>
  >;
  /** How often each question was where one went another way; those that were are listed, in their order. */
  readonly missedForks: readonly { readonly question: QuestionId; readonly times: number }[];
  /** The beliefs that showed, the most frequent first. */
  readonly misconceptions: readonly { readonly belief: Misconception; readonly times: number }[];
}

const isRight = ({ result }: KeyedScenario, predicted: Prediction): boolean =>
  predicted.result === result;

/** Sums up a round of practice. */
export function summaryOf(attempts: readonly Attempt[]): Summary {
  const predictions = attempts.flatMap(({ scenario, prediction }) =>
    scenario.kind === 'keyed' && prediction !== undefined ? [{ scenario, prediction }] : [],
  );
  const right = predictions.filter(({ scenario, prediction }) => isRight(scenario, prediction));
  const twists = attempts.flatMap(({ scenario, twist }) =>
    scenario.kind === 'keyed' && twist !== undefined ? [twist === scenario.twist.result] : [],
  );
  const forks = predictions.map(({ scenario, prediction }) =>
    missedFork(scenario, prediction.result),
  );
  const beliefs = predictions.flatMap(
    ({ scenario, prediction }) => beliefShown(scenario, prediction) ?? [],
  );
  return {
    predicted: predictions.length,
    skipped: attempts.filter(({ scenario, prediction }) => scenario.kind === 'keyed' && !prediction)
      .length,
    rightResults: right.length,
    rightReasons: right.filter(
      ({ scenario, prediction }) => beliefShown(scenario, prediction) === undefined,
    ).length,
    twists: { predicted: twists.length, right: twists.filter(Boolean).length },
    byConfidence: {
      guess: ofConfidence('guess'),
      fairlySure: ofConfidence('fairlySure'),
      certain: ofConfidence('certain'),
    },
    missedForks: questionIds
      .map((question) => ({ question, times: forks.filter((each) => each === question).length }))
      .filter(({ times }) => times > 0),
    misconceptions: [...new Set(beliefs)]
      .map((belief) => ({ belief, times: beliefs.filter((each) => each === belief).length }))
      .toSorted((one, other) => other.times - one.times),
  };

  function ofConfidence(wanted: Confidence): {
    readonly predicted: number;
    readonly right: number;
  } {
    return {
      predicted: predictions.filter(({ prediction }) => prediction.confidence === wanted).length,
      right: right.filter(({ prediction }) => prediction.confidence === wanted).length,
    };
  }
}
