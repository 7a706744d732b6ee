import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { answerCode, type Asked, phoneCount } from './answerCode.ts';
import {
  answeredBefore,
  entered,
  keptPhonesText,
  mostRooms,
  noPhones,
  parseKeptPhones,
  presentPhone,
  withCode,
  withoutAnswer,
  withoutRoom,
  withPhone,
} from './phone.ts';

const asked: Asked = { room: 'K7QF', card: 'log-forwarder', question: 'card' };

test('a phone keeps its number as long as it is in the room, and draws another for another room', () => {
  const phone = entered('K7QF', noPhones, () => 0.5);
  expect(phone.number).toBe(phoneCount / 2);
  const kept = withPhone(noPhones, phone);
  expect(entered('K7QF', kept, () => 0.9)).toBe(phone);
  expect(entered('AAAA', kept, () => 0.999_999_9)).toEqual({
    room: 'AAAA',
    number: phoneCount - 1,
    codes: [],
  });
});

test('a phone that was in a second room has the same number in the first, so it is counted once', () => {
  const first = withPhone(
    noPhones,
    entered('K7QF', noPhones, () => 0.5),
  );
  const second = withPhone(
    first,
    entered('AAAA', first, () => 0.25),
  );
  const kept = parseKeptPhones(keptPhonesText(second));
  expect(presentPhone(kept)?.room).toBe('AAAA');
  expect(entered('K7QF', kept, () => 0.9).number).toBe(phoneCount / 2);
  expect(entered('K7QF', withoutRoom(kept, 'AAAA'), () => 0.9).number).toBe(phoneCount / 2);
  expect(presentPhone(withoutRoom(kept, 'AAAA'))).toBeUndefined();
});

test('a device keeps a limited number of rooms, the ones that it entered last', () => {
  const codes = Array.from(
    { length: mostRooms + 3 },
    (_, place) => `A${String(place).padStart(3, '0')}`,
  );
  const kept = codes.map((room) => ({ room, number: 1, codes: [] })).reduce(withPhone, noPhones);
  expect(kept.phones.map(({ room }) => room)).toEqual(codes.slice(-mostRooms));
  const tooMany = keptPhonesText({ ...kept, phones: [...kept.phones, ...kept.phones] });
  expect(parseKeptPhones(tooMany).phones).toHaveLength(mostRooms);
});

test('what a device kept when it knew a single room is read as before', () => {
  const phone = { room: 'K7QF', number: 7, codes: ['4KQ-7M2-XR0'] };
  expect(presentPhone(parseKeptPhones(JSON.stringify(phone)))).toEqual(phone);
});

test('an answer is shown again after a reload, until it is taken back', () => {
  const phone = entered('K7QF', noPhones, () => 0.25);
  const answer = {
    phone: phone.number,
    result: 'serviceApp',
    reason: 1,
    confidence: 'guess',
  } as const;
  const code = answerCode(asked, answer);
  const kept = presentPhone(
    parseKeptPhones(keptPhonesText(withPhone(noPhones, withCode(phone, code)))),
  );
  if (kept === undefined) throw new Error('The phone was not read.');
  expect(answeredBefore(kept, asked)).toEqual({ code, answer });
  expect(answeredBefore(kept, { ...asked, question: 'twist' })).toBeUndefined();
  expect(answeredBefore(withoutAnswer(kept, asked), asked)).toBeUndefined();
});

test('no input is mistaken for a phone that it is not', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(parseKeptPhones(JSON.stringify(value))).toEqual(noPhones);
      expect(parseKeptPhones(JSON.stringify({ phones: value, room: 'K7QF' }))).toEqual(noPhones);
    }),
  );
  for (const text of [
    '',
    '{',
    '{"room":"K7QF","number":-1,"codes":[]}',
    '{"room":1,"number":1,"codes":[]}',
  ]) {
    expect(parseKeptPhones(text)).toEqual(noPhones);
    expect(parseKeptPhones(`{"room":"K7QF","phones":[${text}]}`)).toEqual(noPhones);
  }
});
