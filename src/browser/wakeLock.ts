/**
 * Keeps the screen from going dark, as long as the page is looked at and the browser can.
 *
 * @returns what lets it go dark again
 */
export function keepScreenOn(): () => void {
  // Absent on pages that are not secure, and in older browsers, whatever the type says.
  const locks = navigator.wakeLock as WakeLock | undefined;
  if (locks === undefined) return () => {};
  let held: WakeLockSentinel | undefined;
  let isAsking = false;
  let isEnded = false;
  const hold = async () => {
    // A second lock would be held for ever: one alone can be let go of.
    if (document.visibilityState !== 'visible' || isAsking || held?.released === false) return;
    isAsking = true;
    try {
      held = await locks.request('screen');
      if (isEnded) await held.release();
    } catch {
      // A battery that is low, or a setting, forbids it: the screen goes dark as it always did.
    }
    isAsking = false;
  };
  // The browser lets go of it whenever the page is hidden.
  const holdAgain = () => void hold();
  document.addEventListener('visibilitychange', holdAgain);
  holdAgain();
  return () => {
    isEnded = true;
    document.removeEventListener('visibilitychange', holdAgain);
    void held?.release();
  };
}
