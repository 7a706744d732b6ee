import { createRoot } from 'react-dom/client';

import type { Answer } from '#guide/questions.ts';
import { SiteProvider } from '#screens/site.tsx';
import { YourAnswers } from '#screens/YourAnswers.tsx';

/** Draws the answers of a walk with their links into a page that is no state of the guide. */
export function drawAnswersSoFar(
  place: HTMLElement,
  base: string,
  answers: readonly Answer[],
): void {
  createRoot(place).render(
    <SiteProvider value={{ base, fragment: '' }}>
      <YourAnswers answers={answers} />
    </SiteProvider>,
  );
}
