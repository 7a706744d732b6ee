import { createRoot } from 'react-dom/client';
import { type EventObject, fromCallback } from 'xstate';

import { listenToText, storeText, storedText } from '#browser/storedText.ts';
import { SiteProvider } from '#screens/site.tsx';
import { Ballot } from '#workshop/room/Ballot.tsx';
import {
  ballotMachine,
  type DeviceEvent,
  type DeviceOrder,
  type LinkEvent,
} from '#workshop/room/ballotMachine.ts';
import {
  type KeptPhones,
  keptPhonesText,
  parseKeptPhones,
  withoutRoom,
  withPhone,
} from '#workshop/room/phone.ts';
import { roomLinkOf } from '#workshop/room/roomAddress.ts';
// oxlint-disable-next-line import/no-unassigned-import -- the style comes with the code that needs it
import '../../styles/room.css';

const storedPhoneName = 'phone';

/** Receives every link to a room that is opened in this tab. */
const links = fromCallback<EventObject, undefined>(({ sendBack }) => {
  const follow = () => {
    const link = roomLinkOf(location.hash);
    if (link === undefined) return;
    sendBack({ type: 'link.open', link, chance: Math.random() } satisfies LinkEvent);
  };
  window.addEventListener('hashchange', follow);
  return () => window.removeEventListener('hashchange', follow);
});

const storedPhones = (): KeptPhones => parseKeptPhones(storedText(storedPhoneName) ?? '');

/** This browser's storage; other tabs may be in other rooms, so what they kept stays. */
const device = fromCallback<DeviceOrder, undefined>(({ sendBack, receive }) => {
  const tell = (event: DeviceEvent) => sendBack(event);
  receive((order) => {
    const kept =
      order.type === 'phone.keep'
        ? withPhone(storedPhones(), order.phone)
        : withoutRoom(storedPhones(), order.room);
    tell({ type: 'device.keep', isKept: storeText(storedPhoneName, keptPhonesText(kept)) });
    if (order.type === 'phone.forget') history.replaceState(null, '', location.pathname);
  });
  return listenToText(storedPhoneName, () => tell({ type: 'device.change', kept: storedPhones() }));
});

const machine = ballotMachine.provide({ actors: { links, device } });

/** Draws the place where a phone answers, with what it kept of the room that it was in last. */
export function drawAnswerIsland(place: HTMLElement): void {
  const base = document.querySelector<HTMLElement>('#root')?.dataset['base'] ?? '/';
  const input = {
    link: roomLinkOf(location.hash),
    stored: storedPhones(),
    chance: Math.random(),
  };
  createRoot(place).render(
    <SiteProvider value={{ base, fragment: '' }}>
      <Ballot machine={machine} input={input} />
    </SiteProvider>,
  );
}
