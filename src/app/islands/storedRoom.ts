import { listenToText, removeText, storeText, storedText } from '#browser/storedText.ts';
import { type Room, roomFile } from '#workshop/room/room.ts';

const name = 'room';

/** What was kept of the room that was open last in this browser, as the text of its file. */
export const storedRoom = (): string | undefined => storedText(name);

/** Stores a room on this device, or removes it; returns whether a reload finds it as it is. */
export function storeRoom(room: Room | undefined): boolean {
  if (room !== undefined) return storeText(name, roomFile(room));
  removeText(name);
  return true;
}

/** Listens to other tabs that remove what was kept; returns a function that stops listening. */
export const listenToRoom = (onRemoved: () => void): (() => void) =>
  listenToText(name, () => {
    if (storedRoom() === undefined) onRemoved();
  });
