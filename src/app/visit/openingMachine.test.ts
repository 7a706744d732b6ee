import { expect, test } from 'vitest';
import { createActor, createMachine, fromPromise, sendTo } from 'xstate';

import { settled } from '#testing/settled.ts';

import { openingMachine } from './openingMachine.ts';
import type { OpenedValues } from './valuesFiles.ts';

/** The machine below a parent, with files that are read when the test says so. */
function start() {
  const reads: { readonly come: (opened: OpenedValues) => void; readonly fail: () => void }[] = [];
  const told: unknown[] = [];
  const opening = openingMachine.provide({
    actors: {
      readFile: fromPromise<OpenedValues, Blob>(
        async () =>
          new Promise((resolve, reject) => {
            reads.push({ come: resolve, fail: () => reject(new Error('gone')) });
          }),
      ),
    },
  });
  const actor = createActor(
    createMachine({
      invoke: { src: opening, id: 'opening' },
      on: {
        'file.choose': { actions: sendTo('opening', ({ event }) => event) },
        'file.open': { actions: ({ event }) => told.push(event) },
      },
    }),
  ).start();
  return { reads, told, choose: () => actor.send({ type: 'file.choose', file: new Blob() }) };
}

const problems = (text: string): OpenedValues => ({ ok: false, problems: [text] });

test('reports what a file contains once it has been read', async () => {
  const { reads, told, choose } = start();
  choose();
  expect(told).toEqual([]);
  reads[0]?.come(problems('one'));
  await settled();
  expect(told).toEqual([{ type: 'file.open', opened: problems('one') }]);
});

test('forgets a file in whose place another was chosen', async () => {
  const { reads, told, choose } = start();
  choose();
  choose();
  reads[0]?.come(problems('one'));
  await settled();
  expect(told).toEqual([]);
  reads[1]?.come(problems('two'));
  await settled();
  expect(told).toEqual([{ type: 'file.open', opened: problems('two') }]);
});

test('reports that a file could not be read, and opens the next one', async () => {
  const { reads, told, choose } = start();
  choose();
  reads[0]?.fail();
  await settled();
  expect(JSON.stringify(told)).toContain('could not be read');
  choose();
  expect(reads).toHaveLength(2);
});
