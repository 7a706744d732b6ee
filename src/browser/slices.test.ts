import { assign, createActor, setup } from 'xstate';
import { describe, expect, test, vi } from 'vitest';

import { finished, inSlices, type Pause, type SlicedWork, type WorkProgress } from './slices.ts';

/** Calls back for each part. */
function* counting(parts: number, did: () => void): SlicedWork<number> {
  for (let part = 1; part < parts; part += 1) {
    did();
    yield part / parts;
  }
  did();
  return parts;
}

/** Somebody who has work done, and can leave it; its pauses end when the test says so. */
function run(parts: number) {
  const did = vi.fn<() => void>();
  const paused: (() => void)[] = [];
  const pause: Pause = (goOn) => {
    paused.push(goOn);
    return () => void paused.splice(paused.indexOf(goOn), 1);
  };
  const machine = setup({
    types: {
      context: {} as { readonly done: number; readonly result: number | undefined },
      events: {} as
        | WorkProgress
        | { readonly type: 'all.counted'; readonly result: number }
        | { readonly type: 'work.leave' },
    },
    actors: {
      work: inSlices(
        (count: number) => counting(count, did),
        (result) => ({ type: 'all.counted', result }),
        pause,
      ),
    },
  }).createMachine({
    context: { done: 0, result: undefined },
    initial: 'working',
    states: {
      working: {
        invoke: { src: 'work', input: parts },
        on: {
          'work.progress': { actions: assign({ done: ({ event }) => event.done }) },
          'all.counted': {
            target: 'over',
            actions: assign({ result: ({ event }) => event.result }),
          },
          'work.leave': 'over',
        },
      },
      over: {},
    },
  });
  const actor = createActor(machine).start();
  return { actor, did, paused, goOn: () => paused.shift()?.() };
}

describe('work in slices', () => {
  test('of a single part is over at once', () => {
    const { actor, paused } = run(1);
    expect(actor.getSnapshot().context.result).toBe(1);
    expect(paused).toEqual([]);
  });

  test('does one part between two pauses, and reports how far it is', () => {
    const { actor, did, goOn } = run(4);
    for (const done of [1, 2, 3]) {
      expect(did).toHaveBeenCalledTimes(done);
      expect(actor.getSnapshot().context).toEqual({ done: done / 4, result: undefined });
      goOn();
    }
    expect(actor.getSnapshot().context.result).toBe(4);
  });

  test('stops when nobody wants it any more', () => {
    const { actor, did, paused } = run(4);
    actor.send({ type: 'work.leave' });
    expect(paused).toEqual([]);
    expect(did).toHaveBeenCalledTimes(1);
    expect(actor.getSnapshot().context.result).toBeUndefined();
  });

  test('is done without pauses if nobody waits for the page', () => {
    expect(finished(counting(7, () => {}))).toBe(7);
  });
});
