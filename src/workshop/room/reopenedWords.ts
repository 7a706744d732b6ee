import type { Room } from './room.ts';

/**
 * The message about a room that was reopened from its file: its answers, the codes that are kept
 * although no card here fits them, and what was left out.
 *
 * @param refused how many entries of the file are not answers of the room
 */
export function reopenedWords({ code, answers, unread = [] }: Room, refused: number): string {
  const kept = unread.length;
  const leftOut = Math.max(0, refused - kept);
  return [
    `Room ${code} is open again with ${counted(answers.length, 'answer', 'answers')}.`,
    ...(kept === 0
      ? []
      : [
          `${counted(kept, 'code matches', 'codes match')} no card on this page. The room keeps ${kept === 1 ? 'it' : 'them'}, and so does the file that you save.`,
        ]),
    ...(leftOut === 0
      ? []
      : [
          `${counted(leftOut, 'entry was', 'entries were')} left out: ${leftOut === 1 ? 'it has' : 'they have'} no code, or another entry replaces ${leftOut === 1 ? 'it' : 'them'}.`,
        ]),
  ].join(' ');
}

const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;
