import { useSelector } from '@xstate/react';
import { useState } from 'react';
import type { ActorRefFrom } from 'xstate';

import { FileField } from '#ui/FileField.tsx';

import { roomCodeFrom } from './answerCode.ts';
import { largestRoomFile, mostAnswers, type Room } from './room.ts';
import type { roomMachine } from './roomMachine.ts';
import { RoomNews } from './RoomNews.tsx';
import { SaveRoom } from './SaveRoom.tsx';

type RoomActor = ActorRefFrom<typeof roomMachine>;

interface RoomControlsProps {
  readonly actor: RoomActor;
  /** How people come into the room, if it is open. */
  readonly children: React.ReactNode;
}

/** Opens a room with a random code; does nothing while a room is open. */
export function openRoom(actor: RoomActor): void {
  actor.send({
    type: 'room.open',
    code: roomCodeFrom(crypto.getRandomValues(new Uint8Array(4))),
  });
}

/** The room before and after a lesson: open it, save it as a file, continue with a saved one, clear it. */
export function RoomControls({ actor, children }: RoomControlsProps) {
  const room = useSelector(actor, ({ context }) => context.room);
  const isReopening = useSelector(actor, (snapshot) => snapshot.matches('reopening'));
  return (
    <div className="stack">
      {isReopening && <p>Reading the room that is kept on this device.</p>}
      {!isReopening && room === undefined && <ClosedRoom actor={actor} />}
      {room !== undefined && (
        <OpenRoom actor={actor} room={room}>
          {children}
        </OpenRoom>
      )}
      <RoomNews actor={actor} />
    </div>
  );
}

function ClosedRoom({ actor }: Pick<RoomControlsProps, 'actor'>) {
  return (
    <>
      <p>
        <button type="button" className="button" onClick={() => openRoom(actor)}>
          Open a room
        </button>
      </p>
      <details>
        <summary className="py-2">Open a saved room</summary>
        <FileField
          label="Room file"
          hint={`The file that you saved with “Save as a file”. Up to ${mostAnswers.toLocaleString('en')} answers and ${largestRoomFile / 1_000_000} MB.`}
          accept="application/json,.json"
          onFile={(file) => actor.send({ type: 'file.choose', file })}
        />
      </details>
    </>
  );
}

interface OpenRoomProps extends RoomControlsProps {
  readonly room: Room;
}

function OpenRoom({ actor, room, children }: OpenRoomProps) {
  const isUndoable = useSelector(actor, ({ context }) => context.past.length > 0);
  const isKept = useSelector(actor, ({ context }) => context.isKept);
  const save = <SaveRoom room={room}>Save as a file</SaveRoom>;
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
      {children}
      <details>
        <summary className="py-2 font-semibold">Keep or clear the room</summary>
        <p className="flex flex-wrap gap-3">
          {isKept && save}
          <Sure action="Clear all answers" onSure={() => actor.send({ type: 'answers.clear' })} />
          {isUndoable && (
            <button
              type="button"
              className="button"
              onClick={() => actor.send({ type: 'answers.undo' })}
            >
              Undo
            </button>
          )}
          <Sure action="Close the room" onSure={() => actor.send({ type: 'room.close' })} />
        </p>
      </details>
    </>
  );
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
      {isAsking ? `Yes, ${action.toLowerCase()}` : action}
    </button>
  );
}
