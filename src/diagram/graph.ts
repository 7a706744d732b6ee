import { answersTo, questionIdOf } from '#guide/answers.ts';
import { type NodeId, type QuestionId, questionIds } from '#guide/nodeIds.ts';
import type { Answer } from '#guide/questions.ts';
import type { Walk } from '#guide/replay.ts';
import { reachableFrom, targetOf } from '#guide/walks.ts';

/** All answers that lead from one question to the same node: one line of the picture. */
export interface Edge {
  readonly from: QuestionId;
  readonly to: NodeId;
  /** In the order in which the question offers them. */
  readonly answers: readonly [Answer, ...Answer[]];
}

function edgesOf(from: QuestionId): readonly Edge[] {
  const byTarget = new Map<NodeId, Edge>();
  for (const answer of answersTo(from)) {
    const to = targetOf(answer);
    const earlier = byTarget.get(to)?.answers ?? [];
    byTarget.set(to, { from, to, answers: [...earlier, answer] as unknown as Edge['answers'] });
  }
  return [...byTarget.values()];
}

/** The lines of the picture, question by question. */
export const edges: readonly Edge[] = questionIds.flatMap(edgesOf);

/** Where a node stands in a walk. */
export type NodeState =
  /** the walk is here */
  | 'current'
  /** the walk came through here */
  | 'taken'
  /** the walk can still come here */
  | 'open'
  /** the answers given have made it unreachable */
  | 'ruledOut';

/** Where a line, or one answer on it, stands in a walk; nothing is current there. */
export type EdgeState = Exclude<NodeState, 'current'>;

/** How the whole graph stands in a walk. */
export interface GraphState {
  readonly node: (id: NodeId) => NodeState;
  readonly answer: (answer: Answer) => EdgeState;
  readonly edge: (edge: Edge) => EdgeState;
}

/** Tells for every node, answer and line whether the walk took it, can still take it, or cannot. */
export function graphState(walk: Walk): GraphState {
  const reachable = reachableFrom(walk.node);
  const given = new Set<Answer>(walk.answers);
  const passed = new Set<string>(walk.answers.map(questionIdOf));
  const answer = (each: Answer): EdgeState => {
    if (given.has(each)) return 'taken';
    return reachable.has(questionIdOf(each)) ? 'open' : 'ruledOut';
  };
  return {
    node: (id) => {
      if (id === walk.node) return 'current';
      if (passed.has(id)) return 'taken';
      return reachable.has(id) ? 'open' : 'ruledOut';
    },
    answer,
    edge: ({ answers }) =>
      answers.map(answer).find((state) => state === 'taken') ?? answer(answers[0]),
  };
}
