import { escapeInvisible, hasLoneSurrogate } from '../invisibleCharacters.ts';
import { codePointEscape } from './characterEscape.ts';

/**
 * Encodes a text as an interpreted string literal of Go. Invisible characters, the byte order mark among them,
 * are written `\uXXXX`, and `\UXXXXXXXX` beyond U+FFFF: Go has no surrogate pairs.
 *
 * Source: The Go Programming Language Specification, "String literals" and "Rune literals".
 *
 * @throws TypeError for half of a surrogate pair, which no string literal of Go can hold
 */
export function goString(text: string): string {
  if (hasLoneSurrogate(text)) {
    throw new TypeError('Half of a surrogate pair cannot stand in a Go string literal.');
  }
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', String.raw`\"`);
  return `"${escapeInvisible(escaped, codePointEscape)}"`;
}
