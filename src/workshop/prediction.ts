import { questionIdOf } from '#guide/answers.ts';
import { questionWords } from '#guide/answerWords.ts';
import type { QuestionId } from '#guide/nodeIds.ts';
import { reachableFrom, targetOf } from '#guide/walks.ts';

import type { KeyedScenario, Misconception, ResultId, Scenario } from './scenario.ts';

/** How sure somebody is, from least to most. */
export const confidences = ['guess', 'fairlySure', 'certain'] as const;
export type Confidence = (typeof confidences)[number];

export interface Prediction {
  readonly result: ResultId;
  /** Its place among the card's `reasonChoices`. */
  readonly reason: number;
  readonly confidence: Confidence;
}

export interface ReasonChoice {
  readonly text: string;
  /** The belief behind a wrong choice; absent for the card's own reason. */
  readonly belief?: Misconception;
}

/**
 * The reasons to choose from on a card: its own, and the beliefs behind wrong choices. Their order
 * is the same for everybody and gives nothing away.
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
 * The belief that a prediction shows: the one that was chosen as the reason, else the one that
 * often leads to the result that was chosen.
 *
 * @returns undefined when the result and the reason are the card's
 */
export function beliefShown(
  scenario: KeyedScenario,
  { result, reason }: Prediction,
): Misconception | undefined {
  return reasonChoices(scenario)[reason]?.belief ?? scenario.misconceptions[result];
}

/** A number that follows from a text and looks random (FNV-1a). */
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
function decidingFork(scenario: KeyedScenario): QuestionId | undefined {
  const last = scenario.answers.at(-1);
  return last === undefined ? undefined : questionIdOf(last);
}

/** The hints for a card, one after another: what to ask yourself, then the question that decides. */
export function hintsOf(scenario: Scenario): readonly string[] {
  const fork = scenario.kind === 'keyed' ? decidingFork(scenario) : undefined;
  return fork === undefined
    ? [scenario.hint]
    : [scenario.hint, `This question decides: ${questionWords(fork).heading}`];
}
