import { unfold } from './unfold.ts';

/** Puts a text on the clipboard; `false` when the browser refuses, as it does in many frames. */
export async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused by permission, by the frame's policy, or absent on an insecure origin.
    return false;
  }
}

/** Shows an element and selects its text, so that a person can copy it by hand. */
export function selectText(element: Element): void {
  unfold(element);
  getSelection()?.selectAllChildren(element);
}

/**
 * Shows an address after an element and selects it, so that a person can copy it by hand.
 *
 * @param label the field's accessible name
 */
export function offerAddress(place: Element, address: string, label: string): void {
  const offered = place.nextElementSibling;
  const field = offered instanceof HTMLInputElement ? offered : document.createElement('input');
  field.readOnly = true;
  field.className = 'offered-address';
  field.value = address;
  field.setAttribute('aria-label', label);
  if (field !== offered) place.after(field);
  field.select();
}
