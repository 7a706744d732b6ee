import {
  type Asked,
  phoneCount,
  readAnswerCode,
  readRoomCode,
  type RoomAnswer,
} from './answerCode.ts';

/** What a phone keeps of its room: nothing that says whose phone it is. */
export interface Phone {
  readonly room: string;
  /** A random number for this room, below `phoneCount`. */
  readonly number: number;
  /** Codes that it has shown, the last one for each question. */
  readonly codes: readonly string[];
}

/** What a device keeps of the rooms that it has been in. */
export interface KeptPhones {
  /** One for each room, the one that was entered last at the end; at most `mostRooms`. */
  readonly phones: readonly Phone[];
  /** The room that it is in; undefined outside of rooms. */
  readonly room: string | undefined;
}

/** For how many rooms a device keeps its number; the room that was entered first is dropped. */
export const mostRooms = 20;

/** How many codes are kept for a room: far more than a workshop asks for. */
const mostCodes = 200;

/** A device that has not been in any room. */
export const noPhones: KeptPhones = { phones: [], room: undefined };

/**
 * A phone that enters a room: the number that it had there before, or a new one. So somebody who
 * comes back from another room is not counted twice.
 *
 * @param kept what the device keeps
 * @param random a random number from 0 up to 1
 */
export function entered(room: string, { phones }: KeptPhones, random: () => number): Phone {
  return (
    phones.find((each) => each.room === room) ?? {
      room,
      number: Math.floor(random() * phoneCount),
      codes: [],
    }
  );
}

/** The phone of the room that the device is in. */
export function presentPhone({ phones, room }: KeptPhones): Phone | undefined {
  return phones.find((each) => each.room === room);
}

/** Keeps a phone as that of the room that the device is in; without one nothing changes. */
export function withPhone(kept: KeptPhones, phone: Phone | undefined): KeptPhones {
  if (phone === undefined) return kept;
  const { phones } = kept;
  const isKnown = phones.some(({ room }) => room === phone.room);
  return {
    phones: isKnown
      ? phones.map((each) => (each.room === phone.room ? phone : each))
      : [...phones, phone].slice(-mostRooms),
    room: phone.room,
  };
}

/** Forgets a room that the device leaves. */
export function withoutRoom({ phones }: KeptPhones, room: string | undefined): KeptPhones {
  return { phones: phones.filter((each) => each.room !== room), room: undefined };
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

/** Takes back the answer to one question. */
export function withoutAnswer(phone: Phone, asked: Asked): Phone {
  return {
    ...phone,
    codes: phone.codes.filter((code) => readAnswerCode(asked, code) === undefined),
  };
}

/** Writes what a device keeps as a text. */
export const keptPhonesText = (kept: KeptPhones): string => JSON.stringify(kept);

/** Reads what a device kept, and leaves out everything else. */
export function parseKeptPhones(text: string): KeptPhones {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return noPhones;
  }
  if (typeof data !== 'object' || data === null) return noPhones;
  // Before devices kept several rooms, a single one was there.
  const single = phoneOf(data);
  if (single !== undefined) return withPhone(noPhones, single);
  if (!('phones' in data) || !Array.isArray(data.phones)) return noPhones;
  const phones = data.phones
    .slice(-mostRooms)
    .flatMap((each: unknown) => phoneOf(each) ?? [])
    .reduce(withPhone, noPhones);
  const room = 'room' in data ? data.room : undefined;
  return { ...phones, room: phones.phones.find((each) => each.room === room)?.room };
}

function phoneOf(data: unknown): Phone | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if (!('room' in data && 'number' in data && 'codes' in data)) return undefined;
  const room = typeof data.room === 'string' ? readRoomCode(data.room) : undefined;
  const { number, codes } = data;
  const isNumber = typeof number === 'number' && Number.isInteger(number);
  if (room === undefined || !isNumber || number < 0 || number >= phoneCount) return undefined;
  if (!Array.isArray(codes)) return undefined;
  const texts = codes.filter((each): each is string => typeof each === 'string');
  return { room, number, codes: texts.slice(-mostCodes) };
}

/** The letter of a reason, to say aloud: A, B, C in the order of the card. */
export const reasonLetter = (place: number): string => String.fromCodePoint(65 + place);

/** How many reasons are offered if the phone does not know the card and the screen shows them. */
export const lettersOffered = 5;
