import { createRoot } from 'react-dom/client';

import { forgetText, keepText, keptText } from '#browser/keptText.ts';
import { SiteProvider } from '#screens/site.tsx';
import { AnswerDesk } from '#workshop/room/AnswerDesk.tsx';
import { parsePhone, type Phone } from '#workshop/room/phone.ts';
import { roomLinkOf } from '#workshop/room/roomAddress.ts';
// oxlint-disable-next-line import/no-unassigned-import -- the style comes with the code that needs it
import '../../styles/room.css';

const keptPhoneName = 'phone';

function keepPhone(phone: Phone | undefined): void {
  if (phone === undefined) {
    forgetText(keptPhoneName);
    history.replaceState(null, '', location.pathname);
  } else keepText(keptPhoneName, JSON.stringify(phone));
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
          kept={parsePhone(keptText(keptPhoneName) ?? '')}
          onKeep={keepPhone}
        />
      </SiteProvider>,
    );
  window.addEventListener('hashchange', draw);
  draw();
}
