import { createRoot } from 'react-dom/client';

import { forgetPlace } from '#browser/lastPlace.ts';
import { AnswerBar } from '#screens/answerBar/AnswerBar.tsx';
import { SiteProvider } from '#screens/site.tsx';

import { useKeptPlace } from '../visit/keptPlace.ts';

/** Draws the answers that are kept on this device into a page that is not a state of the guide. */
export function drawAnswersSoFar(place: HTMLElement, base: string): void {
  createRoot(place).render(<AnswersSoFar base={base} />);
}

function AnswersSoFar({ base }: { readonly base: string }) {
  const place = useKeptPlace(base);
  if (place === undefined) return null;
  return (
    <SiteProvider value={{ base, fragment: place.fragment }}>
      <AnswerBar answers={place.answers}>
        <li>
          <a href={place.address} className="chip">
            Continue where you left off
          </a>
        </li>
        <li>
          <button type="button" className="chip" onClick={forgetPlace}>
            Delete answers
          </button>
        </li>
      </AnswerBar>
    </SiteProvider>
  );
}
