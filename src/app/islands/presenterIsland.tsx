import { createRoot } from 'react-dom/client';

import { openedWindow, openerChannel } from '#browser/openedWindow.ts';
import { broadcastChannel, canBroadcast } from '#browser/windowChannel.ts';
import { SiteProvider } from '#screens/site.tsx';
import { AudienceOpener } from '#workshop/present/AudienceOpener.tsx';
import { AudienceScreen } from '#workshop/present/AudienceScreen.tsx';
import { Presenter } from '#workshop/present/Presenter.tsx';
import { workshopFilePath } from '#workshop/file/workshopFilePath.ts';
import {
  audiencePath,
  presentationChannel,
  presentersChannel,
} from '#workshop/present/presentPaths.ts';
import { audienceWindow, presenterTab } from '#workshop/present/windows.ts';
import { answerPath } from '#workshop/room/roomAddress.ts';
import { scenarios } from '#workshop/scenarios/scenarios.ts';

import { linkedScenarios } from './linkedCards.ts';
import { newTabId, presenterEffects, screenEffects } from './presenterSession.ts';
// oxlint-disable-next-line import/no-unassigned-import -- the style comes with the code that needs it
import '../../styles/present.css';
// oxlint-disable-next-line import/no-unassigned-import -- a deck is printed from here
import '../../styles/handouts.css';
// oxlint-disable-next-line import/no-unassigned-import -- the same
import '../../styles/room.css';

const base = (): string => document.querySelector<HTMLElement>('#root')?.dataset['base'] ?? '/';

const isBroadcasting = canBroadcast();
const opened = openedWindow('audience');

/** Draws what the audience sees. */
export function drawAudienceScreen(place: HTMLElement): void {
  const openChannel = isBroadcasting ? broadcastChannel(presentationChannel) : openerChannel;
  createRoot(place).render(<AudienceScreen machine={audienceWindow(openChannel, screenEffects)} />);
}

/** Draws the presenter's own window. */
export function drawPresenter(place: HTMLElement): void {
  const audienceAddress = `${base()}${audiencePath}`;
  createRoot(place).render(
    <SiteProvider value={{ base: base(), fragment: '' }}>
      <Presenter
        machine={presenterTab({
          openChannel: isBroadcasting ? broadcastChannel(presentationChannel) : opened.openChannel,
          openTabs: broadcastChannel(presentersChannel),
          ...presenterEffects(linkedScenarios),
        })}
        input={{
          id: newTabId(),
          cards: scenarios,
          answerAddress: new URL(`${base()}${answerPath}`, location.href).href,
          fileAddress: `${base()}${workshopFilePath}`,
        }}
        audienceOpener={
          isBroadcasting ? (
            <a className="button" href={audienceAddress} target="_blank" rel="noopener">
              Open the audience’s window
            </a>
          ) : (
            // Without a channel, the windows know each other by their handles.
            <AudienceOpener onOpen={() => opened.open(audienceAddress)} />
          )
        }
      />
    </SiteProvider>,
  );
}
