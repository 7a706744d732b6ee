import { enableDownloadButtons } from '#browser/downloadButtons.ts';
import { onceWanted } from '#browser/onceWanted.ts';
import { leaveTokenIslandId } from '#screens/leaveToken/leaveTokenPath.ts';

import { missingCode } from '../missingCode.ts';
// oxlint-disable-next-line import/no-unassigned-import -- what every plain page does
import './plainPage.ts';

// The script of the page that plans how programs stop using their API tokens: the planner needs the
// catalogue, so the page is shown before that is loaded.
enableDownloadButtons();
const place = document.querySelector<HTMLElement>(`#${leaveTokenIslandId}`);
if (place !== null) {
  onceWanted(() => {
    import('../islands/leaveTokenIsland.tsx').then(
      ({ drawLeaveTokenIsland }) => drawLeaveTokenIsland(place),
      () =>
        place.replaceChildren(
          missingCode('The planner could not be loaded.', 'An example of a plan is below.'),
        ),
    );
  });
}
