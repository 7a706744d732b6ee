import type { Answer } from '#guide/questions.ts';
import { replay } from '#guide/replay.ts';
import { allWalks, shortestWalkTo } from '#guide/walks.ts';
import { answersFromPath } from '#share/address.ts';

export interface Place {
  readonly answers: readonly Answer[];
  /** Whether all of the text could be used; otherwise the answers go as far as it leads. */
  readonly isWhole: boolean;
}

/** The names of places, for the host's developer. */
export const placeForms =
  'the id of a question or result, like audience, or a walk, like oauth-yes/audience-ownOrg';

/**
 * Finds where an embed begins, or a host wants to go.
 *
 * @param text a node's id (`audience`), reached by the shortest walk, the first in the order of the
 *   options; or a walk as in an address (`oauth-yes/audience-ownOrg`)
 */
export function placeOf(text: string): Place {
  const named = allWalks().find(({ node }) => node === text);
  if (named !== undefined) return { answers: shortestWalkTo(named.node).answers, isWhole: true };
  const { answers, malformed } = answersFromPath(text);
  const { walk, dropped } = replay(answers);
  return { answers: walk.answers, isWhole: malformed.length + dropped.length === 0 };
}

export interface Start {
  readonly answers: readonly Answer[];
  /** The part of it that could not be used, for the host's developer; absent if all of it could. */
  readonly problem?: string;
}

/** Finds where an embed begins; see `placeOf`. */
export function startOf(start: string): Start {
  const { answers, isWhole } = placeOf(start);
  return isWhole
    ? { answers }
    : {
        answers,
        problem: `start must be ${placeForms}. The guide follows it as far as it can.`,
      };
}
