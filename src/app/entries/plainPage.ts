import { closeAnswerFolds } from '#browser/answerFolds.ts';
import { enableCopyButtons } from '#browser/copyButtons.ts';
import { enableDownloadButtons } from '#browser/downloadButtons.ts';
import { followContents } from '#browser/followContents.ts';
import { lastPlace } from '#browser/lastPlace.ts';
import { oncePainted } from '#browser/oncePainted.ts';
import { notePrinting } from '#browser/printedFrom.ts';
import { enableSearch } from '#browser/searchDoor.ts';
import { keepSecretsOutOfAddress } from '#browser/secretFragment.ts';

import { drawPageIsland } from '../islands/pageIslands.ts';
import { offerOffline } from '../offline/offerOffline.ts';

// The script of pages that are no state of the guide: their buttons, their island, and the answers that are kept on
// this device with the way back to them. One file for all of them, so that the next page finds it in the browser.
drawPageIsland();
keepSecretsOutOfAddress();
closeAnswerFolds();
enableCopyButtons();
enableDownloadButtons();
notePrinting();
followContents();
enableSearch(async () => (await import('../search/openSearch.ts')).openSearch());
offerOffline();
const place = document.querySelector<HTMLElement>('#answers-so-far');
if (place !== null && lastPlace() !== undefined) {
  const base = place.dataset['base'] ?? '/';
  oncePainted(() => {
    import('../islands/answersSoFar.tsx').then(
      ({ drawAnswersSoFar }) => drawAnswersSoFar(place, base),
      // The page stands without the answers so far.
      () => undefined,
    );
  });
}
