import { createRoot } from 'react-dom/client';

import { storeText, storedText } from '#browser/storedText.ts';
import { SiteProvider } from '#screens/site.tsx';
import { OwnCardsDesk } from '#workshop/ownCards/OwnCardsDesk.tsx';
// oxlint-disable-next-line import/no-unassigned-import -- the style comes with the code that needs it
import '../../styles/ownCards.css';

const name = 'own-cards';

const keep = (text: string): void => storeText(name, text);

/** Draws the editor with what was written on this device before. */
export function drawOwnCardsIsland(place: HTMLElement): void {
  const base = document.querySelector<HTMLElement>('#root')?.dataset['base'] ?? '/';
  createRoot(place).render(
    <SiteProvider value={{ base, fragment: '' }}>
      <OwnCardsDesk initial={storedText(name) ?? ''} onKeep={keep} />
    </SiteProvider>,
  );
}
