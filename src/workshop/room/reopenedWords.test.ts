import { expect, test } from 'vitest';

import { scenarios } from '../scenarios/scenarios.ts';
import { reopenedWords } from './reopenedWords.ts';
import { readRoomFile, roomFile } from './room.ts';

test('says that codes are kept of those that the next file holds, and of no others', () => {
  const file = JSON.stringify({
    version: 1,
    room: 'K7QF',
    answers: [{ code: '000-000-000' }, { code: 'no code' }, { other: 1 }],
  });
  const read = readRoomFile(file, scenarios);
  if ('problem' in read) throw new Error(read.problem);
  const words = reopenedWords(read.room, read.refused);
  expect(words).toContain('1 code matches no card on this page. The room keeps it');
  expect(words).toContain('2 entries were left out');
  expect(roomFile(read.room)).toContain('000-000-000');
  expect(roomFile(read.room)).not.toContain('no code');
});

test('says no more than how many answers there are where all was taken over', () => {
  expect(reopenedWords({ code: 'K7QF', answers: [] }, 0)).toBe(
    'Room K7QF is open again with 0 answers.',
  );
});
