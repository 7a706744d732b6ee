import { createRoot } from 'react-dom/client';

import type { Answer } from '#guide/questions.ts';
import { type Site, SiteProvider } from '#screens/site.tsx';
import { StateLink } from '#screens/StateLink.tsx';
import { YourAnswers } from '#screens/YourAnswers.tsx';

/** Draws the answers of a walk with their links into a page that is no state of the guide. */
export function drawAnswersSoFar(place: HTMLElement, site: Site, answers: readonly Answer[]): void {
  createRoot(place).render(
    <SiteProvider value={site}>
      <p>
        <StateLink answers={answers}>Back to where you were in the guide</StateLink>
      </p>
      <YourAnswers answers={answers} />
    </SiteProvider>,
  );
}
