import { escapeInvisible, hasLoneSurrogate } from '../invisibleCharacters.ts';

/**
 * Encodes a text as an interpreted string literal of Go. Invisible characters, the byte order mark among them,
 * are written `\uXXXX`, and `\UXXXXXXXX` beyond U+FFFF: Go knows no surrogate pairs.
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
  return `"${escapeInvisible(escaped, runeEscape)}"`;
}

const shortEscapes: Readonly<Record<string, string>> = {
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
};

function runeEscape(character: string): string {
  const short = shortEscapes[character];
  if (short !== undefined) {
    return short;
  }
  const digits = (character.codePointAt(0) ?? 0).toString(16);
  return digits.length > 4 ? `\\U${digits.padStart(8, '0')}` : `\\u${digits.padStart(4, '0')}`;
}
