import { claimLead } from '#browser/leaderClaim.ts';
import { storeText, storedText } from '#browser/storedText.ts';
import type { Session, SessionSource } from '#workshop/present/leadershipMachine.ts';
import { atStory, begun, presentationOf } from '#workshop/present/presentation.ts';
import { plannedCards } from '#workshop/present/decks.ts';
import type { PresenterEffects } from '#workshop/present/windows.ts';
import { joinedRoom } from '#workshop/room/joinedRoom.ts';
import { scenarioOf } from '#workshop/scenarios/scenarios.ts';

import type { LinkedScenarios } from './linkedCards.ts';
import { storedRoom, storeRoom } from './storedRoom.ts';

/** Name of the place that the presentation stands at, in storage. */
const placeName = 'presentation-place';

/** Draws an id that tells this tab from others. */
export const newTabId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(36)).join('-');

/** What this browser does for a tab of the presenter's page, but for the ways to other windows. */
export function presenterEffects(
  readCards: (fragment: string) => Promise<LinkedScenarios>,
): Omit<PresenterEffects, 'openChannel' | 'openTabs'> {
  return {
    claimLead: (id, isForced, outcome) => claimLead('presentation', id, isForced, outcome),
    readSession: async (source) => readSession(source, readCards),
    storePlace: (fragment) => {
      history.replaceState(null, '', fragment);
      storeText(placeName, fragment);
    },
    coverKey: () => {
      const given = new URLSearchParams(location.hash.replace(/^#/, ''));
      if (!given.has('stage')) return;
      given.set('stage', 'story');
      history.replaceState(null, '', `#${given}`);
    },
    storeRoom,
    watchTab: (onShow) => {
      const look = () => {
        if (document.visibilityState === 'visible') onShow();
      };
      document.addEventListener('visibilitychange', look);
      return () => document.removeEventListener('visibilitychange', look);
    },
  };
}

/** Where the tab that led stood comes before this tab's own place, whose key it would otherwise show. */
async function readSession(
  { handOver, isLate, unkept }: SessionSource,
  readCards: (fragment: string) => Promise<LinkedScenarios>,
): Promise<Session> {
  const place = handOver?.fragment ?? (isLate ? storedText(placeName) : undefined);
  const fragment = place ?? location.hash;
  const { cards, value, problem } = await readCards(fragment);
  const find = (id: string) => cards.find((each) => each.id === id) ?? scenarioOf(id);
  const given = presentationOf(fragment, find) ?? begun(cards.length > 0 ? cards : plannedCards);
  const stored = storedRoom();
  const { room, left } = joinedRoom(unkept, handOver === undefined ? stored : handOver.room);
  return {
    beginning: isLate && place === undefined ? atStory(given) : given,
    room,
    isRoomUnkept: room !== stored,
    ownCards: cards,
    cardsValue: value,
    problem,
    left,
  };
}
