import { expect, test } from 'vitest';
import { createActor, fromCallback } from 'xstate';

import { allLeaves, leavesOf, needed, systemWalks } from '#testing/systemWalks.ts';

import {
  type AuditEvent,
  auditMachine,
  type GivenRecordings,
  problemIn,
  progressIn,
  reportIn,
  type WorkerEvent,
} from './auditMachine.ts';
import { type AuditReport, type GivenRecording, mostBytes } from './auditWork.ts';

const recordingOf = (size: number): GivenRecording => {
  const content = new Blob(['x']);
  Object.defineProperty(content, 'size', { value: size });
  return { name: 'a.log', fileName: 'a.log', content };
};
const giving = (size: number): AuditEvent => ({
  type: 'recordings.give',
  recordings: [recordingOf(size)],
  // A blob is written as nothing, and the walks tell events apart by how they are written.
  granted: `okta.size.${size}`,
  hosts: '',
});
const report: AuditReport = { programs: [], csv: '', oinText: '' };

const events: readonly AuditEvent[] = [
  giving(0),
  giving(10),
  giving(mostBytes + 1),
  { type: 'granted.change', granted: 'okta.users.read' },
  { type: 'reading.cancel' },
  { type: 'reading.progress', done: 0.5 },
  { type: 'report.come', report },
  { type: 'worker.fail', reason: 'unreadable' },
  { type: 'worker.fail', reason: 'notLoaded' },
];

/** The machine at work, with what its workers were told. */
function start() {
  const workers: {
    readonly given: GivenRecordings;
    readonly told: string[];
    isRunning: boolean;
  }[] = [];
  const actor = createActor(
    auditMachine.provide({
      actors: {
        worker: fromCallback<WorkerEvent, GivenRecordings>(({ input, receive }) => {
          const worker = { given: input, told: new Array<string>(), isRunning: true };
          workers.push(worker);
          receive(({ granted }) => worker.told.push(granted));
          return () => {
            worker.isRunning = false;
          };
        }),
      },
    }),
  ).start();
  return { actor, workers, state: () => actor.getSnapshot() };
}
type Audit = ReturnType<typeof start>;

const noWorkerRuns = ({ workers }: Audit) =>
  expect(workers.filter(({ isRunning }) => isRunning)).toEqual([]);
const refused = (audit: Audit) => {
  noWorkerRuns(audit);
  expect(problemIn(audit.state())).toMatch(/\.$/);
  expect(reportIn(audit.state())).toBeUndefined();
};

const promises: Readonly<Record<string, (audit: Audit) => void>> = {
  idle: (audit) => {
    noWorkerRuns(audit);
    expect(problemIn(audit.state())).toBeUndefined();
    expect(progressIn(audit.state())).toBeUndefined();
  },
  empty: refused,
  tooLarge: refused,
  unreadable: refused,
  notLoaded: refused,
  'open.reading': ({ state, workers }) => {
    expect(progressIn(state())).toBeGreaterThanOrEqual(0);
    expect(reportIn(state())).toBeUndefined();
    expect(workers.filter(({ isRunning }) => isRunning)).toHaveLength(1);
  },
  'open.shown': ({ state, workers }) => {
    expect(reportIn(state())).toBe(report);
    expect(progressIn(state())).toBeUndefined();
    expect(workers.filter(({ isRunning }) => isRunning)).toHaveLength(1);
  },
};

test('every state promises something', () => {
  expect(Object.keys(promises).toSorted()).toEqual([...allLeaves(auditMachine)].toSorted());
});

test.each(systemWalks(auditMachine, { events }))(
  'each state keeps its promise: $name',
  ({ steps }) => {
    const audit = start();
    for (const { event, state } of steps) {
      audit.actor.send(event as AuditEvent);
      expect(audit.state().value).toEqual(state.value);
      for (const leaf of leavesOf(state.value)) needed(promises, leaf)(audit);
    }
  },
);

test('the scopes that were granted are compared by the worker that has the recordings', () => {
  const { actor, workers } = start();
  actor.send(giving(10));
  actor.send({ type: 'report.come', report });
  actor.send({ type: 'granted.change', granted: 'okta.logs.read' });
  expect(workers.map(({ told }) => told)).toEqual([['okta.logs.read']]);
});

test('a new input replaces the one that is being read', () => {
  const { actor, workers } = start();
  actor.send(giving(10));
  actor.send(giving(11));
  expect(workers.map(({ isRunning }) => isRunning)).toEqual([false, true]);
});
