import { createActor, fromPromise } from 'xstate';
import { describe, expect, test, vi } from 'vitest';

import { walkMachine } from '#testing/machineWalk.ts';
import { settled } from '#testing/settled.ts';

import { reasonChoices } from '../prediction.ts';
import { keyedScenarios } from '../scenarios/scenarios.ts';
import { answerCode } from './answerCode.ts';
import { collect, type Room, roomFile } from './room.ts';
import { roomMachine } from './roomMachine.ts';

const [card] = keyedScenarios;
if (card === undefined) throw new Error('There is no card.');
const cards = [card];
const codeOf = (phone: number): string =>
  answerCode(
    { room: 'K7QF', card: card.id, question: 'card' },
    { phone, result: card.result, reason: phone % reasonChoices(card).length, confidence: 'guess' },
  );
const saved: Room = collect({ code: 'K7QF', answers: [] }, codeOf(7), cards).room;
const file = new Blob([roomFile(saved)]);

test('every situation of a room keeps what its states and events promise', () => {
  walkMachine(roomMachine, {
    input: { stored: undefined, cards },
    situation: ({ value, context: { room, notice } }) => [
      value,
      room?.answers.map(({ code }) => code),
      notice?.kind,
    ],
    states: {
      'closed.idle': ({ context, children }) => {
        expect(context.room).toBeUndefined();
        expect(children.camera).toBeUndefined();
      },
      'closed.reading': ({ context }) => expect(context.room).toBeUndefined(),
      open: ({ context, children }) => {
        expect(context.room).toBeDefined();
        expect(children.camera).toBeDefined();
      },
    },
    events: {
      'screen.show': {
        examples: [{ type: 'screen.show', onScreen: { card: card.id, question: 'twist' } }],
        promises: ({ context }) => {
          expect(context.onScreen).toEqual({ card: card.id, question: 'twist' });
        },
      },
      'room.open': {
        examples: [{ type: 'room.open', code: 'K7QF' }],
        promises: ({ context }) => {
          expect(context).toMatchObject({ room: { code: 'K7QF', answers: [] }, notice: undefined });
        },
      },
      'file.choose': {
        examples: [{ type: 'file.choose', file }],
        promises: ({ value }) => expect(value).toEqual({ closed: 'reading' }),
      },
      'xstate.done.actor.file': {
        examples: [roomFile(saved), 'no room'].map((output) => ({
          type: 'xstate.done.actor.file',
          output,
        })),
        promises: ({ value, context }, _before, { output }) => {
          const isRoom = output === roomFile(saved);
          expect(value).toEqual(isRoom ? 'open' : { closed: 'idle' });
          expect(context.room).toEqual(isRoom ? saved : undefined);
          expect(context.notice?.kind).toBe(isRoom ? 'reopened' : 'refused');
        },
      },
      'xstate.error.actor.file': {
        examples: [{ type: 'xstate.error.actor.file', error: new Error('gone') }],
        promises: ({ context }) => expect(context.notice).toEqual({ kind: 'unreadable' }),
      },
      'codes.count': {
        examples: [codeOf(1), 'no code here'].map((text) => ({ type: 'codes.count', text })),
        promises: ({ context }, before, { text }) => {
          expect(context.notice?.kind).toBe('counted');
          if (text !== codeOf(1)) expect(context.room).toEqual(before.context.room);
          else expect(context.room?.answers.some(({ code }) => code === text)).toBe(true);
        },
      },
      'camera.failed': {
        examples: [{ type: 'camera.failed', problem: 'absent' }],
        promises: ({ context, value }, before) => {
          expect(value).toBe('open');
          expect(context.room).toBe(before.context.room);
          expect(context.notice).toEqual({ kind: 'camera', problem: 'absent' });
        },
      },
      'answers.clear': {
        examples: [{ type: 'answers.clear' }],
        promises: ({ context }) => {
          expect(context).toMatchObject({
            room: { code: 'K7QF', answers: [] },
            notice: { kind: 'cleared' },
          });
        },
      },
      'room.close': {
        examples: [{ type: 'room.close' }],
        promises: ({ context, value }) => {
          expect(value).toEqual({ closed: 'idle' });
          expect(context).toMatchObject({ room: undefined, notice: { kind: 'closed' } });
        },
      },
    },
  });
});

