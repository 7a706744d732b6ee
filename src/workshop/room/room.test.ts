import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';

import { finished, type SlicedWork } from '#browser/slices.ts';

import { confidences, reasonChoices } from '../prediction.ts';
import { type KeyedScenario, resultIds } from '../scenario.ts';
import { keyedScenarios, scenarios } from '../scenarios/scenarios.ts';
import { answerCode, mostReasons, phoneCount, type RoomQuestion } from './answerCode.ts';
import {
  collect,
  handsFor,
  largestRoomFile,
  longestText,
  mostAnswers,
  type PlacedAnswer,
  placeAnswer,
  placingCodes,
  readingRoomFile,
  readRoomFile,
  type Room,
  roomFile,
  splitOf,
  withHands,
  withoutDoubt,
} from './room.ts';
import { roomFragment, roomLinkOf } from './roomAddress.ts';
import { parseSplit } from './split.ts';

// Counts how often codes are compared with questions, which is what takes time.
const counter = vi.hoisted(() => ({ tries: 0 }));
vi.mock(import('./answerCode.ts'), async (load) => {
  const original = await load();
  return {
    ...original,
    isAnswerTo: (...given) => {
      counter.tries += 1;
      return original.isAnswerTo(...given);
    },
  };
});

const empty: Room = { code: 'K7QF', answers: [] };
const [first, second] = keyedScenarios as readonly [KeyedScenario, KeyedScenario];

function codeOf(
  phone: number,
  scenario: KeyedScenario = first,
  question: RoomQuestion = 'card',
  result = scenario.result,
): string {
  return answerCode(
    { room: empty.code, card: scenario.id, question },
    question === 'twist'
      ? { phone, result }
      : { phone, result, reason: phone % reasonChoices(scenario).length, confidence: 'certain' },
  );
}

test('200 phones answer every card and its twist: each answer is counted once, in its place', () => {
  const random = fc.sample(fc.nat(phoneCount - 1), { numRuns: 400, seed: 7 });
  const phones = [...new Set(random)].slice(0, 200);
  expect(phones).toHaveLength(200);
  let room = empty;
  for (const scenario of keyedScenarios) {
    const codes = phones.map((phone, index) =>
      answerCode(
        { room: empty.code, card: scenario.id, question: 'card' },
        {
          phone,
          result: resultIds[index % resultIds.length] ?? 'serviceApp',
          reason: index % reasonChoices(scenario).length,
          confidence: confidences[index % confidences.length],
        },
      ),
    );
    const onScreen = { card: scenario.id, question: 'card' } as const;
    const collected = collect(room, codes.join('\n'), scenarios, onScreen);
    expect(collected).toMatchObject({ counted: 200, repeated: [], changed: [], refused: [] });
    room = collected.room;
    // Whatever is on the screen at that time.
    const again = collect(room, codes.join(', '), scenarios);
    expect(again.counted).toBe(0);
    expect(again.repeated).toHaveLength(200);
    expect(again.room).toEqual(room);
  }
  for (const scenario of keyedScenarios) {
    const split = splitOf(room, scenario, 'card');
    expect(split.answered).toBe(200);
    expect(split.results).toEqual([29, 29, 29, 29, 28, 28, 28]);
    expect(split.reasons.reduce((sum, times) => sum + times, 0)).toBe(200);
    expect(split.confidences.map(({ times }) => times)).toEqual([67, 67, 66]);
    const right = split.results[resultIds.indexOf(scenario.result)];
    expect(split.confidences.reduce((sum, each) => sum + each.right, 0)).toBe(right);
    expect(splitOf(room, scenario, 'twist').answered).toBe(0);
    expect(parseSplit(structuredClone(split))).toEqual(split);
  }
});

