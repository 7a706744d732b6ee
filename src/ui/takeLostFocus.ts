/** Gives the focus to what has just been drawn where nothing has it, since what had it is gone: as a `ref`. */
export function takeLostFocus(element: HTMLElement | null): void {
  if (document.activeElement === document.body) element?.focus({ preventScroll: true });
}
