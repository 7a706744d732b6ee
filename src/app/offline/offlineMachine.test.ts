import { expect, test, vi } from 'vitest';
import { createActor, fromPromise } from 'xstate';

import type { PageWorker } from '#browser/offline.ts';
import { walkMachine } from '#testing/machineWalk.ts';
import { settled } from '#testing/settled.ts';

import { type OfflineContext, offlineMachine } from './offlineMachine.ts';
import { offlineWords } from './offlineWords.ts';
import type { KeptReport } from './workerMessages.ts';

const silent: PageWorker = {
  ask: async () => undefined,
  dismiss: async () => {},
  onChange: () => () => {},
};

const never = async () => new Promise<never>(() => {});
const report = (isComplete: boolean): KeptReport => ({ isComplete, bytes: 3_140_000 });

test('every state and every transition of the machine keeps its promise', () => {
  walkMachine(
    offlineMachine.provide({
      actors: {
        look: fromPromise<boolean>(never),
        register: fromPromise<PageWorker>(never),
        keep: fromPromise<KeptReport, OfflineContext>(never),
        forget: fromPromise<void, OfflineContext>(never),
        compare: fromPromise<boolean, OfflineContext>(never),
      },
    }),
    {
      input: undefined,
      situation: ({ value, context: { keptBytes } }) => [value, keptBytes],
      states: {
        looking: (snapshot) => {
          expect(snapshot.context.worker).toBeUndefined();
          expect(offlineWords(snapshot).keep).toBe('Keep the guide on this device');
        },
        unasked: (snapshot) =>
          expect(offlineWords(snapshot)).toEqual({
            status: '',
            keep: 'Keep the guide on this device',
            canForget: false,
          }),
        registering: (snapshot) => expect(offlineWords(snapshot).canForget).toBe(false),
        refused: (snapshot) => expect(offlineWords(snapshot).keep).toBe('Try again'),
        'kept.files.keeping': (snapshot) => {
          expect(snapshot.context.worker).toBe(silent);
          expect(offlineWords(snapshot)).toMatchObject({ canForget: true });
        },
        'kept.files.complete': (snapshot) =>
          expect(offlineWords(snapshot)).toEqual({
            status: 'Kept on this device, 3.1 MB: the guide works without a network.',
            canForget: true,
          }),
        'kept.files.incomplete': (snapshot) =>
          expect(offlineWords(snapshot)).toMatchObject({ keep: 'Try again', canForget: true }),
        'kept.version.current': ({ context }) => expect(context.worker).toBe(silent),
        'kept.version.comparing': ({ children }) => expect(children['compare']).toBeDefined(),
        'kept.version.outdated': ({ context }) => expect(context.worker).toBe(silent),
        forgetting: (snapshot) =>
          expect(offlineWords(snapshot)).toEqual({
            status: 'The guide is being removed from this device…',
            canForget: false,
          }),
      },
      events: {
        'xstate.done.actor.look': {
          examples: [true, false].map((output) => ({ type: 'xstate.done.actor.look', output })),
          promises: (after, _before, { output }) =>
            expect(after.value).toBe(output === true ? 'registering' : 'unasked'),
        },
        'xstate.error.actor.look': {
          examples: [{ type: 'xstate.error.actor.look', error: new Error('refused') }],
          promises: (after) => expect(after.value).toBe('unasked'),
        },
        'site.keep': {
          examples: [{ type: 'site.keep' }],
          promises: (after, before) =>
            expect(
              after.matches(
                before.matches('kept') ? { kept: { files: 'keeping' } } : 'registering',
              ),
            ).toBe(true),
        },
        'xstate.done.actor.register': {
          examples: [{ type: 'xstate.done.actor.register', output: silent }],
          promises: (after) =>
            expect(after.value).toEqual({ kept: { files: 'keeping', version: 'current' } }),
        },
        'xstate.error.actor.register': {
          examples: [{ type: 'xstate.error.actor.register', error: new Error('refused') }],
          promises: (after) => expect(after.value).toBe('refused'),
        },
        'xstate.done.actor.keep': {
          examples: [true, false].map((isComplete) => ({
            type: 'xstate.done.actor.keep',
            output: report(isComplete),
          })),
          promises: (after, _before, { output }) =>
            expect(
              after.matches({
                kept: {
                  files: (output as KeptReport).isComplete ? 'complete' : 'incomplete',
                },
              }),
            ).toBe(true),
        },
        'xstate.error.actor.keep': {
          examples: [{ type: 'xstate.error.actor.keep', error: new Error('no answer') }],
          promises: (after) => expect(after.matches({ kept: { files: 'incomplete' } })).toBe(true),
        },
        'site.forget': {
          examples: [{ type: 'site.forget' }],
          promises: (after) => expect(after.value).toBe('forgetting'),
        },
        'xstate.done.actor.forget': {
          examples: [{ type: 'xstate.done.actor.forget' }],
          promises: (after) => expect(after.value).toBe('unasked'),
        },
        'xstate.error.actor.forget': {
          examples: [{ type: 'xstate.error.actor.forget', error: new Error('blocked') }],
          promises: (after) => expect(after.value).toBe('unasked'),
        },
        'version.change': {
          examples: [{ type: 'version.change' }],
          promises: (after) =>
            expect(after.value).toEqual({ kept: { files: 'keeping', version: 'comparing' } }),
        },
        'xstate.done.actor.compare': {
          examples: [true, false].map((output) => ({ type: 'xstate.done.actor.compare', output })),
          promises: (after, _before, { output }) =>
            expect(
              after.matches({ kept: { version: output === true ? 'current' : 'outdated' } }),
            ).toBe(true),
        },
        'xstate.error.actor.compare': {
          examples: [{ type: 'xstate.error.actor.compare', error: new Error('no answer') }],
          promises: (after) => expect(after.matches({ kept: { version: 'current' } })).toBe(true),
        },
        'page.renew': {
          examples: [{ type: 'page.renew' }],
          promises: (after, before) => expect(after.value).toEqual(before.value),
        },
      },
    },
  );
});

