import { createActor, fromCallback, setup } from 'xstate';
import { describe, expect, test, vi } from 'vitest';

import { walkMachine } from '#testing/machineWalk.ts';

import { deviceWith, keepingMachine, type TextReplaced } from './keepingMachine.ts';

/** The window that has the text, and hears when another one takes its place. */
function owner() {
  const heard = vi.fn<(text: string) => void>();
  const machine = setup({ types: { events: {} as TextReplaced } }).createMachine({
    on: { 'text.replace': { actions: ({ event }) => heard(event.text) } },
  });
  return { heard, actor: createActor(machine).start() };
}

test('every situation of what is kept keeps what its states and events promise', () => {
  const input = { owner: owner().actor, text: 'mine', kept: 'mine' };
  walkMachine(keepingMachine, {
    input,
    otherInputs: [{ ...input, kept: undefined }],
    situation: ({ value, context: { text, kept, hasFollowed } }) => [
      value,
      text,
      kept,
      hasFollowed,
    ],
    states: {
      inStep: (snapshot) => {
        const { text, kept } = snapshot.context;
        // A window that changed nothing yet has nothing to keep.
        expect(kept === text || kept === undefined).toBe(true);
        expect(snapshot.hasTag('unkept')).toBe(false);
      },
      storing: ({ children }) => expect(children.device).toBeDefined(),
      refused: (snapshot) => expect(snapshot.hasTag('unkept')).toBe(true),
      removed: (snapshot) => {
        expect(snapshot.context.kept).toBeUndefined();
        expect(snapshot.hasTag('unkept')).toBe(true);
      },
      apart: (snapshot) => {
        expect(snapshot.context.kept).toBeDefined();
        expect(snapshot.hasTag('unkept')).toBe(true);
      },
    },
    events: {
      'text.change': {
        examples: ['mine', 'mine, later'].map((text) => ({ type: 'text.change', text })),
        promises: ({ context, value }, before, { text }) => {
          expect(context.text).toBe(text);
          expect(context.kept).toBe(before.context.kept);
          expect(value).toBe(before.value === 'apart' ? 'apart' : 'storing');
        },
      },
      'device.keep': {
        examples: [true, false].map((isKept) => ({ type: 'device.keep', isKept })),
        promises: ({ context, value }, before, { isKept }) => {
          expect(value).toBe(isKept === true ? 'inStep' : 'refused');
          expect(context.text).toBe(before.context.text);
          expect(context.kept).toBe(isKept === true ? context.text : before.context.kept);
        },
      },
      'device.change': {
        examples: ['mine', 'theirs', undefined].map((kept) => ({ type: 'device.change', kept })),
        promises: ({ context, value }, before, { kept }) => {
          expect(context.kept).toBe(kept);
          const isFollowed = before.value === 'inStep' && kept !== undefined;
          if (kept !== before.context.text && !isFollowed) {
            expect(context.text).toBe(before.context.text);
            if (before.context.kept !== undefined || before.value !== 'inStep') {
              expect(value).toBe(kept === undefined ? 'removed' : 'apart');
            }
          } else expect(value).toBe('inStep');
        },
      },
      'theirs.take': {
        examples: [{ type: 'theirs.take' }],
        promises: ({ context, value }, before) => {
          expect(value).toBe('inStep');
          expect(context.text).toBe(before.context.kept);
        },
      },
      'mine.keep': {
        examples: [{ type: 'mine.keep' }],
        promises: ({ context, value }, before) => {
          expect(value).toBe('storing');
          expect(context.text).toBe(before.context.text);
        },
      },
      'keep.retry': {
        examples: [{ type: 'keep.retry' }],
        promises: ({ value }) => expect(value).toBe('storing'),
      },
    },
  });
});

