import type { Tool } from './tool.ts';
import { tools } from './tools.ts';

/**
 * Tells which tools a pasted text names or comes from: by their names and aliases, as whole words, and
 * by what their output looks like. The one with the most such marks comes first; otherwise the order is
 * that of the list.
 */
export function toolsNamedIn(text: string): readonly Tool[] {
  return tools
    .map((tool) => ({ tool, marks: marksOf(tool, text) }))
    .filter(({ marks }) => marks > 0)
    .toSorted((one, other) => other.marks - one.marks)
    .map(({ tool }) => tool);
}

/** How many different marks of a tool a text contains. */
function marksOf({ name, aliases, traces }: Tool, text: string): number {
  const inLowerCase = text.toLowerCase();
  const named = [name, ...aliases].filter((word) => hasWord(inLowerCase, word.toLowerCase()));
  return named.length + traces.filter((trace) => trace.test(text)).length;
}

/** Whether a word is in a text with no letter or digit right beside it. */
function hasWord(text: string, word: string): boolean {
  for (let place = text.indexOf(word); place !== -1; place = text.indexOf(word, place + 1)) {
    const end = place + word.length;
    // Two units on each side hold a whole character, whatever it is.
    const before = text.slice(Math.max(0, place - 2), place);
    const after = text.slice(end, end + 2);
    if (!/[\p{L}\p{N}_]$/u.test(before) && !/^[\p{L}\p{N}_]/u.test(after)) return true;
  }
  return false;
}
