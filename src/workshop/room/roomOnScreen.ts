import { isOwn } from '../ownCards/cardRecord.ts';
import { reasonChoices } from '../prediction.ts';
import type { Scenario } from '../scenario.ts';
import { readRoomCode, type RoomQuestion } from './answerCode.ts';
import { type Room, splitOf } from './room.ts';
import { roomFragment } from './roomAddress.ts';
import { parseSplit, type Split } from './split.ts';

/** How phones answer. */
export interface Invitation {
  /** The room's code. */
  readonly room: string;
  /** Where to answer: the address that people type; absent if this page does not know one. */
  readonly address?: string | undefined;
  /** The same with the room and the card, for the QR code. */
  readonly link?: string | undefined;
}

/** What the audience's screen shows of a room: how to answer, how many have answered, and, once revealed, how they chose. */
export interface RoomOnScreen {
  readonly answered: number;
  /** How many people are expected; 0 if nobody said. */
  readonly expected: number;
  /** Absent if nothing is asked, or no phones answer. */
  readonly invitation?: Invitation | undefined;
  /** How the room chose; absent before it is shown. */
  readonly split?: Split | undefined;
  /** How it chose after the talk, if it was asked again. */
  readonly after?: Split | undefined;
}

/** What is asked of a room, and how it answers. */
export interface RoomAsked {
  readonly scenario: Scenario;
  readonly question: RoomQuestion;
  /** How many people are expected; 0 if nobody said. */
  readonly expected: number;
  /** Whether people answer with their phones. */
  readonly isByPhone: boolean;
  /** The absolute address of the page on which people answer; undefined if there is none. */
  readonly answerAddress: string | undefined;
}

/** What the screen shows of a room while the question is open: nothing of what was chosen. */
export function askedOnScreen(room: Room, asked: RoomAsked): RoomOnScreen {
  const { scenario, question, expected, isByPhone } = asked;
  const { answered } = splitOf(room, scenario, question);
  return {
    answered,
    expected,
    ...(isByPhone ? { invitation: invitationTo(room, asked) } : {}),
  };
}

/** What the screen shows once the room's choices are revealed. */
export function shownOnScreen(
  room: Room,
  { scenario, question, expected }: Omit<RoomAsked, 'isByPhone' | 'answerAddress'>,
): RoomOnScreen {
  if (question !== 'again') {
    const split = splitOf(room, scenario, question);
    return { answered: split.answered, expected, split };
  }
  const split = splitOf(room, scenario, 'card');
  const after = splitOf(room, scenario, 'again');
  return {
    answered: split.answered,
    expected,
    split,
    ...(after.answered === 0 ? {} : { after }),
  };
}

/** How phones answer a question of a room. */
export function invitationTo(
  room: Room,
  { scenario, question, answerAddress }: Omit<RoomAsked, 'expected' | 'isByPhone'>,
): Invitation {
  if (answerAddress === undefined) return { room: room.code };
  return {
    room: room.code,
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

/** Reads what another window sends; undefined for anything else. */
export function parseRoomOnScreen(data: unknown): RoomOnScreen | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if (!('answered' in data && 'expected' in data)) return undefined;
  const { answered, expected } = data;
  if (!isCount(answered) || !isCount(expected)) return undefined;
  const invitation = parseInvitation('invitation' in data ? data.invitation : undefined);
  const split = 'split' in data ? parseSplit(data.split) : undefined;
  const after = 'after' in data ? parseSplit(data.after) : undefined;
  return {
    answered,
    expected,
    ...(invitation === undefined ? {} : { invitation }),
    ...(split === undefined ? {} : { split }),
    ...(after === undefined ? {} : { after }),
  };
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;

function parseInvitation(data: unknown): Invitation | undefined {
  if (typeof data !== 'object' || data === null || !('room' in data)) return undefined;
  const room = typeof data.room === 'string' ? readRoomCode(data.room) : undefined;
  if (room === undefined) return undefined;
  const address = textOf('address' in data ? data.address : undefined);
  const link = textOf('link' in data ? data.link : undefined);
  return { room, ...(address === undefined || link === undefined ? {} : { address, link }) };
}

/** A QR code can contain less than 3000 letters, and a longer address is not ours. */
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length < 600 ? value : undefined;
