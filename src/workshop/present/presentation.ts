import type { Scenario } from '../scenario.ts';
import { isOwn, parseOwnCard, recordFrom } from '../ownCards/cardRecord.ts';
import { scenarioOf } from '../scenarios/scenarios.ts';

/**
 * The parts of a card, as the screen shows them, in the order in which it comes. How the room chose, and the second
 * vote after the talk about it, come only if answers were counted.
 */
const keyedStages = [
  'story',
  'facts',
  'question',
  'split',
  'again',
  'key',
  'twist',
  'twistKey',
] as const;
const discussionStages = ['story', 'facts', 'points'] as const;
export const stages = [...keyedStages, 'points'] as const;
export type Stage = (typeof stages)[number];

/** Where a presentation is; the same in the presenter's window and on the audience's screen. */
export interface Presentation {
  /** The cards, each once. */
  readonly deck: readonly Scenario[];
  /** Index of the card; the length of the deck when it is over. */
  readonly card: number;
  readonly stage: Stage;
  /** Whether the screen is black. */
  readonly isBlack: boolean;
}

/** The stages that a card has. */
export function stagesOf({ kind }: Scenario): readonly Stage[] {
  return kind === 'keyed' ? keyedStages : discussionStages;
}

/** A presentation at its beginning. */
export function begun(deck: readonly Scenario[]): Presentation {
  return { deck: [...new Set(deck)], card: 0, stage: 'story', isBlack: false };
}

/**
 * Where a presentation continues when its deck changes in the middle of a lesson: at the same step
 * if the card is still there, otherwise at the first card that has not been shown.
 */
export function withDeck(
  { deck, card, stage, isBlack }: Presentation,
  cards: readonly Scenario[],
): Presentation {
  const changed = begun(cards);
  const shown = deck[card];
  const kept = shown === undefined ? -1 : changed.deck.indexOf(shown);
  if (kept >= 0) return { ...changed, card: kept, stage, isBlack };
  const past = new Set(deck.slice(0, card + 1));
  const next = changed.deck.findIndex((each) => !past.has(each));
  const isOver = next < 0 && shown === undefined;
  return { ...changed, card: isOver ? changed.deck.length : Math.max(next, 0), isBlack };
}

/** Far more cards than an hour has room for; a longer list is not ours. */
const mostInDeck = 500;

/** Finds a card by its id: one of the guide's, or also those of a teacher. */
export type FindCard = (id: string) => Scenario | undefined;

/** The cards of these ids, each once; ids that name no card are left out. */
export function cardsOf(ids: readonly string[], find: FindCard = scenarioOf): readonly Scenario[] {
  return [...new Set(ids)].flatMap((id) => find(id) ?? []);
}

/** A presentation in the form in which another window receives it. */
export function presentationMessage({ deck, ...where }: Presentation): unknown {
  return {
    ...where,
    deck: deck.map((card) => (card.kind === 'keyed' && isOwn(card) ? recordFrom(card) : card.id)),
  };
}

/** The card that is shown; undefined when the deck is over. */
export function shownCard({ deck, card }: Presentation): Scenario | undefined {
  return deck[card];
}

/**
 * Reads a presentation that came from outside: another window, or an address.
 *
 * @returns undefined for anything else
 */
export function parsePresentation(
  data: unknown,
  find: FindCard = scenarioOf,
): Presentation | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if (!('deck' in data && 'card' in data && 'stage' in data && 'isBlack' in data)) return undefined;
  const { deck, card, stage, isBlack } = data;
  if (!Array.isArray(deck) || typeof card !== 'number' || typeof isBlack !== 'boolean') {
    return undefined;
  }
  if (deck.length > mostInDeck) return undefined;
  const cards = deck.flatMap(
    (each: unknown) => (typeof each === 'string' ? find(each) : parseOwnCard(each)) ?? [],
  );
  const presentation = begun(cards);
  if (presentation.deck.length !== deck.length) return undefined;
  const placed = placedAt(presentation, card, stage);
  return placed === undefined ? undefined : { ...placed, isBlack };
}

/** The presentation at a stage of a card, or at its end; undefined if there is no such place. */
function placedAt(
  presentation: Presentation,
  card: number,
  stage: unknown,
): Presentation | undefined {
  if (card === presentation.deck.length) return { ...presentation, card, stage: 'story' };
  const scenario = presentation.deck[card];
  const known = scenario && stagesOf(scenario).find((each) => each === stage);
  return known === undefined ? undefined : { ...presentation, card, stage: known };
}

/** The same card at its story, which says nothing of its key. */
export const atStory = (presentation: Presentation): Presentation => ({
  ...presentation,
  stage: 'story',
});

/** Writes a presentation as a fragment with its `#`, so a reload or a second machine continues there. */
export function presentationFragment({ deck, card, stage }: Omit<Presentation, 'isBlack'>): string {
  return `#${new URLSearchParams({ deck: deck.map(({ id }) => id).join(' '), card: `${card}`, stage })}`;
}

/** Reads it; undefined for a fragment that contains none. */
export function presentationOf(
  fragment: string,
  find: FindCard = scenarioOf,
): Presentation | undefined {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  const deck = given.get('deck');
  if (deck === null) return undefined;
  const presentation = begun(cardsOf(deck.split(/[\s,]+/), find));
  return (
    placedAt(presentation, Number(given.get('card') ?? 0), given.get('stage') ?? 'story') ??
    presentation
  );
}
