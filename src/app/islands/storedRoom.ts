import { removeText, storeText, storedText } from '#browser/storedText.ts';
import { readRoomFile, type Room, roomFile } from '#workshop/room/room.ts';
import type { Scenario } from '#workshop/scenario.ts';
import { scenarios } from '#workshop/scenarios/scenarios.ts';

const name = 'room';

/**
 * The room that was open last in this browser, if what was stored of it can be read.
 *
 * @param ownCards a teacher's cards, which may have been answered beside the guide's
 */
export function storedRoom(ownCards: readonly Scenario[] = []): Room | undefined {
  const read = readRoomFile(storedText(name) ?? '', [...scenarios, ...ownCards]);
  return 'room' in read ? read.room : undefined;
}

/** Stores a room on this device, or removes it. */
export function storeRoom(room: Room | undefined): void {
  if (room === undefined) removeText(name);
  else storeText(name, roomFile(room));
}
