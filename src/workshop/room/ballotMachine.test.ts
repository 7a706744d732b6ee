import { createActor, type EventObject, fromCallback } from 'xstate';
import { describe, expect, test, vi } from 'vitest';

import { walkMachine } from '#testing/machineWalk.ts';

import { keyedScenarios } from '../scenarios/scenarios.ts';
import { answerCode, readAnswerCode } from './answerCode.ts';
import {
  answerGiven,
  askedOf,
  ballotMachine,
  type DeviceEvent,
  type DeviceOrder,
  type LinkEvent,
  phoneOf,
} from './ballotMachine.ts';
import {
  entered,
  type KeptPhones,
  noPhones,
  type Phone,
  withCode,
  withoutRoom,
  withPhone,
} from './phone.ts';
import type { RoomLink } from './roomAddress.ts';

const [card] = keyedScenarios;
if (card === undefined) throw new Error('There is no card.');
const link: RoomLink = { room: 'K7QF', card: card.id, question: 'card' };
const otherLink: RoomLink = { room: 'AAAA', card: 'teacher-badges', question: 'twist', reasons: 3 };
const answer = { result: card.result, reason: 0, confidence: 'certain' } as const;
const storedPhone = entered('K7QF', noPhones, () => 0.25);
const stored = withPhone(noPhones, storedPhone);
const answeredElsewhere = withPhone(
  stored,
  withCode(
    storedPhone,
    answerCode(
      { room: 'K7QF', card: card.id, question: 'card' },
      { ...answer, phone: storedPhone.number },
    ),
  ),
);

test(
  'every situation of a phone keeps what its states and events promise',
  { timeout: 60_000 },
  () => {
    walkMachine(ballotMachine, {
      input: { link: undefined, stored: noPhones, chance: 0.5 },
      otherInputs: [
        { link: undefined, stored, chance: 0.5 },
        { link, stored, chance: 0.5 },
      ],
      situation: ({ value, context }) => [
        value,
        phoneOf(context)?.room,
        phoneOf(context)?.codes.length,
        context.kept.phones.length,
        context.isUnkept,
        context.card,
        context.question,
      ],
      states: {
        'outside.waiting': ({ context }) => expect(phoneOf(context)).toBeUndefined(),
        'outside.refused': ({ context }) => expect(phoneOf(context)).toBeUndefined(),
        'inside.choosing': ({ context }) => {
          expect(phoneOf(context)).toBeDefined();
          expect(context.card).toBe('');
          expect(askedOf(context)).toBeUndefined();
        },
        'inside.asked': ({ context }) => {
          expect(askedOf(context)).toBeDefined();
          expect(answerGiven(context)).toBeUndefined();
        },
        'inside.answered': ({ context }) => {
          expect(answerGiven(context)?.answer).toMatchObject({ result: card.result });
        },
      },
      events: {
        'link.open': {
          examples: [link, otherLink].map((opened) => ({
            type: 'link.open',
            link: opened,
            chance: 0.75,
          })),
          promises: ({ context }, before, event) => {
            const opened = event['link'] === link ? link : otherLink;
            expect(phoneOf(context)?.room).toBe(opened.room);
            expect(context).toMatchObject({ card: opened.card, question: opened.question });
            const known = before.context.kept.phones.find(({ room }) => room === opened.room);
            if (known === undefined) expect(phoneOf(context)?.codes).toEqual([]);
            else expect(phoneOf(context)).toBe(known);
          },
        },
        'room.join': {
          examples: ['k7qf', 'no room'].map((code) => ({ type: 'room.join', code, chance: 0.1 })),
          promises: (after, _before, { code }) => {
            const isRoom = code === 'k7qf';
            expect(after.value).toEqual(isRoom ? { inside: 'choosing' } : { outside: 'refused' });
            expect(phoneOf(after.context)?.room).toBe(isRoom ? 'K7QF' : undefined);
          },
        },
        'room.leave': {
          examples: [{ type: 'room.leave' }],
          promises: (after, before) => {
            expect(after.value).toEqual({ outside: 'waiting' });
            expect(after.context).toEqual({
              kept: withoutRoom(before.context.kept, phoneOf(before.context)?.room),
              isUnkept: before.context.isUnkept,
              card: '',
              question: 'card',
              reasons: undefined,
            });
          },
        },
        'card.choose': {
          examples: ['', card.id].map((chosen) => ({ type: 'card.choose', card: chosen })),
          promises: ({ context }, before, { card: chosen }) => {
            expect(context).toEqual({ ...before.context, card: chosen });
          },
        },
        'question.choose': {
          examples: ['card', 'twist'].map((question) => ({ type: 'question.choose', question })),
          promises: ({ context }, before, { question }) => {
            expect(context).toEqual({ ...before.context, question });
          },
        },
        'answer.give': {
          examples: [{ type: 'answer.give', answer }],
          promises: (after, before) => {
            expect(after.matches({ inside: 'answered' })).toBe(true);
            const asked = askedOf(before.context);
            const code = phoneOf(after.context)?.codes.at(-1) ?? '';
            expect(asked && readAnswerCode(asked, code)).toEqual({
              ...answer,
              phone: phoneOf(before.context)?.number,
            });
          },
        },
        'answer.change': {
          examples: [{ type: 'answer.change' }],
          promises: (after, before) => {
            expect(after.matches({ inside: 'asked' })).toBe(true);
            expect(phoneOf(after.context)?.codes).toHaveLength(
              (phoneOf(before.context)?.codes.length ?? 0) - 1,
            );
          },
        },
        'device.keep': {
          examples: [true, false].map((isKept) => ({ type: 'device.keep', isKept })),
          promises: (after, before, { isKept }) => {
            expect(after.context).toEqual({ ...before.context, isUnkept: isKept !== true });
          },
        },
        'device.change': {
          examples: [noPhones, stored, answeredElsewhere].map((kept) => ({
            type: 'device.change',
            kept,
          })),
          promises: (after, before) => {
            // The room of this tab stays, and what another tab answered in it is shown.
            expect(phoneOf(after.context)?.room).toBe(phoneOf(before.context)?.room);
            expect(after.matches({ inside: 'answered' })).toBe(
              answerGiven(after.context) !== undefined,
            );
          },
        },
      },
    });
  },
);

