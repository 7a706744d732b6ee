import { type QuestionId, questionIds } from '#guide/nodeIds.ts';

import { beliefShown, type Confidence, missedFork, type Prediction } from '../prediction.ts';
import type { KeyedScenario, Misconception } from '../scenario.ts';
import type { Attempt } from './round.ts';

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
  /** How often the person left the guide's path at each question; only such questions are listed, in their order. */
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
