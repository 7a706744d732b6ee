/** As a `ref`, moves the focus to what has just been drawn, so that it is read next. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
