import type { Answer } from '#guide/questions.ts';
import { replay } from '#guide/replay.ts';
import { allWalks, shortestWalkTo } from '#guide/walks.ts';
import { answersFromPath } from '#share/address.ts';

export interface Start {
  readonly answers: readonly Answer[];
  /** What of it could not be used, for the host's developer; absent when all could. */
  readonly problem?: string;
}

/**
 * Finds where an embed begins.
 *
 * @param start a node's id (`audience`), reached by the shortest walk, the first in the order of the
 *   options; or a walk as in an address (`oauth-yes/audience-ownOrg`)
 */
export function startOf(start: string): Start {
  const named = allWalks().find(({ node }) => node === start);
  if (named !== undefined) return { answers: shortestWalkTo(named.node).answers };
  const { answers, malformed } = answersFromPath(start);
  const { walk, dropped } = replay(answers);
  if (malformed.length + dropped.length === 0) return { answers: walk.answers };
  return {
    answers: walk.answers,
    problem:
      'start must be the id of a question or result, like audience, or a walk, like oauth-yes/audience-ownOrg. As much of it was taken as leads somewhere.',
  };
}
