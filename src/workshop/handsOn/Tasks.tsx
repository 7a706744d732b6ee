import { useActorRef, useSelector } from '@xstate/react';

import type { RendererMachine } from '#browser/rendererMachine.ts';
import {
  currentStage,
  type ExchangeInput,
  type ExchangeMachine,
} from '#org/exchange/exchangeMachine.ts';
import { LabBench } from '#screens/lab/Lab.tsx';

import type { LabTask } from './labTasks.ts';
import { type TaskEvent, type TaskInput, type TaskMachine } from './taskMachine.ts';
import { TaskPanel } from './TaskPanel.tsx';

interface TasksProps extends LabOfTaskProps {
  /** With its actor and its action. */
  readonly machine: TaskMachine;
  readonly input: TaskInput;
}

interface LabOfTaskProps {
  readonly exchange: ExchangeMachine;
  /** Draws sequence diagrams; absent if they are shown as text only. */
  readonly renderer?: RendererMachine;
  /** The seed and the time of a new exchange. */
  readonly begin: () => Pick<ExchangeInput, 'seed' | 'start'>;
}

/** The exercises: a task, and the lab in which it is done. */
export function Tasks({ machine, input, ...lab }: TasksProps) {
  const tasks = useActorRef(machine, { input });
  const snapshot = useSelector(tasks, (state) => state);
  const { task, setUps } = snapshot.context;
  return (
    <TaskLab
      // Each task begins with a lab of its own.
      key={setUps}
      snapshot={snapshot}
      task={task}
      send={(event) => tasks.send(event)}
      {...lab}
    />
  );
}

interface TaskLabProps extends LabOfTaskProps {
  readonly snapshot: Parameters<typeof TaskPanel>[0]['snapshot'];
  readonly task: LabTask;
  readonly send: (event: TaskEvent) => void;
}

function TaskLab({ snapshot, task, send, exchange, renderer, begin }: TaskLabProps) {
  const lab = useActorRef(
    exchange,
    { input: { ...task.start, ...begin(), actions: [] } },
    (state) => {
      const stage = currentStage(state);
      if (stage !== undefined) send({ type: 'lab.changed', plan: state.context.plan, stage });
    },
  );
  const labSnapshot = useSelector(lab, (state) => state);
  return (
    <div className="stack [--gap:1.5rem]">
      <TaskPanel
        snapshot={snapshot}
        lab={labSnapshot}
        send={send}
        sendToLab={(event) => lab.send(event)}
      />
      <LabBench
        actor={lab}
        canBreak={snapshot.matches('finished')}
        {...(renderer === undefined ? {} : { renderer })}
      />
    </div>
  );
}
