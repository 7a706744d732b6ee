import { escapeInvisible, unicodeEscape } from '../invisibleCharacters.ts';

/**
 * Encodes any text as a C# string literal in double quotes. `\` and `"` are escaped, and invisible characters
 * are written `\uXXXX`: among them are all that end a line in C# (CR, LF, U+0085, U+2028 and U+2029), which no
 * such literal may hold (C# language specification, «Lexical structure»). Braces mean nothing without a `$` in
 * front of the literal, and the literal brings none.
 */
export function csharpString(text: string): string {
  return `"${escapeInvisible(text.replaceAll(/[\\"]/g, String.raw`\$&`), unicodeEscape)}"`;
}
