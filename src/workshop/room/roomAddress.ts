import { readRoomCode, type RoomQuestion } from './answerCode.ts';

/** Where people answer, below the site's base. */
export const answerPath = 'workshop/answer/';

/** Id of the place that the answers are given in. */
export const answerDeskId = 'answer';

/** What the link to a room says: the room, and the card that is asked just now. */
export interface RoomLink {
  readonly room: string;
  readonly card?: string | undefined;
  readonly question: RoomQuestion;
}

/** Writes the fragment of a room's link with its `#`: `#K7QF`, `#K7QF/log-forwarder` or `#K7QF/log-forwarder/twist`. */
export function roomFragment({ room, card, question }: RoomLink): string {
  const parts = [
    room,
    ...(card === undefined ? [] : [card, ...(question === 'twist' ? ['twist'] : [])]),
  ];
  return `#${parts.join('/')}`;
}

/** Reads it; undefined for a fragment without the code of a room. */
export function roomLinkOf(fragment: string): RoomLink | undefined {
  const [code = '', card, question] = fragment.replace(/^#/, '').split('/');
  const room = readRoomCode(code);
  if (room === undefined) return undefined;
  const isCard = card !== undefined && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(card);
  return {
    room,
    card: isCard ? card : undefined,
    question: isCard && question === 'twist' ? 'twist' : 'card',
  };
}
