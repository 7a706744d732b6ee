import { closeAnswerFolds } from '#browser/answerFolds.ts';
import { enableCopyButtons } from '#browser/copyButtons.ts';
import { enableDownloadButtons } from '#browser/downloadButtons.ts';
import { followContents } from '#browser/followContents.ts';
import { lastPlace } from '#browser/lastPlace.ts';
import { oncePainted } from '#browser/oncePainted.ts';
import { notePrinting } from '#browser/printedFrom.ts';
import { enableSearch } from '#browser/searchDoor.ts';

import { drawPageIsland } from '../islands/pageIslands.ts';

// The script of pages that are not states of the guide: their buttons, their island, and the answers kept on this
// device, with the way back to them. All of them share this file, so the next page finds it in the browser's cache.
drawPageIsland();
closeAnswerFolds();
enableCopyButtons();
enableDownloadButtons();
notePrinting();
followContents();
enableSearch(async () => (await import('../search/openSearch.ts')).openSearch());

/** The page works without what could not be loaded. */
const nothing = (): undefined => undefined;

// What may be in the address is judged at once; whatever has no part in the paint waits for it.
const soon = location.hash === '' ? oncePainted : (act: () => void) => act();
soon(() => {
  import('#browser/secretFragment.ts').then(
    ({ keepSecretsOutOfAddress }) => keepSecretsOutOfAddress(),
    nothing,
  );
});
oncePainted(() => {
  import('../offline/offerOffline.ts').then(({ offerOffline }) => offerOffline(), nothing);
});
const place = document.querySelector<HTMLElement>('#way-back');
if (place !== null && lastPlace() !== undefined) {
  const base = place.dataset['base'] ?? '/';
  oncePainted(() => {
    import('../islands/wayBack.tsx').then(({ drawWayBack }) => drawWayBack(place, base), nothing);
  });
}
