import { useEffect, useState } from 'react';

import { Field } from '#ui/Field.tsx';

import { clockText, shownSeconds } from './clock.ts';

/** Minutes that a step may be given; 0 counts up without end. */
const lengths = [0, 1, 2, 3, 5, 8, 10, 15];

/** How long a step has taken, or what is left of it; it makes no sound, and says once when it is over. */
export function Timer() {
  const [minutes, setMinutes] = useState(0);
  const [seconds, setSeconds] = useState(0);
  const [isRunning, setIsRunning] = useState(false);
  useEffect(() => {
    if (!isRunning) return undefined;
    // What has passed is measured, since browsers slow the ticks of a window in the background.
    const began = performance.now() - seconds * 1000;
    const ticking = setInterval(
      () => setSeconds(Math.floor((performance.now() - began) / 1000)),
      250,
    );
    return () => clearInterval(ticking);
    // Ticks change the seconds; only starting and stopping begins anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isRunning]);
  const isOver = minutes > 0 && seconds >= minutes * 60;
  return (
    <div className="stack [--gap:0.5rem]">
      <p className="flex flex-wrap items-center gap-3">
        <span role="timer" aria-label="Time" className="text-title">
          {clockText(shownSeconds(seconds, minutes))}
        </span>
        <button type="button" className="button" onClick={() => setIsRunning(!isRunning)}>
          {isRunning ? 'Stop the time' : 'Start the time'}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            setIsRunning(false);
            setSeconds(0);
          }}
        >
          Begin anew
        </button>
      </p>
      <Field
        label="Time for this step"
        hint="Counts down; beyond the end it counts on with a plus."
      >
        {(props) => (
          <select
            {...props}
            value={minutes}
            onChange={({ target }) => setMinutes(Number(target.value))}
          >
            {lengths.map((each) => (
              <option key={each} value={each}>
                {each === 0 ? 'No end, count up' : `${each} ${each === 1 ? 'minute' : 'minutes'}`}
              </option>
            ))}
          </select>
        )}
      </Field>
      <p role="status">{isOver && 'The time of this step is over.'}</p>
    </div>
  );
}