/** A room whose files are read when the test says so. */
function run(stored?: Room) {
  const reads: { readonly done: (text: string) => void; readonly fail: () => void }[] = [];
  const storeRoom = vi.fn<(room: Room | undefined) => void>();
  const machine = roomMachine.provide({
    actors: {
      readText: fromPromise(
        () =>
          new Promise<string>((done, fail) => {
            reads.push({ done, fail: () => fail(new Error('gone')) });
          }),
      ),
    },
    actions: { storeRoom: (_, { room }) => storeRoom(room) },
  });
  const actor = createActor(machine, { input: { stored, cards } }).start();
  return { actor, reads, storeRoom };
}

describe('a room', () => {
  test('that was stored is open again, and storing begins with the next change', () => {
    const { actor, storeRoom } = run(saved);
    expect(actor.getSnapshot().value).toBe('open');
    expect(storeRoom).not.toHaveBeenCalled();
    actor.send({ type: 'codes.count', text: '  ' });
    expect(storeRoom).not.toHaveBeenCalled();
    actor.send({ type: 'codes.count', text: codeOf(1) });
    expect(storeRoom.mock.lastCall?.[0]?.answers).toHaveLength(2);
    actor.send({ type: 'room.close' });
    expect(storeRoom).toHaveBeenLastCalledWith(undefined);
  });

  test('counts codes that come one right after the other, all of them', () => {
    const { actor } = run({ code: 'K7QF', answers: [] });
    for (const phone of [1, 2, 3, 2]) actor.send({ type: 'codes.count', text: codeOf(phone) });
    const { room, notice } = actor.getSnapshot().context;
    expect(room?.answers).toHaveLength(3);
    expect(notice).toMatchObject({ kind: 'counted', counted: 0, repeated: [codeOf(2)] });
  });

  test('a file that comes late does not close or change the room that was opened meanwhile', async () => {
    const { actor, reads } = run();
    actor.send({ type: 'file.choose', file });
    actor.send({ type: 'room.open', code: 'AAAA' });
    reads[0]?.done(roomFile(saved));
    await settled();
    expect(actor.getSnapshot().context.room).toEqual({ code: 'AAAA', answers: [] });
  });

  test('the file that was chosen last counts, whichever is read first', async () => {
    const { actor, reads } = run();
    actor.send({ type: 'file.choose', file });
    actor.send({ type: 'file.choose', file });
    reads[0]?.done('no room');
    await settled();
    expect(actor.getSnapshot().value).toEqual({ closed: 'reading' });
    reads[1]?.done(roomFile(saved));
    await vi.waitFor(() => expect(actor.getSnapshot().value).toBe('open'));
    expect(actor.getSnapshot().context.room).toEqual(saved);
  });

  test('a file that cannot be read is said, and another one is read', async () => {
    const { actor, reads } = run();
    actor.send({ type: 'file.choose', file });
    reads[0]?.fail();
    await vi.waitFor(() =>
      expect(actor.getSnapshot().context.notice).toEqual({ kind: 'unreadable' }),
    );
    actor.send({ type: 'file.choose', file });
    reads[1]?.done(roomFile(saved));
    await vi.waitFor(() => expect(actor.getSnapshot().value).toBe('open'));
  });

  test('its camera is gone with the room', () => {
    const { actor } = run(saved);
    const { camera } = actor.getSnapshot().children;
    camera?.send({ type: 'camera.toggle' });
    expect(camera?.getSnapshot().hasTag('on')).toBe(true);
    actor.send({ type: 'room.close' });
    expect(camera?.getSnapshot().status).toBe('stopped');
    expect(actor.getSnapshot().children.camera).toBeUndefined();
  });
});
