import { unfold } from './unfold.ts';

/** Puts a text on the clipboard; `false` if the browser refuses, as it does in many frames. */
export async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused by permission, by the frame's policy, or absent on an insecure origin.
    return false;
  }
}

/** Puts the text of a file on the clipboard; `false` also if the file cannot be loaded. */
export async function writeClipboardFrom(file: string): Promise<boolean> {
  try {
    // A promise of the text: Safari wants the clipboard asked for within the click itself.
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': textOf(file) })]);
    return true;
  } catch {
    return false;
  }
}

async function textOf(file: string): Promise<Blob> {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file} answers ${response.status}.`);
  return new Blob([await response.text()], { type: 'text/plain' });
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
