import { atSentenceStart } from './atSentenceStart.ts';
import { exits } from './exits.ts';
import { type ExitId, exitIds, type OutcomeId } from './nodeIds.ts';
import { outcomes } from './outcomes/outcomes.ts';

/** Names where a walk ended, as at the start of a sentence: `Service app`. */
export function resultName(id: OutcomeId | ExitId): string {
  const exit = exitIds.find((each) => each === id);
  const { name } = exit === undefined ? outcomes[id as OutcomeId] : exits[exit];
  return atSentenceStart(name);
}

/** Gives a name with its indefinite article: “an API token”. */
export const withArticle = (name: string): string =>
  `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`;
