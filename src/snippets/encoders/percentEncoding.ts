import { hasLoneSurrogate } from '../invisibleCharacters.ts';

/**
 * Percent-encodes a text down to the unreserved characters of RFC 3986 (section 2.3): letters, digits and
 * `-._~`. What is left has no meaning in any shell, language or file format of the snippets.
 *
 * @throws TypeError for half of a surrogate pair, which has no UTF-8 bytes
 */
export function percentEncoded(text: string): string {
  if (hasLoneSurrogate(text)) {
    throw new TypeError(
      'Half of a surrogate pair cannot be percent-encoded: refuse such a value before.',
    );
  }
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
