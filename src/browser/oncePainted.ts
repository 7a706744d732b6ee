/**
 * Calls back once the page has loaded, has been painted, and the browser has nothing better to do: what
 * comes then takes nothing from what a person is waiting to see. A page in the background waits until
 * somebody looks at it.
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
  // Safari had no idle callbacks for long.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act);
  else setTimeout(act, 200);
}

/** What shows that a person turns to the page. */
export const signs = ['pointerover', 'pointerdown', 'touchstart', 'focusin', 'keydown'] as const;
