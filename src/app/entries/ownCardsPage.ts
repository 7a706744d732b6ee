import { ownCardsId } from '#workshop/ownCards/ownCardsPaths.ts';

import { missingCode } from '../missingCode.ts';
// oxlint-disable-next-line import/no-unassigned-import -- what every plain page does
import './plainPage.ts';

// The script of the page on which a teacher writes cards.
const place = document.querySelector<HTMLElement>(`#${ownCardsId}`);
if (place !== null) {
  import('../islands/ownCardsIsland.tsx').then(
    ({ drawOwnCardsIsland }) => drawOwnCardsIsland(place),
    () =>
      place.replaceChildren(
        missingCode(
          'The form could not be loaded.',
          'You can also write the file in a text editor.',
        ),
      ),
  );
}
