import { reasonAgainstPathParameter } from '../operation.ts';
import { percentEncoded } from './percentEncoding.ts';

/**
 * Encodes a text as one segment of a URL's path (RFC 3986, section 3.3).
 *
 * @throws TypeError for a segment that clients change or drop (empty, `.`, `..`, encoded dots), and for half
 * of a surrogate pair
 */
export function urlPathSegment(text: string): string {
  const reason = reasonAgainstPathParameter(text);
  if (reason !== undefined) {
    throw new TypeError(`A path segment ${reason}`);
  }
  return percentEncoded(text);
}
