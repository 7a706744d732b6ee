/**
 * Characters that cannot be seen, or that change how their neighbours are shown: controls, bidirectional
 * and other format characters, line and paragraph separators, and halves of a surrogate pair.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/**
 * Finds the first invisible character in a text and returns its name, such as `U+202E`; undefined
 * if there is none.
 */
export function invisibleCharacterIn(text: string): string | undefined {
  const found = invisible.exec(text)?.[0];
  return found === undefined ? undefined : codePointName(found);
}

/** Whether a text contains half of a surrogate pair, which UTF-8 cannot represent. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Cs}/u.test(text);
}

/** Replaces every invisible character with what `escape` returns for it. */
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
