import { clockText, shownSeconds } from './clock.ts';

/** Minutes that a step may be given; 0 counts up without end. */
const lengths = [0, 1, 2, 3, 5, 8, 10, 15];

interface TimerProps {
  /** What the step is given; 0 for no end. */
  readonly minutes: number;
  readonly seconds: number;
  readonly isRunning: boolean;
  readonly onToggle: () => void;
  readonly onReset: () => void;
  readonly onMinutes: (minutes: number) => void;
}

/** How long a step has taken, or what is left of it; it makes no sound, and says once when it is over. */
export function Timer({ minutes, seconds, isRunning, onToggle, onReset, onMinutes }: TimerProps) {
  const isOver = minutes > 0 && seconds >= minutes * 60;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <span role="timer" aria-label="Time" className="text-title">
        {clockText(shownSeconds(seconds, minutes))}
      </span>
      <button type="button" className="button" onClick={onToggle}>
        {isRunning ? 'Stop the time' : 'Start the time'}
      </button>
      <button type="button" className="button" onClick={onReset} aria-label="Reset the time">
        Reset
      </button>
      <select
        aria-label="Time for this step"
        value={minutes}
        onChange={({ target }) => onMinutes(Number(target.value))}
      >
        {lengths.map((each) => (
          <option key={each} value={each}>
            {each === 0 ? 'Count up' : `${each} ${each === 1 ? 'minute' : 'minutes'}`}
          </option>
        ))}
      </select>
      <span role="status">{isOver && 'The time of this step is over.'}</span>
    </div>
  );
}
