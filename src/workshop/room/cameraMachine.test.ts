import { type AnyEventObject, createActor, type EventObject, fromCallback } from 'xstate';
import { describe, expect, test, vi } from 'vitest';

import type { CameraListener, CameraPicture } from '#browser/qrScanner.ts';
import { walkMachine } from '#testing/machineWalk.ts';

import { cameraMachine } from './cameraMachine.ts';

const picture: CameraPicture = { showIn: () => {} };

/** Whoever switched the camera on, and what it was told. */
function owner() {
  const told: AnyEventObject[] = [];
  const ref = createActor(
    fromCallback(({ receive }) => receive((event) => told.push(event))),
  ).start();
  return { ref, told };
}

test('every situation of a camera keeps what its states and events promise', () => {
  walkMachine(cameraMachine, {
    input: { owner: owner().ref },
    situation: ({ value, context: { picture: seen, text } }) => [value, seen !== undefined, text],
    states: {
      off: (snapshot) => {
        expect(snapshot.hasTag('on')).toBe(false);
        expect(snapshot.context).toMatchObject({ picture: undefined, text: undefined });
        expect(Object.values(snapshot.children).filter(Boolean)).toEqual([]);
      },
      'on.starting': (snapshot) => {
        expect(snapshot.hasTag('on')).toBe(true);
        expect(snapshot.context.picture).toBeUndefined();
      },
      'on.scanning': (snapshot) => {
        expect(snapshot.hasTag('on')).toBe(true);
        expect(snapshot.context.picture).toBe(picture);
      },
    },
    events: {
      'camera.toggle': {
        examples: [{ type: 'camera.toggle' }],
        promises: (after, before) => expect(after.hasTag('on')).toBe(!before.hasTag('on')),
      },
      'scanner.open': {
        examples: [{ type: 'scanner.open', picture }],
        promises: (after) => expect(after.value).toEqual({ on: 'scanning' }),
      },
      'scanner.read': {
        examples: ['one', 'two'].map((text) => ({ type: 'scanner.read', text })),
        promises: (after, before, { text }) => {
          expect(after.context.text).toBe(text);
          expect(before.context.text).not.toBe(text);
        },
      },
      'scanner.fail': {
        examples: [{ type: 'scanner.fail', problem: 'refused' }],
        promises: (after) => expect(after.value).toBe('off'),
      },
    },
  });
});

/** A camera whose scanner does what the test says, and tells whether it is switched off. */
function run() {
  const scanners: (CameraListener & { readonly stop: () => void })[] = [];
  const { ref, told } = owner();
  const scanner = fromCallback<EventObject, undefined>(({ sendBack }) => {
    const stop = vi.fn<() => void>();
    scanners.push({
      onPicture: (seen) => sendBack({ type: 'scanner.open', picture: seen }),
      onText: (text) => sendBack({ type: 'scanner.read', text }),
      onProblem: (problem) => sendBack({ type: 'scanner.fail', problem }),
      stop,
    });
    return stop;
  });
  const actor = createActor(cameraMachine.provide({ actors: { scanner } }), {
    input: { owner: ref },
  }).start();
  const toggle = () => {
    actor.send({ type: 'camera.toggle' });
    return scanners.at(-1);
  };
  return { actor, toggle, told, scanners };
}

describe('a camera', () => {
  test('that is refused, and then allowed, is off and tells why, and then reads', () => {
    const { actor, toggle, told } = run();
    toggle()?.onProblem('refused');
    expect(actor.getSnapshot().value).toBe('off');
    expect(told).toEqual([{ type: 'camera.failed', problem: 'refused' }]);
    const second = toggle();
    second?.onPicture(picture);
    second?.onText('4KQ-7M2-XR0');
    expect(told.at(-1)).toEqual({ type: 'codes.count', text: '4KQ-7M2-XR0' });
  });

  test('that is switched off while it is starting is stopped, and whatever it still says is not heard', () => {
    const { actor, toggle, told } = run();
    const scanner = toggle();
    toggle();
    expect(scanner?.stop).toHaveBeenCalledOnce();
    scanner?.onPicture(picture);
    scanner?.onText('4KQ-7M2-XR0');
    scanner?.onProblem('failed');
    expect(actor.getSnapshot().value).toBe('off');
    expect(actor.getSnapshot().context.picture).toBeUndefined();
    expect(told).toEqual([]);
  });

  test('counts a code that is held up once, and again after another one', () => {
    const { toggle, told } = run();
    const scanner = toggle();
    scanner?.onPicture(picture);
    for (const text of ['a', 'a', 'a', 'b', 'a']) scanner?.onText(text);
    expect(told.map(({ text }) => text as unknown)).toEqual(['a', 'b', 'a']);
  });

  test('that is switched on again is another one: the first one’s picture does not come back', () => {
    const { actor, toggle, scanners } = run();
    const first = toggle();
    toggle();
    toggle();
    first?.onPicture(picture);
    expect(actor.getSnapshot().value).toEqual({ on: 'starting' });
    expect(scanners).toHaveLength(2);
    actor.stop();
    expect(scanners[1]?.stop).toHaveBeenCalledOnce();
  });
});
