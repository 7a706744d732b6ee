/** Moves the focus to the field that finds operations, of which a page has one: after the last operation is taken out. */
export function focusPicker(): void {
  document.querySelector<HTMLElement>('main [role="combobox"]')?.focus();
}
