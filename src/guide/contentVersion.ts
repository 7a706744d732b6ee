/**
 * The version of the guide's words and routing: the day on which they last changed. `guide.json` and
 * every decision record name it, so that a reader can tell whether a text was written before or
 * after a change.
 */
export const contentVersion = '2026-11-30';
