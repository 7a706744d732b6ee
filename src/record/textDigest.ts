import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Tells one wording from another without storing either: the first 8 hexadecimal digits of a text's SHA-256
 * hash.
 */
export const textDigest = (text: string): string =>
  bytesToHex(sha256(utf8ToBytes(text))).slice(0, 8);
