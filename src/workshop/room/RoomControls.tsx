import { useSelector } from '@xstate/react';
import { type KeyboardEvent, useState } from 'react';
import type { ActorRefFrom } from 'xstate';

import { offerDownload } from '#browser/offerDownload.ts';
import type { CameraProblem } from '#browser/qrScanner.ts';
import { Field } from '#ui/Field.tsx';
import { ReadingProgress } from '#ui/ReadingProgress.tsx';

import type { Scenario } from '../scenario.ts';
import { roomCodeFrom } from './answerCode.ts';
import type { cameraMachine } from './cameraMachine.ts';
import {
  type Collected,
  largestRoomFile,
  longestText,
  mostAnswers,
  type PlacedAnswer,
  type Room,
  roomFile,
  splitOf,
} from './room.ts';
import { reopenedWords } from './reopenedWords.ts';
import type { roomMachine, RoomNotice } from './roomMachine.ts';

interface RoomControlsProps {
  readonly actor: ActorRefFrom<typeof roomMachine>;
  /** The card that is shown. */
  readonly scenario: Scenario | undefined;
}

/** The teacher's side of a room: open it, collect codes, keep them as a file, clear it. */
export function RoomControls({ actor, scenario }: RoomControlsProps) {
  const room = useSelector(actor, ({ context }) => context.room);
  const notice = useSelector(actor, ({ context }) => context.notice);
  const isReopening = useSelector(actor, (snapshot) => snapshot.matches('reopening'));
  return (
    <section aria-labelledby="room" className="stack">
      <h2 id="room">The room</h2>
      {isReopening && <p>Reading the room that is kept on this device.</p>}
      {!isReopening && room === undefined && <ClosedRoom actor={actor} />}
      {room !== undefined && <OpenRoom actor={actor} room={room} scenario={scenario} />}
      <p role="status">{notice !== undefined && noticeWords(notice)}</p>
      <Doubts actor={actor} />
      <Working actor={actor} />
    </section>
  );
}

/** Codes that fit several cards by chance: which one they count for is asked. */
function Doubts({ actor }: Pick<RoomControlsProps, 'actor'>) {
  const doubts = useSelector(actor, ({ context }) => context.doubts);
  const cards = useSelector(actor, ({ context }) => context.cards);
  const titleOf = ({ card, question }: PlacedAnswer) =>
    `${cards.find(({ id }) => id === card)?.title ?? card}${question === 'twist' ? ' (its twist)' : ''}`;
  return doubts.map(({ code, fits }) => (
    <fieldset key={code} className="notice stack" data-tone="act">
      <legend>Which card does {code} answer?</legend>
      <p>By chance, this code fits more than one card. It is counted once you have chosen.</p>
      <p className="flex flex-wrap gap-3">
        {fits.map((placed) => (
          <button
            key={titleOf(placed)}
            type="button"
            className="button"
            onClick={() => actor.send({ type: 'doubt.settle', code, placed })}
          >
            {titleOf(placed)}
          </button>
        ))}
        <button
          type="button"
          className="button"
          onClick={() => actor.send({ type: 'doubt.settle', code, placed: undefined })}
        >
          Do not count it
        </button>
      </p>
    </fieldset>
  ));
}

/** How far a long text is read, and what ends that. */
function Working({ actor }: Pick<RoomControlsProps, 'actor'>) {
  const isWorking = useSelector(actor, (snapshot) => snapshot.hasTag('working'));
  const done = useSelector(actor, ({ context }) => context.done);
  return (
    isWorking && <ReadingProgress done={done} onStop={() => actor.send({ type: 'work.stop' })} />
  );
}

