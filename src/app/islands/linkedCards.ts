import { cardsOfFragment } from '#workshop/ownCards/cardLink.ts';
import { scenarioFrom } from '#workshop/ownCards/cardRecord.ts';
import type { LinkedCards } from '#workshop/present/session.ts';
import type { KeyedScenario } from '#workshop/scenario.ts';

/** A teacher's cards in a link; none of them is for discussion only. */
export interface LinkedScenarios extends LinkedCards {
  readonly cards: readonly KeyedScenario[];
}

/** Reads the cards of a fragment, if it has any. */
export async function linkedScenarios(fragment: string): Promise<LinkedScenarios> {
  const linked = await cardsOfFragment(fragment);
  if (linked === undefined) return { cards: [], value: '' };
  if ('problem' in linked) return { cards: [], value: '', problem: linked.problem };
  return { cards: linked.records.map(scenarioFrom), value: linked.value };
}
