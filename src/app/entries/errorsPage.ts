import { onceWanted } from '#browser/onceWanted.ts';
import { errorsIslandId } from '#screens/errors/errorsIslandId.ts';

import { missingCode } from '../missingCode.ts';
// oxlint-disable-next-line import/no-unassigned-import -- what every plain page does
import './plainPage.ts';

// The script of the page of errors: its box needs the catalogue, so the page is shown before that
// is loaded.
const place = document.querySelector<HTMLElement>(`#${errorsIslandId}`);
if (place !== null) {
  onceWanted(() => {
    import('../islands/errorsIsland.tsx').then(
      ({ drawErrorsIsland }) => drawErrorsIsland(place),
      () =>
        place.replaceChildren(
          missingCode('The box could not be loaded.', 'Every error is listed below.'),
        ),
    );
  });
}
