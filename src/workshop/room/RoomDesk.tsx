import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';

import { offerDownload } from '#browser/offerDownload.ts';
import { CameraError, type CameraProblem, scanQrCodes } from '#browser/qrScanner.ts';
import { Field } from '#ui/Field.tsx';

import type { Scenario } from '../scenario.ts';
import { scenarios } from '../scenarios/scenarios.ts';
import { roomCodeFrom } from './answerCode.ts';
import { type Collected, collect, readRoomFile, type Room, roomFile, splitOf } from './room.ts';

interface RoomDeskProps {
  readonly room: Room | undefined;
  readonly onRoom: (room: Room | undefined) => void;
  /** The card that is shown. */
  readonly scenario: Scenario | undefined;
  /** Every card that may have been answered. */
  readonly cards?: readonly Scenario[];
}

/** The teacher's side of a room: open it, collect codes, keep them as a file, clear it. */
export function RoomDesk({ room, onRoom, scenario, cards = scenarios }: RoomDeskProps) {
  const [said, setSaid] = useState('');
  return (
    <section aria-labelledby="room" className="stack">
      <h2 id="room">The room</h2>
      {room === undefined ? (
        <ClosedRoom cards={cards} onRoom={onRoom} onSay={setSaid} />
      ) : (
        <OpenRoom room={room} onRoom={onRoom} onSay={setSaid} scenario={scenario} cards={cards} />
      )}
      <p role="status">{said}</p>
    </section>
  );
}

interface ClosedRoomProps {
  readonly cards: readonly Scenario[];
  readonly onRoom: (room: Room) => void;
  readonly onSay: (said: string) => void;
}

function ClosedRoom({ cards, onRoom, onSay }: ClosedRoomProps) {
  const open = () => {
    onRoom({ code: roomCodeFrom(crypto.getRandomValues(new Uint8Array(4))), answers: [] });
    onSay('');
  };
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    const found = readRoomFile(await file.text(), cards);
    if ('problem' in found) {
      onSay(found.problem);
      return;
    }
    onRoom(found.room);
    onSay(
      `Room ${found.room.code} is open again with ${found.room.answers.length} answers.${
        found.refused === 0
          ? ''
          : ` ${found.refused} others answer no card that is known here; they stay in the file.`
      }`,
    );
  };
  return (
    <>
      <p>
        People answer on their phones without an account, and each phone shows a short code. You
        type, paste or scan the codes; how the room split is shown only with the key. Hands and
        paper do as well.
      </p>
      <p>
        <button type="button" className="button" onClick={open}>
          Open a room
        </button>
      </p>
      <Field label="Or go on with a saved room" hint="The file that “Save as a file” made.">
        {(props) => (
          <input
            {...props}
            type="file"
            accept="application/json,.json"
            onChange={({ target }) => {
              void read(target.files?.[0]);
              target.value = '';
            }}
          />
        )}
      </Field>
    </>
  );
}

interface OpenRoomProps {
  readonly room: Room;
  readonly onRoom: (room: Room | undefined) => void;
  readonly onSay: (said: string) => void;
  readonly scenario: Scenario | undefined;
  readonly cards: readonly Scenario[];
}

function OpenRoom({ room, onRoom, onSay, scenario, cards }: OpenRoomProps) {
  const [text, setText] = useState('');
  const latest = useRef(room);
  useEffect(() => {
    latest.current = room;
  });
  const count = useCallback(
    (codes: string) => {
      if (codes.trim() === '') return;
      const collected = collect(latest.current, codes, cards);
      latest.current = collected.room;
      onRoom(collected.room);
      onSay(wordsOf(collected));
    },
    [cards, onRoom, onSay],
  );
  const countTyped = () => {
    count(text);
    setText('');
  };
  const countOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    countTyped();
  };
  return (
    <>
      <p>
        Room <strong className="room-code">{room.code}</strong> is open.{' '}
        {answeredWords(room, scenario)}
      </p>
      <Field label="Codes" hint="Type or paste one or many, also a whole chat. Enter counts them.">
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
        <button type="button" className="button" onClick={countTyped}>
          Count
        </button>
      </p>
      <CameraDesk onText={count} onSay={onSay} />
      <details>
        <summary className="py-2 font-semibold">Keep or clear the room</summary>
        <p className="flex flex-wrap gap-3">
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
          <Sure
            action="Clear all answers"
            onSure={() => {
              onRoom({ code: room.code, answers: [] });
              onSay('All answers are gone.');
            }}
          />
          <Sure
            action="Close the room"
            onSure={() => {
              onRoom(undefined);
              onSay('The room is closed and forgotten.');
            }}
          />
        </p>
      </details>
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

/** What became of codes, in a sentence or two. */
function wordsOf({ counted, repeated, changed, refused }: Collected): string {
  const parts = [
    ...(counted === 0 ? [] : [counted === 1 ? '1 answer counted.' : `${counted} answers counted.`]),
    ...(repeated.length === 0 ? [] : [`Counted before: ${repeated.join(', ')}.`]),
    ...(changed.length === 0
      ? []
      : [`Answered before and changed, the later one counts: ${changed.join(', ')}.`]),
    ...(refused.length === 0
      ? []
      : [`Not of this room and its cards, or mistyped: ${refused.join(', ')}.`]),
  ];
  return parts.length === 0
    ? 'There is no code in this text. A code has nine letters and digits, such as 4KQ-7M2-XR0.'
    : parts.join(' ');
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

interface CameraDeskProps {
  readonly onText: (text: string) => void;
  readonly onSay: (said: string) => void;
}

/** Reads the codes that people hold up to the camera, one after the other. */
function CameraDesk({ onText, onSay }: CameraDeskProps) {
  const [isOn, setIsOn] = useState(false);
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!isOn || element === null) return undefined;
    let stop: (() => void) | undefined;
    let isOver = false;
    let last = '';
    scanQrCodes(element, (text) => {
      // Held up for a while, a code is read many times.
      if (text === last) return;
      last = text;
      onText(text);
    }).then(
      (off) => {
        if (isOver) off();
        else stop = off;
        return undefined;
      },
      (error: unknown) => {
        setIsOn(false);
        onSay(cameraWords[error instanceof CameraError ? error.problem : 'failed']);
      },
    );
    return () => {
      isOver = true;
      stop?.();
    };
  }, [isOn, onText, onSay]);
  return (
    <div className="stack">
      <p>
        <button type="button" className="button" aria-pressed={isOn} onClick={() => setIsOn(!isOn)}>
          Scan with the camera
        </button>
      </p>
      {isOn && (
        <>
          {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- what a camera sees has none */}
          <video
            ref={video}
            className="camera"
            muted
            playsInline
            aria-label="What the camera sees"
          />
          <p className="quiet">
            Hold one code after the other up to it. The picture stays on this machine.
          </p>
        </>
      )}
    </div>
  );
}
