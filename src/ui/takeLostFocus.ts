/**
 * As a `ref`, moves the focus to what has just been drawn if nothing has the focus, because the
 * element that had it is gone.
 */
export function takeLostFocus(element: HTMLElement | null): void {
  if (document.activeElement === document.body) element?.focus({ preventScroll: true });
}
