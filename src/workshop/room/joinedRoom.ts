/** What happened to answers that only one tab had. */
export interface JoinedRoom {
  /** The room to go on with, as the text of its file; undefined for none. */
  readonly room: string | undefined;
  /** What could not join it, since it belongs to another room; undefined for nothing. */
  readonly left: string | undefined;
}

/**
 * Merges what one tab counted with the room as it continued elsewhere. Every answer stays; if both
 * have an answer from the same phone to the same question, the room's counts, because it is later.
 *
 * @param own the text of a room's file that nobody else has
 * @param room the room as it went on
 */
export function joinedRoom(own: string | undefined, room: string | undefined): JoinedRoom {
  if (own === undefined || room === undefined) return { room: room ?? own, left: undefined };
  const [mine, its] = [readFile(own), readFile(room)];
  if (mine === undefined) return { room, left: undefined };
  if (its === undefined) return { room: own, left: undefined };
  if (mine.room !== its.room) return { room, left: own };
  // What is read last of a phone counts, so the codes of the room come after those of the tab.
  const known = new Set(its.answers.map(codeOf));
  const answers = [...mine.answers.filter((each) => !known.has(codeOf(each))), ...its.answers];
  const hands = joinedHands(mine.hands, its.hands);
  return { room: JSON.stringify({ version: 1, room: its.room, answers, hands }), left: undefined };
}

/** The hands of both; for what both counted, those of the room, which are the later ones. */
function joinedHands(mine: readonly unknown[], its: readonly unknown[]): readonly unknown[] {
  return [
    ...new Map(
      [...mine, ...its].map((each) => [JSON.stringify(askedOf(each)), each] as const),
    ).values(),
  ];
}

function askedOf(hands: unknown): unknown {
  if (typeof hands !== 'object' || hands === null) return hands;
  return ['card', 'question', 'result'].map((name): unknown => Reflect.get(hands, name));
}

interface ReadFile {
  readonly room: unknown;
  readonly answers: readonly unknown[];
  readonly hands: readonly unknown[];
}

function readFile(text: string): ReadFile | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof data !== 'object' || data === null || !('room' in data && 'answers' in data)) {
    return undefined;
  }
  const hands = 'hands' in data && Array.isArray(data.hands) ? data.hands : [];
  return Array.isArray(data.answers)
    ? { room: data.room, answers: data.answers, hands }
    : undefined;
}

const codeOf = (answer: unknown): unknown =>
  typeof answer === 'object' && answer !== null && 'code' in answer ? answer.code : answer;
