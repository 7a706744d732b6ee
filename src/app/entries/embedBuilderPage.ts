import { embedBuilderId } from '#embed/builder/embedBuilderId.ts';

import { missingCode } from '../missingCode.ts';
// oxlint-disable-next-line import/no-unassigned-import -- what every plain page does
import './plainPage.ts';

// The script of the builder: its fields include all languages and operations, so the page is shown
// before they are loaded. The preview's element has its own script in the page.
const place = document.querySelector<HTMLElement>(`#${embedBuilderId}`);
if (place !== null) {
  import('../islands/embedBuilderIsland.tsx').then(
    ({ hydrateEmbedBuilder }) => hydrateEmbedBuilder(place),
    () =>
      place.prepend(
        missingCode('The fields could not be loaded.', 'The blocks below work as they are.'),
      ),
  );
}
