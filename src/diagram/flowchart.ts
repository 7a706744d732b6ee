import type { Walk } from '#guide/replay.ts';
import { replay } from '#guide/replay.ts';

import { captionFor, descriptionFor } from './captions.ts';
import { labels } from './geometry.ts';
import { graphState } from './graph.ts';
import { mermaidText, type TextForm } from './mermaidText.ts';

/** What is shown before a chosen answer, so that colour and line are not the only signs. */
const chosenMark = '✓';

/**
 * Gives the whole decision as Mermaid text, with a walk on it: the nodes it came through, those it
 * can still reach and those that its answers have ruled out each in a class of their own, and the
 * chosen answers marked.
 */
export function flowchartText(walk: Walk, form: TextForm = 'full'): string {
  const state = graphState(walk);
  return mermaidText({
    labels,
    state,
    form,
    title: captionFor(walk),
    accTitle: captionFor(walk),
    accDescr: descriptionFor(walk),
    answerLabel: (answer) =>
      state.answer(answer) === 'taken'
        ? `${chosenMark} ${labels.answers[answer]}`
        : labels.answers[answer],
  });
}

/** The whole decision as Mermaid text, before the first answer. */
export function emptyFlowchartText(): string {
  return flowchartText(replay([]).walk);
}
