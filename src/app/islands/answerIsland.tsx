import { createRoot } from 'react-dom/client';

import { removeText, storeText, storedText } from '#browser/storedText.ts';
import { SiteProvider } from '#screens/site.tsx';
import { AnswerDesk } from '#workshop/room/AnswerDesk.tsx';
import { parsePhone, type Phone } from '#workshop/room/phone.ts';
import { roomLinkOf } from '#workshop/room/roomAddress.ts';
// oxlint-disable-next-line import/no-unassigned-import -- the style comes with the code that needs it
import '../../styles/room.css';

const storedPhoneName = 'phone';

function keepPhone(phone: Phone | undefined): void {
  if (phone === undefined) {
    removeText(storedPhoneName);
    history.replaceState(null, '', location.pathname);
  } else storeText(storedPhoneName, JSON.stringify(phone));
}

/** Draws the page's island, anew whenever another link of the room is opened in the same tab. */
export function drawAnswerIsland(place: HTMLElement): void {
  const base = document.querySelector<HTMLElement>('#root')?.dataset['base'] ?? '/';
  const root = createRoot(place);
  const draw = () =>
    root.render(
      <SiteProvider value={{ base, fragment: '' }}>
        <AnswerDesk
          key={location.hash}
          link={roomLinkOf(location.hash)}
          kept={parsePhone(storedText(storedPhoneName) ?? '')}
          onKeep={keepPhone}
        />
      </SiteProvider>,
    );
  window.addEventListener('hashchange', draw);
  draw();
}
