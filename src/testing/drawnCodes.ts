import { encodeQR } from 'qr';

/** A code as it lies before a camera. */
export interface DrawnCode {
  readonly text: string;
  /** Where its middle is, in pixels. */
  readonly x: number;
  readonly y: number;
  /** How wide it is with the light border around it, in pixels. */
  readonly size: number;
  /** How far it is turned, in degrees. */
  readonly turn?: number;
}

export interface DrawnPicture {
  readonly width: number;
  readonly height: number;
  readonly codes: readonly DrawnCode[];
  /** How much darker the right edge is than the left one: 0 for even light, 1 for black. */
  readonly shade?: number;
  /** By how many of the 256 steps a pixel may be off, either way. */
  readonly noise?: number;
  /** How far a point is smeared, in pixels: 0 is sharp, beyond 0.8 changes nothing any more. */
  readonly blur?: number;
  /** How flat what lies on the table looks, as the camera does not look straight down: 1 is not flat. */
  readonly flatness?: number;
  /** How many other things, small and angular, lie about. */
  readonly clutter?: number;
  /** What chance draws depends on this alone. */
  readonly seed?: number;
}

/** Draws codes on a grey table as a camera would see them, in the bytes that a canvas gives. */
export function drawCodes({
  width,
  height,
  codes,
  shade = 0,
  noise = 0,
  blur = 0,
  flatness = 1,
  clutter = 0,
  seed = 1,
}: DrawnPicture): {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
} {
  const chance = chances(seed);
  let grey = new Float32Array(width * height).fill(120);
  for (let thing = 0; thing < clutter; thing++) {
    const [left, top] = [Math.floor(chance() * width), Math.floor(chance() * height)];
    const right = Math.min(width, left + 2 + chance() * 30);
    const value = chance() * 255;
    const bottom = Math.min(height, top + 2 + chance() * 30);
    for (let y = top; y < bottom; y++) grey.fill(value, y * width + left, y * width + right);
  }
  for (const code of codes) drawCode(grey, width, code, flatness);
  if (blur > 0) grey = smeared(smeared(grey, 1, blur), width, blur);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let index = 0; index < grey.length; index++) {
    const light = 1 - (shade * (index % width)) / width;
    const value = (grey[index] ?? 0) * light + (chance() * 2 - 1) * noise;
    data[index * 4] = value;
    data[index * 4 + 1] = value;
    data[index * 4 + 2] = value;
  }
  return { width, height, data };
}

/** How many points of a pixel are looked at along each side: more than one gives soft edges. */
const points = 3;

function drawCode(
  grey: Float32Array,
  width: number,
  { text, x, y, size, turn = 0 }: DrawnCode,
  flatness: number,
) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle) / size, Math.sin(angle) / size];
  const brightnessAt = (dx: number, dy: number) => {
    const column = Math.floor((dx * cos + dy * sin + 0.5) * rows.length);
    const row = Math.floor((dy * cos - dx * sin + 0.5) * rows.length);
    const isDark = rows[row]?.[column];
    return isDark === undefined ? undefined : isDark ? 20 : 235;
  };
  const [left, top] = [Math.max(0, Math.floor(x - size)), Math.max(0, Math.floor(y - size))];
  const [right, bottom] = [Math.min(width, x + size), Math.min(grey.length / width, y + size)];
  for (let py = top; py < bottom; py++) {
    for (let px = left; px < right; px++) {
      const index = py * width + px;
      const table = grey[index] ?? 0;
      let sum = 0;
      for (let point = 0; point < points ** 2; point++) {
        const dx = px + ((point % points) + 0.5) / points - x;
        const dy = py + (Math.floor(point / points) + 0.5) / points - y;
        sum += brightnessAt(dx, dy / flatness) ?? table;
      }
      grey[index] = sum / points ** 2;
    }
  }
}

/** Each value mixed with the ones a step before and after it. */
function smeared(
  grey: Float32Array<ArrayBuffer>,
  step: number,
  blur: number,
): Float32Array<ArrayBuffer> {
  const side = Math.min(1 / 3, blur ** 2 / 2);
  const result = grey.slice();
  for (let index = step; index < grey.length - step; index++) {
    const sides = (grey[index - step] ?? 0) + (grey[index + step] ?? 0);
    result[index] = (grey[index] ?? 0) * (1 - 2 * side) + sides * side;
  }
  return result;
}

/** Numbers from 0 to 1 as if by chance (mulberry32), the same ones for the same seed. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = Math.trunc(state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
