import { hydrateRoot } from 'react-dom/client';

import { enableCopyButtons } from '#browser/copyButtons.ts';
import { enableDownloadButtons } from '#browser/downloadButtons.ts';
import { browserNavigation } from '#browser/navigation.ts';
import { notePrinting } from '#browser/printedFrom.ts';
import { replay } from '#guide/replay.ts';

import { diagramServices } from '../visit/diagramServices.ts';
import { GuideApp } from '../visit/GuideApp.tsx';
import { viewOf } from '../visit/guideView.ts';

// Hydrates a prerendered page: the same screen as it was drawn with, then steps in place.
const root = document.querySelector<HTMLElement>('#root');
if (root !== null) {
  const { base = '/', kind, answers = '' } = root.dataset;
  const { walk } = replay(answers.split(' ').filter((answer) => answer !== ''));
  enableCopyButtons();
  enableDownloadButtons();
  notePrinting();
  window.addEventListener('load', () => void import('../offline/keepOffline.ts'));
  hydrateRoot(
    root,
    <GuideApp
      base={base}
      initial={kind === 'notFound' ? { kind } : viewOf(walk)}
      services={{
        navigation: browserNavigation(),
        diagram: diagramServices(base),
        onHydrated: () => {},
      }}
    />,
  );
}