test('a phone that answers otherwise changes its answer, and is counted once', () => {
  const before = collect(empty, codeOf(5), scenarios).room;
  const { room, changed, counted } = collect(
    before,
    codeOf(5, first, 'card', 'apiToken'),
    scenarios,
  );
  expect(changed).toHaveLength(1);
  expect(counted).toBe(0);
  const split = splitOf(room, first, 'card');
  expect(split.answered).toBe(1);
  expect(split.results[resultIds.indexOf('apiToken')]).toBe(1);
});

test('the card, its twist and other cards are counted apart', () => {
  const text = `Anna: ${codeOf(1)}
    ben ${codeOf(2).toLowerCase()}; ${codeOf(1, first, 'twist')} and ${codeOf(1, second)}. Something, attention.`;
  const { room, counted, refused } = collect(empty, text, scenarios);
  expect(counted).toBe(4);
  expect(refused).toEqual([]);
  expect(splitOf(room, first, 'card').answered).toBe(2);
  expect(splitOf(room, first, 'twist').answered).toBe(1);
  expect(splitOf(room, second, 'card').answered).toBe(1);
});

test('codes of another room, mistyped ones and words change nothing and are named', () => {
  const foreign = answerCode(
    { room: 'AAAA', card: first.id, question: 'card' },
    { phone: 1, result: 'serviceApp', reason: 0, confidence: 'guess' },
  );
  const { room, refused } = collect(empty, `${foreign} 123-456-78X`, scenarios);
  expect(room).toEqual(empty);
  expect(refused).toEqual([foreign, '123-456-78X']);
  expect(collect(empty, 'attention', scenarios).refused).toEqual(['attention']);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(collect(empty, text, scenarios).room).toEqual(empty);
    }),
  );
});

test('a code with one slip is counted for what is on the screen, and the correction is reported', () => {
  const code = codeOf(77);
  const plain = code.replaceAll('-', '');
  const onScreen = { card: first.id, question: 'card' } as const;
  const slips = [
    `${plain.slice(0, 4)}${plain[4] === 'X' ? 'Y' : 'X'}${plain.slice(5)}`,
    `${plain.slice(0, 2)}${plain.slice(3)}`,
    `${plain.slice(0, 6)}7${plain.slice(6)}`,
    ...(plain[0] === plain[1] ? [] : [`${plain[1]}${plain[0]}${plain.slice(2)}`]),
  ].filter((each) => /\d/.test(each));
  for (const typed of slips) {
    const { room, corrected, refused } = collect(empty, typed, scenarios, onScreen);
    expect({ typed, corrected, refused }).toEqual({
      typed,
      corrected: [{ typed, code }],
      refused: [],
    });
    expect(splitOf(room, first, 'card').answered).toBe(1);
    // Without a question on the screen, a slip is a slip.
    expect(collect(empty, typed, scenarios).refused).toEqual([typed]);
  }
});

test('of many codes that have nothing to do with the room, few are mistaken for a mistyped one', () => {
  const onScreen = { card: first.id, question: 'card' } as const;
  const foreign = fc
    .sample(fc.nat(phoneCount - 1), { numRuns: 1000, seed: 3 })
    .map((phone) =>
      answerCode(
        { room: 'AAAA', card: second.id, question: 'twist' },
        { phone, result: 'apiToken' },
      ),
    );
  const { corrected } = collect(empty, foreign.join(' '), scenarios, onScreen);
  // 288 codes are near each, and one of 131,072 fits by chance: two in a thousand.
  expect(corrected.length).toBeLessThan(10);
});

test('hands count beside codes, in place of what was counted before, and come back from the file', () => {
  const asked = { card: first.id, question: 'card' } as const;
  let { room } = collect(empty, codeOf(1), scenarios);
  room = withHands(room, { ...asked, result: 'apiToken', count: 9 });
  room = withHands(room, { ...asked, result: 'apiToken', count: 7 });
  room = withHands(room, { ...asked, question: 'again', result: 'serviceApp', count: 3 });
  const split = splitOf(room, first, 'card');
  expect(split.answered).toBe(8);
  expect(split.results[resultIds.indexOf('apiToken')]).toBe(7);
  expect(split.reasons.reduce((sum, times) => sum + times, 0)).toBe(1);
  expect(splitOf(room, first, 'again').answered).toBe(3);
  expect(readRoomFile(roomFile(room), scenarios)).toEqual({ room, refused: 0 });
  const none = withHands(withHands(room, { ...asked, result: 'apiToken', count: 0 }), {
    ...asked,
    question: 'again',
    result: 'serviceApp',
    count: 0,
  });
  expect(none).toEqual(collect(empty, codeOf(1), scenarios).room);
});

