/** How many letters a seed has; a URL can contain all of them. */
const seedLength = 8;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** 24 bytes in base64url. */
const idLength = 32;

/** Reads the seed of a link; undefined for anything else. */
export function parseSeed(text: string): string | undefined {
  return /^[\w-]{8}$/.test(text) ? text : undefined;
}

/** A seed made from random bytes, of which it needs eight. */
export function seedOf(bytes: Uint8Array): string {
  return [...bytes.subarray(0, seedLength)].map((byte) => letters[byte % 64]).join('');
}

/**
 * The ids and nonces of a lab: the same ones for the same seed and place. They are not secrets;
 * secrets come from WebCrypto.
 *
 * @param place how many things have happened before
 */
export function seededIds(seed: string, place: number): () => string {
  const next = numbersOf(`${seed} ${place}`);
  return () => Array.from({ length: idLength }, () => letters[next() >>> 26]).join('');
}

/** Small fast counter (sfc32), its four words filled by an FNV-1a hash of the text. */
function numbersOf(text: string): () => number {
  let [a = 0, b = 0, c = 0, counter = 0] = [1, 2, 3, 4].map((salt) =>
    Array.from(text, (letter) => letter.charCodeAt(0)).reduce(
      (hash, code) => Math.imul(hash ^ code, 0x0100_0193),
      Math.imul(0x811c_9dc5, salt),
    ),
  );
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum;
  };
  // The first numbers still show the text.
  for (let warmUp = 0; warmUp < 15; warmUp += 1) next();
  return next;
}
