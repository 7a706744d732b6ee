/**
 * Whether a word may be repeated: it is a name, and does not look random. Use this for what a
 * person typed as a name; never repeat what is in the place of a secret.
 */
export function isPlainName(word: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_.:-]{0,79}$/.test(word)) return false;
  const digits = word.replaceAll(/\D/g, '').length;
  if (word.length <= 14) return digits <= 3;
  if (digits > 2 || word.startsWith('eyJ')) return false;
  const pieces = word.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g) ?? [];
  // Names are made of words; random text keeps changing between kinds of characters.
  const shortened = pieces.filter((piece) => /^[A-Z]{2,}$/.test(piece));
  return (
    word.length / pieces.length >= 3.5 &&
    // `SAML` and `JWKS` are words too, but hardly three in a name, and none is long.
    (shortened.length === pieces.length ||
      (shortened.length <= 2 && shortened.every((piece) => piece.length <= 5))) &&
    pieces.every((piece) => piece.length <= 16 && (piece.length < 4 || /[aeiouy]/i.test(piece)))
  );
}

/** Replaces a part that is not repeated. */
export const leftOutPart = '…';

/** A path in which only names and placeholders are repeated. */
export function shownPath(path: string, isKnown: (segment: string) => boolean): string {
  const segments = path.slice(0, 400).split('/');
  return segments
    .slice(0, 14)
    .map((segment) => {
      if (segment === '' || isKnown(segment.toLowerCase())) return segment;
      if (/^\{[A-Za-z]{1,40}\}$/.test(segment) && isPlainName(segment.slice(1, -1))) return segment;
      if (/^v\d{1,2}(?:\.\d)?$/.test(segment)) return segment;
      return /^[A-Za-z][A-Za-z-]{0,24}(?:\.[a-z]{2,5})?$/.test(segment) && isPlainName(segment)
        ? segment
        : leftOutPart;
    })
    .join('/');
}

const secretNear =
  /authorization|bearer|basic|dpop|ssws|secret|token|passw|assertion|cookie|key|pem|code=|eyJ|@/i;

/** The beginning of a text that named nothing, without anything that may be a secret. */
export function safeExcerpt(text: string): string {
  const words = text.slice(0, 200).trim().split(/\s+/);
  const [first = ''] = words;
  if (words.length === 1) return isPlainName(first) ? first : leftOutPart;
  if (secretNear.test(text)) {
    return isPlainName(first) && !secretNear.test(first) ? `${first} ${leftOutPart}` : leftOutPart;
  }
  const shown = words
    .slice(0, 6)
    .map((word) =>
      /^[A-Za-z][A-Za-z-]{0,19}[.,]?$/.test(word) && isPlainName(word.replace(/[.,]$/, ''))
        ? word
        : leftOutPart,
    )
    .join(' ');
  return words.length > 6 && !shown.endsWith(leftOutPart) ? `${shown} ${leftOutPart}` : shown;
}