test('of the hands in a file, only what can be hands is taken', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (hands) => {
      const text = JSON.stringify({ version: 1, room: 'K7QF', answers: [], hands });
      const read = readRoomFile(text, scenarios);
      expect(
        'room' in read && handsFor(read.room, { card: 'x', question: 'card' }, 'apiToken'),
      ).toBe(0);
    }),
  );
  const told = { card: first.id, question: 'card', result: 'apiToken' };
  const hands = [
    { ...told, count: 4 },
    { ...told, count: 5 },
    { ...told, count: -1 },
    { count: 2 },
  ];
  const read = readRoomFile(
    JSON.stringify({ version: 1, room: 'K7QF', answers: [], hands }),
    scenarios,
  );
  expect('room' in read && read.room.hands).toEqual([{ ...told, count: 5 }]);
});

test('an answer whose reason the card does not have is refused', () => {
  const card = keyedScenarios.find((each) => reasonChoices(each).length < mostReasons);
  const code = answerCode(
    { room: empty.code, card: card?.id ?? '', question: 'card' },
    { phone: 1, result: 'serviceApp', reason: mostReasons - 1, confidence: 'guess' },
  );
  expect(collect(empty, code, scenarios).refused).toEqual([code]);
});

test('a room comes back from its file, and only what its codes say is believed', () => {
  const { room } = collect(empty, [1, 2, 3].map((phone) => codeOf(phone)).join(' '), scenarios);
  const text = roomFile(room);
  expect(readRoomFile(text, scenarios)).toEqual({ room, refused: 0 });
  expect(text).not.toContain('phone');
  const forged = text.replace(room.answers[0]?.code ?? '', '000-000-000');
  expect(readRoomFile(forged, scenarios)).toMatchObject({
    room: { answers: room.answers.slice(1) },
    refused: 1,
  });
});

test('codes of a card that is not known here stay in the file for the next time', () => {
  const { room } = collect(empty, `${codeOf(1)} ${codeOf(1, second)}`, scenarios);
  const withoutSecond = readRoomFile(roomFile(room), [first]);
  if ('problem' in withoutSecond) throw new Error(withoutSecond.problem);
  expect(withoutSecond).toMatchObject({ refused: 1, room: { answers: [{ card: first.id }] } });
  const later = collect(withoutSecond.room, codeOf(2), [first]).room;
  const again = readRoomFile(roomFile(later), scenarios);
  expect(again).toMatchObject({ refused: 0, room: { answers: { length: 3 } } });
});

test('no text is mistaken for the file of a room that it is not', () => {
  for (const text of [
    '',
    '[]',
    'null',
    '{"room":"K7QF"}',
    '{"version":2}',
    '{"room":5,"answers":[]}',
  ]) {
    expect(readRoomFile(text, scenarios)).toHaveProperty('problem');
  }
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const read = readRoomFile(JSON.stringify(value), scenarios);
      expect('problem' in read || read.room.answers.length === 0).toBe(true);
    }),
  );
});

test('no message is accepted as a split with anything but numbers', () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      expect(parseSplit(data)?.answered ?? 0).toBeGreaterThanOrEqual(0);
    }),
  );
  const split = splitOf(collect(empty, codeOf(1), scenarios).room, first, 'card');
  for (const damaged of [
    { ...split, answered: -1 },
    { ...split, results: ['many'] },
    { ...split, reasons: undefined },
    { ...split, confidences: [{ times: 1, right: '1' }] },
  ]) {
    expect(parseSplit(damaged)).toBeUndefined();
  }
});

