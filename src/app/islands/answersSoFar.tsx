import { createRoot } from 'react-dom/client';

import { AnswerBar } from '#screens/answerBar/AnswerBar.tsx';
import { SiteProvider } from '#screens/site.tsx';
import { StateLink } from '#screens/StateLink.tsx';
import { stateFromPathname } from '#share/address.ts';

/**
 * Draws the answers of a walk with their links into a page that is no state of the guide.
 *
 * @param last where the walk stands; whatever it is, it is read as an address of the guide
 */
export function drawAnswersSoFar(place: HTMLElement, base: string, last: URL): void {
  const answers = stateFromPathname(last.pathname, base)?.walk.answers ?? [];
  if (answers.length === 0) return;
  createRoot(place).render(
    <SiteProvider value={{ base, fragment: last.hash }}>
      <AnswerBar answers={answers}>
        <li>
          <StateLink answers={answers} className="chip">
            Go on where you were
          </StateLink>
        </li>
      </AnswerBar>
    </SiteProvider>,
  );
}
