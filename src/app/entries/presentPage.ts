import { audienceScreenId, presenterId } from '#workshop/present/presentPaths.ts';

// oxlint-disable-next-line import/no-unassigned-import -- what every plain page does
import './plainPage.ts';

// The script of the presenter's page and of the audience's screen.
const presenter = document.querySelector<HTMLElement>(`#${presenterId}`);
const audience = document.querySelector<HTMLElement>(`#${audienceScreenId}`);
import('../islands/presenterIsland.tsx').then(
  ({ drawPresentation }) => drawPresentation(presenter, audience),
  () => {
    if (presenter === null) return;
    presenter.textContent =
      'The cards could not be loaded. Check that you are online and load the page again.';
  },
);