test('the link of a room comes back from its fragment, and damage leaves what is whole', () => {
  for (const link of [
    { room: 'K7QF', card: undefined, question: 'card', reasons: undefined },
    { room: 'K7QF', card: 'log-forwarder', question: 'card', reasons: undefined },
    { room: 'K7QF', card: 'log-forwarder', question: 'twist', reasons: undefined },
    { room: 'K7QF', card: 'teacher-badges', question: 'card', reasons: 3 },
    { room: 'K7QF', card: 'teacher-badges', question: 'twist', reasons: 2 },
  ] as const) {
    expect(roomLinkOf(roomFragment(link))).toEqual(link);
  }
  expect(roomLinkOf('#k7qf/<script>/twist')).toEqual({
    room: 'K7QF',
    card: undefined,
    question: 'card',
    reasons: undefined,
  });
  expect(roomLinkOf('#K7QF/a/card/99')?.reasons).toBeUndefined();
  expect(roomLinkOf('#cards')).toBeUndefined();
});

describe('a code that fits two cards', () => {
  const [early, late] = twoCardsOfOneCode();

  test('counts for the card on the screen, whichever stands first in the deck', () => {
    for (const { card } of [early, late]) {
      const onScreen = { card, question: 'card' } as const;
      const { room } = collect(empty, early.code, scenarios, onScreen);
      expect(room.answers.map((answer) => answer.card)).toEqual([card]);
    }
  });

  test('stays where it was counted when it comes again and nothing is on the screen', () => {
    const onScreen = { card: late.card, question: 'card' } as const;
    const { room } = collect(empty, late.code, scenarios, onScreen);
    const again = collect(room, late.code, scenarios);
    expect(again.repeated).toEqual([late.code]);
    expect(again.room).toEqual(room);
  });

  test('is read from a file for the card that the file names', () => {
    const onScreen = { card: late.card, question: 'card' } as const;
    const { room } = collect(empty, late.code, scenarios, onScreen);
    const read = readRoomFile(roomFile(room), scenarios);
    expect(read).toMatchObject({ room: { answers: [{ card: late.card }] }, refused: 0 });
  });
});

/** Looks for a phone whose code for one card also fits a card after it. */
function twoCardsOfOneCode(): readonly [PlacedAnswer, PlacedAnswer] {
  for (let phone = 0; phone < phoneCount; phone += 1) {
    const code = codeOf(phone, first);
    const other = placeAnswer(empty.code, code, keyedScenarios.slice(1));
    const own = placeAnswer(empty.code, code, [first]);
    if (own !== undefined && other?.question === 'card') return [own, other];
  }
  throw new Error('No code fits two cards.');
}

/** How often codes were compared with questions in each part. */
function triesOf(work: SlicedWork<unknown>): readonly number[] {
  const parts: number[] = [];
  for (let isOver = false; !isOver;) {
    counter.tries = 0;
    isOver = work.next().done === true;
    parts.push(counter.tries);
  }
  return parts;
}

