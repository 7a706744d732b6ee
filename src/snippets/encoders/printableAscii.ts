/**
 * Refuses a text that is more than one line of printable ASCII. Windows reads a batch file, and Windows PowerShell
 * 5.1 a script, in a code page of the machine: every other character could become another one.
 *
 * @param holder what cannot hold the text, at the beginning of a sentence
 * @throws TypeError that names what the text has: NUL, a line end, or a character that is not printable ASCII
 */
export function requirePrintableAscii(holder: string, text: string): void {
  const found = /[^\x20-\x7e]/u.exec(text)?.[0];
  if (found === undefined) return;
  const name =
    { '\0': 'NUL', '\n': 'a line end', '\r': 'a line end' }[found] ??
    `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  throw new TypeError(
    `${holder} of ours cannot hold ${name}, only printable ASCII in one line: encode or refuse such a value before.`,
  );
}
