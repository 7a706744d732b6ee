/**
 * Keeps the screen from going dark while the page is visible, if the browser can.
 *
 * @returns a function that lets it go dark again
 */
export function keepScreenOn(): () => void {
  // Absent on pages that are not secure, and in older browsers, whatever the type says.
  const locks = navigator.wakeLock as WakeLock | undefined;
  if (locks === undefined) return () => {};
  let held: WakeLockSentinel | undefined;
  let isAsking = false;
  let isEnded = false;
  const hold = async () => {
    // A second lock would be held for ever: only one can be released.
    if (document.visibilityState !== 'visible' || isAsking || held?.released === false) return;
    isAsking = true;
    try {
      held = await locks.request('screen');
      if (isEnded) await held.release();
    } catch {
      // A low battery or a setting forbids it: the screen goes dark as usual.
    }
    isAsking = false;
  };
  // The browser releases it whenever the page is hidden.
  const holdAgain = () => void hold();
  document.addEventListener('visibilitychange', holdAgain);
  holdAgain();
  return () => {
    isEnded = true;
    document.removeEventListener('visibilitychange', holdAgain);
    void held?.release();
  };
}
