import { isDeepStrictEqual } from 'node:util';

import * as fc from 'fast-check';

import { stateFromPathname } from '#share/address.ts';
import { parseRound, roundText } from '#workshop/practice/round.ts';
import { presentationFragment, presentationOf } from '#workshop/present/presentation.ts';
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
];

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
