import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { confidences, reasonChoices } from '../prediction.ts';
import { resultIds } from '../scenario.ts';
import { keyedScenarios } from '../scenarios/scenarios.ts';
import {
  answerCode,
  type Asked,
  mostReasons,
  openedCode,
  phoneCount,
  readAnswerCode,
  readRoomCode,
  roomCodeFrom,
  roomQuestions,
} from './answerCode.ts';

const room = fc.uint8Array({ minLength: 4, maxLength: 4 }).map((random) => roomCodeFrom(random));
const asked: fc.Arbitrary<Asked> = fc.record({
  room,
  card: fc.stringMatching(/^[a-z]+(-[a-z]+)*$/),
  question: fc.constantFrom(...roomQuestions),
});
const answer = fc.record({
  phone: fc.nat(phoneCount - 1),
  result: fc.constantFrom(...resultIds),
  reason: fc.option(fc.nat(mostReasons - 1), { nil: undefined }),
  confidence: fc.option(fc.constantFrom(...confidences), { nil: undefined }),
});

test('every answer comes back from its code as it was given, however the code is written', () => {
  fc.assert(
    fc.property(asked, answer, (question, given) => {
      const code = answerCode(question, given);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{3}(-[0-9A-HJKMNP-TV-Z]{3}){2}$/);
      for (const written of [
        code,
        code.toLowerCase(),
        code.replaceAll('-', ''),
        code.replaceAll('-', ' '),
        code.replaceAll('0', 'O').replaceAll('1', 'l'),
      ]) {
        expect(readAnswerCode(question, written)).toEqual(given);
        expect(openedCode(written)?.shown).toBe(code);
      }
    }),
  );
});

test('a code counts in its room and for its question only, and not with a symbol changed', () => {
  // 17 bits: of so many others a few pass by chance, one in 131072.
  let passed = 0;
  let tried = 0;
  const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  fc.assert(
    fc.property(asked, asked, answer, (one, other, given) => {
      const code = answerCode(one, given);
      const changed = Array.from(code.replaceAll('-', '')).flatMap((own, place, all) =>
        Array.from(symbols)
          .filter((symbol) => symbol !== own)
          .map((symbol) => all.with(place, symbol).join('')),
      );
      tried += changed.length;
      passed += changed.filter((each) => readAnswerCode(one, each) !== undefined).length;
      if (JSON.stringify(one) === JSON.stringify(other)) return;
      tried += 1;
      if (readAnswerCode(other, code) !== undefined) passed += 1;
    }),
    { numRuns: 200 },
  );
  expect(tried).toBeGreaterThan(50_000);
  expect(passed).toBeLessThan(10);
});

test('no text whatever makes reading a code fail', () => {
  const question: Asked = { room: 'K7QF', card: 'log-forwarder', question: 'card' };
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(readRoomCode(text) ?? 'K7QF').toMatch(/^[0-9A-Z]{4}$/);
      expect(readAnswerCode(question, text)?.phone ?? 0).toBeLessThan(phoneCount);
    }),
  );
});

test('the code of a room is read however it is written', () => {
  expect(readRoomCode(' k7-qf ')).toBe('K7QF');
  expect(readRoomCode('oil0')).toBe('0110');
  expect(readRoomCode('K7QU')).toBeUndefined();
  expect(readRoomCode('K7QFA')).toBeUndefined();
});

test('codes of the time before the newer results are read as they were', () => {
  const question: Asked = { room: 'K7QF', card: 'log-forwarder', question: 'card' };
  const earlier = [
    ['080-3X3-BKW', 'serviceApp'],
    ['4R0-3X4-Q8S', 'apiServiceIntegration'],
    ['980-3X9-V16', 'apiToken'],
    ['DR0-3XC-Q9R', 'userContext'],
    ['J80-3XJ-42E', 'customAuthorizationServer'],
  ] as const;
  for (const [index, [code, result]] of earlier.entries()) {
    expect(readAnswerCode(question, code)).toEqual({
      phone: 1000 + index,
      result,
      reason: index,
      confidence: 'certain',
    });
  }
});

test('every card fits its code: no more results and reasons than there is room for', () => {
  expect(resultIds.length).toBeLessThanOrEqual(8);
  for (const card of keyedScenarios) {
    expect(reasonChoices(card).length).toBeLessThanOrEqual(mostReasons);
  }
});
