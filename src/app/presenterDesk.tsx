import { createRoot } from 'react-dom/client';

import { broadcastChannel } from '#browser/windowChannel.ts';
import { SiteProvider } from '#screens/site.tsx';
import { AudienceScreen } from '#workshop/present/AudienceScreen.tsx';
import { presentationOf } from '#workshop/present/presentation.ts';
import { PresenterDesk } from '#workshop/present/PresenterDesk.tsx';
import { audiencePath, presentationChannel } from '#workshop/present/presentPaths.ts';
import { answerPath } from '#workshop/room/roomAddress.ts';

import { keepRoom, keptRoom } from './keptRoom.ts';
// oxlint-disable-next-line import/no-unassigned-import -- the style comes with the code that needs it
import '../styles/present.css';
// oxlint-disable-next-line import/no-unassigned-import -- the same
import '../styles/room.css';

const base = (): string => document.querySelector<HTMLElement>('#root')?.dataset['base'] ?? '/';

const keep = (fragment: string): void => history.replaceState(null, '', fragment);

const openChannel = broadcastChannel(presentationChannel);

/** Draws what has a place on the page: the presenter's window or the audience's screen. */
export function drawPresentation(
  presenter: HTMLElement | null,
  audience: HTMLElement | null,
): void {
  if (presenter !== null) drawPresenterDesk(presenter);
  if (audience !== null) createRoot(audience).render(<AudienceScreen openChannel={openChannel} />);
}

function drawPresenterDesk(place: HTMLElement): void {
  createRoot(place).render(
    <SiteProvider value={{ base: base(), fragment: '' }}>
      <PresenterDesk
        initial={presentationOf(location.hash)}
        onKeep={keep}
        keptRoom={keptRoom()}
        onKeepRoom={keepRoom}
        answerAddress={new URL(`${base()}${answerPath}`, location.href).href}
        openChannel={openChannel}
        audienceOpener={
          <a className="button" href={`${base()}${audiencePath}`} target="_blank" rel="noopener">
            Open the audience’s window
          </a>
        }
      />
    </SiteProvider>,
  );
}
