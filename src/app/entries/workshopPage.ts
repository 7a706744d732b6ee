import { onceWanted } from '#browser/onceWanted.ts';
import { practiceId } from '#workshop/practice/practiceId.ts';

import { missingCode } from '../missingCode.ts';
// oxlint-disable-next-line import/no-unassigned-import -- what every plain page does
import './plainPage.ts';

// The script of the workshop: the page is shown, with every card to read, before the practice is
// loaded.
const place = document.querySelector<HTMLElement>(`#${practiceId}`);
if (place !== null) {
  onceWanted(() => {
    // React is read in its own task: together with the island, it would keep a slow phone busy for
    // longer.
    const react = import('react-dom/client');
    Promise.all([import('../islands/practiceIsland.tsx'), react])
      .then(async ([{ drawPracticeIsland }]) => drawPracticeIsland(place))
      .catch(() =>
        place.replaceChildren(
          missingCode('The practice cards could not be loaded.', 'Every card is below.'),
        ),
      );
  });
}
