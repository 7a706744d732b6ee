import {
  type ExitId,
  type NodeId,
  type NodeKind,
  type OutcomeId,
  outcomeIds,
  type QuestionId,
  questionIds,
} from './nodeIds.ts';
import type { Walk } from './replay.ts';

type WalkAt<Node> = Walk & { readonly node: Node };

/** A walk that has ended in one of the three methods. */
export type OutcomeWalk = WalkAt<OutcomeId>;

/** A walk that has ended where this is the wrong guide. */
export type ExitWalk = WalkAt<ExitId>;

/** Whether the walk stands at a question. */
export const isAtQuestion = (walk: Walk): walk is WalkAt<QuestionId> => walk.kind === 'question';

/** Whether the walk has ended in one of the three methods. */
export const isAtOutcome = (walk: Walk): walk is OutcomeWalk => walk.kind === 'outcome';

/** Whether the walk has ended where this is the wrong guide. */
export const isAtExit = (walk: Walk): walk is ExitWalk => walk.kind === 'exit';

/** What a node is, whatever walk leads there. */
export function kindOf(node: NodeId): NodeKind {
  if (questionIds.some((id) => id === node)) return 'question';
  return outcomeIds.some((id) => id === node) ? 'outcome' : 'exit';
}
