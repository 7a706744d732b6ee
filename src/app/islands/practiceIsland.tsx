import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';

import { SiteProvider } from '#screens/site.tsx';
import { Practice } from '#workshop/practice/Practice.tsx';

import { storedRound, practiceMachine } from './storedRound.ts';
import { linkedScenarios } from './linkedCards.ts';

/** Draws the practice in its place on the page. */
export async function drawPracticeIsland(place: HTMLElement): Promise<void> {
  const base = document.querySelector<HTMLElement>('#root')?.dataset['base'] ?? '/';
  const { cards, problem } = await linkedScenarios(location.hash);
  // A transition is done in slices, between which the page reacts to scrolling.
  startTransition(() => {
    createRoot(place).render(
      <SiteProvider value={{ base, fragment: '' }}>
        <Practice
          {...(cards.length === 0 ? {} : { ownCards: cards })}
          problem={problem}
          machine={practiceMachine}
          stored={storedRound(cards)}
        />
      </SiteProvider>,
    );
  });
}
