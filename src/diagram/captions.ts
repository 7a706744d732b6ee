import { questionIdOf } from '#guide/answers.ts';
import type { NodeId, NodeKind } from '#guide/nodeIds.ts';
import { kindOf } from '#guide/nodeKind.ts';
import type { Walk } from '#guide/replay.ts';
import { ruledOutBy } from '#guide/walks.ts';

import { labels } from './geometry.ts';

/** The title of a walk's picture: where it stands, in a few words. */
export function captionFor(walk: Walk): string {
  if (walk.answers.length === 0) return 'How a program should authorize its calls to Okta’s APIs';
  const here = labels.nodes[walk.node];
  return walk.kind === 'question' ? `The path so far, up to: ${here}` : `The path to: ${here}`;
}

/** What a walk's picture shows, in one or two sentences. */
export function descriptionFor(walk: Walk): string {
  const steps = walk.answers.map(
    (answer) => `${labels.nodes[questionIdOf(answer)]} ${labels.answers[answer]}.`,
  );
  const here = labels.nodes[walk.node];
  return [
    'Flowchart of the whole decision.',
    ...(steps.length === 0 ? [] : ['Answers given:', ...steps]),
    walk.kind === 'question' ? `The next question is: ${here}` : `The path ends at: ${here}.`,
  ].join(' ');
}

const kindNames: Readonly<Record<NodeKind, string>> = {
  question: 'Question',
  outcome: 'Result',
  exit: 'Outside this guide',
};

/** What a node is and how it stands in a walk, for example as the name of its link. */
export function nodeName(node: NodeId, walk: Walk): string {
  const label = labels.nodes[node];
  const end = label.endsWith('?') ? '' : '.';
  return `${kindNames[kindOf(node)]}: ${label}${end} ${standing(node, walk)}`;
}

function standing(node: NodeId, walk: Walk): string {
  if (node === walk.node) return 'You are here.';
  const given = walk.answers.find((answer) => questionIdOf(answer) === node);
  if (given !== undefined) return `On your path: you answered “${labels.answers[given]}”.`;
  const by = ruledOutBy(walk, node);
  return by === undefined
    ? 'Can still be reached.'
    : `Ruled out by your answer “${labels.answers[by]}”.`;
}
