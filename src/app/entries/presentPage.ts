import { audienceScreenId, presenterId } from '#workshop/present/presentPaths.ts';

import { missingCode } from '../missingCode.ts';
// oxlint-disable-next-line import/no-unassigned-import -- what every plain page does
import './plainPage.ts';

// The script of the presenter's page and of the audience's screen.
const presenter = document.querySelector<HTMLElement>(`#${presenterId}`);
const audience = document.querySelector<HTMLElement>(`#${audienceScreenId}`);
import('../islands/presenterIsland.tsx')
  .then(({ drawPresentation }) => drawPresentation(presenter, audience))
  .catch(() => {
    presenter?.replaceChildren(missingCode('The cards could not be loaded.', ''));
    if (audience === null) return;
    const heading = document.createElement('h1');
    heading.textContent = 'This screen could not be loaded';
    audience.replaceChildren(
      heading,
      missingCode(
        'The slides could not be loaded.',
        'Once it has loaded, this screen shows what the presenter’s window shows.',
      ),
    );
  });
