import { createActor, type EventObject, fromCallback, fromPromise } from 'xstate';
import { describe, expect, test, vi } from 'vitest';

import { eventually } from '#testing/eventually.ts';
import { walkMachine } from '#testing/machineWalk.ts';
import { settled } from '#testing/settled.ts';

import { reasonChoices } from '../prediction.ts';
import { keyedScenarios } from '../scenarios/scenarios.ts';
import { answerCode } from './answerCode.ts';
import { cameraMachine } from './cameraMachine.ts';
import {
  collect,
  type Doubt,
  handsFor,
  largestRoomFile,
  longestText,
  placeAnswer,
  readRoomFile,
  type Room,
  roomFile,
  type TriedCode,
} from './room.ts';
import { type KeepOrder, type KeepReport, roomMachine } from './roomMachine.ts';

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

// The walk tells events apart by their JSON, and a Blob has none.
const tooLargeFile = Object.assign(new Blob([' '.repeat(largestRoomFile + 1)]), {
  name: 'too large',
});
const tried = (code: string): readonly TriedCode[] => [
  { text: code, placed: placeAnswer('K7QF', code, cards) },
];

/** A code that fits two cards. */
const doubt: Doubt = {
  code: codeOf(5),
  fits: (['card', 'twist'] as const).map((question) => ({
    code: codeOf(5),
    card: card.id,
    question,
    phone: 5,
    result: card.result,
  })),
};

const handsIn = (hands: unknown): number =>
  typeof hands === 'object' && hands !== null && 'count' in hands
    ? Number(hands.count)
    : Number.NaN;

// What the actors do is tested with the room and the slices; here the walk says what they return.
const quiet = roomMachine.provide({
  actors: { readRoom: fromCallback(() => {}), tryCodes: fromCallback(() => {}) },
});

