import { useAddresses } from '#screens/site.tsx';

import { handoutsPath } from '../handouts/handout.ts';
import { presenterId } from './presentPaths.ts';

/** The presenter's page, before its script has come. */
export function PresentScreen() {
  const addresses = useAddresses();
  return (
    <article className="stack [--gap:2rem]">
      <header className="no-print stack [--gap:1rem]">
        <h1 tabIndex={-1}>Present the cards</h1>
        <p className="lead">
          Two windows on one machine: this one with your notes, the other for the room. Nothing is
          revealed before you reveal it.
        </p>
        <p>
          Arrow keys and a clicker go forward and back, even while you type codes; B makes the
          screen black. Presenting needs JavaScript; without it, or without a screen, everything is
          on paper too: <a href={addresses.file(handoutsPath)}>plans and hand-outs</a>.
        </p>
      </header>
      <div id={presenterId} className="needs-script prints island-to-come">
        <p role="status">Loading the cards.</p>
      </div>
    </article>
  );
}
