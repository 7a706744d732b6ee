import { createRoot } from 'react-dom/client';

import { enableDownloadButtons } from '#browser/downloadButtons.ts';
import { SiteProvider } from '#screens/site.tsx';
import { PracticeDesk } from '#workshop/PracticeDesk.tsx';

/** Draws the practice in its place on the page. */
export function drawPracticeDesk(place: HTMLElement): void {
  const base = document.querySelector<HTMLElement>('#root')?.dataset['base'] ?? '/';
  enableDownloadButtons();
  createRoot(place).render(
    <SiteProvider value={{ base, fragment: '' }}>
      <PracticeDesk />
    </SiteProvider>,
  );
}
