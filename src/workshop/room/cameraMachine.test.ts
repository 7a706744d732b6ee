import { type AnyEventObject, createActor, type EventObject, fromCallback } from 'xstate';
import { describe, expect, test, vi } from 'vitest';

import type { CameraListener, CameraPicture } from '#browser/qrScanner.ts';
import { walkMachine } from '#testing/machineWalk.ts';

import { resultIds } from '../scenario.ts';
import { answerCode } from './answerCode.ts';
import { cameraMachine, mostRemembered } from './cameraMachine.ts';

const picture: CameraPicture = { showIn: () => {} };

/** Whoever switched the camera on, and what it was told. */
function owner() {
  const told: AnyEventObject[] = [];
  const ref = createActor(
    fromCallback(({ receive }) => receive((event) => told.push(event))),
  ).start();
  return { ref, told };
}

const [result] = resultIds;
if (result === undefined) throw new Error('There is no result.');
const asked = { room: 'K7QF', card: 'a', question: 'card' } as const;
const codeOf = (phone: number, reason = 0): string => answerCode(asked, { phone, result, reason });

test('every situation of a camera keeps what its states and events promise', () => {
  walkMachine(cameraMachine, {
    input: { owner: owner().ref },
    situation: ({ value, context: { picture: seen, told } }) => [
      value,
      seen !== undefined,
      [...told.values()].toSorted(),
    ],
    states: {
      off: (snapshot) => {
        expect(snapshot.hasTag('on')).toBe(false);
        expect(snapshot.context.picture).toBeUndefined();
        expect(snapshot.context.told.size).toBe(0);
        expect(Object.values(snapshot.children).filter(Boolean)).toEqual([]);
      },
      'on.starting': (snapshot) => {
        expect(snapshot.hasTag('on')).toBe(true);
        expect(snapshot.context.picture).toBeUndefined();
        expect(snapshot.context.told.size).toBe(0);
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
      'camera.forget': {
        examples: [{ type: 'camera.forget' }],
        promises: (after, before) => {
          expect(after.value).toEqual(before.value);
          expect(after.context.told.size).toBe(0);
        },
      },
      'scanner.read': {
        examples: ['no code', codeOf(1), codeOf(1, 1), codeOf(2)].map((text) => ({
          type: 'scanner.read',
          text,
        })),
        promises: (after, before, { text }) => {
          expect([...after.context.told.values()].at(-1)).toBe(text);
          expect([...before.context.told.values()]).not.toContain(text);
          const others = [...after.context.told.values()].slice(0, -1);
          expect([...before.context.told.values()]).toEqual(expect.arrayContaining(others));
        },
      },
      'scanner.fail': {
        examples: [{ type: 'scanner.fail', problem: 'refused' }],
        promises: (after) => expect(after.value).toBe('off'),
      },
    },
  });
});

/** A camera whose scanner does what the test says, and reports whether it is switched off. */
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

/** What the owner hears when a running camera reads these texts. */
function toldOf(texts: readonly string[]) {
  const { actor, toggle, told } = run();
  const scanner = toggle();
  scanner?.onPicture(picture);
  const read = (more: readonly string[]) => {
    for (const text of more) scanner?.onText(text);
    return told.map(({ text }) => text as unknown);
  };
  return { actor, toggle, read, told: read(texts) };
}

describe('a camera', () => {
  test('that is refused, and then allowed, is off and says why, and then reads', () => {
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

  test('reports phones that lie side by side once each', () => {
    const phones = [codeOf(1), codeOf(2), 'no code'];
    expect(toldOf([...phones, ...phones, ...phones.toReversed()]).told).toEqual(phones);
  });

  test('reports a phone again when its answer changes, and when it changes back', () => {
    const texts = [codeOf(1), codeOf(2), codeOf(1, 1), codeOf(2), codeOf(1)];
    expect(toldOf(texts).told).toEqual([codeOf(1), codeOf(2), codeOf(1, 1), codeOf(1)]);
  });

  test('reports everything that it sees again once it is told to forget, or was off in between', () => {
    const { actor, toggle, read } = toldOf([codeOf(1)]);
    actor.send({ type: 'camera.forget' });
    expect(read([codeOf(1), codeOf(1)])).toHaveLength(2);
    toggle();
    const scanner = toggle();
    scanner?.onPicture(picture);
    scanner?.onText(codeOf(1));
    expect(read([])).toHaveLength(3);
  });

  test('remembers no more than a lesson needs: what was reported longest ago is reported again', () => {
    const phones = Array.from({ length: mostRemembered }, (_, phone) => codeOf(phone));
    const { actor, read } = toldOf(phones);
    expect(read(phones)).toHaveLength(mostRemembered);
    expect(read([codeOf(mostRemembered), codeOf(1)])).toHaveLength(mostRemembered + 1);
    expect(read([codeOf(0)])).toHaveLength(mostRemembered + 2);
    expect(actor.getSnapshot().context.told.size).toBe(mostRemembered);
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
