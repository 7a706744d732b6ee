import { escapeInvisible, hasLoneSurrogate } from '../invisibleCharacters.ts';
import { codePointEscape } from './characterEscape.ts';

/**
 * Encodes a text as a quoted template of HCL, Terraform's language, that holds no template sequence: `${` is
 * written `$${`, `%{` is written `%%{`, and invisible characters `\uXXXX` or `\UXXXXXXXX`. Terraform itself keeps
 * every string in Unicode's normalization form C, whatever the literal says.
 *
 * Source: HCL Native Syntax Specification, "Template Expressions"; Terraform Language, "Strings and Templates".
 *
 * @throws TypeError for half of a surrogate pair, which no UTF-8 text can carry
 */
export function terraformString(text: string): string {
  if (hasLoneSurrogate(text)) {
    throw new TypeError('Half of a surrogate pair cannot stand in a Terraform string.');
  }
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', String.raw`\"`)
    .replaceAll(/(\$+|%+)\{/g, (_, signs: string) => `${literalSigns(signs)}{`);
  return `"${escapeInvisible(escaped, codePointEscape)}"`;
}

/** One sign before a brace is doubled; of several, it would not be clear which two belong together. */
function literalSigns(signs: string): string {
  return signs.length === 1
    ? `${signs}${signs}`
    : Array.from(signs, (sign) => codePointEscape(sign)).join('');
}
