import { createActor, SimulatedClock } from 'xstate';
import { expect, test } from 'vitest';

import { walkMachine } from '#testing/machineWalk.ts';
import { measuredWidths } from '../usualHeights.ts';
import { elementBeingMeasured, heightsMachine, measuredHeights } from './heightsMachine.ts';

test('every situation of the measuring keeps what its states and events promise', () => {
  walkMachine(heightsMachine, {
    input: undefined,
    situation: ({ value, context: { known, height } }) => [value, known, height],
    states: {
      waiting: (snapshot) => expect(elementBeingMeasured(snapshot)).toBeUndefined(),
      loading: (snapshot) => {
        expect(elementBeingMeasured(snapshot)).toBeDefined();
        expect(measuredHeights(snapshot)).toBeUndefined();
      },
      settling: (snapshot) => {
        expect(elementBeingMeasured(snapshot)).toBeDefined();
        expect(measuredHeights(snapshot)).toBeUndefined();
      },
      measured: (snapshot) => {
        expect(elementBeingMeasured(snapshot)).toBeUndefined();
        expect(Object.keys(measuredHeights(snapshot) ?? {})).toHaveLength(measuredWidths.length);
      },
      unmeasured: (snapshot) => {
        expect(elementBeingMeasured(snapshot)).toBeUndefined();
        expect(measuredHeights(snapshot)).toBeUndefined();
      },
    },
    events: {
      'choice.changed': {
        examples: [{ type: 'choice.changed' }],
        promises: ({ value, context }) => {
          expect(value).toBe('waiting');
          expect(context.known).toEqual({});
        },
      },
      'element.height': {
        examples: [
          { type: 'element.height', height: 900 },
          { type: 'element.height', height: 1200 },
        ],
        promises: ({ value, context }, _before, { height }) => {
          expect(value).toBe('settling');
          expect(context.height).toBe(height);
        },
      },
      'xstate.after.pause.heights.waiting': {
        examples: [{ type: 'xstate.after.pause.heights.waiting' }],
        promises: ({ value }) => expect(value).toBe('loading'),
      },
      'xstate.after.settling.heights.settling': {
        examples: [{ type: 'xstate.after.settling.heights.settling' }],
        promises: ({ value, context }, before) => {
          expect(value === 'loading' || value === 'measured').toBe(true);
          const added = Object.keys(context.known).length;
          expect(added).toBe(Object.keys(before.context.known).length + 1);
        },
      },
      'xstate.after.patience.heights.loading': {
        examples: [{ type: 'xstate.after.patience.heights.loading' }],
        promises: ({ value }) => expect(value).toBe('unmeasured'),
      },
    },
  });
});

test('the last height that is reported at a width counts, and each width has an element of its own', () => {
  const clock = new SimulatedClock();
  const actor = createActor(heightsMachine, { clock }).start();
  clock.increment(400);
  const keys = measuredWidths.map((width) => {
    const element = elementBeingMeasured(actor.getSnapshot());
    expect(element?.width).toBe(width);
    actor.send({ type: 'element.height', height: 1 });
    clock.increment(200);
    actor.send({ type: 'element.height', height: 2000 - width });
    clock.increment(500);
    return element?.key;
  });
  expect(new Set(keys).size).toBe(measuredWidths.length);
  expect(measuredHeights(actor.getSnapshot())).toEqual(
    Object.fromEntries(measuredWidths.map((width) => [width, 2000 - width])),
  );
  actor.send({ type: 'choice.changed' });
  expect(measuredHeights(actor.getSnapshot())).toBeUndefined();
});
