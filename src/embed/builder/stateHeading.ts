import { questionWords } from '#guide/answerWords.ts';
import { exits } from '#guide/exits.ts';
import { isAtExit, isAtOutcome, isAtQuestion } from '#guide/nodeKind.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import type { Walk } from '#guide/replay.ts';
import { resultName } from '#guide/resultName.ts';

/** The heading of a state's page. */
export function stateHeading(walk: Walk): string {
  if (isAtQuestion(walk)) return questionWords(walk.node).heading;
  if (isAtOutcome(walk)) return outcomes[walk.node].heading;
  return isAtExit(walk) ? exits[walk.node].heading : '';
}

/** A few words that name a state. */
export function stateLabel(walk: Walk): string {
  if (isAtQuestion(walk)) return questionWords(walk.node).short;
  return isAtOutcome(walk) || isAtExit(walk) ? resultName(walk.node) : '';
}
