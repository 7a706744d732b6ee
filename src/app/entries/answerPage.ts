import { answerId } from '#workshop/room/answerId.ts';

import { missingCode } from '../missingCode.ts';
// oxlint-disable-next-line import/no-unassigned-import -- what every plain page does
import './plainPage.ts';

// The script of the page on which people in a room answer.
const place = document.querySelector<HTMLElement>(`#${answerId}`);
if (place !== null) {
  import('../islands/answerIsland.tsx')
    .then(({ drawAnswerIsland }) => drawAnswerIsland(place))
    .catch(() =>
      place.replaceChildren(
        missingCode('The cards could not be loaded.', 'You can also raise a hand to answer.'),
      ),
    );
}
