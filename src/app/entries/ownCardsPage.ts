import { ownCardsId } from '#workshop/ownCards/ownCardsPaths.ts';

// oxlint-disable-next-line import/no-unassigned-import -- what every plain page does
import './plainPage.ts';

// The script of the page on which a teacher writes cards.
const place = document.querySelector<HTMLElement>(`#${ownCardsId}`);
if (place !== null) {
  import('../islands/ownCardsIsland.tsx').then(
    ({ drawOwnCardsIsland }) => drawOwnCardsIsland(place),
    () => {
      place.textContent =
        'The form could not be loaded. Check that you are online and load the page again, or write the file in an editor.';
    },
  );
}
