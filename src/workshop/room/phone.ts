import {
  type Asked,
  phoneCount,
  readAnswerCode,
  readRoomCode,
  type RoomAnswer,
} from './answerCode.ts';

/** What a phone keeps of the room that it is in: nothing that tells who holds it. */
export interface Phone {
  readonly room: string;
  /** Drawn by chance for this room, below `phoneCount`. */
  readonly number: number;
  /** Codes that it has shown, the last one for each question. */
  readonly codes: readonly string[];
}

/**
 * A phone that enters a room: the number that it had there before, or a new one.
 *
 * @param kept what it kept of the room that it was in last
 * @param random a number of 0 up to 1, by chance
 */
export function entered(room: string, kept: Phone | undefined, random: () => number): Phone {
  if (kept?.room === room) return kept;
  return { room, number: Math.floor(random() * phoneCount), codes: [] };
}

/** What this phone answered before, with its code. */
export function answeredBefore(
  { codes }: Phone,
  asked: Asked,
): { readonly code: string; readonly answer: RoomAnswer } | undefined {
  for (const code of codes.toReversed()) {
    const answer = readAnswerCode(asked, code);
    if (answer !== undefined) return { code, answer };
  }
  return undefined;
}

/** Adds a code. */
export function withCode(phone: Phone, code: string): Phone {
  return { ...phone, codes: [...phone.codes.filter((each) => each !== code), code] };
}

/** Takes the answer to one question back. */
export function withoutAnswer(phone: Phone, asked: Asked): Phone {
  return {
    ...phone,
    codes: phone.codes.filter((code) => readAnswerCode(asked, code) === undefined),
  };
}

/** Reads what a phone kept; undefined for whatever is none of it. */
export function parsePhone(text: string): Phone | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof data !== 'object' || data === null) return undefined;
  if (!('room' in data && 'number' in data && 'codes' in data)) return undefined;
  const room = typeof data.room === 'string' ? readRoomCode(data.room) : undefined;
  const { number, codes } = data;
  const isNumber = typeof number === 'number' && Number.isInteger(number);
  if (room === undefined || !isNumber || number < 0 || number >= phoneCount) return undefined;
  if (!Array.isArray(codes)) return undefined;
  return { room, number, codes: codes.filter((each): each is string => typeof each === 'string') };
}

/** A reason as it is called aloud: A, B, C in the order of the card. */
export const reasonLetter = (place: number): string => String.fromCodePoint(65 + place);

/** How many reasons are offered where the phone does not know the card, and the screen shows them. */
export const lettersOffered = 5;