/** A browser's storage, with what other windows hear about its changes. */
function storage() {
  const place: { text: string | undefined; isFull: boolean } = { text: undefined, isFull: false };
  const windows: (() => void)[] = [];
  const open = (text: string) => {
    const { heard, actor: textOwner } = owner();
    let isDeaf = false;
    const hear = vi.fn<() => void>();
    const machine = keepingMachine.provide({
      actors: {
        device: deviceWith({
          read: () => place.text,
          write: (given) => {
            if (place.isFull) return false;
            place.text = given;
            for (const each of windows) if (each !== told) each();
            return true;
          },
          listen: (heed) => {
            hear.mockImplementation(heed);
            return () => {};
          },
        }),
      },
    });
    const told = () => {
      if (!isDeaf) hear();
    };
    windows.push(told);
    const actor = createActor(machine, {
      input: { owner: textOwner, text: place.text ?? text, kept: place.text },
    }).start();
    return {
      actor,
      heard,
      type: (given: string) => actor.send({ type: 'text.change', text: given }),
      state: () => actor.getSnapshot().value,
      /** As a window that the browser let sleep: it hears nothing. */
      sleep: () => {
        isDeaf = true;
      },
      wake: () => {
        isDeaf = false;
      },
    };
  };
  return { place, open };
}

describe('two windows of one browser', () => {
  test('follow each other, whichever writes', () => {
    const { place, open } = storage();
    const [one, other] = [open('example'), open('example')];
    one.type('one');
    expect(other.heard).toHaveBeenLastCalledWith('one');
    other.type('one, other');
    expect(one.heard).toHaveBeenLastCalledWith('one, other');
    expect(place.text).toBe('one, other');
    expect([one.state(), other.state()]).toEqual(['inStep', 'inStep']);
    expect(one.actor.getSnapshot().context.hasFollowed).toBe(true);
  });

  test('that wrote without hearing of each other lose nothing: the second one is informed and chooses', () => {
    const { place, open } = storage();
    const [one, other] = [open('example'), open('example')];
    other.sleep();
    one.type('one');
    other.type('other');
    expect(place.text).toBe('one');
    expect(other.state()).toBe('apart');
    expect(other.actor.getSnapshot().context).toMatchObject({ text: 'other', kept: 'one' });
    other.type('other, later');
    expect(place.text).toBe('one');

    other.actor.send({ type: 'mine.keep' });
    expect(place.text).toBe('other, later');
    expect(one.heard).toHaveBeenLastCalledWith('other, later');
    expect([one.state(), other.state()]).toEqual(['inStep', 'inStep']);
  });

  test('that wrote without hearing of each other agree on the first one’s text, if the second wants it', () => {
    const { place, open } = storage();
    const [one, other] = [open('example'), open('example')];
    other.sleep();
    one.type('one');
    other.type('other');
    other.wake();
    one.type('one, later');
    expect(other.state()).toBe('apart');
    other.actor.send({ type: 'theirs.take' });
    expect(other.heard).toHaveBeenLastCalledWith('one, later');
    expect(place.text).toBe('one, later');
    other.type('other, then');
    expect(place.text).toBe('other, then');
  });

  test('never overwrite what changed between the choice and its keeping', () => {
    const { place, open } = storage();
    const [one, other] = [open('example'), open('example')];
    other.sleep();
    one.type('one');
    other.type('other');
    one.type('one, later');
    other.actor.send({ type: 'mine.keep' });
    expect(place.text).toBe('one, later');
    expect(other.state()).toBe('apart');
    expect(other.actor.getSnapshot().context.kept).toBe('one, later');
  });
});

describe('a device that does not keep', () => {
  test('is reported, and tried again with the next change and by hand', () => {
    const { place, open } = storage();
    const one = open('example');
    place.isFull = true;
    one.type('one');
    expect(one.state()).toBe('refused');
    one.type('one, later');
    expect(one.state()).toBe('refused');
    place.isFull = false;
    one.actor.send({ type: 'keep.retry' });
    expect(one.state()).toBe('inStep');
    expect(place.text).toBe('one, later');
  });

  test('and one that was emptied meanwhile is reported, and keeps again', () => {
    const { place, open } = storage();
    const one = open('example');
    one.type('one');
    place.text = undefined;
    one.type('one, later');
    expect(one.state()).toBe('removed');
    one.actor.send({ type: 'keep.retry' });
    expect(place.text).toBe('one, later');
    expect(one.state()).toBe('inStep');
  });

  test('is not asked for anything by a window that changed nothing', () => {
    const asked = vi.fn<() => void>();
    const machine = keepingMachine.provide({
      actors: { device: fromCallback(({ receive }) => receive(asked)) },
    });
    const actor = createActor(machine, {
      input: { owner: owner().actor, text: 'example', kept: undefined },
    }).start();
    actor.send({ type: 'text.change', text: 'example' });
    expect(asked).not.toHaveBeenCalled();
  });
});
