import { escapeInvisible, hasLoneSurrogate, invisibleCharacterIn } from '../invisibleCharacters.ts';

/**
 * Encodes a text as a PHP string literal: `'…'`, in which only `\` and `'` have a meaning. A text with invisible
 * characters becomes `"…"` with `\u{…}` for them, because only there PHP has escapes; every `$` is escaped too,
 * so no variable is ever read: `{$` and `${` need one (PHP manual, «Strings»).
 *
 * @throws TypeError for half of a surrogate pair, which has no UTF-8 bytes
 */
export function phpString(text: string): string {
  if (hasLoneSurrogate(text)) {
    throw new TypeError(
      'A PHP string cannot hold half of a surrogate pair: refuse such a value before.',
    );
  }
  if (invisibleCharacterIn(text) === undefined) {
    return `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`;
  }
  return `"${escapeInvisible(text.replaceAll(/[\\"$]/g, String.raw`\$&`), codePointEscape)}"`;
}

function codePointEscape(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}
