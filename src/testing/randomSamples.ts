import * as fc from 'fast-check';

const alphabets = {
  base64url: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-',
  base64: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
  letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  hexadecimal: '0123456789abcdef',
} as const;

/**
 * Text drawn by chance, as a server draws it: every letter as likely as the others. What fast-check draws itself
 * repeats letters more often, so that it can be made smaller.
 */
export function randomText(
  length: number,
  alphabet: keyof typeof alphabets = 'base64url',
): fc.Arbitrary<string> {
  return fc.noShrink(fc.integer({ min: 1, max: 0x7fff_ffff })).map((seed) => {
    let state = seed;
    let text = '';
    while (text.length < length) {
      // xorshift32 (Marsaglia 2003)
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      text += alphabets[alphabet].charAt((state >>> 8) % alphabets[alphabet].length);
    }
    return text;
  });
}
