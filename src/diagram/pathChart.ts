import { questionIdOf } from '#guide/answers.ts';
import type { NodeId } from '#guide/nodeIds.ts';
import type { Answer } from '#guide/questions.ts';
import type { Walk } from '#guide/replay.ts';
import { allWalks, targetOf } from '#guide/walks.ts';

import { labels } from './geometry.ts';
import type { Edge, GraphState } from './graph.ts';
import type { DiagramLabels } from './labels.ts';
import { mermaidText, type TextForm } from './mermaidText.ts';

// The path by itself: the questions that were asked, the answers given, and where they led.

/** The walks whose paths are drawn by themselves: those that have ended. */
export const drawnWalks = (): readonly Walk[] =>
  allWalks().filter(({ kind }) => kind !== 'question');

/** The nodes of a walk in their order. */
export const nodesOf = ({ answers, node }: Walk): readonly NodeId[] => [
  ...answers.map(questionIdOf),
  node,
];

/** A line of a path, which one answer took. */
interface PathEdge extends Edge {
  readonly answers: readonly [Answer];
}

/** The lines of a walk in their order. */
export const edgesOf = ({ answers }: Walk): readonly PathEdge[] =>
  answers.map((answer) => ({
    from: questionIdOf(answer),
    to: targetOf(answer),
    answers: [answer],
  }));

/** On its own path nothing is left open; an answer needs no mark where there is no other. */
export const pathState = ({ node }: Walk): GraphState => ({
  node: (id) => (id === node ? 'current' : 'taken'),
  answer: () => 'open',
  edge: () => 'taken',
});

export const pathCaption = ({ node }: Walk, words: DiagramLabels = labels): string =>
  `The path to: ${words.nodes[node]}`;

/** A question of a path and the answer given, in the words of the picture. */
interface PathStep {
  readonly question: string;
  readonly answer: string;
}

/** The questions of a path with their answers, in their order. */
export const pathSteps = ({ answers }: Walk, words: DiagramLabels = labels): readonly PathStep[] =>
  answers.map((answer) => ({
    question: words.nodes[questionIdOf(answer)],
    answer: words.answers[answer],
  }));

/** Says a path in words: each question with its answer, then where it ends. */
export function pathSentence(walk: Walk, words: DiagramLabels = labels): string {
  const steps = pathSteps(walk, words).map(({ question, answer }) => `${question} ${answer}.`);
  return [...steps, `So: ${words.nodes[walk.node]}.`].join(' ');
}

/**
 * Gives the path of a walk by itself as Mermaid text. Its picture is Mermaid's layout of the full
 * form.
 *
 * @param words the copy of the content's that the pages have, when left out
 */
export function pathText(
  walk: Walk,
  form: TextForm = 'full',
  words: DiagramLabels = labels,
): string {
  return mermaidText({
    nodes: nodesOf(walk),
    edges: edgesOf(walk),
    labels: words,
    state: pathState(walk),
    form,
    accTitle: pathCaption(walk, words),
    accDescr: pathSentence(walk, words),
    answerLabel: (answer) => words.answers[answer],
  });
}

/** All paths as Mermaid text: what their one geometry is laid out from. */
export const allPathTexts = (words: DiagramLabels): string =>
  drawnWalks()
    .map((walk) => pathText(walk, 'full', words))
    .join('');
