import { assign, fromCallback, setup, type SnapshotFrom } from 'xstate';

import type { Stage } from '#org/exchange/advance.ts';
import { errorOf } from '#org/exchange/answerText.ts';
import type { ExchangePlan } from '#org/exchange/plan.ts';

import type { LabTask } from './labTasks.ts';
import { taskAnchor } from './taskAnchor.ts';

export interface TaskInput {
  /** At least one. */
  readonly tasks: readonly [LabTask, ...LabTask[]];
  /** Of the link with which the page was opened, without its `#`. */
  readonly anchor: string;
  /** Whether a person has asked for the tasks; a link to one of them asks too. */
  readonly isAskedFor?: boolean;
}

interface TaskContext {
  readonly tasks: TaskInput['tasks'];
  readonly task: LabTask;
  /** How many times a task has been set up; another number is another exchange. */
  readonly setUps: number;
  /** The ids of the tasks that are done. */
  readonly done: readonly string[];
  /** The label of the change that was made last; undefined before the first. */
  readonly tried: string | undefined;
  /** Whether a step of the person led here, and the focus may follow. */
  readonly isAskedFor: boolean;
}

/** What the lab shows now. */
export interface LabNews {
  readonly type: 'lab.changed';
  readonly plan: ExchangePlan;
  readonly stage: Stage;
}

export type TaskEvent =
  | LabNews
  | { readonly type: 'change.make'; readonly label: string }
  /** A link to a task, without its `#`. */
  | { readonly type: 'task.link'; readonly anchor: string }
  | { readonly type: 'task.again' | 'task.next' };

/**
 * The tasks with the lab: meet an error, change one thing, see the request succeed. Only the org's
 * responses decide, never what a person says. The code that uses the machine provides the actor
 * `links`, which follows the address.
 */
export const taskMachine = setup({
  types: {
    context: {} as TaskContext,
    input: {} as TaskInput,
    events: {} as TaskEvent,
  },
  actors: {
    links: fromCallback<TaskEvent, undefined>(() => {}),
  },
  actions: {
    /** Puts the task's link into the address. */
    noteTask: (_args, _params: { readonly anchor: string }) => {},
    takeTask: assign(({ context }, { task }: { readonly task: LabTask | undefined }) => ({
      task: task ?? context.task,
      isAskedFor: true,
    })),
    setUp: assign(({ context }) => ({ setUps: context.setUps + 1, tried: undefined })),
    noteChange: assign((_, { label }: { readonly label: string }) => ({ tried: label })),
    noteDone: assign(({ context: { done, task } }) => ({
      done: done.includes(task.exercise.id) ? done : [...done, task.exercise.id],
    })),
  },
  guards: {
    isTask: ({ context }, { anchor }: { readonly anchor: string }) =>
      taskOf(context.tasks, anchor) !== undefined,
    hasNext: ({ context }) => nextTask(context) !== undefined,
    hasMet: ({ context: { task } }, { stage }: LabNews) => {
      const response = stage.messages.at(-1)?.response;
      const error = response === undefined ? undefined : errorOf(response);
      return error?.text === task.start.breakage.message;
    },
    isRefused: (_, { stage }: LabNews) => stage.client.step === 'done' && !hasSucceeded(stage),
    isFixed: ({ context: { task } }, { plan, stage }: LabNews) =>
      stage.client.step === 'done' && hasSucceeded(stage) && isSameWork(plan, task.start.plan),
  },
}).createMachine({
  id: 'task',
  context: ({ input: { tasks, anchor, isAskedFor = false } }) => ({
    tasks,
    task: taskOf(tasks, anchor) ?? tasks[0],
    setUps: 0,
    done: [],
    tried: undefined,
    isAskedFor: isAskedFor || taskOf(tasks, anchor) !== undefined,
  }),
  invoke: { id: 'links', src: 'links' },
  initial: 'meeting',
  on: {
    'task.link': {
      guard: { type: 'isTask', params: ({ event }) => event },
      target: '.meeting',
      reenter: true,
      actions: {
        type: 'takeTask',
        params: ({ context, event }) => ({ task: taskOf(context.tasks, event.anchor) }),
      },
    },
    'task.again': { target: '.meeting', reenter: true },
  },
  states: {
    meeting: {
      entry: 'setUp',
      on: {
        'lab.changed': {
          guard: { type: 'hasMet', params: ({ event }) => event },
          target: 'fixing',
        },
      },
    },
    fixing: {
      initial: 'choosing',
      on: {
        'lab.changed': { guard: { type: 'isFixed', params: ({ event }) => event }, target: 'done' },
        'change.make': {
          target: '.trying',
          actions: { type: 'noteChange', params: ({ event }) => event },
        },
      },
      states: {
        choosing: {},
        trying: {
          on: {
            'lab.changed': {
              guard: { type: 'isRefused', params: ({ event }) => event },
              target: 'choosing',
            },
          },
        },
      },
    },
    done: {
      entry: 'noteDone',
      on: {
        'task.next': [
          {
            guard: 'hasNext',
            target: 'meeting',
            actions: [
              { type: 'takeTask', params: ({ context }) => ({ task: nextTask(context) }) },
              {
                type: 'noteTask',
                params: ({ context }) => ({ anchor: taskAnchor(context.task.exercise) }),
              },
            ],
          },
          { target: 'finished' },
        ],
      },
    },
    finished: {},
  },
});

export type TaskMachine = typeof taskMachine;
export type TaskSnapshot = SnapshotFrom<TaskMachine>;

function taskOf(tasks: readonly LabTask[], anchor: string): LabTask | undefined {
  return tasks.find(({ exercise }) => taskAnchor(exercise) === anchor);
}

/** The first task after this one that is not done, or the first of all; undefined when all are. */
export function nextTask({
  tasks,
  task,
  done,
}: Pick<TaskContext, 'tasks' | 'task' | 'done'>): LabTask | undefined {
  const place = tasks.indexOf(task);
  return [...tasks.slice(place + 1), ...tasks.slice(0, place)].find(
    ({ exercise }) => !done.includes(exercise.id),
  );
}

function hasSucceeded({ messages }: Stage): boolean {
  const status = messages.at(-1)?.response.status;
  return status !== undefined && status < 300;
}

/** Whether the program still does what the task is about. */
function isSameWork(
  plan: ExchangePlan,
  { method, operations: [operation] }: ExchangePlan,
): boolean {
  return plan.method === method && plan.operations[0].reference === operation.reference;
}
