import { reasonAgainstPathParameter } from '../operation.ts';
import { percentEncoded } from './percentEncoding.ts';

/**
 * Encodes a text as one segment of a URL's path (RFC 3986, section 3.3). `@` and `+` stand as they are, as they may in
 * a path: a server that decodes the address before it compares a DPoP proof's `htu` with it refuses an encoded login
 * (fact D19).
 *
 * @throws TypeError for a segment that clients change or drop (empty, `.`, `..`, encoded dots), and for half
 * of a surrogate pair
 */
export function urlPathSegment(text: string): string {
  const reason = reasonAgainstPathParameter(text);
  if (reason !== undefined) {
    throw new TypeError(`A path segment ${reason}`);
  }
  return percentEncoded(text).replaceAll('%40', '@').replaceAll('%2B', '+');
}
