import { escapeInvisible, hasLoneSurrogate, invisibleCharacterIn } from '../invisibleCharacters.ts';

/**
 * Encodes a text as a PowerShell string literal: `'…'`, in which only single quotes have a meaning and stand
 * for themselves when doubled. PowerShell takes the curly and low quotes ‘ ’ ‚ ‛ for single quotes as well. A
 * text with invisible characters becomes `"…"` with `` `u{…} `` for them, because only there PowerShell has
 * escapes; everything that has a meaning there is escaped too: the backtick, `$`, and the double quotes " “ ” „
 * (about_Special_Characters, about_Quoting_Rules; `CharTraits` in PowerShell's tokenizer).
 *
 * @throws TypeError for half of a surrogate pair, which no UTF-8 text can carry
 */
export function powershellString(text: string): string {
  if (hasLoneSurrogate(text)) {
    throw new TypeError(
      'A PowerShell string of ours cannot hold half of a surrogate pair: refuse such a value before.',
    );
  }
  if (invisibleCharacterIn(text) === undefined) {
    return `'${text.replaceAll(/['‘’‚‛]/g, '$&$&')}'`;
  }
  return `"${escapeInvisible(text.replaceAll(/[`$"“”„]/g, '`$&'), codePointEscape)}"`;
}

function codePointEscape(character: string): string {
  return `\`u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}
