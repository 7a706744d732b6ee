import { unicodeEscape } from '../invisibleCharacters.ts';

/**
 * Rewrites a piece of a JSON text in printable ASCII without changing its meaning. Whatever is not
 * ASCII is inside a string, where `\uXXXX` can replace it.
 *
 * @param piece one line, as `jsonPieces` writes it
 */
export function asciiJson(piece: string): string {
  return piece.replaceAll(/[^\x20-\x7e]/g, unicodeEscape);
}
