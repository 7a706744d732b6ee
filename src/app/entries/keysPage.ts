import { enableDownloadButtons } from '#browser/downloadButtons.ts';
import { keyMakerFoldId, keyMakerId } from '#screens/keys/keysPath.ts';

import { missingCode } from '../missingCode.ts';
// oxlint-disable-next-line import/no-unassigned-import -- what every plain page does
import './plainPage.ts';

// The script of the page about keys: the key maker is loaded when a person opens its fold.
enableDownloadButtons();
const fold = document.querySelector<HTMLDetailsElement>(`#${keyMakerFoldId}`);
const place = document.querySelector<HTMLElement>(`#${keyMakerId}`);
if (fold !== null && place !== null) {
  let isAsked = false;
  const open = () => {
    if (!fold.open || isAsked) return;
    isAsked = true;
    import('../islands/keyMakerIsland.tsx').then(
      ({ drawKeyMakerIsland }) => drawKeyMakerIsland(place),
      () =>
        place.replaceChildren(
          missingCode(
            'The key maker could not be loaded.',
            'The commands above make a key pair too.',
          ),
        ),
    );
  };
  fold.addEventListener('toggle', open);
  open();
}
