import { unicodeEscape } from '../invisibleCharacters.ts';

/**
 * Rewrites a piece of a JSON text in printable ASCII, which means the same. Whatever is not ASCII stands within a
 * string there, where `\uXXXX` may stand for it.
 *
 * @param piece one line, as `jsonPieces` writes it
 */
export function asciiJson(piece: string): string {
  return piece.replaceAll(/[^\x20-\x7e]/g, unicodeEscape);
}
