import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { answerCode, type Asked, phoneCount } from './answerCode.ts';
import { answeredBefore, entered, parsePhone, withCode, withoutAnswer } from './phone.ts';

const asked: Asked = { room: 'K7QF', card: 'log-forwarder', question: 'card' };

test('a phone keeps its number as long as it is in the room, and draws another for another room', () => {
  const phone = entered('K7QF', undefined, () => 0.5);
  expect(phone.number).toBe(phoneCount / 2);
  expect(entered('K7QF', phone, () => 0.9)).toBe(phone);
  expect(entered('AAAA', phone, () => 0.999_999_9)).toEqual({
    room: 'AAAA',
    number: phoneCount - 1,
    codes: [],
  });
});

test('an answer is shown again after a reload, until it is taken back', () => {
  const phone = entered('K7QF', undefined, () => 0.25);
  const answer = {
    phone: phone.number,
    result: 'serviceApp',
    reason: 1,
    confidence: 'guess',
  } as const;
  const code = answerCode(asked, answer);
  const kept = parsePhone(JSON.stringify(withCode(phone, code)));
  if (kept === undefined) throw new Error('The phone was not read.');
  expect(answeredBefore(kept, asked)).toEqual({ code, answer });
  expect(answeredBefore(kept, { ...asked, question: 'twist' })).toBeUndefined();
  expect(answeredBefore(withoutAnswer(kept, asked), asked)).toBeUndefined();
});

test('nothing whatever is taken for a phone that it is not', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(parsePhone(JSON.stringify(value))).toBeUndefined();
    }),
  );
  for (const text of [
    '',
    '{',
    '{"room":"K7QF","number":-1,"codes":[]}',
    '{"room":1,"number":1,"codes":[]}',
  ]) {
    expect(parsePhone(text)).toBeUndefined();
  }
});
