import type { Scenario } from '../scenario.ts';
import { joinedRoom } from '../room/joinedRoom.ts';
import { scenarioOf } from '../scenarios/scenarios.ts';
import { plannedDeck, usualDeck } from './decks.ts';
import type { Session, SessionSource } from './leadershipMachine.ts';
import { readKeptClock } from './lessonClock.ts';
import { planOf } from './lessonPlan.ts';
import { atStory, begun, presentationOf } from './presentation.ts';

/** A teacher's cards from an address. */
export interface LinkedCards {
  readonly cards: readonly Scenario[];
  /** The part of the fragment that carries them, to be kept; empty for none. */
  readonly value: string;
  /** Why the cards of the link cannot be used. */
  readonly problem?: string | undefined;
}

/** What this tab and this browser keep of a presentation. */
export interface KeptSession {
  /** The fragment of this tab's address. */
  readonly fragment: string;
  /** The place at which a tab of this browser presented last, as a fragment. */
  readonly place: string | undefined;
  /** The room that was open last in this browser, as the text of its file. */
  readonly room: string | undefined;
  /** How long the lesson had taken when a tab of this browser counted last, as `keptClockText` writes it. */
  readonly clock: string | undefined;
  /** The time of day in milliseconds, as `Date.now` gives it. */
  readonly now: number;
  readonly readCards: (fragment: string) => Promise<LinkedCards>;
}

/**
 * What a tab presents. If it takes over from another tab, that tab's place counts, not its own,
 * which might show a key.
 */
export async function sessionFrom(
  { handOver, isLate, unkept }: SessionSource,
  { fragment: own, place: last, room: stored, clock, now, readCards }: KeptSession,
): Promise<Session> {
  const place = handOver?.fragment ?? (isLate ? last : undefined);
  // A page that is opened without a lesson has the one that was prepared here last, at its beginning.
  const prepared = place === undefined && !namesLesson(own) ? last : undefined;
  const fragment = place ?? prepared ?? own;
  const { cards, value, problem } = await readCards(fragment);
  const find = (id: string) => cards.find((each) => each.id === id) ?? scenarioOf(id);
  const deck = cards.length > 0 ? usualDeck('own', '', cards) : plannedDeck;
  const linked = presentationOf(fragment, find);
  const isNew = linked === undefined || prepared !== undefined;
  const given = isNew ? begun(linked?.deck ?? deck.cards) : linked;
  const plan = planOf(new URLSearchParams(fragment.replace(/^#/, '')), given.deck);
  const { room, left } = joinedRoom(unkept, handOver === undefined ? stored : handOver.room);
  return {
    beginning: isLate && place === undefined ? atStory(given) : given,
    plan: linked === undefined ? { ...plan, ...deck.times } : plan,
    clock: isNew ? undefined : readKeptClock(clock, now),
    room,
    isRoomUnkept: room !== stored,
    ownCards: cards,
    cardsValue: value,
    problem,
    left,
  };
}

/** Whether an address says which cards are presented. */
function namesLesson(fragment: string): boolean {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  return given.has('deck') || given.has('cards');
}
