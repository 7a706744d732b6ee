import { escapeInvisible, hasLoneSurrogate, invisibleCharacterIn } from '../invisibleCharacters.ts';

/**
 * Encodes a text as one word of bash: `'…'`, in which nothing has a meaning but the closing quote. A text with
 * invisible characters becomes `$'…'` with their UTF-8 bytes as `\xHH`, so that a reader sees them.
 *
 * @throws TypeError for a text that no bash word can contain: one with NUL, or with half of a surrogate pair
 */
export function bashWord(text: string): string {
  if (text.includes('\0') || hasLoneSurrogate(text)) {
    throw new TypeError(
      'A bash word cannot hold NUL or half of a surrogate pair: refuse such a value before.',
    );
  }
  if (invisibleCharacterIn(text) === undefined) {
    return `'${text.replaceAll("'", String.raw`'\''`)}'`;
  }
  const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`);
  return `$'${escapeInvisible(escaped, utf8Escape)}'`;
}

/** The UTF-8 bytes of a text as `\xHH` each, which bash reads the same in every locale. */
function utf8Escape(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /%([0-9A-F]{2})|([^%])/g,
    (_, byte: string | undefined, plain: string | undefined) =>
      String.raw`\x${byte ?? (plain ?? '').charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}
