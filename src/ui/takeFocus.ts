/** Gives the focus to what has just been drawn: as a `ref`, so that it is read next. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
