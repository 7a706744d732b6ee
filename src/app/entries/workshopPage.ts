import { practiceId } from '#workshop/practice/practiceId.ts';

// oxlint-disable-next-line import/no-unassigned-import -- what every plain page does
import './plainPage.ts';

// The script of the workshop: the page stands, with every card to read, before the practice comes.
const place = document.querySelector<HTMLElement>(`#${practiceId}`);
if (place !== null) {
  import('../islands/practiceIsland.tsx').then(
    ({ drawPracticeIsland }) => drawPracticeIsland(place),
    () => {
      place.textContent =
        'The practice could not be loaded. Check that you are online and load the page again; every card is below.';
    },
  );
}
