import { SaveButton } from '../SaveButton.tsx';
import { type Room, roomFile } from './room.ts';

interface SaveRoomProps {
  readonly room: Room;
  readonly children: string;
}

/** Saves what a room answered as the file that it can be opened with again. */
export function SaveRoom({ room, children }: SaveRoomProps) {
  return (
    <SaveButton type="application/json" name={`room-${room.code}.json`} text={() => roomFile(room)}>
      {children}
    </SaveButton>
  );
}
