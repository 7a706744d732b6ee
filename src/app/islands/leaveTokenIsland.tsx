import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';

import { operationIndex } from '#catalogue/find.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { TokenPlanner } from '#screens/leaveToken/TokenPlanner.tsx';
import { SiteProvider } from '#screens/site.tsx';

const index = operationIndex(oktaCatalogue);

/** Draws the planner in its place on the page. */
export function drawLeaveTokenIsland(place: HTMLElement): void {
  const base = document.querySelector<HTMLElement>('#root')?.dataset['base'] ?? '/';
  const today = new Date().toISOString().slice(0, 10);
  startTransition(() => {
    // The page has ids of its own making, by the same count.
    createRoot(place, { identifierPrefix: 'planner' }).render(
      <SiteProvider value={{ base, fragment: '' }}>
        <TokenPlanner index={index} today={today} />
      </SiteProvider>,
    );
  });
}
