import { createActor, type EventObject, fromCallback } from 'xstate';
import { describe, expect, test, vi } from 'vitest';

import { walkMachine } from '#testing/machineWalk.ts';

import { keyedScenarios } from '../scenarios/scenarios.ts';
import { readAnswerCode } from './answerCode.ts';
import { answerGiven, askedOf, ballotMachine, type LinkEvent } from './ballotMachine.ts';
import { entered, parsePhone, type Phone } from './phone.ts';
import type { RoomLink } from './roomAddress.ts';

const [card] = keyedScenarios;
if (card === undefined) throw new Error('There is no card.');
const link: RoomLink = { room: 'K7QF', card: card.id, question: 'card' };
const otherLink: RoomLink = { room: 'AAAA', card: 'teacher-badges', question: 'twist', reasons: 3 };
const answer = { result: card.result, reason: 0, confidence: 'certain' } as const;
const stored = entered('K7QF', undefined, () => 0.25);

test(
  'every situation of a phone keeps what its states and events promise',
  { timeout: 60_000 },
  () => {
    walkMachine(ballotMachine, {
      input: { link: undefined, stored: undefined, chance: 0.5 },
      otherInputs: [
        { link: undefined, stored, chance: 0.5 },
        { link, stored, chance: 0.5 },
      ],
      situation: ({ value, context: { phone, card: chosen, question } }) => [
        value,
        phone?.room,
        phone?.codes.length,
        chosen,
        question,
      ],
      states: {
        'outside.waiting': ({ context }) => expect(context.phone).toBeUndefined(),
        'outside.refused': ({ context }) => expect(context.phone).toBeUndefined(),
        'inside.choosing': ({ context }) => {
          expect(context).toMatchObject({ phone: expect.anything(), card: '' });
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
            expect(context.phone?.room).toBe(opened.room);
            expect(context).toMatchObject({ card: opened.card, question: opened.question });
            if (before.context.phone?.room === opened.room) {
              expect(context.phone).toBe(before.context.phone);
            } else expect(context.phone?.codes).toEqual([]);
          },
        },
        'room.join': {
          examples: ['k7qf', 'no room'].map((code) => ({ type: 'room.join', code, chance: 0.1 })),
          promises: (after, _before, { code }) => {
            const isRoom = code === 'k7qf';
            expect(after.value).toEqual(isRoom ? { inside: 'choosing' } : { outside: 'refused' });
            expect(after.context.phone?.room).toBe(isRoom ? 'K7QF' : undefined);
          },
        },
        'room.leave': {
          examples: [{ type: 'room.leave' }],
          promises: (after) => {
            expect(after.value).toEqual({ outside: 'waiting' });
            expect(after.context).toEqual({
              phone: undefined,
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
            const code = after.context.phone?.codes.at(-1) ?? '';
            expect(asked && readAnswerCode(asked, code)).toEqual({
              ...answer,
              phone: before.context.phone?.number,
            });
          },
        },
        'answer.change': {
          examples: [{ type: 'answer.change' }],
          promises: (after, before) => {
            expect(after.matches({ inside: 'asked' })).toBe(true);
            expect(after.context.phone?.codes).toHaveLength(
              (before.context.phone?.codes.length ?? 0) - 1,
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
  readonly stored?: Phone;
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
  const machine = ballotMachine.provide({
    actors: { links },
    actions: { storePhone: (_, { phone }) => storePhone(phone), forgetPhone },
  });
  const actor = createActor(machine, {
    input: { link: undefined, stored: undefined, chance: 0.5, ...input },
  }).start();
  const open = (opened: RoomLink) => {
    for (const hear of hearers) hear(opened);
  };
  return { actor, storePhone, forgetPhone, open };
}

describe('a phone', () => {
  test('that stored its answer shows it again, and takes it back when asked', () => {
    const first = run({ link });
    first.actor.send({ type: 'answer.give', answer });
    const kept = parsePhone(JSON.stringify(first.storePhone.mock.lastCall?.[0]));
    const { actor } = run({ link, ...(kept && { stored: kept }) });
    expect(actor.getSnapshot().matches({ inside: 'answered' })).toBe(true);
    actor.send({ type: 'answer.change' });
    expect(actor.getSnapshot().matches({ inside: 'asked' })).toBe(true);
    expect(actor.getSnapshot().context.phone?.number).toBe(kept?.number);
  });

  test('keeps the number that it drew by opening the link', () => {
    const { storePhone } = run({ link });
    expect(storePhone).toHaveBeenLastCalledWith(entered('K7QF', undefined, () => 0.5));
  });

  test('follows another link in mid-answer, to another room with another number', () => {
    const { actor, open, storePhone } = run({ link, stored });
    open(otherLink);
    const { context } = actor.getSnapshot();
    expect(context).toMatchObject({ card: 'teacher-badges', question: 'twist', reasons: 3 });
    expect(context.phone).toEqual(entered('AAAA', undefined, () => 0.9));
    expect(storePhone).toHaveBeenLastCalledWith(context.phone);
    actor.stop();
    open(link);
    expect(actor.getSnapshot().context.phone?.room).toBe('AAAA');
  });

  test('that leaves forgets the room, also when it comes back to it', () => {
    const { actor, forgetPhone } = run({ stored });
    actor.send({ type: 'room.leave' });
    expect(forgetPhone).toHaveBeenCalledOnce();
    actor.send({ type: 'room.join', code: 'k7qf', chance: 0.75 });
    expect(actor.getSnapshot().context.phone?.number).not.toBe(stored.number);
  });

  test('gives one code, however often its button is pressed', () => {
    const { actor } = run({ link });
    actor.send({ type: 'answer.give', answer });
    actor.send({ type: 'answer.give', answer: { result: 'apiToken' } });
    expect(actor.getSnapshot().context.phone?.codes).toHaveLength(1);
    expect(answerGiven(actor.getSnapshot().context)?.answer.result).toBe(card.result);
  });
});
