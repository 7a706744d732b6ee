import { fromCallback } from 'xstate';

import type { RendererMachine } from '#browser/rendererMachine.ts';
import type { ExchangeMachine } from '#org/exchange/exchangeMachine.ts';
import { newSeed } from '#org/exchange/newLab.ts';
import { type LabTask, labTasks } from '#workshop/handsOn/labTasks.ts';
import { taskAnchor } from '#workshop/handsOn/taskAnchor.ts';
import { type TaskEvent, taskMachine } from '#workshop/handsOn/taskMachine.ts';
import { Tasks } from '#workshop/handsOn/Tasks.tsx';

const machine = taskMachine.provide({
  actors: {
    links: fromCallback<TaskEvent, undefined>(({ sendBack }) => {
      const tell = (): void => sendBack({ type: 'task.link', anchor: anchorInAddress() });
      addEventListener('hashchange', tell);
      return () => removeEventListener('hashchange', tell);
    }),
  },
  actions: {
    noteTask: (_, { anchor }) => history.replaceState(history.state, '', `#${anchor}`),
  },
});

export interface LabTasksProps {
  readonly exchange: ExchangeMachine;
  /** Absent if the sequence diagram is shown only as text. */
  readonly renderer?: RendererMachine;
  /** Whether a person has opened the tasks, so that the focus moves there. */
  readonly isAskedFor?: boolean;
}

/** The exercises of the workshop in this browser's window; their links go into its address. */
export function LabTasks({ isAskedFor = false, ...lab }: LabTasksProps) {
  const [first, ...others] = labTasks;
  if (first === undefined) return null;
  return (
    <Tasks
      machine={machine}
      input={{ tasks: [first, ...others], anchor: anchorInAddress(), isAskedFor }}
      begin={() => ({ seed: newSeed(), start: Math.floor(Date.now() / 1000) * 1000 })}
      {...lab}
    />
  );
}

/** The task that the address leads to, if it leads to one. */
export function taskInAddress(): LabTask | undefined {
  return labTasks.find(({ exercise }) => taskAnchor(exercise) === anchorInAddress());
}

function anchorInAddress(): string {
  return location.hash.slice(1);
}
