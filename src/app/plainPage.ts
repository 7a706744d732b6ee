import { notePrinting } from '#browser/printedFrom.ts';
import { stateFromPathname } from '#share/address.ts';

// The script of pages that are no state of the guide: shows the answers of the walk that the person
// comes from. The page before is all that it asks, so nothing is stored.
notePrinting();
const place = document.querySelector<HTMLElement>('#answers-so-far');
if (place !== null && URL.canParse(document.referrer)) {
  const { origin, pathname } = new URL(document.referrer);
  const base = place.dataset['base'] ?? '/';
  const state = origin === location.origin ? stateFromPathname(pathname, base) : undefined;
  if (state !== undefined && state.walk.answers.length > 0) {
    const { answers } = state.walk;
    void import('./answersSoFar.tsx').then(({ drawAnswersSoFar }) =>
      drawAnswersSoFar(place, base, answers),
    );
  }
}
