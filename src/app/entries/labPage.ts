import { labId } from '#screens/lab/labPath.ts';

import { showRecordedInstead } from '../lab/recordedInstead.ts';
import { missingCode } from '../missingCode.ts';
// oxlint-disable-next-line import/no-unassigned-import -- what every plain page does
import './plainPage.ts';

// The script of the lab's page.
const place = document.querySelector<HTMLElement>(`#${labId}`);
if (place !== null && !isSecureContext) showRecordedInstead(place);
else if (place !== null) {
  // Before anything that looks like a secret is removed from it: the lab says why.
  const { hash } = location;
  import('../islands/labIsland.tsx')
    .then(async ({ drawLabIsland }) => drawLabIsland(place, hash))
    .catch(() =>
      place.replaceChildren(
        missingCode('The lab could not be loaded.', 'The steps of an exchange are below.'),
      ),
    );
}
