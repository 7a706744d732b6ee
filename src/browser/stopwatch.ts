/**
 * Counts seconds.
 *
 * @param from how many have passed before
 * @param onSecond told how many have passed in all, whenever there is one more
 * @returns what stops it
 */
export function startStopwatch(from: number, onSecond: (seconds: number) => void): () => void {
  // What has passed is measured, since browsers slow the ticks of a window in the background.
  const began = performance.now() - from * 1000;
  let told = from;
  const ticking = setInterval(() => {
    const seconds = Math.floor((performance.now() - began) / 1000);
    if (seconds === told) return;
    told = seconds;
    onSecond(seconds);
  }, 250);
  return () => clearInterval(ticking);
}
