import { expect, test } from 'vitest';

import { keyedScenarios } from '../scenarios/scenarios.ts';
import { plannedDeck } from './decks.ts';
import { keptClockText } from './lessonClock.ts';
import { lessonFragment, usualPlan } from './lessonPlan.ts';
import { begun } from './presentation.ts';
import { type KeptSession, sessionFrom } from './session.ts';

const now = Date.UTC(2026, 10, 28, 9, 0, 0);
const cards = keyedScenarios.slice(2, 5);
const plan = { ...usualPlan, people: 24 };
const place = lessonFragment({ ...begun(cards), card: 1, stage: 'key' }, plan, '');
const clock = {
  seconds: 600,
  step: `${cards[1]?.id} key`,
  stepFrom: 590,
  extra: 0,
  isRunning: true,
};

const kept: KeptSession = {
  fragment: '',
  place,
  room: undefined,
  clock: keptClockText(clock, now),
  now,
  readCards: async () => ({ cards: [], value: '' }),
};
const first = { handOver: undefined, isLate: false, unkept: undefined };

test('a page without a lesson has the one that was prepared here last, at its beginning', async () => {
  const session = await sessionFrom(first, kept);
  expect(session).toMatchObject({ beginning: begun(cards), plan, clock: undefined });
});

test('a page with a lesson in its address goes on there, with its time', async () => {
  const session = await sessionFrom(first, { ...kept, fragment: place, place: '#deck=x' });
  expect(session.beginning).toEqual({ ...begun(cards), card: 1, stage: 'key' });
  expect(session).toMatchObject({ plan, clock });
});

test('a device on which nothing was prepared has the first plan of the guide, with its minutes', async () => {
  const session = await sessionFrom(first, { ...kept, place: undefined });
  expect(session.beginning).toEqual(begun(plannedDeck.cards));
  expect(session.plan).toEqual({ ...usualPlan, ...plannedDeck.times });
});
