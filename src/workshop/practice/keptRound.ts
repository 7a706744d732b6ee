import { fromCallback } from 'xstate';

import type { Scenario } from '../scenario.ts';
import {
  type Attempt,
  attemptText,
  parseRound,
  type Round,
  roundText,
  strayAttempts,
} from './round.ts';

/** A request to keep a round, together with what other tabs keep. */
export interface KeepOrder {
  readonly type: 'round.keep';
  readonly round: Round;
  /** The attempts of this tab that are kept, as far as it knows. */
  readonly kept: readonly Attempt[];
  /** Every card that this tab can deal. */
  readonly cards: readonly Scenario[];
}

/** The result of keeping a round. */
export interface KeepReport {
  readonly type: 'round.kept';
  readonly isKept: boolean;
  /** The attempts that were to be kept. */
  readonly own: readonly Attempt[];
  /** Those joined with the attempts of other tabs. */
  readonly attempts: readonly Attempt[];
}

/** One text of a browser's storage. */
interface StoredText {
  readonly read: () => string | undefined;
  /** Returns whether it is stored. */
  readonly write: (text: string) => boolean;
}

/**
 * Merges the attempts of a tab with those that other tabs have kept in the meantime. What this tab
 * added is added, and what it removed is removed; everything else stays as the other tabs left it.
 * If two tabs predicted the same card, the prediction that was kept first counts.
 *
 * @param own the attempts of this tab
 * @param kept those of them that were kept before
 * @param theirs the attempts that are kept now; undefined if none are
 */
export function joinedAttempts(
  own: readonly Attempt[],
  kept: readonly Attempt[],
  theirs: readonly Attempt[] | undefined,
): readonly Attempt[] {
  if (theirs === undefined) return own;
  const added = without(own, kept);
  const joined = new Map(
    without(theirs, without(kept, own)).map((each) => [each.scenario.id, each]),
  );
  for (const attempt of added) {
    if (joined.get(attempt.scenario.id)?.prediction === undefined) {
      joined.set(attempt.scenario.id, attempt);
    }
  }
  return [...joined.values()];
}

function without(attempts: readonly Attempt[], gone: readonly Attempt[]): readonly Attempt[] {
  const texts = new Set(gone.map(attemptText));
  return attempts.filter((each) => !texts.has(attemptText(each)));
}

/** Keeps a round in a text that other tabs change too. No tab loses what another one kept. */
export const keeperWith = ({ read, write }: StoredText) =>
  fromCallback<KeepOrder, undefined>(({ receive, sendBack }) => {
    receive(({ round: { level, attempts: own }, kept, cards }) => {
      const text = read() ?? '';
      const attempts = joinedAttempts(own, kept, parseRound(text, cards)?.attempts);
      const isKept = write(roundText({ level, attempts }, strayAttempts(text, cards)));
      sendBack({ type: 'round.kept', isKept, own, attempts } satisfies KeepReport);
    });
  });
