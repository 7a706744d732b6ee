import type { ReactNode } from 'react';

import {
  currentStage,
  type ExchangeEvent,
  type ExchangeSnapshot,
} from '#org/exchange/exchangeMachine.ts';
import { errorOf } from '#org/exchange/answerText.ts';
import { answerLine } from '#org/exchange/trace.ts';
import { expectedRefusal, isExpectedRefusal } from '#screens/lab/labWords.ts';
import { SendButton } from '#screens/lab/SendButton.tsx';
import { takeFocus } from '#ui/takeFocus.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import type { LabChange } from './labTasks.ts';
import { taskAnchor } from './taskAnchor.ts';
import { nextTask, type TaskEvent, type TaskSnapshot } from './taskMachine.ts';

interface TaskPanelProps {
  readonly snapshot: TaskSnapshot;
  readonly lab: ExchangeSnapshot;
  readonly send: (event: TaskEvent) => void;
  readonly sendToLab: (event: ExchangeEvent) => void;
}

/** What to do, how the org responded, and what was learned. */
export function TaskPanel({ snapshot, lab, send, sendToLab }: TaskPanelProps) {
  const { tasks, task, done, tried, isAskedFor } = snapshot.context;
  const { exercise, about, changes, learned } = task;
  const isMeeting = snapshot.matches('meeting');
  const isFixing = snapshot.matches('fixing');
  const isDone = snapshot.matches('done') || snapshot.matches('finished');
  const canChange = lab.matches({ open: 'ready' }) || lab.matches({ open: 'finished' });
  const make = ({ label, effect }: LabChange): void => {
    send({ type: 'change.make', label });
    if ('choice' in effect) {
      sendToLab({ type: 'exchange.set', ...effect.choice });
      return;
    }
    sendToLab({ type: 'exchange.act', action: { type: 'restart' } });
    sendToLab({ type: 'exchange.act', action: effect.action });
  };
  return (
    <section className="task stack" aria-labelledby="task-heading">
      <nav aria-label="Tasks">
        <ol className="task-list">
          {tasks.map(({ exercise: each }, index) => (
            <li key={each.id} id={taskAnchor(each)}>
              <a
                href={`#${taskAnchor(each)}`}
                aria-current={each.id === exercise.id ? 'step' : undefined}
              >
                <span aria-hidden="true">
                  {index + 1}
                  {done.includes(each.id) ? ' ✓' : ''}
                </span>
                <span className="sr-only">
                  {`Task ${index + 1}: ${each.title}${done.includes(each.id) ? ', done' : ''}`}
                </span>
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <div className="task-columns">
        <div className="stack">
          <h2 id="task-heading" tabIndex={-1} ref={isAskedFor && isMeeting ? takeFocus : null}>
            Task {tasks.indexOf(task) + 1} of {tasks.length}: {exercise.title}
          </h2>
          <p>
            <TextWithCode text={about} />
          </p>
          <blockquote className="ps-5">{exercise.story}</blockquote>
        </div>
        <div className="stack">
          <ol className="task-steps">
            <TaskStep isCurrent={isMeeting} isDone={!isMeeting} title="See it go wrong">
              {isMeeting ? <p>Send the requests one by one, until the org refuses one.</p> : null}
              <div role="status">
                {isMeeting ? (
                  lab.matches({ open: 'finished' }) && (
                    <p>
                      That is not this task’s error, because something else was changed. Start this
                      task again.
                    </p>
                  )
                ) : (
                  <p>
                    The org’s exact words: <q>{task.start.breakage.message}</q>
                  </p>
                )}
              </div>
            </TaskStep>
            <TaskStep isCurrent={isFixing} isDone={isDone} title="Change one thing">
              {isFixing ? (
                <>
                  <p>
                    {exercise.hint} Choose a change, then send the requests again. You can also use
                    the admin’s switches in the lab below.
                  </p>
                  <div className="lab-controls">
                    {changes.map((change) => (
                      <button
                        key={change.label}
                        type="button"
                        className="button"
                        aria-pressed={change.label === tried}
                        aria-disabled={!canChange}
                        onClick={() => {
                          if (canChange) make(change);
                        }}
                      >
                        <span>
                          <TextWithCode text={change.label} />
                        </span>
                      </button>
                    ))}
                  </div>
                </>
              ) : null}
              <div role="status">
                {snapshot.matches({ fixing: 'choosing' }) && tried !== undefined ? (
                  <p>That did not help: the org still refuses the request. Try another change.</p>
                ) : null}
                {snapshot.matches({ fixing: 'trying' }) ? (
                  <p>Changed. Send the requests again, and see whether it helps.</p>
                ) : null}
                {isDone && tried !== undefined ? (
                  <p>
                    What helped: <TextWithCode text={tried} />.
                  </p>
                ) : null}
              </div>
            </TaskStep>
            <TaskStep isCurrent={isDone} isDone={isDone} title="What you learned">
              <div role="status">
                {isDone ? (
                  <p className="task-learned">
                    <TextWithCode text={learned} />
                  </p>
                ) : null}
              </div>
              {snapshot.matches('done') ? (
                <p>
                  <button
                    type="button"
                    className="button"
                    data-rank="primary"
                    onClick={() => send({ type: 'task.next' })}
                  >
                    {nextTask(snapshot.context) === undefined ? 'Finish' : 'Next task'}
                  </button>
                </p>
              ) : null}
            </TaskStep>
          </ol>
          {snapshot.matches('finished') ? (
            <p className="notice" tabIndex={-1} ref={takeFocus}>
              You have met all {tasks.length} errors and fixed them. You can break much more in the
              lab below.
            </p>
          ) : null}
        </div>
        <Sender lab={lab} isDone={isDone} sendToLab={sendToLab} />
        <p>
          <button type="button" className="button" onClick={() => send({ type: 'task.again' })}>
            Start this task again
          </button>
        </p>
      </div>
    </section>
  );
}

interface TaskStepProps {
  readonly title: string;
  readonly isCurrent: boolean;
  readonly isDone: boolean;
  readonly children: ReactNode;
}

function TaskStep({ title, isCurrent, isDone, children }: TaskStepProps) {
  return (
    <li aria-current={isCurrent ? 'step' : undefined} data-done={isDone}>
      <h3>{title}</h3>
      {children}
    </li>
  );
}

/** Sends the next request from within the task, and says what came back; in sight on a phone too. */
function Sender({
  lab,
  isDone,
  sendToLab,
}: Pick<TaskPanelProps, 'lab' | 'sendToLab'> & { readonly isDone: boolean }) {
  const messages = currentStage(lab)?.messages ?? [];
  const last = messages.at(-1);
  const text = last === undefined ? undefined : errorOf(last.response)?.text;
  return (
    <div className="task-bar">
      <SendButton
        snapshot={lab}
        labels={{ next: 'Send the next request', restart: 'Start the requests again' }}
        isPrimary={!isDone}
        send={sendToLab}
      />
      <p role="status" className="quiet">
        {last === undefined
          ? 'Nothing has been sent yet.'
          : `Response ${messages.length}: ${answerLine(last)}${text === undefined ? '' : `, “${text}”`}${isExpectedRefusal(last) ? ` ${expectedRefusal}` : ''}`}
      </p>
    </div>
  );
}
