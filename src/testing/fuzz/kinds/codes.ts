import * as fc from 'fast-check';

import {
  answerCode,
  mostReasons,
  openedCode,
  phoneCount,
  readAnswerCode,
  readRoomCode,
  roomCodeFrom,
  roomQuestions,
} from '#workshop/room/answerCode.ts';
import { collect, splitOf } from '#workshop/room/room.ts';
import { roomFragment, roomLinkOf } from '#workshop/room/roomAddress.ts';
import { confidences, reasonChoices } from '#workshop/prediction.ts';
import { resultIds } from '#workshop/scenario.ts';
import { keyedScenarios, scenarios } from '#workshop/scenarios/scenarios.ts';

import { damaged } from '../damage.ts';
import { fuzzKind } from '../fuzzKind.ts';

const rooms = fc.uint8Array({ minLength: 4, maxLength: 4 }).map(roomCodeFrom);

const answers = fc.record({
  room: rooms,
  scenario: fc.constantFrom(...keyedScenarios),
  question: fc.constantFrom(...roomQuestions),
  phone: fc.nat(phoneCount - 1),
  result: fc.constantFrom(...resultIds),
  reason: fc.nat(mostReasons - 1),
  confidence: fc.option(fc.constantFrom(...confidences), { nil: undefined }),
});

/** Codes that phones show and teachers type: each says what was answered, or nothing. */
export const codes = fuzzKind(
  'codes',
  answers.chain((answer) => {
    const { room, scenario, question, phone, result, confidence } = answer;
    const reasons = question === 'card' ? reasonChoices(scenario).length : 0;
    const given = {
      phone,
      result,
      reason: reasons === 0 ? undefined : answer.reason % reasons,
      confidence,
    };
    const asked = { room, card: scenario.id, question };
    const code = answerCode(asked, given);
    return fc.record({
      asked: fc.constant(asked),
      given: fc.constant(given),
      code: fc.constant(code),
      text: damaged(fc.constantFrom(code, `Ada: ${code}\nBen: ${code.toLowerCase()}`)),
      link: damaged(fc.constant(roomFragment(asked))),
    });
  }),
  ({ asked, given, code, text, link }) => {
    const problems: string[] = [];
    if (JSON.stringify(readAnswerCode(asked, code)) !== JSON.stringify(given)) {
      problems.push(`${code} is read as another answer`);
    }
    const read = readAnswerCode(asked, text);
    if (read !== undefined && answerCode(asked, read) !== openedCode(text)?.shown) {
      problems.push('a code is read as an answer that has another code');
    }
    const room = { code: asked.room, answers: [] };
    const onScreen = { card: asked.card, question: asked.question };
    const right = collect(room, code, scenarios, onScreen);
    const scenario = keyedScenarios.find(({ id }) => id === asked.card);
    if (right.counted !== 1 || scenario === undefined) problems.push('a code was not counted');
    else if (splitOf(right.room, scenario, asked.question).answered !== 1) {
      problems.push('a code was counted for another card than the one on the screen');
    }
    const found = collect(room, text, scenarios, onScreen);
    if (found.room.answers.length !== found.counted) problems.push('the count is not so');
    const place = roomLinkOf(link);
    if (place !== undefined && readRoomCode(place.room) !== place.room) {
      problems.push('a link leads to a room that has no code');
    }
    return problems;
  },
);