/** A phone, what it stored last, and the links that are opened on it. */
function run(input: {
  readonly link?: RoomLink;
  readonly stored?: KeptPhones;
  readonly chance?: number;
}) {
  const storePhone = vi.fn<(phone: Phone | undefined) => void>();
  const forgetPhone = vi.fn<() => void>();
  const hearers = new Set<(opened: RoomLink) => void>();
  const links = fromCallback<EventObject, undefined>(({ sendBack }) => {
    const hear = (opened: RoomLink) => {
      sendBack({ type: 'link.open', link: opened, chance: 0.9 } satisfies LinkEvent);
    };
    hearers.add(hear);
    return () => hearers.delete(hear);
  });
  const change = vi.fn<(kept: KeptPhones) => void>();
  const device = fromCallback<DeviceOrder, undefined>(({ receive, sendBack }) => {
    change.mockImplementation((kept) =>
      sendBack({ type: 'device.change', kept } satisfies DeviceEvent),
    );
    receive((order) => {
      if (order.type === 'phone.keep') storePhone(order.phone);
      else forgetPhone();
    });
  });
  const machine = ballotMachine.provide({
    actors: { links, device },
  });
  const actor = createActor(machine, {
    input: { link: undefined, stored: noPhones, chance: 0.5, ...input },
  }).start();
  const open = (opened: RoomLink) => {
    for (const hear of hearers) hear(opened);
  };
  return { actor, storePhone, forgetPhone, open, change };
}

describe('a phone', () => {
  test('that stored its answer shows it again, and takes it back when asked', () => {
    const first = run({ link });
    first.actor.send({ type: 'answer.give', answer });
    const kept = first.storePhone.mock.lastCall?.[0];
    const { actor } = run({ link, stored: withPhone(noPhones, kept) });
    expect(actor.getSnapshot().matches({ inside: 'answered' })).toBe(true);
    actor.send({ type: 'answer.change' });
    expect(actor.getSnapshot().matches({ inside: 'asked' })).toBe(true);
    expect(phoneOf(actor.getSnapshot().context)?.number).toBe(kept?.number);
  });

  test('keeps the number that it drew by opening the link', () => {
    const { storePhone } = run({ link });
    expect(storePhone).toHaveBeenLastCalledWith(entered('K7QF', noPhones, () => 0.5));
  });

  test('follows another link in mid-answer, to another room with another number', () => {
    const { actor, open, storePhone } = run({ link, stored });
    open(otherLink);
    const { context } = actor.getSnapshot();
    expect(context).toMatchObject({ card: 'teacher-badges', question: 'twist', reasons: 3 });
    expect(phoneOf(context)).toEqual(entered('AAAA', noPhones, () => 0.9));
    expect(storePhone).toHaveBeenLastCalledWith(phoneOf(context));
    open(link);
    expect(phoneOf(actor.getSnapshot().context)).toBe(storedPhone);
    open(otherLink);
    actor.stop();
    open(link);
    expect(phoneOf(actor.getSnapshot().context)?.room).toBe('AAAA');
  });

  test('that leaves forgets the room, also when it comes back to it', () => {
    const { actor, forgetPhone } = run({ stored });
    actor.send({ type: 'room.leave' });
    expect(forgetPhone).toHaveBeenCalledOnce();
    actor.send({ type: 'room.join', code: 'k7qf', chance: 0.75 });
    expect(phoneOf(actor.getSnapshot().context)?.number).not.toBe(storedPhone.number);
  });

  test('gives one code, however often its button is pressed', () => {
    const { actor } = run({ link });
    actor.send({ type: 'answer.give', answer });
    actor.send({ type: 'answer.give', answer: { result: 'apiToken' } });
    expect(phoneOf(actor.getSnapshot().context)?.codes).toHaveLength(1);
    expect(answerGiven(actor.getSnapshot().context)?.answer.result).toBe(card.result);
  });

  test('shows what was answered on it in another tab, and keeps it no second time', () => {
    const { actor, change, storePhone } = run({ link, stored });
    expect(storePhone).toHaveBeenCalledOnce();
    change(answeredElsewhere);
    expect(actor.getSnapshot().matches({ inside: 'answered' })).toBe(true);
    expect(storePhone).toHaveBeenCalledOnce();
  });
});
