import { requirePrintableAscii } from './printableAscii.ts';

/**
 * Encodes a text as one argument of a program in a batch file of Windows, with delayed expansion switched off. Two
 * readers have to be satisfied: cmd, which hands on one line, and the program's own start, which divides that line
 * into arguments (`parse_cmdline` in Microsoft's C runtime).
 *
 * - The program: `"…"` is one argument, `\"` a quotation mark in it, and backslashes count double before one.
 * - cmd: `%` is doubled, which is right in a batch file and wrong when typed. Between quotation marks all else stands
 *   for itself. A text that holds one has each character that cmd knows behind a `^`, also the marks around it, so that
 *   cmd never takes itself to be between quotation marks.
 *
 * @throws TypeError for a text that is more than one line of printable ASCII
 */
export function cmdArgument(text: string): string {
  requirePrintableAscii('A batch file', text);
  const argument = `"${text.replaceAll(/(\\*)("|$)/g, (_, slashes: string, mark: string) =>
    mark === '' ? slashes.repeat(2) : `${slashes.repeat(2)}\\"`,
  )}"`;
  return text.includes('"') ? cmdText(argument) : argument.replaceAll('%', '%%');
}

/**
 * Encodes a text for `echo` in a batch file, also between parentheses: each character that cmd knows behind a `^`.
 *
 * @throws TypeError for a text that is more than one line of printable ASCII
 */
export function cmdText(text: string): string {
  requirePrintableAscii('A batch file', text);
  return text.replaceAll(/[&|<>()^!"]/g, '^$&').replaceAll('%', '%%');
}
