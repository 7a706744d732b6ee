import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

import { type Confidence, confidences } from '../prediction.ts';
import { type ResultId, resultIds } from '../scenario.ts';

/**
 * An answer travels from a phone to the teacher as nine letters and digits: 8 bits of answer, 20
 * bits that tell phones apart, and 17 bits of a hash over these, the room and the card. A code thus
 * counts in one room and for one card only, and a mistyped or made-up code is not counted.
 */
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bitsPerSymbol = 5n;
const length = 9;
const phoneBits = 20n;
const tagBits = 17n;
const noReason = 7;
const unsaid = 3;

/** How many phones can be told apart. */
export const phoneCount = 2 ** Number(phoneBits);

/** The most reasons that an answer can choose from. */
export const mostReasons = noReason;

/** What is asked of a card: itself, itself again after the talk, or its twist. */
export const roomQuestions = ['card', 'again', 'twist'] as const;
export type RoomQuestion = (typeof roomQuestions)[number];

/** What a code belongs to. */
export interface Asked {
  /** The room's own code. */
  readonly room: string;
  /** Id of the card. */
  readonly card: string;
  readonly question: RoomQuestion;
}

/** What somebody answered. */
export interface RoomAnswer {
  /** The phone's random number for this room, below `phoneCount`. */
  readonly phone: number;
  readonly result: ResultId;
  /** Place among the card's reasons; absent if none was asked for. */
  readonly reason?: number | undefined;
  readonly confidence?: Confidence | undefined;
}

/** Writes an answer as a code, for example `4KQ-7M2-XR0`. */
export function answerCode(asked: Asked, answer: RoomAnswer): string {
  const confidence =
    answer.confidence === undefined ? unsaid : confidences.indexOf(answer.confidence);
  const said =
    (resultIds.indexOf(answer.result) << 5) | ((answer.reason ?? noReason) << 2) | confidence;
  const body = (BigInt(said) << phoneBits) | BigInt(answer.phone);
  return grouped((body << tagBits) | BigInt(tagOf(asked, body)));
}

/**
 * Reads a code, however it is written: in lower case, without hyphens, with O for 0 or l for 1.
 *
 * @returns undefined for anything that is not an answer to what was asked: a mistyped code, or one
 *   of another room or card
 */
export function readAnswerCode(asked: Asked, text: string): RoomAnswer | undefined {
  const code = openedCode(text);
  return code !== undefined && isAnswerTo(code, asked) ? answerIn(code) : undefined;
}

/** A code taken apart, to be compared with many questions. */
export interface OpenedCode {
  /** As it is shown, in groups of three. */
  readonly shown: string;
  readonly body: bigint;
  readonly tag: number;
}

/** Takes a code apart, however it is written; undefined for a text without the form of a code. */
export function openedCode(text: string): OpenedCode | undefined {
  const plain = plainCode(text);
  if (plain === undefined) return undefined;
  let bits = 0n;
  for (const symbol of plain) bits = (bits << bitsPerSymbol) | BigInt(symbols.indexOf(symbol));
  return {
    shown: inGroups(plain),
    body: bits >> tagBits,
    tag: Number(BigInt.asUintN(Number(tagBits), bits)),
  };
}

/** Whether a code answers what was asked. */
export const isAnswerTo = ({ body, tag }: OpenedCode, asked: Asked): boolean =>
  tagOf(asked, body) === tag;

/** What a code says, if it answers the question; undefined for a result that does not exist. */
export function answerIn({ body }: OpenedCode): RoomAnswer | undefined {
  const said = Number(body >> phoneBits);
  const result = resultIds[said >> 5];
  if (result === undefined) return undefined;
  const reason = (said >> 2) & 7;
  return {
    phone: Number(BigInt.asUintN(Number(phoneBits), body)),
    result,
    reason: reason === noReason ? undefined : reason,
    confidence: confidences[said & 3],
  };
}

/**
 * Codes that differ from a text by one typing error: a wrong letter, two swapped neighbours, or one
 * letter too few or too many. Few of them are an answer to anything.
 *
 * @returns none for a text that is further from the form of a code
 */
export function nearCodes(text: string): readonly OpenedCode[] {
  const plain = asSymbols(text.replaceAll(/[-\s]/g, ''));
  if (!isOfSymbols(plain)) return [];
  const places = Array.from({ length: plain.length + 1 }, (_, place) => place);
  const near = places.flatMap((place) =>
    nearAt(plain.slice(0, place), plain.slice(place), plain.length),
  );
  return [...new Set(near)]
    .filter((each) => each !== plain)
    .flatMap((each) => openedCode(each) ?? []);
}

function nearAt(before: string, after: string, given: number): readonly string[] {
  const rest = after.slice(1);
  if (given === length - 1) return Array.from(symbols, (symbol) => before + symbol + after);
  if (after === '') return [];
  if (given === length + 1) return [before + rest];
  if (given !== length) return [];
  const swapped = before + rest.slice(0, 1) + after.slice(0, 1) + rest.slice(1);
  return [swapped, ...Array.from(symbols, (symbol) => before + symbol + rest)];
}

function plainCode(text: string): string | undefined {
  const plain = asSymbols(text.replaceAll(/[-\s]/g, ''));
  return plain.length === length && isOfSymbols(plain) ? plain : undefined;
}

const inGroups = (plain: string): string => plain.replaceAll(/(.{3})(?=.)/g, '$1-');

function grouped(bits: bigint): string {
  const places = Array.from({ length }, (_, place) => bitsPerSymbol * BigInt(length - 1 - place));
  const plain = places.map((shift) => symbols[Number((bits >> shift) & 31n)] ?? '').join('');
  return inGroups(plain);
}

function tagOf({ room, card, question }: Asked, body: bigint): number {
  const hash = sha256(utf8ToBytes(JSON.stringify([room, card, question, body.toString()])));
  const [first = 0, second = 0, third = 0] = hash;
  return ((first << 16) | (second << 8) | third) & (2 ** Number(tagBits) - 1);
}

/** Letters that are taken for digits are left out of the alphabet, and read as what they look like. */
function asSymbols(text: string): string {
  return text.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}

const isOfSymbols = (text: string): boolean =>
  Array.from(text).every((symbol) => symbols.includes(symbol));

/** Letters and digits of a room's code. */
const roomCodeLength = 4;

/**
 * Makes the code of a new room.
 *
 * @param random unpredictable numbers from 0 to 255, one for each place
 */
export function roomCodeFrom(random: Uint8Array): string {
  return Array.from(
    { length: roomCodeLength },
    (_, place) => symbols[(random[place] ?? 0) & 31],
  ).join('');
}

/** Reads a room's code, however it is written; undefined for any other text. */
export function readRoomCode(text: string): string | undefined {
  const plain = asSymbols(text.replaceAll(/[-\s]/g, ''));
  return plain.length === roomCodeLength && isOfSymbols(plain) ? plain : undefined;
}
