import { useAddresses } from '#screens/site.tsx';

import { handoutsPath } from '../handouts/handout.ts';
import { presenterId } from './presentIds.ts';

/** The presenter's page, before its script runs. */
export function PresentScreen() {
  const addresses = useAddresses();
  return (
    <article className="stack [--gap:2rem]">
      <header className="no-print stack [--gap:1rem]">
        <h1 tabIndex={-1}>Prepare a lesson, then give it</h1>
        <p className="lead">
          Choose the cards and their minutes, enter how many people are coming, and begin. You have
          two windows: this one for you, the other for the room, which sees nothing until you show
          it.
        </p>
        <p>
          In the lesson, use a clicker or the arrow keys to go forward and back, even while you type
          codes. Press B to black out the screen, F to fill it. Presenting needs JavaScript. Without
          it, or without a screen, print the{' '}
          <a href={addresses.file(handoutsPath)}>plans and hand-outs</a>.
        </p>
      </header>
      <div id={presenterId} className="needs-script prints island-to-come">
        <p role="status">Loading the cards.</p>
      </div>
    </article>
  );
}
