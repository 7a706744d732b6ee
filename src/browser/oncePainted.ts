/**
 * Calls back once the page has loaded and been painted, and the browser is idle: what comes then
 * does not delay what a person is waiting to see. A page in the background waits until somebody
 * looks at it.
 */
export function oncePainted(act: () => void): void {
  const paintedNext = () =>
    requestAnimationFrame(() => {
      // A frame is painted after its callbacks.
      setTimeout(() => whenIdle(act));
    });
  if (document.readyState === 'complete') paintedNext();
  else addEventListener('load', paintedNext, { once: true });
}

function whenIdle(act: () => void): void {
  // For a long time, Safari had no idle callbacks.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act);
  else setTimeout(act, 200);
}

/** The events that show that a person is using the page. */
export const signs = ['pointerover', 'pointerdown', 'touchstart', 'focusin', 'keydown'] as const;
