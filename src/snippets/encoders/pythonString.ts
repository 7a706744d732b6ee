import { escapeInvisible } from '../invisibleCharacters.ts';
import { codePointEscape, letterEscapes } from './characterEscape.ts';

/**
 * Encodes any text as a Python string literal in double quotes. Invisible characters are written `\xHH`,
 * `\uXXXX` or `\UXXXXXXXX`: Python has no surrogate pairs, and keeps half of one as a character of its own.
 *
 * Source: The Python Language Reference, section 2.4.1, "String and Bytes literals".
 */
export function pythonString(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', String.raw`\"`);
  return `"${escapeInvisible(escaped, characterEscape)}"`;
}

/** Python has a shorter form for the first 256 characters. */
function characterEscape(character: string): string {
  const digits = (character.codePointAt(0) ?? 0).toString(16);
  return digits.length <= 2 && letterEscapes[character] === undefined
    ? `\\x${digits.padStart(2, '0')}`
    : codePointEscape(character);
}