test('every situation of a room keeps what its states and events promise', () => {
  walkMachine(quiet, {
    input: { stored: undefined, cards },
    otherInputs: [
      { stored: roomFile(saved), cards },
      { stored: roomFile(saved), isUnkept: true, cards },
    ],
    situation: ({ value, context: { room, notice, waiting, text, isKept, doubts, past } }) => [
      value,
      doubts.length,
      room?.hands,
      past.length > 0,
      // It matters only while what another tab had is read.
      value === 'reopening' && isKept,
      room?.answers.map(({ code }) => code),
      notice?.kind,
      Math.min(waiting.length, 2),
      text,
    ],
    states: {
      reopening: ({ context, children }) => {
        expect(context.room).toBeUndefined();
        expect(children.kept).toBeDefined();
      },
      'closed.idle': ({ context, children }) => {
        expect(context.room).toBeUndefined();
        expect(context.text).toBeUndefined();
        expect(children.camera).toBeUndefined();
      },
      'closed.opening': ({ context }) => expect(context.room).toBeUndefined(),
      'closed.reading': ({ context, children }) => {
        expect(context.room).toBeUndefined();
        expect(children.chosen).toBeDefined();
      },
      'open.idle': ({ context, children }) => {
        expect(context.room).toBeDefined();
        expect(context.waiting).toEqual([]);
        expect(children.camera).toBeDefined();
      },
      'open.counting': ({ context, children }) => {
        expect(context.room).toBeDefined();
        expect(context.waiting).not.toEqual([]);
        expect(children.camera).toBeDefined();
      },
    },
    events: {
      'room.kept': {
        examples: [true, false].map((isKept) => ({ type: 'room.kept', isKept })),
        promises: ({ context }, before, { isKept }) => {
          expect(context).toEqual({ ...before.context, isKept });
        },
      },
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
        examples: [file, tooLargeFile].map((chosen) => ({ type: 'file.choose', file: chosen })),
        promises: ({ value, context }, _before, event) => {
          const isRead = event['file'] === file;
          expect(value).toEqual({ closed: isRead ? 'opening' : 'idle' });
          expect(context.notice?.kind).toBe(isRead ? undefined : 'refused');
        },
      },
      'xstate.done.actor.file': {
        examples: [{ type: 'xstate.done.actor.file', output: roomFile(saved) }],
        promises: ({ value, context }) => {
          expect(value).toEqual({ closed: 'reading' });
          expect(context.text).toBe(roomFile(saved));
        },
      },
      'xstate.error.actor.file': {
        examples: [{ type: 'xstate.error.actor.file', error: new Error('gone') }],
        promises: ({ context }) => expect(context.notice).toEqual({ kind: 'unreadable' }),
      },
      'room.read': {
        examples: [roomFile(saved), 'no room'].map((text) => ({
          type: 'room.read',
          read: readRoomFile(text, cards),
        })),
        promises: ({ value, context }, before, { read }) => {
          const wasKept = before.matches('reopening');
          const isRoom = 'room' in read;
          expect(value).toEqual(isRoom ? { open: 'idle' } : { closed: 'idle' });
          expect(context.room).toEqual(isRoom ? saved : undefined);
          if (isRoom) expect(context.notice?.kind).toBe(wasKept ? undefined : 'reopened');
          else expect(context.notice?.kind).toBe(wasKept ? 'keptRefused' : 'refused');
        },
      },
      'work.progress': {
        examples: [{ type: 'work.progress', done: 0.5 }],
        promises: ({ context, value }, before) => {
          expect(context.done).toBe(0.5);
          expect(value).toEqual(before.value);
        },
      },
      'work.stop': {
        examples: [{ type: 'work.stop' }],
        promises: ({ context, value }, before) => {
          expect(value).toEqual(before.matches('open') ? { open: 'idle' } : { closed: 'idle' });
          expect(context.room).toBe(before.context.room);
          expect(context.waiting).toEqual([]);
          expect(context.notice?.kind).toMatch(/Stopped$/);
        },
      },
      'codes.count': {
        examples: [codeOf(1), 'A'.repeat(longestText + 1)].map((text) => ({
          type: 'codes.count',
          text,
        })),
        promises: ({ context }, before, { text }) => {
          expect(context.room).toBe(before.context.room);
          if (text === codeOf(1)) expect(context.waiting.at(-1)?.text).toBe(text);
          else expect(context.notice?.kind).toBe('tooLong');
        },
      },
      'codes.tried': {
        examples: [
          ...[codeOf(1), '123-456-789'].map((code) => ({
            type: 'codes.tried',
            tried: tried(code),
          })),
          { type: 'codes.tried', tried: [{ text: doubt.code, placed: undefined, doubt }] },
        ],
        promises: ({ context }, before, event) => {
          const [{ text } = { text: '' }] = event['tried'] as readonly TriedCode[];
          expect(context.waiting).toEqual(before.context.waiting.slice(1));
          if (text === doubt.code) {
            // It waits for the teacher, and is kept meanwhile.
            expect(context.doubts).toEqual([doubt]);
            expect(context.room?.answers).toEqual(before.context.room?.answers);
            expect(context.room?.unread).toEqual([doubt.code]);
          } else if (text !== codeOf(1)) expect(context.room).toEqual(before.context.room);
          else expect(context.room?.answers.some(({ code }) => code === text)).toBe(true);
        },
      },
      'room.keepAgain': {
        examples: [{ type: 'room.keepAgain' }],
        promises: (after, before) => expect(after.context).toEqual(before.context),
      },
      'doubt.settle': {
        examples: [doubt.fits[1], undefined].map((placed) => ({
          type: 'doubt.settle',
          code: doubt.code,
          placed,
        })),
        promises: ({ context }, before, { placed }) => {
          expect(context.doubts).toEqual([]);
          if (before.context.doubts.length === 0) {
            expect(context.room).toEqual(before.context.room);
            return;
          }
          expect(context.room?.unread).toBeUndefined();
          if (placed === undefined) {
            expect(context.room?.answers).toEqual(before.context.room?.answers);
          } else expect(context.room?.answers).toContainEqual(placed);
        },
      },
      'camera.failed': {
        examples: [{ type: 'camera.failed', problem: 'absent' }],
        promises: ({ context, value }, before) => {
          expect(value).toEqual(before.value);
          expect(context.room).toBe(before.context.room);
          expect(context.notice).toEqual({ kind: 'camera', problem: 'absent' });
        },
      },
      'hands.count': {
        examples: [0, 3, -1].map((count) => ({
          type: 'hands.count',
          hands: { card: card.id, question: 'card', result: card.result, count },
        })),
        promises: ({ context: { room, past } }, before, { hands }) => {
          const asked = { card: card.id, question: 'card' } as const;
          const count = handsIn(hands);
          const isCounted = count >= 0;
          expect(room && handsFor(room, asked, card.result)).toBe(
            isCounted
              ? count
              : before.context.room && handsFor(before.context.room, asked, card.result),
          );
          if (isCounted) expect(past.at(-1)?.room).toBe(before.context.room);
        },
      },
      'answers.undo': {
        examples: [{ type: 'answers.undo' }],
        promises: ({ context: { room, past, doubts } }, before) => {
          const last = before.context.past.at(-1);
          expect(room).toBe(last?.room ?? before.context.room);
          expect(doubts).toBe(last?.doubts ?? before.context.doubts);
          expect(past).toEqual(before.context.past.slice(0, -1));
        },
      },
      'answers.clear': {
        examples: [{ type: 'answers.clear' }],
        promises: ({ context }) => {
          expect(context).toMatchObject({
            room: { code: 'K7QF', answers: [] },
            waiting: [],
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
function run(stored?: Room, isFull = () => false) {
  const reads: { readonly done: (text: string) => void; readonly fail: () => void }[] = [];
  const storeRoom = vi.fn<(room: Room | undefined) => void>();
  const machine = roomMachine.provide({
    actors: {
      keeper: fromCallback<KeepOrder, undefined>(({ receive, sendBack }) => {
        receive(({ room }) => {
          storeRoom(room);
          sendBack({ type: 'room.kept', isKept: !isFull() } satisfies KeepReport);
        });
      }),
      readText: fromPromise(
        () =>
          new Promise<string>((done, fail) => {
            reads.push({ done, fail: () => fail(new Error('gone')) });
          }),
      ),
    },
  });
  const input = { stored: stored && roomFile(stored), cards };
  const actor = createActor(machine, { input }).start();
  return { actor, reads, storeRoom };
}

describe('a room', () => {
  test('says that it is not kept as long as storage is full, and that it is again afterwards', () => {
    let isFull = true;
    const { actor } = run(undefined, () => isFull);
    actor.send({ type: 'room.open', code: 'K7QF' });
    expect(actor.getSnapshot().context.isKept).toBe(false);
    actor.send({ type: 'codes.count', text: codeOf(1) });
    expect(actor.getSnapshot().context.isKept).toBe(false);
    isFull = false;
    actor.send({ type: 'codes.count', text: codeOf(2) });
    expect(actor.getSnapshot().context.isKept).toBe(true);
  });

  test('that came from another tab is kept at once, and what that had not counted is counted', async () => {
    const storeRoom = vi.fn<(room: Room | undefined) => void>();
    const keeper = fromCallback<KeepOrder, undefined>(({ receive }) => {
      receive(({ room }) => storeRoom(room));
    });
    const actor = createActor(roomMachine.provide({ actors: { keeper } }), {
      input: { stored: roomFile(saved), isUnkept: true, uncounted: [codeOf(1)], cards },
    }).start();
    await vi.waitFor(() => expect(actor.getSnapshot().context.room?.answers).toHaveLength(2));
    expect(storeRoom.mock.calls.map(([room]) => room?.answers.length)).toEqual([1, 2]);
  });

  test('keeps responding while a long chat is counted, and takes what comes meanwhile', async () => {
    const { actor, storeRoom } = run({ code: 'K7QF', answers: [] });
    const codes = Array.from({ length: 3000 }, (_, phone) => codeOf(phone));
    actor.send({ type: 'codes.count', text: codes.slice(0, -1).join(' ') });
    expect(actor.getSnapshot().matches({ open: 'counting' })).toBe(true);
    expect(actor.getSnapshot().context.room?.answers).toEqual([]);
    actor.send({ type: 'codes.count', text: codes.at(-1) ?? '' });
    expect(storeRoom).not.toHaveBeenCalled();
    await eventually(() => expect(actor.getSnapshot().matches({ open: 'idle' })).toBe(true));
    expect(actor.getSnapshot().context.room?.answers).toHaveLength(3000);
    expect(storeRoom).toHaveBeenCalledTimes(2);
  });

  test('keeps nothing of a text whose counting was stopped, nor of one that is too long', async () => {
    const { actor, storeRoom } = run({ code: 'K7QF', answers: [] });
    const codes = Array.from({ length: 3000 }, (_, phone) => codeOf(phone)).join(' ');
    actor.send({ type: 'codes.count', text: codes });
    actor.send({ type: 'work.stop' });
    await settled();
    expect(actor.getSnapshot().context).toMatchObject({
      room: { answers: [] },
      notice: { kind: 'countingStopped' },
    });
    actor.send({ type: 'codes.count', text: codes.padEnd(longestText + 1) });
    expect(actor.getSnapshot().context.notice).toEqual({
      kind: 'tooLong',
      length: longestText + 1,
    });
    expect(storeRoom).not.toHaveBeenCalled();
  });

  test('that was kept and takes long to read can be left, and stays kept', () => {
    const codes = Array.from({ length: 3000 }, (_, phone) => codeOf(phone)).join(' ');
    const kept = collect({ code: 'K7QF', answers: [] }, codes, cards).room;
    const { actor, storeRoom } = run(kept);
    expect(actor.getSnapshot().value).toBe('reopening');
    actor.send({ type: 'work.stop' });
    expect(actor.getSnapshot().value).toEqual({ closed: 'idle' });
    expect(storeRoom).not.toHaveBeenCalled();
  });

  test('that was stored is open again, and storing begins with the next change', () => {
    const { actor, storeRoom } = run(saved);
    expect(actor.getSnapshot().value).toEqual({ open: 'idle' });
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
    expect(actor.getSnapshot().value).toEqual({ closed: 'opening' });
    reads[1]?.done(roomFile(saved));
    await eventually(() => expect(actor.getSnapshot().matches('open')).toBe(true));
    expect(actor.getSnapshot().context.room).toEqual(saved);
  });

  test('a file that cannot be read is reported, and another one is read', async () => {
    const { actor, reads } = run();
    actor.send({ type: 'file.choose', file });
    reads[0]?.fail();
    await eventually(() =>
      expect(actor.getSnapshot().context.notice).toEqual({ kind: 'unreadable' }),
    );
    actor.send({ type: 'file.choose', file });
    reads[1]?.done(roomFile(saved));
    await eventually(() => expect(actor.getSnapshot().matches('open')).toBe(true));
  });

  test.each(['answers.clear', 'work.stop'] as const)(
    'its camera reports again what it sees after %s',
    (type) => {
      const read = new Set<(text: string) => void>();
      const scanner = fromCallback<EventObject, undefined>(({ sendBack }) => {
        sendBack({ type: 'scanner.open', picture: { showIn: () => {} } });
        read.add((text) => sendBack({ type: 'scanner.read', text }));
      });
      const camera = cameraMachine.provide({ actors: { scanner } });
      const actor = createActor(quiet.provide({ actors: { camera } }), {
        input: { stored: undefined, cards },
      }).start();
      actor.send({ type: 'room.open', code: 'K7QF' });
      actor.getSnapshot().children.camera?.send({ type: 'camera.toggle' });
      const see = () => {
        for (const tell of read) tell(codeOf(1));
        return actor.getSnapshot().context.waiting.map(({ text }) => text);
      };
      see();
      expect(see()).toEqual([codeOf(1)]);
      actor.send({ type });
      expect(actor.getSnapshot().context.waiting).toEqual([]);
      expect(see()).toEqual([codeOf(1)]);
    },
  );

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