describe('what is read has a bound, and is read in parts', () => {
  const strange = Array.from({ length: 2000 }, (_, phone) =>
    answerCode(
      { room: 'AAAA', card: first.id, question: 'card' },
      { phone, result: 'serviceApp', reason: 0, confidence: 'guess' },
    ),
  );

  test('a pasted chat whose codes fit nowhere pauses before it takes long', () => {
    const parts = triesOf(placingCodes({ room: empty, text: strange.join(' '), cards: scenarios }));
    expect(parts.length).toBeGreaterThan(50);
    expect(Math.max(...parts)).toBeLessThan(1200);
  });

  test('a file whose codes fit nowhere pauses too, and one of ours is read with one try for each code', () => {
    const file = roomFile({ ...empty, unread: strange });
    const parts = triesOf(readingRoomFile({ text: file, cards: scenarios }));
    expect(Math.max(...parts)).toBeLessThan(1200);
    const codes = Array.from({ length: 2000 }, (_, phone) => codeOf(phone)).join(' ');
    const { room } = collect(empty, codes, scenarios, { card: first.id, question: 'card' });
    const own = triesOf(readingRoomFile({ text: roomFile(room), cards: scenarios }));
    expect(own.reduce((sum, each) => sum + each, 0)).toBe(2000);
  });

  test('words without a code pause as well', () => {
    const work = placingCodes({ room: empty, text: 'abcdefghu '.repeat(5000), cards: scenarios });
    expect(triesOf(work).length).toBeGreaterThan(4);
  });

  test('a file with too many answers or bytes is refused with its bound', () => {
    const many = { ...empty, unread: Array.from({ length: mostAnswers + 1 }, () => '000-000-000') };
    expect(readRoomFile(roomFile(many), scenarios)).toEqual({
      problem: expect.stringContaining(`up to ${mostAnswers}`) as string,
    });
    expect(readRoomFile(' '.repeat(largestRoomFile + 1), scenarios)).toEqual({
      problem: expect.stringContaining('up to 5 MB') as string,
    });
  });

  test('the largest room fits into its file, and the longest chat into the room', () => {
    const id = `teacher-${'a'.repeat(40)}`;
    const answer: PlacedAnswer = {
      code: '4KQ-7M2-XR0',
      card: id,
      question: 'twist',
      phone: 1,
      result: 'apiServiceIntegration',
      reason: 6,
      confidence: 'certain',
    };
    const full = { ...empty, answers: Array.from({ length: mostAnswers }, () => answer) };
    expect(roomFile(full).length).toBeLessThan(largestRoomFile);
    expect(longestText / '4KQ-7M2-XR0 '.length).toBeLessThan(mostAnswers);
  });

  test('a full room counts no more, says so, and still takes what a phone changes', () => {
    const { room } = collect(empty, codeOf(1), scenarios);
    const full = { ...room, unread: Array.from({ length: mostAnswers - 1 }, () => '000-000-000') };
    expect(collect(full, codeOf(2), scenarios)).toMatchObject({ counted: 0, beyond: 1 });
    const changed = collect(full, codeOf(1, first, 'card', 'apiToken'), scenarios);
    expect(changed).toMatchObject({ beyond: 0, room: { answers: [{ result: 'apiToken' }] } });
    expect(finished(placingCodes({ room: full, text: '', cards: scenarios }))).toEqual([]);
  });
});

test('a code that fits two cards is counted for the one on the screen, else whoever knows is asked', () => {
  const room = { code: 'R6MP', answers: [] };
  const code = 'H9P-R5V-3QT';
  const onScreen = { card: 'no-super-admin', question: 'card' } as const;
  const asked = collect(room, code, scenarios, onScreen);
  expect(asked.doubts).toEqual([]);
  expect(asked.room.answers.map(({ card }) => card)).toEqual(['no-super-admin']);
  const unasked = collect(room, `${code} ${code}`, scenarios, {
    card: 'nightly-hr-sync',
    question: 'card',
  });
  expect(unasked.counted).toBe(0);
  const [doubt] = unasked.doubts;
  expect(unasked.doubts).toHaveLength(1);
  expect(doubt?.fits.map(({ card }) => card)).toEqual(['log-forwarder', 'no-super-admin']);
  // It stays with the room, and is asked for again when that is opened from its file.
  const read = readRoomFile(roomFile(unasked.room), scenarios);
  expect(read).toMatchObject({ doubts: unasked.doubts, room: { answers: [], unread: [code] } });
  const settled = withoutDoubt(unasked.room, code, doubt?.fits[1]);
  expect(settled).toEqual(asked.room);
  expect(withoutDoubt(unasked.room, code, undefined)).toEqual(room);
});
