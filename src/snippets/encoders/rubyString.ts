import { escapeInvisible, hasLoneSurrogate } from '../invisibleCharacters.ts';
import { letterEscapes } from './characterEscape.ts';

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

function characterEscape(character: string): string {
  return letterEscapes[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
