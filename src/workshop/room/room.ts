import { finished, type SlicedWork } from '#browser/slices.ts';

import { confidences, reasonChoices } from '../prediction.ts';
import { type ResultId, resultIds, type Scenario } from '../scenario.ts';
import {
  answerIn,
  type Asked,
  isAnswerTo,
  nearCodes,
  type OpenedCode,
  openedCode,
  readRoomCode,
  type RoomAnswer,
  type RoomQuestion,
  roomQuestions,
} from './answerCode.ts';
import type { Split } from './split.ts';

/** A room as the teacher's window keeps it. */
export interface Room {
  readonly code: string;
  /** In the order in which they came; each phone's last one for each question. */
  readonly answers: readonly PlacedAnswer[];
  /** Codes in its file that answer no card known here, such as a teacher's own: kept for the next time. */
  readonly unread?: readonly string[];
  /** Hands that were raised and counted, beside the codes; each method of a question once. */
  readonly hands?: readonly HandCount[];
}

/** How many hands were raised for a method. */
export interface HandCount extends CardQuestion {
  readonly result: ResultId;
  /** From 1 to `mostHands`. */
  readonly count: number;
}

/** The most hands that are counted for one method. */
export const mostHands = 999;

/** An answer, what it answers, and the code that said so. */
export interface PlacedAnswer extends RoomAnswer {
  readonly code: string;
  readonly card: string;
  readonly question: RoomQuestion;
}

/** The longest text whose codes are counted at once, in characters. */
export const longestText = 200_000;

/** The most answers that a room, and so its file, can have. */
export const mostAnswers = 20_000;

/** The largest file of a room that is read, in bytes: more than the most answers take. */
export const largestRoomFile = 5_000_000;

/** How often codes are compared with questions between two pauses: some milliseconds. */
const triesAtOnce = 1000;

/** What happened to codes that were typed, pasted or scanned. */
export interface Collected {
  readonly room: Room;
  readonly counted: number;
  /** Codes that had been counted before. */
  readonly repeated: readonly string[];
  /** Codes of phones that had given another answer before: the later answer counts. */
  readonly changed: readonly string[];
  /** Codes with one letter that was mistyped, as they were typed, and as they were counted. */
  readonly corrected: readonly { readonly typed: string; readonly code: string }[];
  /** What looks like a code but fits none of this room's cards. */
  readonly refused: readonly string[];
  /** How many answers were left out because the room is full. */
  readonly beyond: number;
  /** Codes that fit several cards by chance, none of which is likely: the teacher says which. */
  readonly doubts: readonly Doubt[];
}

/** A code that fits several cards. */
export interface Doubt {
  readonly code: string;
  readonly fits: readonly PlacedAnswer[];
}

/** What people are asked: a card, or its twist. */
export type CardQuestion = Omit<Asked, 'room'>;

/** Something that may be a code, and what it answers if it can, the likeliest first. */
interface Candidate {
  readonly text: string;
  readonly code: OpenedCode | undefined;
  readonly first: readonly CardQuestion[];
}

/** What may be a code, and the answer that it is in this room; undefined for none. */
export interface TriedCode {
  readonly text: string;
  readonly placed: PlacedAnswer | undefined;
  /** Whether one letter of it was mistyped, so that only what is on the screen makes it an answer. */
  readonly isCorrected?: boolean;
  /** What else it may be, if it fits several cards and none of them is likelier. */
  readonly doubt?: Doubt | undefined;
}

/**
 * Finds what a code answers, among these cards.
 *
 * @param first what it answers if it can, the likeliest first, such as the card on the screen: the
 *   hash in a code is short, and one code in a few thousand fits a second card by chance
 * @returns undefined for a code from another room or for an unknown card, and for a mistyped one
 */
export function placeAnswer(
  room: string,
  text: string,
  cards: readonly Scenario[],
  first: readonly CardQuestion[] = [],
): PlacedAnswer | undefined {
  const candidate = { text, code: openedCode(text), first };
  const [tried] = finished(placing(room, [candidate], 1, cards));
  return tried?.placed ?? tried?.doubt?.fits[0];
}

