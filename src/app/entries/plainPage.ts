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

// The script of pages that are not states of the guide: their buttons, their island, and the answers kept on this
// device, with the way back to them. All of them share this file, so the next page finds it in the browser's cache.
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
      // The page works without the answers so far.
      () => undefined,
    );
  });
}
