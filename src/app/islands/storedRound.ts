import { storeText, storedText } from '#browser/storedText.ts';
import { keeperWith } from '#workshop/practice/keptRound.ts';
import { parseRound, type Round } from '#workshop/practice/round.ts';
import type { Scenario } from '#workshop/scenario.ts';
import { roundMachine } from '#workshop/practice/roundMachine.ts';
import { scenarios } from '#workshop/scenarios/scenarios.ts';

const name = 'practice';

/**
 * The latest round of practice in this browser, if it can be read.
 *
 * @param ownCards a teacher's cards that are dealt in place of the guide's; empty if there are none
 */
export function storedRound(ownCards: readonly Scenario[]): Round | undefined {
  return parseRound(storedText(name) ?? '', ownCards.length === 0 ? scenarios : ownCards);
}

/** A round of practice that is stored on this device as it goes on. */
export const practiceMachine = roundMachine.provide({
  actors: {
    keeper: keeperWith({
      read: () => storedText(name),
      write: (text) => storeText(name, text),
    }),
  },
});
