import { expect, test } from 'vitest';
import { createActor, fromPromise } from 'xstate';

import { allLeaves, leavesOf, needed, systemWalks } from '#testing/systemWalks.ts';
import { exportFailure, type PictureExport, pictureExportMachine } from './pictureExportMachine.ts';

const wanted: PictureExport = { as: 'png', svgAddress: '/path.svg', fileName: 'path.png' };

/** The machine at work; the test says what becomes of each attempt. */
function start() {
  const attempts: {
    readonly wanted: PictureExport;
    readonly succeed: () => void;
    readonly fail: (reason: unknown) => void;
  }[] = [];
  const actor = createActor(
    pictureExportMachine.provide({
      actors: {
        exportPicture: fromPromise<void, PictureExport>(
          async ({ input }) =>
            new Promise((succeed, fail) => {
              attempts.push({ wanted: input, succeed, fail });
            }),
        ),
      },
    }),
  ).start();
  const latest = () => {
    const attempt = attempts.at(-1);
    if (attempt === undefined) throw new Error('Nothing has been asked for.');
    return attempt;
  };
  return { actor, attempts, latest, state: () => actor.getSnapshot() };
}
type Exporting = ReturnType<typeof start>;

const settled = async (): Promise<void> =>
  new Promise((done) => {
    setTimeout(done);
  });

const happen: Readonly<Record<string, (exporting: Exporting) => void>> = {
  'export.asked': ({ actor }) => actor.send({ type: 'export.asked', wanted }),
  'xstate.done.actor.exportPicture': ({ latest }) => latest().succeed(),
  'xstate.error.actor.exportPicture': ({ latest }) => latest().fail(new Error('offline')),
};

const promises: Readonly<Record<string, (exporting: Exporting) => void>> = {
  idle: ({ state }) => expect(exportFailure(state())).toBeUndefined(),
  exporting: ({ state, latest }) => {
    expect(exportFailure(state())).toBeUndefined();
    expect(latest().wanted).toEqual(wanted);
  },
  failed: ({ state }) => expect(exportFailure(state())).toBe('offline'),
};

test('every state promises something', () => {
  expect(Object.keys(promises).toSorted()).toEqual([...allLeaves(pictureExportMachine)].toSorted());
});

test.each(systemWalks(pictureExportMachine, { events: [{ type: 'export.asked', wanted }] }))(
  'each state keeps its promise: $name',
  async ({ steps }) => {
    const exporting = start();
    for (const { event, state } of steps) {
      needed(happen, event.type)(exporting);
      await settled();
      expect(exporting.state().value).toEqual(state.value);
      for (const leaf of leavesOf(state.value)) needed(promises, leaf)(exporting);
    }
  },
);

test('an older attempt that fails late says nothing of the newer one', async () => {
  const exporting = start();
  exporting.actor.send({ type: 'export.asked', wanted });
  const [older] = exporting.attempts;
  exporting.actor.send({ type: 'export.asked', wanted: { as: 'mermaidLive', text: 'flowchart' } });
  older?.fail(new Error('late'));
  await settled();
  expect(exporting.state().value).toBe('exporting');
  exporting.latest().succeed();
  await settled();
  expect(exporting.state().value).toBe('idle');
});
