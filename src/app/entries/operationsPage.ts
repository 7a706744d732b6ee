import { onceWanted } from '#browser/onceWanted.ts';
import { operationsIslandId } from '#screens/operations/operationPages.ts';

import { missingCode } from '../missingCode.ts';
// oxlint-disable-next-line import/no-unassigned-import -- what every plain page does
import './plainPage.ts';

// The script of the page of operations: the catalogue is heavy, so the page stands before it comes.
const place = document.querySelector<HTMLElement>(`#${operationsIslandId}`);
if (place !== null) {
  // What is in the link takes its room before it comes, so that nothing below it moves in sight.
  if (location.hash !== '') place.classList.add('island-to-come');
  onceWanted(() => {
    import('../islands/operationsIsland.tsx').then(
      ({ drawOperationsIsland }) => drawOperationsIsland(place),
      () =>
        place.replaceChildren(
          missingCode('The search could not be loaded.', 'Every operation is listed below.'),
        ),
    );
  });
}