function ClosedRoom({ actor }: Pick<RoomControlsProps, 'actor'>) {
  return (
    <>
      <p>
        People answer on their phones without an account, and each phone shows a short code. You
        type, paste or scan the codes; how the room split is shown only with the key. Hands and
        paper do as well.
      </p>
      <p>
        <button
          type="button"
          className="button"
          onClick={() =>
            actor.send({
              type: 'room.open',
              code: roomCodeFrom(crypto.getRandomValues(new Uint8Array(4))),
            })
          }
        >
          Open a room
        </button>
      </p>
      <Field
        label="Or go on with a saved room"
        hint={`The file that “Save as a file” made. It may hold up to ${mostAnswers.toLocaleString('en')} answers and ${largestRoomFile / 1_000_000} MB.`}
      >
        {(props) => (
          <input
            {...props}
            type="file"
            accept="application/json,.json"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file !== undefined) actor.send({ type: 'file.choose', file });
              target.value = '';
            }}
          />
        )}
      </Field>
    </>
  );
}

interface OpenRoomProps extends RoomControlsProps {
  readonly room: Room;
}

function OpenRoom({ actor, room, scenario }: OpenRoomProps) {
  const camera = useSelector(actor, ({ children }) => children.camera);
  const isKept = useSelector(actor, ({ context }) => context.isKept);
  const save = (
    <button
      type="button"
      className="button"
      onClick={() =>
        offerDownload(
          new Blob([roomFile(room)], { type: 'application/json' }),
          `room-${room.code}.json`,
        )
      }
    >
      Save as a file
    </button>
  );
  return (
    <>
      {!isKept && (
        <div className="notice stack" data-tone="warn" role="alert">
          <p>
            This browser could not keep the room: its storage is full or blocked. You lose the room
            when you close this page or load it again. Save it as a file first.
          </p>
          <p>{save}</p>
        </div>
      )}
      <p>
        Room <strong className="room-code">{room.code}</strong> is open.{' '}
        {answeredWords(room, scenario)}
      </p>
      <CodeField
        onCodes={(text) => {
          actor.send({ type: 'codes.count', text });
          return actor.getSnapshot().context.notice?.kind !== 'tooLong';
        }}
      />
      {camera !== undefined && <Camera actor={camera} />}
      <details>
        <summary className="py-2 font-semibold">Keep or clear the room</summary>
        <p className="flex flex-wrap gap-3">
          {isKept && save}
          <Sure action="Clear all answers" onSure={() => actor.send({ type: 'answers.clear' })} />
          <Sure action="Close the room" onSure={() => actor.send({ type: 'room.close' })} />
        </p>
      </details>
    </>
  );
}

