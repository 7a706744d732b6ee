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
