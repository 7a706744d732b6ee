import { answersTo } from './answers.ts';
import { type NodeId, type OutcomeId, type QuestionId, questionIds } from './nodeIds.ts';
import type { Answer } from './questions.ts';
import { reachableFrom, shortestWalkTo, targetOf } from './walks.ts';

/**
 * What an answer does to somebody's opinion that a method is right: it confirms it, leaves it to a
 * later question, or is the answer that decides against it.
 */
export type Bearing = 'confirms' | 'leavesOpen' | 'turns';

export interface BearingAnswer {
  readonly answer: Answer;
  readonly bearing: Bearing;
  readonly target: NodeId;
  /** The answers with which a walk arrives there. */
  readonly walk: readonly Answer[];
}

/** A question that may decide whether the opinion is right. */
export interface OpinionStep {
  readonly question: QuestionId;
  readonly answers: readonly BearingAnswer[];
}

/** The questions that may still be asked while a method is possible, in their order, and how each answer bears on it. */
export function opinionSteps(method: OutcomeId): readonly OpinionStep[] {
  return (
    questionIds
      .filter((question) => reachableFrom(question).has(method))
      .map((question) => ({
        question,
        answers: answersTo(question).map((answer) => ({
          answer,
          bearing: bearingOf(answer, method),
          target: targetOf(answer),
          walk: [...shortestWalkTo(question).answers, answer],
        })),
      }))
      // There is no page for an opinion that no answer can change.
      .filter(({ answers }) => answers.some(({ bearing }) => bearing !== 'leavesOpen'))
  );
}

function bearingOf(answer: Answer, method: OutcomeId): Bearing {
  const target = targetOf(answer);
  if (target === method) return 'confirms';
  return reachableFrom(target).has(method) ? 'leavesOpen' : 'turns';
}
