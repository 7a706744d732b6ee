/** A name and its value, both decoded. */
export type Pair = readonly [name: string, value: string];

/**
 * Writes pairs as `application/x-www-form-urlencoded`, as `URLSearchParams` does: UTF-8, a space as
 * `+`, everything but letters, digits and `*-._` escaped. Half a surrogate pair becomes U+FFFD.
 *
 * @see https://url.spec.whatwg.org/#urlencoded-serializing
 */
export function formEncoded(pairs: readonly Pair[]): string {
  return pairs.map((pair) => pair.map(escaped).join('=')).join('&');
}

/**
 * Reads `application/x-www-form-urlencoded`. It never throws: an escape that is damaged, or not
 * UTF-8, stays as it is.
 *
 * @see https://url.spec.whatwg.org/#urlencoded-parsing
 */
export function formDecoded(text: string): readonly Pair[] {
  return text
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const equals = part.indexOf('=');
      return equals === -1
        ? [unescaped(part), '']
        : [unescaped(part.slice(0, equals)), unescaped(part.slice(equals + 1))];
    });
}

function escaped(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\u{fffd}'))
    .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

function unescaped(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
