import { escapeInvisible, hasLoneSurrogate } from '../invisibleCharacters.ts';

/**
 * Encodes a text as a Ruby string literal in double quotes. A `#` that would begin an interpolation is written
 * `\#`, and invisible characters `\u{X}`.
 *
 * Source: Ruby documentation, "Literals", section "String Literals".
 *
 * @throws TypeError for half of a surrogate pair, which no string literal of Ruby can hold
 */
export function rubyString(text: string): string {
  if (hasLoneSurrogate(text)) {
    throw new TypeError('Half of a surrogate pair cannot stand in a Ruby string literal.');
  }
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', String.raw`\"`)
    .replaceAll(/#(?=[{$@])/g, String.raw`\#`);
  return `"${escapeInvisible(escaped, characterEscape)}"`;
}

const shortEscapes: Readonly<Record<string, string>> = {
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
};

function characterEscape(character: string): string {
  return shortEscapes[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