/** Finds what each code answers, in parts. */
function* placing(
  room: string,
  candidates: Iterable<Candidate>,
  count: number,
  cards: readonly Scenario[],
): SlicedWork<readonly TriedCode[]> {
  const asked = new Map(
    cards.flatMap((scenario) =>
      scenario.kind === 'keyed'
        ? roomQuestions.map((question) => {
            const reasons = question === 'twist' ? 0 : reasonChoices(scenario).length;
            const key = keyOf({ card: scenario.id, question });
            return [key, { card: scenario.id, question, reasons }] as const;
          })
        : [],
    ),
  );
  const tried: TriedCode[] = [];
  let tries = 0;
  for (const { text, code, first } of candidates) {
    const answer = code && answerIn(code);
    const likely = first.flatMap((each) => asked.get(keyOf(each)) ?? []);
    const fits: PlacedAnswer[] = [];
    for (const [place, { card, question, reasons }] of [...likely, ...asked.values()].entries()) {
      if (code === undefined || answer === undefined) break;
      // What is likely is not doubted because something else fits too.
      if (place === likely.length && fits.length > 0) break;
      if ((answer.reason ?? -1) >= reasons) continue;
      tries += 1;
      if (!isAnswerTo(code, { room, card, question })) continue;
      fits.push({ ...answer, code: code.shown, card, question });
      if (place < likely.length) break;
    }
    const [placed] = fits;
    if (placed === undefined && isLikelyCode(text, count)) {
      const corrected = correctedAnswer(room, text, likely);
      tries += corrected.tries;
      tried.push({ text, placed: corrected.placed, isCorrected: true });
    } else {
      tried.push(
        placed === undefined || fits.length === 1
          ? { text, placed }
          : { text, placed: undefined, doubt: { code: placed.code, fits } },
      );
    }
    tries += 1;
    if (tries < triesAtOnce) continue;
    tries = 0;
    yield tried.length / count;
  }
  return tried;
}

/** What may be asked, and how many reasons it has. */
interface AskedWithReasons extends CardQuestion {
  readonly reasons: number;
}

/**
 * What a mistyped code answers, if exactly one code that is near it answers what is on the screen. By
 * chance, one of 500 codes that have nothing to do with it would too, so the person who typed it is
 * told.
 */
function correctedAnswer(
  room: string,
  text: string,
  likely: readonly AskedWithReasons[],
): { readonly placed: PlacedAnswer | undefined; readonly tries: number } {
  const near = likely.length === 0 ? [] : nearCodes(text);
  const fits = near.flatMap((code): readonly PlacedAnswer[] => {
    const answer = answerIn(code);
    const asked = likely.find(
      ({ card, question, reasons }) =>
        (answer?.reason ?? -1) < reasons && isAnswerTo(code, { room, card, question }),
    );
    if (answer === undefined || asked === undefined) return [];
    return [{ ...answer, code: code.shown, card: asked.card, question: asked.question }];
  });
  return { placed: fits.length === 1 ? fits[0] : undefined, tries: near.length * likely.length };
}

/** A word of nine letters is no code that somebody mistyped, unless it is all there is. */
const isLikelyCode = (text: string, count: number): boolean => /[\d-]/.test(text) || count === 1;

const keyOf = ({ card, question }: CardQuestion): string => `${question} ${card}`;

/** A text whose codes are to be found. */
export interface TextOfCodes {
  readonly room: Room;
  /** Such as one code that was typed, or a whole chat that was pasted. */
  readonly text: string;
  /** All cards that the room may have answered. */
  readonly cards: readonly Scenario[];
  /** What is asked at the moment, which a code answers if it can. */
  readonly onScreen?: CardQuestion | undefined;
}

/** Finds what every code within a text answers, in parts; {@link countTried} counts it. */
export function* placingCodes({
  room,
  text,
  cards,
  onScreen,
}: TextOfCodes): SlicedWork<readonly TriedCode[]> {
  const found = codesWithin(text);
  return yield* placing(room.code, candidates(), found.length, cards);

  function* candidates(): Generator<Candidate> {
    const first = onScreen === undefined ? [] : [onScreen];
    const counted = new Map(room.answers.map((answer) => [answer.code, answer] as const));
    for (const each of found) {
      const code = openedCode(each);
      // A code that was counted stays where it was, unless it answers what is on the screen now.
      const before = counted.get(code?.shown ?? '');
      yield { text: each, code, first: before === undefined ? first : [...first, before] };
    }
  }
}

/** Counts every code within a text at once; see {@link placingCodes}. */
export function collect(
  room: Room,
  text: string,
  cards: readonly Scenario[],
  onScreen?: CardQuestion,
): Collected {
  return countTried(room, finished(placingCodes({ room, text, cards, onScreen })));
}

