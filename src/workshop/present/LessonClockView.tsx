import { clockText, timeLeftText } from './clock.ts';
import { driftFrom, plannedStep, plannedSteps } from './lessonPlan.ts';
import { usePresentation, usePresentationActor, useOfPresentation } from './presentationActor.ts';
import { secondsLeft } from './presentationMachine.ts';

/** The clock of the lesson: how long it has taken and may take, how far it is from its plan, and how much of the step is left. */
export function LessonClockView() {
  const actor = usePresentationActor();
  const place = usePresentation();
  const plan = useOfPresentation(({ context }) => context.plan);
  const seconds = useOfPresentation(({ context }) => context.clock.seconds);
  const left = useOfPresentation(({ context }) => secondsLeft(context));
  const isRunning = useOfPresentation((snapshot) => snapshot.hasTag('timed'));
  const isShown = useOfPresentation((snapshot) => snapshot.hasTag('timeShown'));
  const planned = plannedStep(place, plan);
  const whole = plannedSteps(place.deck, plan).at(-1)?.to ?? 0;
  const drift = planned === undefined ? 0 : driftFrom(planned, seconds);
  return (
    <div className="live-clock">
      <p>
        <span role="timer" aria-label="Time left in this step">
          {timeLeftText(left)}
        </span>{' '}
        {left < 0 ? 'over this step' : 'left in this step'}
      </p>
      <p>
        <span role="timer" aria-label="Elapsed time">
          {clockText(seconds)}
        </span>{' '}
        of {clockText(whole)}
        <br />
        <strong>{driftWords(drift)}</strong>
      </p>
      <button
        type="button"
        className="button"
        aria-label="+ 1 min for this step"
        onClick={() => actor.send({ type: 'clock.extend' })}
      >
        + 1 min
      </button>
      <button
        type="button"
        className="button"
        aria-pressed={!isRunning}
        onClick={() => actor.send({ type: isRunning ? 'clock.stop' : 'clock.start' })}
      >
        Pause
      </button>
      <button
        type="button"
        className="button"
        aria-pressed={isShown}
        onClick={() => actor.send({ type: 'time.toggle' })}
      >
        Timer on the slide
      </button>
    </div>
  );
}

/**
 * How far a lesson is from its plan, in whole minutes.
 *
 * @param drift seconds that it is late, below 0 if it is early
 */
export function driftWords(drift: number): string {
  const minutes = Math.round(Math.abs(drift) / 60);
  if (minutes === 0) return 'On time';
  return `${minutes} min ${drift > 0 ? 'behind' : 'ahead'}`;
}
