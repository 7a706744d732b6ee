import { requirePrintableAscii } from './printableAscii.ts';

/**
 * Encodes a text as a string literal that Windows PowerShell 5.1 reads as PowerShell 7 does: `'…'` with doubled single
 * quotes. What `powershellString` writes for invisible characters, `` `u{…} ``, 5.1 does not know.
 *
 * @throws TypeError for a text that is more than one line of printable ASCII
 */
export function windowsPowershellString(text: string): string {
  requirePrintableAscii('A string of Windows PowerShell', text);
  return `'${text.replaceAll("'", "''")}'`;
}
