import { toggleFullScreen } from '#browser/fullScreen.ts';
import { claimLead } from '#browser/leaderClaim.ts';
import { listenToKeys } from '#browser/pressedKeys.ts';
import { storeText, storedText } from '#browser/storedText.ts';
import { keepScreenOn } from '#browser/wakeLock.ts';
import { type LinkedCards, sessionFrom } from '#workshop/present/session.ts';
import { keptClockText } from '#workshop/present/lessonClock.ts';
import type { PresenterEffects } from '#workshop/present/windows.ts';

import { listenToRoom, storedRoom, storeRoom } from './storedRoom.ts';

/** Name under which the presentation's place is stored. */
const placeName = 'presentation-place';
/** Name under which the lesson's clock is stored. */
const clockName = 'lesson-clock';

/** What this browser does for the presenter's window and for the audience's. */
export const screenEffects = { listenToKeys, keepScreenOn, toggleFullScreen };

/** Makes an id that tells this tab from others. */
export const newTabId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(36)).join('-');

/**
 * What this browser does for a tab of the presenter's page, except for the channels to other
 * windows.
 *
 * @param packedLesson the fragment of a lesson that the page itself carries; empty for none
 */
export function presenterEffects(
  readCards: (fragment: string) => Promise<LinkedCards>,
  packedLesson = '',
): Omit<PresenterEffects, 'openChannel' | 'openTabs'> {
  return {
    claimLead: (id, isForced, outcome) => claimLead('presentation', id, isForced, outcome),
    readSession: async (source) =>
      sessionFrom(source, {
        fragment: location.hash.includes('deck=') ? location.hash : packedLesson || location.hash,
        place: storedText(placeName),
        room: storedRoom(),
        clock: storedText(clockName),
        now: Date.now(),
        readCards,
      }),
    ...screenEffects,
    storePlace: (fragment) => {
      history.replaceState(null, '', fragment);
      storeText(placeName, fragment);
    },
    storeClock: (clock) => storeText(clockName, keptClockText(clock, Date.now())),
    openLesson: (fragment) => {
      history.replaceState(null, '', fragment);
      location.reload();
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
    watchStorage: (onDoubt) => {
      const stopListening = listenToRoom(onDoubt);
      window.addEventListener('pagehide', onDoubt);
      return () => {
        stopListening();
        window.removeEventListener('pagehide', onDoubt);
      };
    },
  };
}
