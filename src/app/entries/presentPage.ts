import { audienceScreenId, presenterId } from '#workshop/present/presentPaths.ts';

import { missingCode } from '../missingCode.ts';
// oxlint-disable-next-line import/no-unassigned-import -- what every plain page does
import './plainPage.ts';

// The script of the presenter's page and of the audience's screen.
const presenter = document.querySelector<HTMLElement>(`#${presenterId}`);
const audience = document.querySelector<HTMLElement>(`#${audienceScreenId}`);
import('../islands/presenterIsland.tsx').then(
  ({ drawPresentation }) => drawPresentation(presenter, audience),
  () => (presenter ?? audience)?.replaceChildren(missingCode('The cards could not be loaded.', '')),
);
