import { percentEncoded } from './percentEncoding.ts';

/**
 * Encodes a text as a name or a value of an `application/x-www-form-urlencoded` body. A space becomes `%20`,
 * which every parser reads as it reads `+`.
 *
 * @throws TypeError for half of a surrogate pair, which has no UTF-8 bytes
 */
export function formValue(text: string): string {
  return percentEncoded(text);
}
