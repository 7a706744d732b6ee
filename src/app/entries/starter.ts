import { closeAnswerFolds } from '#browser/answerFolds.ts';
import { enableCopyButtons } from '#browser/copyButtons.ts';
import { enableDownloadButtons } from '#browser/downloadButtons.ts';
import { followContents } from '#browser/followContents.ts';
import { hydrateOnDemand } from '#browser/hydrateOnDemand.ts';
import { rememberPlace } from '#browser/lastPlace.ts';
import { notePrinting } from '#browser/printedFrom.ts';
import { enableSearch } from '#browser/searchDoor.ts';
import { holdsValues } from '#share/holdsValues.ts';

// The script of the states of the guide. It is all that they load before a person does anything, so
// it must do without React, XState and the words.
const root = document.querySelector<HTMLElement>('#root');
enableSearch(async () => (await import('../search/openSearch.ts')).openSearch());
if (root !== null) {
  const { base = '/', kind } = root.dataset;
  closeAnswerFolds();
  enableCopyButtons();
  enableDownloadButtons();
  notePrinting();
  followContents();
  const isNoPage = kind === 'notFound';
  // A damaged address, values, or notices that the history kept across a reload.
  const isUrgent = isNoPage || holdsValues(location.hash) || history.state !== null;
  // Hides the sample request, and what these would move, until they are there.
  if (isUrgent) root.dataset['awaitsValues'] = '';
  if (!isNoPage) rememberPlace(location.pathname);
  hydrateOnDemand(root, {
    hydrate: async () => {
      try {
        const { hydrateGuide } = await import('./guidePage.tsx');
        await hydrateGuide(root);
      } catch (error) {
        delete root.dataset['awaitsValues'];
        throw error;
      }
    },
    isUrgent,
    isState: (pathname) =>
      pathname === base || (pathname.startsWith(`${base}guide/`) && pathname.endsWith('/')),
  });
}
