import { expect, test } from 'vitest';
import { createActor, fromPromise } from 'xstate';

import { searchIndex } from '#search/index/search.ts';
import { walkMachine } from '#testing/machineWalk.ts';
import { settled } from '#testing/settled.ts';

import { searchMachine } from './searchMachine.ts';

const index = searchIndex([]);

test('the field is open or closed, and has its index, waits for it, or can ask for it again', () => {
  walkMachine(searchMachine.provide({ actors: { loadIndex: fromPromise(async () => index) } }), {
    input: undefined,
    events: {
      'search.open': {
        examples: [{ type: 'search.open' }],
        promises: (after, before) =>
          expect(after.matches('ready')).toBe(before.context.index !== undefined),
      },
      'search.close': {
        examples: [{ type: 'search.close' }],
        promises: (after, before) => {
          expect(after.matches('closed')).toBe(true);
          expect(after.context.index).toBe(before.context.index);
        },
      },
      'index.retry': {
        examples: [{ type: 'index.retry' }],
        promises: (after) => expect(after.matches('loading')).toBe(true),
      },
      'xstate.done.actor.loadIndex': {
        examples: [{ type: 'xstate.done.actor.loadIndex', output: index }],
        promises: (after) => expect(after.context.index).toBe(index),
      },
      'xstate.error.actor.loadIndex': {
        examples: [{ type: 'xstate.error.actor.loadIndex', error: new Error('gone') }],
        promises: (after) => expect(after.matches('failed')).toBe(true),
      },
    },
    states: {
      closed: () => undefined,
      loading: ({ context }) => expect(context.index).toBeUndefined(),
      ready: ({ context }) => expect(context.index).toBeDefined(),
      failed: ({ context }) => expect(context.index).toBeUndefined(),
    },
    situation: ({ value, context }) => [value, context.index !== undefined],
  });
});

test('the index is loaded once, however often the field is opened', async () => {
  let loads = 0;
  const actor = createActor(
    searchMachine.provide({
      actors: {
        loadIndex: fromPromise(async () => {
          loads += 1;
          return index;
        }),
      },
    }),
  ).start();
  expect(loads).toBe(0);
  for (let time = 0; time < 3; time += 1) {
    actor.send({ type: 'search.open' });
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person does
    await settled();
    expect(actor.getSnapshot().matches('ready')).toBe(true);
    actor.send({ type: 'search.close' });
  }
  expect(loads).toBe(1);
});
