import { percentEncoded } from './percentEncoding.ts';

/**
 * Encodes a text as a name or a value in a URL's query.
 *
 * @throws TypeError for half of a surrogate pair, which has no UTF-8 bytes
 */
export function queryValue(text: string): string {
  return percentEncoded(text);
}
