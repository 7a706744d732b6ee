import { tasksId } from '#workshop/handsOn/handsOnPath.ts';

import { missingCode } from '../missingCode.ts';
// oxlint-disable-next-line import/no-unassigned-import -- what every plain page does
import './plainPage.ts';

// The script of the exercises: the page is shown, with the way by terminal, before the lab is
// loaded.
const place = document.querySelector<HTMLElement>(`#${tasksId}`);
if (place !== null) {
  import('../islands/handsOnIsland.tsx').then(
    ({ drawHandsOnIsland }) => drawHandsOnIsland(place),
    () =>
      place.replaceChildren(
        missingCode('The tasks could not be loaded.', 'Below is how to do them in a terminal.'),
      ),
  );
}
