import { createRoot } from 'react-dom/client';

import { enableCopyButtons } from '#browser/copyButtons.ts';
import { enableDownloadButtons } from '#browser/downloadButtons.ts';
import { openedWindow, openerChannel } from '#browser/openedWindow.ts';
import { broadcastChannel } from '#browser/windowChannel.ts';
import { SiteProvider } from '#screens/site.tsx';
import { Practice } from '#workshop/practice/Practice.tsx';
import { AudienceOpener } from '#workshop/present/AudienceOpener.tsx';
import { AudienceScreen } from '#workshop/present/AudienceScreen.tsx';
import { Presenter } from '#workshop/present/Presenter.tsx';
import { presenterId } from '#workshop/present/presentIds.ts';
import { presentersChannel } from '#workshop/present/presentPaths.ts';
import { audienceWindow, presenterTab } from '#workshop/present/windows.ts';
import { practiceId } from '#workshop/practice/practiceId.ts';
import { tasksId } from '#workshop/handsOn/handsOnPath.ts';
import { answerPath } from '#workshop/room/roomAddress.ts';
import { scenarios } from '#workshop/scenarios/scenarios.ts';

import { answersInPage } from '../lab/answersInPage.ts';
import { labMachine } from '../lab/labMachine.ts';
import { OpenedTasks } from '../lab/OpenedTasks.tsx';
import { linkedScenarios } from '../islands/linkedCards.ts';
import { newTabId, presenterEffects, screenEffects } from '../islands/presenterSession.ts';
import { storedRound, practiceMachine } from '../islands/storedRound.ts';

// The script of the workshop's file. The same file is the audience's window, by its fragment.
const screenFragment = '#screen';
const root = document.querySelector<HTMLElement>('#root');
const site = root?.dataset['site'] ?? '';
const audience = openedWindow('audience');

function drawIsland(id: string, island: React.ReactNode): void {
  const place = document.getElementById(id);
  if (place === null) return;
  createRoot(place).render(
    <SiteProvider value={{ base: site, fragment: '', isAway: site === '' }}>{island}</SiteProvider>,
  );
}

if (root !== null && location.hash === screenFragment) {
  document.title = 'The audience’s screen';
  createRoot(root).render(
    <main>
      <AudienceScreen machine={audienceWindow(openerChannel, screenEffects)} />
    </main>,
  );
} else {
  enableCopyButtons();
  enableDownloadButtons();
  const answerOf = answersInPage(document.getElementById(tasksId)?.dataset['answers'] ?? '');
  drawIsland(tasksId, <OpenedTasks exchange={labMachine(async () => answerOf)} />);
  drawIsland(practiceId, <Practice machine={practiceMachine} stored={storedRound([])} />);
  drawIsland(
    presenterId,
    <Presenter
      machine={presenterTab({
        openChannel: audience.openChannel,
        openTabs: broadcastChannel(presentersChannel),
        ...presenterEffects(linkedScenarios, root?.dataset['lesson']),
      })}
      input={{
        id: newTabId(),
        cards: scenarios,
        answerAddress: site === '' ? undefined : `${site}${answerPath}`,
      }}
      audienceOpener={
        <AudienceOpener
          onOpen={() => audience.open(location.href.replace(/#.*$/, '') + screenFragment)}
        />
      }
    />,
  );
}
