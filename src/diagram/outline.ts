import { type NodeId, type QuestionId, questionIds } from '#guide/nodeIds.ts';
import { questionIdOf } from '#guide/answers.ts';
import type { Answer } from '#guide/questions.ts';
import type { Walk } from '#guide/replay.ts';

import { labels } from './geometry.ts';
import { edges, type EdgeState, graphState, type NodeState } from './graph.ts';

/** An answer of the picture, in words. */
export interface OutlineAnswer {
  readonly answer: Answer;
  readonly text: string;
  readonly state: EdgeState;
}

/** A line of the picture, in words: the answers that lead to one node. */
export interface OutlineEdge {
  readonly answers: readonly OutlineAnswer[];
  readonly state: EdgeState;
  /** Where they lead. */
  readonly to: { readonly id: NodeId; readonly text: string; readonly state: NodeState };
}

/** A question of the picture, in words. */
export interface OutlineStep {
  readonly question: QuestionId;
  readonly text: string;
  readonly state: NodeState;
  readonly edges: readonly OutlineEdge[];
}

/**
 * Says in words what the picture shows: the questions of the walk in the order in which they were
 * answered, then the one it stands at, then those still open, then those ruled out; each with all
 * its answers and where they lead.
 */
export function outlineFor(walk: Walk): readonly OutlineStep[] {
  const state = graphState(walk);
  const asked = walk.answers.map(questionIdOf);
  const others = questionIds.filter((id) => !asked.includes(id));
  const inState = (wanted: NodeState): readonly QuestionId[] =>
    others.filter((id) => state.node(id) === wanted);
  return [...asked, ...inState('current'), ...inState('open'), ...inState('ruledOut')].map(
    (question) => ({
      question,
      text: labels.nodes[question],
      state: state.node(question),
      edges: edges
        .filter(({ from }) => from === question)
        .map((edge) => ({
          answers: edge.answers.map((answer) => ({
            answer,
            text: labels.answers[answer],
            state: state.answer(answer),
          })),
          state: state.edge(edge),
          to: { id: edge.to, text: labels.nodes[edge.to], state: state.node(edge.to) },
        })),
    }),
  );
}