/** Where codes are typed and pasted; `onCodes` gives whether they are taken. */
function CodeField({ onCodes }: { readonly onCodes: (text: string) => boolean }) {
  const [text, setText] = useState('');
  const count = () => {
    // What is too long to be counted stays, to be shortened.
    if (onCodes(text)) setText('');
  };
  const countOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    count();
  };
  return (
    <>
      <Field
        label="Codes"
        hint={`Type or paste one code or many, or a whole chat of up to ${longestText.toLocaleString('en')} characters. Press Enter to count them.`}
      >
        {(props) => (
          <textarea
            {...props}
            rows={2}
            value={text}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            onKeyDown={countOnEnter}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <p className="flex flex-wrap gap-3">
        <button type="button" className="button" onClick={count}>
          Count
        </button>
      </p>
    </>
  );
}

function answeredWords(room: Room, scenario: Scenario | undefined): string {
  const all = room.answers.length;
  if (scenario?.kind !== 'keyed') return `Answers in all: ${all}.`;
  const card = splitOf(room, scenario, 'card').answered;
  const twist = splitOf(room, scenario, 'twist').answered;
  return `Answers to this card: ${card}; to its twist: ${twist}; in all: ${all}.`;
}

function noticeWords(notice: RoomNotice): string {
  switch (notice.kind) {
    case 'counted':
      return countedWords(notice);
    case 'reopened':
      return reopenedWords(notice.room, notice.refused);
    case 'refused':
      return notice.problem;
    case 'tooLong':
      return `This text has ${notice.length.toLocaleString('en')} characters, and the guide reads up to ${longestText.toLocaleString('en')} at a time. Nothing was counted: paste it in parts.`;
    case 'countingStopped':
      return 'Counting was stopped. Nothing in that text was counted.';
    case 'readingStopped':
      return 'Reading was stopped. Nothing was taken from the file.';
    case 'keptStopped':
      return 'Reading was stopped. The room is still kept on this device until you open another one. Load the page again to read it.';
    case 'keptRefused':
      return 'The room that is kept on this device cannot be read. Open a new room, or choose the file of the old one.';
    case 'unreadable':
      return 'The file could not be read. Choose it again, or take a copy of it.';
    case 'cleared':
      return 'All answers are gone.';
    case 'closed':
      return 'The room is closed and forgotten.';
    case 'camera':
      return cameraWords[notice.problem];
  }
}

/** What became of codes, in a sentence or two. */
function countedWords({
  counted,
  repeated,
  changed,
  refused,
  beyond,
  doubts,
}: Omit<Collected, 'room'>): string {
  const parts = [
    ...(counted === 0 ? [] : [counted === 1 ? '1 answer counted.' : `${counted} answers counted.`]),
    ...(repeated.length === 0 ? [] : [`Counted before: ${named(repeated)}.`]),
    ...(changed.length === 0
      ? []
      : [`Changed since an earlier answer, so the later one counts: ${named(changed)}.`]),
    ...(refused.length === 0
      ? []
      : [`Mistyped, or not from this room and its cards: ${named(refused)}.`]),
    ...(doubts.length === 0
      ? []
      : [`Fits more than one card: ${named(doubts.map(({ code }) => code))}. Choose below.`]),
    ...(beyond === 0
      ? []
      : [
          `The room is full with ${mostAnswers.toLocaleString('en')} answers, so ${beyond} more were not counted. Save it as a file and open another room.`,
        ]),
  ];
  return parts.length === 0
    ? 'There is no code in this text. A code has nine letters and digits, such as 4KQ-7M2-XR0.'
    : parts.join(' ');
}

/** How many codes are named one by one. */
const mostNamed = 20;

function named(codes: readonly string[]): string {
  const rest = codes.length - mostNamed;
  return `${codes.slice(0, mostNamed).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** A button that asks once more before it does what cannot be undone. */
function Sure({ action, onSure }: { readonly action: string; readonly onSure: () => void }) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <button
      type="button"
      className="button"
      onBlur={() => setIsAsking(false)}
      onClick={() => {
        if (isAsking) onSure();
        setIsAsking(!isAsking);
      }}
    >
      {isAsking ? `Really: ${action.toLowerCase()}` : action}
    </button>
  );
}

const cameraWords: Readonly<Record<CameraProblem, string>> = {
  refused:
    'The camera was refused. Allow it for this page in the browser, or type and paste the codes.',
  absent:
    'There is no camera that this page may use. Cameras work on secure addresses only; type or paste the codes.',
  failed: 'The camera did not start; another program may use it. Type or paste the codes.',
};

/** Reads the codes of all phones that the camera sees. */
function Camera({ actor }: { readonly actor: ActorRefFrom<typeof cameraMachine> }) {
  const isOn = useSelector(actor, (snapshot) => snapshot.hasTag('on'));
  const showIn = useSelector(actor, ({ context }) => context.picture?.showIn);
  return (
    <div className="stack">
      <p>
        <button
          type="button"
          className="button"
          aria-pressed={isOn}
          onClick={() => actor.send({ type: 'camera.toggle' })}
        >
          Scan with the camera
        </button>
      </p>
      {showIn !== undefined && (
        <>
          {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- what a camera sees has none */}
          <video
            ref={showIn}
            className="camera"
            muted
            playsInline
            aria-label="What the camera sees"
          />
          <p className="quiet">
            Sweep it over the phones, or have them held up to it: it reads several codes at once.
            The picture stays on this machine.
          </p>
        </>
      )}
    </div>
  );
}
