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
  for (let at = 0; at < rgba.length; at += 4) {
    const colour = colourAt(rgba, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
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
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const [row, column] = [Math.floor(pixel / width), pixel % width];
    const place = places.get(colourAt(rgba, pixel * 4)) ?? 0;
    const at = row * rowLength + 1 + (column >> 1);
    rows[at] = (rows[at] ?? 0) | (column % 2 === 0 ? place << 4 : place);
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
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
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
