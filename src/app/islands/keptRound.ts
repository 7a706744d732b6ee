import { keepText, keptText } from '#browser/keptText.ts';
import { parseRound, type Round, roundText } from '#workshop/keptRound.ts';
import type { Scenario } from '#workshop/scenario.ts';
import { scenarios } from '#workshop/scenarios/scenarios.ts';

const name = 'practice';

/**
 * The round of practice that was going on last in this browser, if it can be read.
 *
 * @param ownCards a teacher's cards that are dealt in place of the guide's; empty for none
 */
export function keptRound(ownCards: readonly Scenario[]): Round | undefined {
  return parseRound(keptText(name) ?? '', ownCards.length === 0 ? scenarios : ownCards);
}

/** Keeps a round on this device. */
export function keepRound(round: Round): void {
  keepText(name, roundText(round));
}
