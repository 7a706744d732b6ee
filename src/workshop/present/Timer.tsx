import { useEffect, useState } from 'react';

/** How long a step has taken; it makes no sound and is not read out by itself. */
export function Timer() {
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
  const shown = `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <p className="flex flex-wrap items-center gap-3">
      <span role="timer" aria-label="Time" className="text-title">
        {shown}
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
        Back to zero
      </button>
    </p>
  );
}
