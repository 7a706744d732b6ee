import { labId } from '#screens/lab/labPath.ts';

import { missingCode } from '../missingCode.ts';
// oxlint-disable-next-line import/no-unassigned-import -- what every plain page does
import './plainPage.ts';

// The script of the lab's page.
const place = document.querySelector<HTMLElement>(`#${labId}`);
if (place !== null) {
  import('../islands/labIsland.tsx').then(
    ({ drawLabIsland }) => drawLabIsland(place),
    () =>
      place.replaceChildren(
        missingCode('The lab could not be loaded.', 'The steps of an exchange are below.'),
      ),
  );
}
