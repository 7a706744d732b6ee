import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { keyedScenarios } from '../scenarios/scenarios.ts';
import { resultIds } from '../scenario.ts';
import { answerCode } from './answerCode.ts';
import { joinedRoom } from './joinedRoom.ts';
import { collect, readRoomFile, roomFile } from './room.ts';

const [card] = keyedScenarios;
if (card === undefined) throw new Error('There is no card.');

const codeOf = ({ phone, choice }: { readonly phone: number; readonly choice: number }): string =>
  answerCode(
    { room: 'K7QF', card: card.id, question: 'twist' },
    { phone, result: resultIds[choice % resultIds.length] ?? 'serviceApp' },
  );
const fileOf = (room: string, codes: readonly string[]): string =>
  roomFile(collect({ code: room, answers: [] }, codes.join(' '), [card]).room);
const answersIn = (text: string | undefined) => {
  const read = readRoomFile(text ?? '', [card]);
  return 'room' in read ? read.room.answers : [];
};

const answers = fc.array(fc.record({ phone: fc.nat(9), choice: fc.nat(2) }), { maxLength: 12 });

test('two tabs that counted are joined to every phone of both, and the room’s own answer is the later one', () => {
  fc.assert(
    fc.property(answers, answers, (own, its) => {
      const mine = fileOf('K7QF', own.map(codeOf));
      const room = fileOf('K7QF', its.map(codeOf));
      const { room: joined, left } = joinedRoom(mine, room);
      expect(left).toBeUndefined();
      const after = new Map(answersIn(joined).map(({ phone, code }) => [phone, code]));
      for (const { phone } of answersIn(mine)) expect(after.has(phone)).toBe(true);
      for (const { phone, code } of answersIn(room)) expect(after.get(phone)).toBe(code);
      // Joined again, nothing changes.
      expect(answersIn(joinedRoom(mine, joined).room)).toEqual(answersIn(joined));
    }),
  );
});

test('answers of another room do not join, and are left to be saved', () => {
  const own = fileOf('AAAA', []);
  const room = fileOf('K7QF', [codeOf({ phone: 1, choice: 0 })]);
  expect(joinedRoom(own, room)).toEqual({ room, left: own });
  expect(joinedRoom(own, undefined)).toEqual({ room: own, left: undefined });
  expect(joinedRoom(undefined, room)).toEqual({ room, left: undefined });
  expect(joinedRoom('no room', room)).toEqual({ room, left: undefined });
  expect(joinedRoom(own, '{"room":')).toEqual({ room: own, left: undefined });
});
