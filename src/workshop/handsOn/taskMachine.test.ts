import { expect, test } from 'vitest';
import { type AnyMachineSnapshot, createActor, fromCallback } from 'xstate';

import { replayed, type Stage } from '#org/exchange/advance.ts';
import { faultsOf } from '#org/exchange/breaking.ts';
import type { LabAction } from '#org/exchange/labActions.ts';
import { newLab } from '#org/exchange/newLab.ts';
import { planOf } from '#org/exchange/plan.ts';
import type { LabChoice } from '#share/labLink.ts';
import { allLeaves, leavesOf, needed, systemWalks } from '#testing/systemWalks.ts';

import { labTasks } from './labTasks.ts';
import { taskAnchor } from './taskAnchor.ts';
import { type LabNews, type TaskEvent, type TaskInput, taskMachine } from './taskMachine.ts';

const [first, second, ...others] = labTasks;
if (first === undefined || second === undefined) throw new Error('There are no tasks.');
const input: TaskInput = { tasks: [first, second], anchor: '' };
const anchors = input.tasks.map(({ exercise }) => taskAnchor(exercise));

const lab = await newLab();

/** What the lab reports after all requests of an exchange, or after some of them. */
async function newsOf({ plan, breakage }: LabChoice, requests = 3): Promise<LabNews> {
  const setting = { ...lab, plan, faults: faultsOf(breakage, plan), seed: 'example1' };
  const actions = Array.from({ length: requests }, (): LabAction => ({ type: 'send' }));
  const stage: Stage | undefined = (await replayed(setting, Date.UTC(2026, 10, 29), actions)).at(
    -1,
  );
  if (stage === undefined) throw new Error('The lab has no stage.');
  return { type: 'lab.changed', plan, stage };
}

const refusedNews = await newsOf(first.start);
const fixedNews = await newsOf({ plan: first.start.plan });
const otherRefusal = await newsOf(others[0]?.start ?? first.start);
const nothingSent = await newsOf(first.start, 0);
const halfWay = await newsOf({ plan: first.start.plan }, 1);
const otherMethod = await newsOf({ plan: planOf({ method: 'apiToken' }) });
const secondRefused = await newsOf(second.start);
const secondFixed = await newsOf({ plan: second.start.plan });

const change: TaskEvent = { type: 'change.make', label: first.changes[0]?.label ?? '' };
const link: TaskEvent = { type: 'task.link', anchor: anchors[1] ?? '' };

function begin(given = input) {
  const noted: string[] = [];
  const actor = createActor(
    taskMachine.provide({
      actors: { links: fromCallback<TaskEvent, undefined>(() => {}) },
      actions: { noteTask: (_, { anchor }) => noted.push(anchor) },
    }),
    { input: given },
  ).start();
  return { actor, noted, state: () => actor.getSnapshot() };
}
type Begun = ReturnType<typeof begin>;

const promises: Readonly<Record<string, (begun: Begun) => void>> = {
  meeting: ({ state }) => {
    expect(state().context.tried).toBeUndefined();
    expect(state().can(change)).toBe(false);
  },
  'fixing.choosing': ({ state }) => expect(state().can(change)).toBe(true),
  'fixing.trying': ({ state }) =>
    expect(state().context.tried).toBe('label' in change && change.label),
  done: ({ state }) => expect(state().context.done).toContain(currentId(state())),
  finished: ({ state }) => expect(state().context.done).toHaveLength(2),
};

const currentId = ({ context }: ReturnType<Begun['state']>): string => context.task.exercise.id;

test('every state promises something', () => {
  expect(Object.keys(promises).toSorted()).toEqual([...allLeaves(taskMachine)].toSorted());
});

test.each(
  systemWalks(taskMachine, {
    input,
    events: [refusedNews, fixedNews, secondRefused, secondFixed, change, link],
    situation: ({ context }: AnyMachineSnapshot) => {
      const { task, done, tried } = context as ReturnType<Begun['state']>['context'];
      return [task.exercise.id, done, tried];
    },
  }),
)('each state keeps its promise: $name', ({ steps }) => {
  const begun = begin();
  for (const { event, state } of steps) {
    begun.actor.send(event as TaskEvent);
    expect(begun.state().value).toEqual(state.value);
    for (const leaf of leavesOf(state.value)) needed(promises, leaf)(begun);
  }
});

test('nothing counts as met but the task’s own error, and nothing as fixed before it was met', () => {
  const { actor, state } = begin();
  for (const news of [nothingSent, otherRefusal, halfWay, fixedNews]) {
    actor.send(news);
    expect(state().value).toBe('meeting');
  }
  actor.send(refusedNews);
  expect(state().value).toEqual({ fixing: 'choosing' });
});

test('it is fixed once the task’s own request is answered to its end, whoever changed what', () => {
  const { actor, state } = begin();
  actor.send(refusedNews);
  for (const news of [nothingSent, halfWay, otherMethod, secondFixed]) {
    actor.send(news);
    expect(state().matches('done')).toBe(false);
  }
  actor.send(fixedNews);
  expect(state().value).toBe('done');
});

test('a change that does not help is reported, and another one can be made', () => {
  const { actor, state } = begin();
  actor.send(refusedNews);
  actor.send(change);
  actor.send(nothingSent);
  expect(state().value).toEqual({ fixing: 'trying' });
  actor.send(refusedNews);
  expect(state().value).toEqual({ fixing: 'choosing' });
  expect(state().context.tried).toBe('label' in change && change.label);
});

test('the next task is the next that is not done, with a new exchange and its link in the address', () => {
  const { actor, noted, state } = begin({ ...input, anchor: anchors[1] ?? '' });
  expect(currentId(state())).toBe(second.exercise.id);
  const { setUps } = state().context;
  actor.send(secondRefused);
  actor.send(secondFixed);
  actor.send({ type: 'task.next' });
  expect(currentId(state())).toBe(first.exercise.id);
  expect(state().context.setUps).toBe(setUps + 1);
  expect(noted).toEqual([anchors[0]]);
});

test('a link that leads to no task changes nothing', () => {
  const { actor, state } = begin();
  const before = state();
  actor.send({ type: 'task.link', anchor: 'sources' });
  expect(state()).toBe(before);
});
