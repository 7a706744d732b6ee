import { confidences, reasonChoices } from '../prediction.ts';
import { resultIds, type Scenario } from '../scenario.ts';
import {
  type Asked,
  readAnswerCode,
  readRoomCode,
  type RoomAnswer,
  type RoomQuestion,
  roomQuestions,
  shownCode,
} from './answerCode.ts';
import type { Split } from './split.ts';

/** A room as the teacher's window keeps it. */
export interface Room {
  readonly code: string;
  /** In the order in which they came; each phone's last one for each question. */
  readonly answers: readonly PlacedAnswer[];
  /** Codes out of its file that answer no card known here, such as a teacher's own: kept for the next time. */
  readonly unread?: readonly string[];
}

/** An answer, what it answers, and the code that said so. */
export interface PlacedAnswer extends RoomAnswer {
  readonly code: string;
  readonly card: string;
  readonly question: RoomQuestion;
}

/** What became of codes that were typed, pasted or scanned. */
export interface Collected {
  readonly room: Room;
  readonly counted: number;
  /** Codes that had been counted before. */
  readonly repeated: readonly string[];
  /** Codes of phones that had answered otherwise before: the later answer counts. */
  readonly changed: readonly string[];
  /** What looks like a code and is none of this room's cards. */
  readonly refused: readonly string[];
}

/** What people are asked: a card, or its twist. */
export type CardQuestion = Omit<Asked, 'room'>;

/**
 * Finds what a code answers, among these cards.
 *
 * @param first what it answers if it can, the likeliest first, such as the card on the screen: the
 *   check within a code is short, and one code in some thousands fits a second card by chance
 * @returns undefined for a code of another room or of no such card, or a mistyped one
 */
export function placeAnswer(
  room: string,
  text: string,
  cards: readonly Scenario[],
  first: readonly CardQuestion[] = [],
): PlacedAnswer | undefined {
  const code = shownCode(text);
  if (code === undefined) return undefined;
  const asked = cards.flatMap((scenario) =>
    scenario.kind === 'keyed' ? roomQuestions.map((question) => ({ scenario, question })) : [],
  );
  const likely = first.flatMap(({ card, question }) =>
    asked.filter((each) => each.scenario.id === card && each.question === question),
  );
  for (const { scenario, question } of [...likely, ...asked]) {
    const answer = readAnswerCode({ room, card: scenario.id, question }, code);
    const reasons = question === 'card' ? reasonChoices(scenario).length : 0;
    if (answer !== undefined && (answer.reason ?? -1) < reasons) {
      return { ...answer, code, card: scenario.id, question };
    }
  }
  return undefined;
}

/**
 * Counts every code within a text, such as one that was typed or a whole chat that was pasted.
 *
 * @param cards all cards that the room may have answered
 * @param onScreen what is asked at the moment, which a code answers if it can
 */
export function collect(
  room: Room,
  text: string,
  cards: readonly Scenario[],
  onScreen?: CardQuestion,
): Collected {
  return countAll(
    room,
    codesWithin(text).map((code) => ({ code, first: onScreen === undefined ? [] : [onScreen] })),
    cards,
  );
}

function countAll(
  room: Room,
  candidates: readonly { readonly code: string; readonly first: readonly CardQuestion[] }[],
  cards: readonly Scenario[],
): Collected {
  const answers = new Map(room.answers.map((answer) => [slotOf(answer), answer] as const));
  const placeByCode = new Map(room.answers.map((answer) => [answer.code, answer] as const));
  const found = { counted: 0, repeated: [] as string[], changed: [] as string[] };
  const refused: string[] = [];
  for (const { code, first } of candidates) {
    // A code that was counted stays where it was, unless it answers what is on the screen now.
    const counted = placeByCode.get(shownCode(code) ?? '');
    const likely = counted === undefined ? first : [...first, counted];
    const placed = placeAnswer(room.code, code, cards, likely);
    if (placed === undefined) {
      // A word of nine letters is no code that somebody mistyped, unless it is all there is.
      if (/[\d-]/.test(code) || candidates.length === 1) refused.push(code);
      continue;
    }
    const before = answers.get(slotOf(placed));
    answers.set(slotOf(placed), placed);
    if (before === undefined) found.counted += 1;
    else (before.code === placed.code ? found.repeated : found.changed).push(placed.code);
  }
  return { room: { ...room, answers: [...answers.values()] }, ...found, refused };
}

/** A phone answers each question once. */
const slotOf = ({ card, question, phone }: PlacedAnswer): string => `${card} ${question} ${phone}`;

/** What has the form of a code within a text: nine letters and digits, also in groups of three. */
function codesWithin(text: string): readonly string[] {
  return text.match(/(?<![\w-])[a-z0-9]{3}([- ]?)[a-z0-9]{3}\1[a-z0-9]{3}(?![\w-])/gi) ?? [];
}

/** Counts the answers to one question of a card; nobody has answered a card without a key. */
export function splitOf(room: Room, scenario: Scenario, question: RoomQuestion): Split {
  const answers = room.answers.filter(
    (each) => each.card === scenario.id && each.question === question,
  );
  const count = (matches: (answer: PlacedAnswer) => boolean) => answers.filter(matches).length;
  const isAskedWhy = scenario.kind === 'keyed' && question === 'card';
  return {
    answered: answers.length,
    results: resultIds.map((each) => count(({ result }) => result === each)),
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

/** Writes a room as the text of a file: what was answered in plain words of data, and the codes. */
export function roomFile({ code, answers, unread = [] }: Room): string {
  const told = answers.map(({ card, question, result, reason, confidence, code: of }) => ({
    code: of,
    card,
    question,
    result,
    reason,
    confidence,
  }));
  return `${JSON.stringify({ version: 1, room: code, answers: [...told, ...unread.map((each) => ({ code: each }))] }, undefined, 2)}\n`;
}

/**
 * Reads a room from a file, or from what the browser kept. Only the codes are believed: what else an
 * answer says counts where its code fits it.
 *
 * @returns the room, or why the text is none
 */
export function readRoomFile(
  text: string,
  cards: readonly Scenario[],
): { readonly room: Room; readonly refused: number } | { readonly problem: string } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { problem: 'This is not the file of a room: it is no JSON.' };
  }
  const version = field(data, 'version');
  if (version !== undefined && version !== 1) {
    return {
      problem: 'This file was written by a later version of this page. Load the page again.',
    };
  }
  const code = field(data, 'room');
  const answers = field(data, 'answers');
  const readCode = typeof code === 'string' ? readRoomCode(code) : undefined;
  if (readCode === undefined || !Array.isArray(answers)) {
    return { problem: 'This is not the file of a room: it has no room code or no answers.' };
  }
  const candidates = answers.flatMap((each) => {
    const told = field(each, 'code');
    const first = cardQuestionIn(each);
    return typeof told === 'string' ? codesWithin(told).map((one) => ({ code: one, first })) : [];
  });
  const collected = countAll({ code: readCode, answers: [] }, candidates, cards);
  const { room, refused } = collected;
  return {
    room: refused.length === 0 ? room : { ...room, unread: refused },
    refused: answers.length - room.answers.length,
  };
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
