/** By how much the time of day may run ahead of what a page measures before the machine slept, in milliseconds. */
const leastSleep = 2000;

/** The longest sleep that counts, in milliseconds: as long as a page may have been closed. */
const longestSleep = 30 * 60_000;

/**
 * Counts seconds, also those in which the machine slept.
 *
 * @param from how many have passed before
 * @param onSecond called each second with how many have passed in all
 * @returns a function that stops it
 */
export function startStopwatch(from: number, onSecond: (seconds: number) => void): () => void {
  // What has passed is measured, since browsers slow the ticks of a window in the background. A clock
  // that is set back takes nothing away.
  let passed = from * 1000;
  let last = performance.now();
  let lastOfDay = Date.now();
  let told = from;
  const ticking = setInterval(() => {
    const now = performance.now();
    const ofDay = Date.now();
    passed += passedBetweenTicks(now - last, ofDay - lastOfDay);
    last = now;
    lastOfDay = ofDay;
    const seconds = Math.floor(passed / 1000);
    if (seconds === told) return;
    told = seconds;
    onSecond(seconds);
  }, 250);
  return () => clearInterval(ticking);
}

/**
 * What has passed between two ticks, in milliseconds. On most systems the measured time stands
 * still while the machine sleeps; only the time of day shows it. A long sleep does not count.
 */
function passedBetweenTicks(measured: number, ofDay: number): number {
  const isAsleep = ofDay - measured > leastSleep && ofDay <= longestSleep;
  const passed = Math.max(0, isAsleep ? ofDay : measured);
  return passed > longestSleep ? 0 : passed;
}
