import { createRoot } from 'react-dom/client';

import { openedWindow, openerChannel } from '#browser/openedWindow.ts';
import { broadcastChannel, canBroadcast } from '#browser/windowChannel.ts';
import { SiteProvider } from '#screens/site.tsx';
import { AudienceOpener } from '#workshop/present/AudienceOpener.tsx';
import { AudienceScreen } from '#workshop/present/AudienceScreen.tsx';
import { begun, presentationOf } from '#workshop/present/presentation.ts';
import { Presenter } from '#workshop/present/Presenter.tsx';
import { audiencePath, presentationChannel } from '#workshop/present/presentPaths.ts';
import { audienceWindow, presenterWindow } from '#workshop/present/windows.ts';
import { answerPath } from '#workshop/room/roomAddress.ts';
import { scenarioOf } from '#workshop/scenarios/scenarios.ts';

import { storeRoom, storedRoom } from './storedRoom.ts';
import { linkedScenarios } from './linkedCards.ts';
// oxlint-disable-next-line import/no-unassigned-import -- the style comes with the code that needs it
import '../../styles/present.css';
// oxlint-disable-next-line import/no-unassigned-import -- the same
import '../../styles/room.css';

const base = (): string => document.querySelector<HTMLElement>('#root')?.dataset['base'] ?? '/';

/** Keeps the place of the presentation in the address, with a teacher's cards beside it. */
const keeper =
  (cards: string) =>
  (fragment: string): void =>
    history.replaceState(null, '', cards === '' ? fragment : `${fragment}&cards=${cards}`);

const isBroadcasting = canBroadcast();
const opened = openedWindow('audience');

/** Draws what has a place on the page: the presenter's window or the audience's screen. */
export async function drawPresentation(
  presenter: HTMLElement | null,
  audience: HTMLElement | null,
): Promise<void> {
  if (audience !== null) {
    const openChannel = isBroadcasting ? broadcastChannel(presentationChannel) : openerChannel;
    createRoot(audience).render(<AudienceScreen machine={audienceWindow(openChannel)} />);
  }
  if (presenter !== null) await drawPresenterIsland(presenter);
}

async function drawPresenterIsland(place: HTMLElement): Promise<void> {
  const { cards, value, problem } = await linkedScenarios();
  const find = (id: string) => cards.find((each) => each.id === id) ?? scenarioOf(id);
  const initial =
    presentationOf(location.hash, find) ?? (cards.length > 0 ? begun(cards) : undefined);
  const openChannel = isBroadcasting ? broadcastChannel(presentationChannel) : opened.openChannel;
  const audienceAddress = `${base()}${audiencePath}`;
  createRoot(place).render(
    <SiteProvider value={{ base: base(), fragment: '' }}>
      <Presenter
        machine={presenterWindow({ openChannel, storePlace: keeper(value), storeRoom })}
        initial={initial}
        ownCards={cards}
        problem={problem}
        storedRoom={storedRoom()}
        answerAddress={new URL(`${base()}${answerPath}`, location.href).href}
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
