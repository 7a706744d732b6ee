import { expect, test } from 'vitest';
import { type ActorRefFrom, createActor } from 'xstate';

import { allLeaves, leavesOf, needed, systemWalks } from '#testing/systemWalks.ts';
import {
  measuredHeight,
  type PreviewEvent,
  previewMachine,
  previewProblem,
  widestIn,
} from './previewMachine.ts';

const events: readonly PreviewEvent[] = [
  { type: 'width.picked', width: '360' },
  { type: 'element.height', height: 1200 },
  { type: 'element.error', message: 'The guide did not answer.' },
];

const promises: Readonly<
  Record<string, (snapshot: ReturnType<ActorRefFrom<typeof previewMachine>['getSnapshot']>) => void>
> = {
  measuring: (snapshot) =>
    expect([measuredHeight(snapshot), previewProblem(snapshot)]).toEqual([undefined, undefined]),
  measured: (snapshot) =>
    expect([measuredHeight(snapshot), previewProblem(snapshot)]).toEqual([1200, undefined]),
  unanswered: (snapshot) =>
    expect([measuredHeight(snapshot), previewProblem(snapshot)]).toEqual([
      undefined,
      'The guide did not answer.',
    ]),
};

test('every state promises something', () => {
  expect(Object.keys(promises).toSorted()).toEqual([...allLeaves(previewMachine)].toSorted());
});

test.each(systemWalks(previewMachine, { events, situation: ({ context }) => context }))(
  'each state of the preview keeps its promise: $name',
  ({ steps }) => {
    const actor = createActor(previewMachine).start();
    for (const { event, state } of steps) {
      const sent = events.find(({ type }) => type === event.type);
      if (sent === undefined)
        throw new Error(`The test does not say how ${event.type} comes about.`);
      actor.send(sent);
      expect(actor.getSnapshot().value).toEqual(state.value);
      for (const leaf of leavesOf(state.value)) needed(promises, leaf)(actor.getSnapshot());
    }
  },
);

test('a height that belongs to another width is not mistaken for that of the one picked', () => {
  const actor = createActor(previewMachine).start();
  actor.send({ type: 'element.height', height: 900 });
  actor.send({ type: 'width.picked', width: '280' });
  expect(measuredHeight(actor.getSnapshot())).toBeUndefined();
  actor.send({ type: 'element.height', height: 1700 });
  expect(measuredHeight(actor.getSnapshot())).toBe(1700);
});

test.each([
  [732, '720'],
  [720, '720'],
  [560, '360'],
  [294, '280'],
  [200, '280'],
])('a place of %i px begins with a preview that it has room for', (room, width) => {
  expect(widestIn(room)).toBe(width);
});
