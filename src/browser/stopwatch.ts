/**
 * Counts seconds.
 *
 * @param from how many have passed before
 * @param onSecond told how many have passed in all, whenever there is one more
 * @returns what stops it
 */
export function startStopwatch(from: number, onSecond: (seconds: number) => void): () => void {
  // What has passed is measured, since browsers slow the ticks of a window in the background. A clock
  // that is set back takes nothing away.
  let passed = from * 1000;
  let last = performance.now();
  let told = from;
  const ticking = setInterval(() => {
    const now = performance.now();
    passed += Math.max(0, now - last);
    last = now;
    const seconds = Math.floor(passed / 1000);
    if (seconds === told) return;
    told = seconds;
    onSecond(seconds);
  }, 250);
  return () => clearInterval(ticking);
}
