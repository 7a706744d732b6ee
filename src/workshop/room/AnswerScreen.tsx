import { useAddresses } from '#screens/site.tsx';

import { handoutsPath } from '../handouts/handout.ts';
import { answerId } from './answerId.ts';
import { mostRooms } from './phone.ts';

/** The page on which people in a room answer, before its script runs. */
export function AnswerScreen() {
  const addresses = useAddresses();
  return (
    <article className="stack [--gap:2rem]">
      <header className="stack [--gap:1rem]">
        <h1 tabIndex={-1}>Answer in the room</h1>
        <p className="lead">
          Predict the method and the reason. Your answer becomes a short code that your teacher
          counts. You need no account, you give no name, and nothing is sent.
        </p>
      </header>
      <div id={answerId} className="needs-script island-to-come" data-size="small">
        <p role="status">Loading the cards.</p>
      </div>
      <section className="stack" aria-labelledby="how">
        <h2 id="how">How it works</h2>
        <ul className="list-disc ps-5">
          <li>The teacher’s screen shows a QR code, a link, and the room code.</li>
          <li>
            You choose a method, a reason and how sure you are. This page turns that into a code of
            nine letters and digits.
          </li>
          <li>
            Show the code, read it aloud, or send it the way your teacher asks you to. It counts
            once, in this room and for this card only.
          </li>
          <li>
            For each room, this page keeps a random number and your codes on your device until you
            leave the room. It keeps up to {mostRooms} rooms.
          </li>
        </ul>
        <p>
          No phone, or no JavaScript? Raise a hand, or write on the{' '}
          <a href={addresses.file(`${handoutsPath}worksheet/`)}>worksheet</a>. A phone that has
          opened this page once while it was online needs no network in the room.
        </p>
      </section>
    </article>
  );
}
