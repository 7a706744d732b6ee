import { isDeepStrictEqual } from 'node:util';

import * as fc from 'fast-check';

import { stateFromPathname } from '#share/address.ts';
import { parseRound, roundText } from '#workshop/practice/round.ts';
import { keptClockText, readKeptClock } from '#workshop/present/lessonClock.ts';
import { lessonFile, readLessonFile } from '#workshop/present/lessonFile.ts';
import { lessonFragment, planOf, usualPlan } from '#workshop/present/lessonPlan.ts';
import { begun, presentationFragment, presentationOf } from '#workshop/present/presentation.ts';
import { answerCode } from '#workshop/room/answerCode.ts';
import { keptPhonesText, parseKeptPhones } from '#workshop/room/phone.ts';
import { readRoomFile, roomFile } from '#workshop/room/room.ts';
import { keyedScenarios, scenarios } from '#workshop/scenarios/scenarios.ts';

import { damaged } from '../damage.ts';
import { fuzzKind } from '../fuzzKind.ts';

/** How what is kept is read, and written again; undefined where it is not taken. */
const readers: readonly ((text: string) => readonly [unknown, unknown] | undefined)[] = [
  (text) => {
    const round = parseRound(text, scenarios);
    return round && [round, parseRound(roundText(round), scenarios)];
  },
  (text) => {
    const read = readRoomFile(text, scenarios);
    if ('problem' in read) return undefined;
    const again = readRoomFile(roomFile(read.room), scenarios);
    return [read.room, 'room' in again ? again.room : again];
  },
  (text) => {
    const kept = parseKeptPhones(text);
    return [kept, parseKeptPhones(keptPhonesText(kept))];
  },
  (text) => {
    const state = stateFromPathname(text, '/');
    return state && [state.dropped.length, state.dropped.length];
  },
  (text) => {
    const place = presentationOf(text);
    return place && [place, presentationOf(presentationFragment(place))];
  },
  (text) => {
    const lesson = lessonIn(text);
    return lesson && [lesson, lessonIn(lessonFragment(lesson.place, lesson.plan, ''))];
  },
  (text) => {
    const read = readLessonFile(text);
    if ('problem' in read) return undefined;
    return [read, readLessonFile(lessonFile(read.fragment))];
  },
  (text) => {
    const clock = readKeptClock(text, now);
    return clock && [clock, readKeptClock(keptClockText(clock, now), now)];
  },
];

/** The time of day when something is read. */
const now = Date.UTC(2026, 10, 28);

function lessonIn(fragment: string) {
  const place = presentationOf(fragment);
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  return place && { place, plan: planOf(given, place.deck) };
}

const kept = fc.oneof(
  fc.subarray([...keyedScenarios], { maxLength: 5 }).map((cards) =>
    roundText({
      level: 'all',
      attempts: cards.map((scenario) => ({
        scenario,
        hints: 1,
        prediction: { result: scenario.result, reason: 0, confidence: 'certain' },
        twist: scenario.twist.result,
      })),
    }),
  ),
  fc.subarray([...keyedScenarios], { maxLength: 8 }).map((cards) =>
    roomFile({
      code: 'K7QF',
      answers: cards.map(({ id, result }, phone) => {
        const asked = { room: 'K7QF', card: id, question: 'twist' } as const;
        const answer = { phone, result };
        return { ...answer, card: id, question: 'twist', code: answerCode(asked, answer) };
      }),
    }),
  ),
  fc
    .nat(9)
    .map((number) =>
      keptPhonesText({ phones: [{ room: 'K7QF', number, codes: ['4KQ-7M2-XR0'] }], room: 'K7QF' }),
    ),
  fc.constant('/guide/oauth-yes/audience-ownOrg/#v=1&org=example.okta.com'),
  fc
    .subarray([...scenarios], { minLength: 1, maxLength: 5 })
    .map((deck) => presentationFragment({ deck, card: 0, stage: 'facts' })),
  fc
    .subarray([...scenarios], { minLength: 1, maxLength: 5 })
    .map((deck) => lessonFragment(begun(deck), { ...usualPlan, closing: 7, people: 30 }, ''))
    .chain((lesson) => fc.constantFrom(lesson, lessonFile(lesson))),
  fc
    .nat(4000)
    .map((seconds) =>
      keptClockText(
        { seconds, step: 'nightly-hr-sync facts', stepFrom: 0, extra: 60, isRunning: true },
        now,
      ),
    ),
);

/** What a device or a tab kept: whatever stands there now, what is taken is kept again as it is. */
export const storage = fuzzKind('storage', damaged(kept), (text) =>
  readers.flatMap((read) => {
    const taken = read(text);
    if (taken === undefined) return [];
    const [first, again] = taken;
    return isDeepStrictEqual(again, first)
      ? []
      : [`${JSON.stringify(first)} is kept as ${JSON.stringify(again)}`];
  }),
);
