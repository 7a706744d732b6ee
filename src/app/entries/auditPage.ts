import { enableDownloadButtons } from '#browser/downloadButtons.ts';
import { onceWanted } from '#browser/onceWanted.ts';
import { auditIslandId } from '#screens/audit/auditPath.ts';

import { missingCode } from '../missingCode.ts';
// oxlint-disable-next-line import/no-unassigned-import -- what every plain page does
import './plainPage.ts';

// The script of the page that reads recordings: the form is there before its code is loaded.
enableDownloadButtons();
const place = document.querySelector<HTMLElement>(`#${auditIslandId}`);
if (place !== null) {
  onceWanted(() => {
    import('../islands/auditIsland.tsx').then(
      ({ drawAuditIsland }) => drawAuditIsland(place),
      () =>
        place.replaceChildren(
          missingCode('The reader could not be loaded.', 'The command below reads the same files.'),
        ),
    );
  });
}
