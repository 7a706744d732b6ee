import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';

import { browserNavigation } from '#browser/navigation.ts';
import { keepSecretsOutOfAddress } from '#browser/secretFragment.ts';
import { replay } from '#guide/replay.ts';
import { holdsValues } from '#share/holdsValues.ts';

import { offerOffline } from '../offline/offerOffline.ts';
// oxlint-disable-next-line import/no-unassigned-import -- the style comes with the code that needs it
import '../../styles/sheet.css';
import { diagramServices } from '../visit/diagramServices.ts';
import { GuideApp } from '../visit/GuideApp.tsx';
import { viewOf } from '../visit/guideView.ts';

/**
 * Hydrates a prerendered page: the same screen as it was drawn with, then steps in place.
 *
 * @returns resolves once the page reacts to what a person does
 */
export async function hydrateGuide(root: HTMLElement): Promise<void> {
  const { base = '/', origin = '', repository, kind, answers = '' } = root.dataset;
  const { walk } = replay(answers.split(' ').filter((answer) => answer !== ''));
  const navigation = browserNavigation();
  await new Promise<void>((onHydrated) => {
    // A transition is done in slices, between which the page reacts to scrolling and typing.
    startTransition(() => {
      hydrateRoot(
        root,
        <GuideApp
          base={base}
          origin={origin}
          repository={repository}
          initial={kind === 'notFound' ? { kind } : viewOf(walk)}
          services={{
            navigation,
            diagram: diagramServices(base),
            onHydrated,
            onArrived: () => delete root.dataset['awaitsValues'],
          }}
        />,
      );
    });
  });
  if (kind === 'notFound') {
    import('../islands/understoodAddress.ts').then(
      ({ tellUnderstood }) => tellUnderstood(location.pathname, base),
      // The page works without it.
      () => undefined,
    );
  }
  keepSecretsOutOfAddress(holdsValues);
  offerOffline();
}
