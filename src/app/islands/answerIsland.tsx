import { createRoot } from 'react-dom/client';
import { type EventObject, fromCallback } from 'xstate';

import { removeText, storeText, storedText } from '#browser/storedText.ts';
import { SiteProvider } from '#screens/site.tsx';
import { Ballot } from '#workshop/room/Ballot.tsx';
import { ballotMachine, type LinkEvent } from '#workshop/room/ballotMachine.ts';
import { parsePhone } from '#workshop/room/phone.ts';
import { roomLinkOf } from '#workshop/room/roomAddress.ts';
// oxlint-disable-next-line import/no-unassigned-import -- the style comes with the code that needs it
import '../../styles/room.css';

const storedPhoneName = 'phone';

/** Hears of every link to a room that is opened in this tab. */
const links = fromCallback<EventObject, undefined>(({ sendBack }) => {
  const follow = () => {
    const link = roomLinkOf(location.hash);
    if (link === undefined) return;
    sendBack({ type: 'link.open', link, chance: Math.random() } satisfies LinkEvent);
  };
  window.addEventListener('hashchange', follow);
  return () => window.removeEventListener('hashchange', follow);
});

const machine = ballotMachine.provide({
  actors: { links },
  actions: {
    storePhone: (_, { phone }) => storeText(storedPhoneName, JSON.stringify(phone)),
    forgetPhone: () => {
      removeText(storedPhoneName);
      history.replaceState(null, '', location.pathname);
    },
  },
});

/** Draws the place where a phone answers, with what it kept of the room that it was in last. */
export function drawAnswerIsland(place: HTMLElement): void {
  const base = document.querySelector<HTMLElement>('#root')?.dataset['base'] ?? '/';
  const input = {
    link: roomLinkOf(location.hash),
    stored: parsePhone(storedText(storedPhoneName) ?? ''),
    chance: Math.random(),
  };
  createRoot(place).render(
    <SiteProvider value={{ base, fragment: '' }}>
      <Ballot machine={machine} input={input} />
    </SiteProvider>,
  );
}
