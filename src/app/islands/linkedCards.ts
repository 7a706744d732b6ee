import { cardsOfFragment } from '#workshop/ownCards/cardLink.ts';
import { scenarioFrom } from '#workshop/ownCards/cardRecord.ts';
import type { KeyedScenario } from '#workshop/scenario.ts';

/** A teacher's cards out of this page's address. */
export interface LinkedScenarios {
  readonly cards: readonly KeyedScenario[];
  /** What of the fragment carries them, to be kept; empty for none. */
  readonly value: string;
  /** Why the cards of the link cannot be used. */
  readonly problem?: string | undefined;
}

/** Reads the cards of a fragment, if it has any. */
export async function linkedScenarios(fragment: string): Promise<LinkedScenarios> {
  const linked = await cardsOfFragment(fragment);
  if (linked === undefined) return { cards: [], value: '' };
  if ('problem' in linked) return { cards: [], value: '', problem: linked.problem };
  return { cards: linked.records.map(scenarioFrom), value: linked.value };
}
