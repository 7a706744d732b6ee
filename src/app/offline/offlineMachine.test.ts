import { expect, test, vi } from 'vitest';
import { createActor, fromPromise } from 'xstate';

import type { PageWorker } from '#browser/offline.ts';
import { walkMachine } from '#testing/machineWalk.ts';
import { settled } from '#testing/settled.ts';

import { type OfflineContext, offlineMachine } from './offlineMachine.ts';

const silent: PageWorker = {
  tell: () => {},
  ask: async () => undefined,
  onChange: () => () => {},
};

const never = async () => new Promise<never>(() => {});

test('every state and every transition of the machine keeps its promise', () => {
  walkMachine(
    offlineMachine.provide({
      actors: {
        register: fromPromise<PageWorker>(never),
        compare: fromPromise<boolean, OfflineContext>(never),
      },
    }),
    {
      input: undefined,
      situation: ({ value }) => value,
      states: {
        registering: ({ context }) => expect(context.worker).toBeUndefined(),
        without: ({ context }) => expect(context.worker).toBeUndefined(),
        'kept.current': ({ context }) => expect(context.worker).toBe(silent),
        'kept.comparing': ({ children }) => expect(children['compare']).toBeDefined(),
        'kept.outdated': ({ context }) => expect(context.worker).toBe(silent),
      },
      events: {
        'xstate.done.actor.register': {
          examples: [{ type: 'xstate.done.actor.register', output: silent }],
          promises: (after) => expect(after.matches({ kept: 'current' })).toBe(true),
        },
        'xstate.error.actor.register': {
          examples: [{ type: 'xstate.error.actor.register', error: new Error('refused') }],
          promises: (after) => expect(after.matches('without')).toBe(true),
        },
        'version.change': {
          examples: [{ type: 'version.change' }],
          promises: (after) => expect(after.matches({ kept: 'comparing' })).toBe(true),
        },
        'xstate.done.actor.compare': {
          examples: [true, false].map((output) => ({ type: 'xstate.done.actor.compare', output })),
          promises: (after, _before, { output }) =>
            expect(after.matches({ kept: output ? 'current' : 'outdated' })).toBe(true),
        },
        'xstate.error.actor.compare': {
          examples: [{ type: 'xstate.error.actor.compare', error: new Error('no answer') }],
          promises: (after) => expect(after.matches({ kept: 'current' })).toBe(true),
        },
        'page.renew': {
          examples: [{ type: 'page.renew' }],
          promises: (after, before) => expect(after.value).toEqual(before.value),
        },
      },
    },
  );
});

test('each version keeps what is missing, and only a person loads the page again', async () => {
  const tell = vi.fn<PageWorker['tell']>();
  const loadPage = vi.fn<() => void>();
  const changes: (() => void)[] = [];
  const isCurrent = [true, false];
  const page = createActor(
    offlineMachine.provide({
      actors: {
        register: fromPromise<PageWorker>(async () => ({
          ...silent,
          tell,
          onChange: (listener: () => void) => {
            changes.push(listener);
            return () => {};
          },
        })),
        compare: fromPromise<boolean, OfflineContext>(async () => isCurrent.shift() ?? true),
      },
      actions: { loadPage },
    }),
  );
  page.start();
  await settled();
  expect(tell).toHaveBeenCalledTimes(1);
  page.send({ type: 'page.renew' });
  for (const times of [2, 3]) {
    changes[0]?.();
    // oxlint-disable-next-line no-await-in-loop -- one version after the other
    await settled();
    expect(tell).toHaveBeenCalledTimes(times);
    expect(tell).toHaveBeenLastCalledWith({ kind: 'keep' });
  }
  expect(page.getSnapshot().matches({ kept: 'outdated' })).toBe(true);
  expect(loadPage).not.toHaveBeenCalled();
  page.send({ type: 'page.renew' });
  expect(loadPage).toHaveBeenCalledOnce();
});
