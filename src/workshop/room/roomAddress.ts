import { readRoomCode, type RoomQuestion, roomQuestions } from './answerCode.ts';

/** Where people answer, below the site's base. */
export const answerPath = 'workshop/answer/';

/** What the link to a room says: the room, and the card that is asked just now. */
export interface RoomLink {
  readonly room: string;
  readonly card?: string | undefined;
  readonly question: RoomQuestion;
  /** How many reasons the card has; given for a teacher's own card, which a phone does not know. */
  readonly reasons?: number | undefined;
}

/**
 * Writes the fragment of a room's link with its `#`: `#K7QF`, `#K7QF/log-forwarder`,
 * `#K7QF/log-forwarder/again`, `#K7QF/log-forwarder/twist`, or `#K7QF/teacher-badges/card/3` for a card with
 * three reasons.
 */
export function roomFragment({ room, card, question, reasons }: RoomLink): string {
  if (card === undefined) return `#${room}`;
  const parts = [
    room,
    card,
    ...(question !== 'card' || reasons !== undefined ? [question] : []),
    ...(reasons === undefined ? [] : [String(reasons)]),
  ];
  return `#${parts.join('/')}`;
}

/** Reads it; undefined for a fragment without the code of a room. */
export function roomLinkOf(fragment: string): RoomLink | undefined {
  const [code = '', card, question, count = ''] = fragment.replace(/^#/, '').split('/');
  const room = readRoomCode(code);
  if (room === undefined) return undefined;
  const isCard = card !== undefined && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(card);
  return {
    room,
    card: isCard ? card : undefined,
    question: (isCard && roomQuestions.find((each) => each === question)) || 'card',
    reasons: isCard && /^[1-7]$/.test(count) ? Number(count) : undefined,
  };
}
