import type { Walk } from '#guide/replay.ts';

import { labels } from './geometry.ts';
import { questionIdOf } from '#guide/answers.ts';

/** The title of a walk's picture: where it stands, in a few words. */
export function captionFor(walk: Walk): string {
  if (walk.answers.length === 0) return 'How a program should authorize to Okta’s APIs';
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