/** Counts codes whose answers were found. */
export function countTried(room: Room, tried: readonly TriedCode[]): Collected {
  const placedAnswers = new Map(room.answers.map((answer) => [slotOf(answer), answer] as const));
  const places = mostAnswers - (room.unread?.length ?? 0);
  const found = { counted: 0, beyond: 0, repeated: [] as string[], changed: [] as string[] };
  const refused: string[] = [];
  const corrected: Collected['corrected'][number][] = [];
  const doubts = new Map<string, Doubt>();
  for (const { text, placed, doubt, isCorrected = false } of tried) {
    if (doubt !== undefined) {
      doubts.set(doubt.code, doubt);
      continue;
    }
    if (placed === undefined) {
      if (isLikelyCode(text, tried.length)) refused.push(text);
      continue;
    }
    const before = placedAnswers.get(slotOf(placed));
    if (before === undefined && placedAnswers.size >= places) {
      found.beyond += 1;
      continue;
    }
    placedAnswers.set(slotOf(placed), placed);
    if (isCorrected) corrected.push({ typed: text, code: placed.code });
    if (before === undefined) found.counted += 1;
    else (before.code === placed.code ? found.repeated : found.changed).push(placed.code);
  }
  // A code in doubt stays with the room until somebody says what it answers.
  const unread = [...new Set([...(room.unread ?? []), ...doubts.keys()])];
  return {
    room: {
      ...room,
      answers: [...placedAnswers.values()],
      ...(unread.length === 0 ? {} : { unread }),
    },
    ...found,
    corrected,
    refused,
    doubts: [...doubts.values()],
  };
}

/** Takes a code out of doubt, and counts it for the card that somebody named. */
export function withoutDoubt(room: Room, code: string, placed: PlacedAnswer | undefined): Room {
  const unread = (room.unread ?? []).filter((each) => each !== code);
  const { unread: _before, ...rest } = room;
  const settled: Room = unread.length === 0 ? rest : { ...rest, unread };
  return placed === undefined ? settled : countTried(settled, [{ text: code, placed }]).room;
}

/** A phone answers each question once. */
const slotOf = ({ card, question, phone }: PlacedAnswer): string => `${card} ${question} ${phone}`;

/** Counts the hands that were raised for a method, in place of the earlier count. */
export function withHands(room: Room, hands: HandCount): Room {
  const others = (room.hands ?? []).filter(
    (each) => keyOf(each) !== keyOf(hands) || each.result !== hands.result,
  );
  const { hands: _before, ...rest } = room;
  const counted = hands.count === 0 ? others : [...others, hands];
  return counted.length === 0 ? rest : { ...rest, hands: counted };
}

/** How many hands were counted for a method. */
export function handsFor(room: Room, asked: CardQuestion, result: ResultId): number {
  const counted = room.hands?.find(
    (each) => keyOf(each) === keyOf(asked) && each.result === result,
  );
  return counted?.count ?? 0;
}

/**
 * What has the form of a code within a text: nine letters and digits, also in groups of three. A text that
 * is one letter short of a code, or has one too many, is taken whole.
 */
function codesWithin(text: string): readonly string[] {
  const found = text.match(/(?<![\w-])[a-z0-9]{3}([- ]?)[a-z0-9]{3}\1[a-z0-9]{3}(?![\w-])/gi);
  if (found !== null) return found;
  const whole = text.trim();
  return /\d/.test(whole) && /^[a-z0-9](?:[- ]?[a-z0-9]){7,9}$/i.test(whole) ? [whole] : [];
}

/** Counts the answers to one question of a card; a card without a key has no answers. */
export function splitOf(room: Room, scenario: Scenario, question: RoomQuestion): Split {
  const answers = room.answers.filter(
    (each) => each.card === scenario.id && each.question === question,
  );
  const count = (matches: (answer: PlacedAnswer) => boolean) => answers.filter(matches).length;
  const hands = (each: ResultId) => handsFor(room, { card: scenario.id, question }, each);
  const isAskedWhy = scenario.kind === 'keyed' && question !== 'twist';
  const results = resultIds.map((each) => count(({ result }) => result === each) + hands(each));
  return {
    answered: results.reduce((sum, each) => sum + each, 0),
    results,
    reasons: isAskedWhy
      ? reasonChoices(scenario).map((_, place) => count(({ reason }) => reason === place))
      : [],
    confidences: isAskedWhy
      ? confidences.map((each) => ({
          times: count(({ confidence }) => confidence === each),
          right: count(
            ({ confidence, result }) => confidence === each && result === scenario.result,
          ),
        }))
      : [],
  };
}

