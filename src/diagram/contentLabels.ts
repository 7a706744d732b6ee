import { questionWords } from '#guide/answerWords.ts';
import { exits } from '#guide/exits.ts';
import { exitIds, outcomeIds, questionIds } from '#guide/nodeIds.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';

import type { DiagramLabels } from './labels.ts';

/**
 * The words of the picture as the content has them now. The pages do not ask here: they would load
 * the whole content. They read the copy in `geometry.ts`, which a test keeps equal.
 */
export function contentLabels(): DiagramLabels {
  return {
    nodes: Object.fromEntries([
      ...questionIds.map((id) => [id, questionWords(id).short]),
      ...outcomeIds.map((id) => [id, outcomes[id].short]),
      ...exitIds.map((id) => [id, exits[id].short]),
    ]) as DiagramLabels['nodes'],
    answers: Object.fromEntries(
      questionIds.flatMap((id) =>
        Object.entries(questionWords(id).options).map(([option, { short }]) => [
          `${id}.${option}`,
          short,
        ]),
      ),
    ) as DiagramLabels['answers'],
  };
}
