import { crc32, deflateSync } from 'node:zlib';

/** A picture as rows of red, green, blue and alpha, without gaps. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** Few enough that edges compress well: with 16 all cards together weigh a fifth more, and look no better. */
const mostColours = 8;

/**
 * Writes an opaque picture as a PNG with a palette, which for a card is a fourth of one with all
 * channels: its few colours differ only in how they are blended at the edges of letters. Where there
 * are more than eight, the rarest become the nearest of the others.
 *
 * @see https://www.w3.org/TR/png-3/
 */
export function palettePng({ width, height, rgba }: Pixels): Uint8Array {
  const counts = new Map<number, number>();
  const same = runs(rgba);
  for (const { colour, length } of same) {
    counts.set(colour, (counts.get(colour) ?? 0) + length);
  }
  const palette = [...counts]
    .toSorted(([one, often], [other, oftener]) => oftener - often || one - other)
    .slice(0, mostColours)
    .map(([colour]) => colour);
  const places = new Map(
    [...counts.keys()].map((colour) => [colour, nearestPlace(colour, palette)] as const),
  );
  // Each row begins with the filter that it was written with, none, and ends with a whole byte.
  const rowLength = 1 + Math.ceil(width / 2);
  const rows = new Uint8Array(rowLength * height);
  for (const { colour, start, length } of same) {
    const place = places.get(colour) ?? 0;
    // The palette's first colour is what the rows contain already.
    if (place === 0) continue;
    for (let pixel = start; pixel < start + length; pixel += 1) {
      const column = pixel % width;
      const at = ((pixel - column) / width) * rowLength + 1 + (column >> 1);
      rows[at] = (rows[at] ?? 0) | (column % 2 === 0 ? place << 4 : place);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Four bits for a pixel, so that two fit into a byte; each a place in the palette; no interlacing.
  header.set([4, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    // The last step of compression takes as long as all those before it, for less than a hundredth.
    chunk('IDAT', deflateSync(rows, { level: 8 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Neighbours of one colour, of which a card has a hundred times fewer than pixels. */
interface Run {
  readonly colour: number;
  /** Place of its first pixel, row by row. */
  readonly start: number;
  /** In pixels. */
  readonly length: number;
}

function runs(rgba: Uint8Array): readonly Run[] {
  const found: Run[] = [];
  const end = rgba.length / 4;
  let start = 0;
  while (start < end) {
    const colour = colourAt(rgba, start * 4);
    let next = start + 1;
    while (next < end && colourAt(rgba, next * 4) === colour) next += 1;
    found.push({ colour, start, length: next - start });
    start = next;
  }
  return found;
}

const colourAt = (rgba: Uint8Array, at: number): number =>
  ((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0);

const channels = (colour: number): readonly [number, number, number] => [
  colour >> 16,
  (colour >> 8) & 0xff,
  colour & 0xff,
];

function nearestPlace(colour: number, palette: readonly number[]): number {
  const wanted = channels(colour);
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [place, offered] of palette.entries()) {
    const distance = channels(offered).reduce(
      (sum, value, channel) => sum + (value - (wanted[channel] ?? 0)) ** 2,
      0,
    );
    if (distance < least) [least, nearest] = [distance, place];
  }
  return nearest;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
