import { escapeInvisible } from '../invisibleCharacters.ts';

/**
 * Encodes any text as a Python string literal in double quotes. Invisible characters are written `\xHH`,
 * `\uXXXX` or `\UXXXXXXXX`: Python knows no surrogate pairs, and keeps half of one as a character of its own.
 *
 * Source: The Python Language Reference, section 2.4.1, "String and Bytes literals".
 */
export function pythonString(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', String.raw`\"`);
  return `"${escapeInvisible(escaped, characterEscape)}"`;
}

const shortEscapes: Readonly<Record<string, string>> = {
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
};

function characterEscape(character: string): string {
  const short = shortEscapes[character];
  if (short !== undefined) {
    return short;
  }
  const digits = (character.codePointAt(0) ?? 0).toString(16);
  if (digits.length <= 2) {
    return `\\x${digits.padStart(2, '0')}`;
  }
  return digits.length <= 4 ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
}
