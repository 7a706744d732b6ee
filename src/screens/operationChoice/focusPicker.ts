/**
 * Moves the focus to the end of the field that finds operations, of which a page has one: when it comes, and after
 * the last operation is taken out.
 */
export function focusPicker(): void {
  const picker = document.querySelector<HTMLInputElement>('main input[role="combobox"]');
  picker?.focus();
  picker?.setSelectionRange(picker.value.length, picker.value.length);
}
