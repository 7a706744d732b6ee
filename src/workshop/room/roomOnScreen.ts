import { isOwn } from '../ownCards/cardRecord.ts';
import { reasonChoices } from '../prediction.ts';
import { roomFragment } from './roomAddress.ts';
import { readRoomCode, type RoomQuestion } from './answerCode.ts';
import { type Room, splitOf } from './room.ts';
import { parseSplit, type Split } from './split.ts';
import type { Scenario } from '../scenario.ts';

/** What the audience's screen shows of a room: how to answer, how many did, and the split once it is revealed. */
export interface RoomOnScreen {
  readonly room: string;
  /** Where to answer: the address that people type; absent where this page does not know one. */
  readonly address?: string | undefined;
  /** The same with the room and the card, for the picture to scan. */
  readonly link?: string | undefined;
  readonly answered: number;
  /** Absent before the reveal. */
  readonly split?: Split | undefined;
}

/**
 * What of a room is on the screen while a card stands at a question or at its key.
 *
 * @param answerAddress the page on which people answer, absolute; undefined where there is none
 */
export function roomOnScreen(
  room: Room,
  scenario: Scenario,
  question: RoomQuestion,
  isRevealed: boolean,
  answerAddress: string | undefined,
): RoomOnScreen {
  const split = splitOf(room, scenario, question);
  const told = { room: room.code, answered: split.answered };
  if (isRevealed) return { ...told, split };
  if (answerAddress === undefined) return told;
  return {
    ...told,
    address: answerAddress.replace(/^https?:\/\//, ''),
    link:
      answerAddress +
      roomFragment({
        room: room.code,
        card: scenario.id,
        question,
        reasons:
          scenario.kind === 'keyed' && isOwn(scenario) ? reasonChoices(scenario).length : undefined,
      }),
  };
}

/** Reads what another window tells; undefined for whatever is none of it. */
export function parseRoomOnScreen(data: unknown): RoomOnScreen | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if (!('room' in data && 'answered' in data)) return undefined;
  const room = typeof data.room === 'string' ? readRoomCode(data.room) : undefined;
  const { answered } = data;
  if (room === undefined || typeof answered !== 'number' || !Number.isInteger(answered)) {
    return undefined;
  }
  const address = textOf('address' in data ? data.address : undefined);
  const link = textOf('link' in data ? data.link : undefined);
  const split = 'split' in data ? parseSplit(data.split) : undefined;
  return {
    room,
    answered,
    ...(address === undefined || link === undefined ? {} : { address, link }),
    ...(split === undefined ? {} : { split }),
  };
}

/** A QR code holds less than 3000 letters, and an address that is longer is none of ours. */
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length < 600 ? value : undefined;
