import { SaveButton } from '../SaveButton.tsx';
import { type Room, roomFile } from './room.ts';

interface SaveRoomProps {
  readonly room: Room;
  readonly children: string;
}

/** Saves a room's answers as a file with which the room can be opened again. */
export function SaveRoom({ room, children }: SaveRoomProps) {
  return (
    <SaveButton type="application/json" name={`room-${room.code}.json`} text={() => roomFile(room)}>
      {children}
    </SaveButton>
  );
}
