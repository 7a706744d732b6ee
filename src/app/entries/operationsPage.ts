import { onceWanted } from '#browser/onceWanted.ts';
import { operationsIslandId } from '#screens/operations/operationsIslandId.ts';

import { missingCode } from '../missingCode.ts';
// oxlint-disable-next-line import/no-unassigned-import -- what every plain page does
import './plainPage.ts';

/** What the link brings takes room: the part below it shows once that is there, and never moves. */
function showRest(): void {
  for (const below of document.querySelectorAll<HTMLElement>('.below-island')) {
    below.dataset['shown'] = '';
  }
}

// The script of the page of operations: the catalogue is large, so the page is shown before it is
// loaded.
const place = document.querySelector<HTMLElement>(`#${operationsIslandId}`);
if (place !== null) {
  if (location.hash === '') showRest();
  onceWanted(() => {
    // The catalogue is read in its own task: together with the island, it would keep a slow phone
    // busy for longer.
    const catalogue = import('#catalogue/oktaCatalogue.ts');
    Promise.all([import('../islands/operationsIsland.tsx'), catalogue]).then(
      ([{ drawOperationsIsland }]) => drawOperationsIsland(place, showRest),
      () => {
        place.replaceChildren(
          missingCode('The search could not be loaded.', 'Every operation is listed below.'),
        );
        showRest();
      },
    );
  });
}