/** Writes a room as the text of a file: the answers as plain data, and the codes. */
export function roomFile({ code, answers: given, unread = [], hands = [] }: Room): string {
  const told = given.map(({ card, question, result, reason, confidence, code: of }) => ({
    code: of,
    card,
    question,
    result,
    reason,
    confidence,
  }));
  const lines = [...told, ...unread.map((each) => ({ code: each }))].map((each) =>
    JSON.stringify(each),
  );
  const counted = hands.length === 0 ? '' : `,"hands":${JSON.stringify(hands)}`;
  return `{"version":1,"room":${JSON.stringify(code)},"answers":[\n${lines.join(',\n')}\n]${counted}}\n`;
}

/** The content of a file: a room, or why it is not one. */
export type ReadRoom =
  | { readonly room: Room; readonly refused: number; readonly doubts?: readonly Doubt[] }
  | { readonly problem: string };

/** Why a file of this size is not read; undefined for one that is. */
export const sizeProblem = (bytes: number): string | undefined =>
  bytes <= largestRoomFile
    ? undefined
    : `The file is ${megabytes(bytes)} MB, but a room file can be up to ${megabytes(largestRoomFile)} MB. It was not read. Choose a file that you saved with “Save as a file”.`;

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1).replace('.0', '');

/** Reads a room's file at once; see {@link readingRoomFile}. */
export const readRoomFile = (text: string, cards: readonly Scenario[]): ReadRoom =>
  finished(readingRoomFile({ text, cards }));

/** The text of a file, and the cards that may have been answered. */
export interface RoomText {
  readonly text: string;
  readonly cards: readonly Scenario[];
}

/**
 * Reads a room from a file, or from what the browser kept, in parts. Only the codes are trusted:
 * whatever else an answer says counts only if its code agrees.
 *
 * @returns the room, or why the text is not one
 */
export function* readingRoomFile({ text, cards }: RoomText): SlicedWork<ReadRoom> {
  const tooLarge = sizeProblem(text.length);
  if (tooLarge !== undefined) return { problem: tooLarge };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { problem: 'This is not a room file: it is not JSON.' };
  }
  const version = field(data, 'version');
  if (version !== undefined && version !== 1) {
    return {
      problem: 'This file was written by a later version of this page. Load the page again.',
    };
  }
  const code = field(data, 'room');
  const given = field(data, 'answers');
  const readCode = typeof code === 'string' ? readRoomCode(code) : undefined;
  if (readCode === undefined || !Array.isArray(given)) {
    return { problem: 'This is not a room file: its room code or its answers are missing.' };
  }
  if (given.length > mostAnswers) {
    return {
      problem: `The file has ${given.length} answers, but a room can have up to ${mostAnswers}. Nothing was read. Split the file into several.`,
    };
  }
  const hands = handsIn(field(data, 'hands'));
  const { room, refused, doubts } = countTried(
    { code: readCode, answers: [], ...(hands.length === 0 ? {} : { hands }) },
    yield* placing(readCode, candidatesIn(given), given.length, cards),
  );
  return {
    room: refused.length === 0 ? room : { ...room, unread: [...(room.unread ?? []), ...refused] },
    refused: given.length - room.answers.length,
    ...(doubts.length === 0 ? {} : { doubts }),
  };
}

/** Reads the hands of a file, and leaves out everything else. */
function handsIn(given: unknown): readonly HandCount[] {
  if (!Array.isArray(given)) return [];
  const read = given.slice(0, mostAnswers).flatMap((each: unknown): readonly HandCount[] => {
    const [asked] = cardQuestionIn(each);
    const result = resultIds.find((id) => id === field(each, 'result'));
    const count = field(each, 'count');
    if (asked === undefined || result === undefined || !isHandCount(count)) return [];
    return [{ ...asked, result, count }];
  });
  return [
    ...new Map(read.map((each) => [`${each.result} ${keyOf(each)}`, each] as const)).values(),
  ];
}

/** Whether so many hands can be counted for a method. */
export const isHandCount = (count: unknown): count is number =>
  typeof count === 'number' && Number.isInteger(count) && count > 0 && count <= mostHands;

function* candidatesIn(given: readonly unknown[]): Generator<Candidate> {
  for (const each of given) {
    const told = field(each, 'code');
    const code = typeof told === 'string' ? openedCode(told) : undefined;
    if (code !== undefined) yield { text: code.shown, code, first: cardQuestionIn(each) };
  }
}

/** What an answer of the file says that it answers; its code still has to fit. */
function cardQuestionIn(answer: unknown): readonly CardQuestion[] {
  const card = field(answer, 'card');
  const question = roomQuestions.find((each) => each === field(answer, 'question'));
  return typeof card === 'string' && question !== undefined ? [{ card, question }] : [];
}

function field(data: unknown, name: string): unknown {
  return typeof data === 'object' && data !== null && name in data
    ? (data as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
