import { createRoot } from 'react-dom/client';

import { SiteProvider } from '#screens/site.tsx';
import { AudienceScreen } from '#workshop/present/AudienceScreen.tsx';
import { presentationOf } from '#workshop/present/presentation.ts';
import { PresenterDesk } from '#workshop/present/PresenterDesk.tsx';
// oxlint-disable-next-line import/no-unassigned-import -- the style comes with the code that needs it
import '../styles/present.css';

const base = (): string => document.querySelector<HTMLElement>('#root')?.dataset['base'] ?? '/';

const keep = (fragment: string): void => history.replaceState(null, '', fragment);

/** Draws what has a place on the page: the presenter's window or the audience's screen. */
export function drawPresentation(
  presenter: HTMLElement | null,
  audience: HTMLElement | null,
): void {
  if (presenter !== null) drawPresenterDesk(presenter);
  if (audience !== null) createRoot(audience).render(<AudienceScreen />);
}

function drawPresenterDesk(place: HTMLElement): void {
  createRoot(place).render(
    <SiteProvider value={{ base: base(), fragment: '' }}>
      <PresenterDesk initial={presentationOf(location.hash)} onKeep={keep} />
    </SiteProvider>,
  );
}