test('nothing is kept automatically; each version keeps what is missing; only a person loads the page again', async () => {
  const keep = vi.fn<() => Promise<KeptReport>>(async () => report(true));
  const loadPage = vi.fn<() => void>();
  const wishes: string[] = [];
  const changes: (() => void)[] = [];
  const isCurrent = [true, false];
  const page = createActor(
    offlineMachine.provide({
      actors: {
        look: fromPromise(async () => false),
        register: fromPromise<PageWorker>(async () => ({
          ...silent,
          onChange: (listener: () => void) => {
            changes.push(listener);
            return () => {};
          },
        })),
        keep: fromPromise<KeptReport, OfflineContext>(keep),
        forget: fromPromise<void, OfflineContext>(async () => {}),
        compare: fromPromise<boolean, OfflineContext>(async () => isCurrent.shift() ?? true),
      },
      actions: { loadPage, rememberWish: (_, wish) => wishes.push(wish) },
    }),
  );
  page.start();
  await settled();
  expect(keep).not.toHaveBeenCalled();
  page.send({ type: 'site.keep' });
  await settled();
  expect(keep).toHaveBeenCalledTimes(1);
  page.send({ type: 'page.renew' });
  for (const times of [2, 3]) {
    changes[0]?.();
    // oxlint-disable-next-line no-await-in-loop -- one version after the other
    await settled();
    expect(keep).toHaveBeenCalledTimes(times);
  }
  expect(page.getSnapshot().matches({ kept: { version: 'outdated' } })).toBe(true);
  expect(loadPage).not.toHaveBeenCalled();
  page.send({ type: 'page.renew' });
  expect(loadPage).toHaveBeenCalledOnce();
  page.send({ type: 'site.forget' });
  await settled();
  expect(page.getSnapshot().value).toBe('unasked');
  expect(wishes).toEqual(['keep', 'forget']);
});
