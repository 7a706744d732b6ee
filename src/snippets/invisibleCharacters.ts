/**
 * Characters that cannot be seen, or that change how their neighbours are shown: controls, bidirectional
 * and other format characters, line and paragraph separators, and halves of a surrogate pair.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/** Finds the first invisible character of a text and names it `U+202E`; undefined when there is none. */
export function invisibleCharacterIn(text: string): string | undefined {
  const found = invisible.exec(text)?.[0];
  return found === undefined ? undefined : codePointName(found);
}

/** Tells whether a text holds half of a surrogate pair, which no UTF-8 text can carry. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Cs}/u.test(text);
}

/** Replaces every invisible character by what `escape` makes of it. */
export function escapeInvisible(text: string, escape: (character: string) => string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, escape);
}

/** Writes each UTF-16 unit of a text as `\uXXXX`, the form that JSON and JavaScript share. */
export function unicodeEscape(text: string): string {
  return Array.from({ length: text.length }, (_, index) => {
    const unit = text.charCodeAt(index).toString(16).padStart(4, '0');
    return `\\u${unit}`;
  }).join('');
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
