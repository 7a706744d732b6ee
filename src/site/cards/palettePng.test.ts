import { inflateSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { palettePng } from './palettePng.ts';

/** The data of a chunk of a PNG. */
function chunkOf(png: Buffer, type: string): Buffer {
  const at = png.indexOf(type, 0, 'latin1');
  return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
}

/** The colours of a PNG with a palette, pixel by pixel. */
function coloursIn(png: Buffer): readonly string[] {
  const width = chunkOf(png, 'IHDR').readUInt32BE(0);
  const palette = chunkOf(png, 'PLTE');
  const rowLength = 1 + Math.ceil(width / 2);
  const rows = inflateSync(chunkOf(png, 'IDAT'));
  return Array.from({ length: (rows.length / rowLength) * width }, (_, pixel) => {
    const [row, column] = [Math.floor(pixel / width), pixel % width];
    const pair = rows[row * rowLength + 1 + (column >> 1)] ?? 0;
    const place = column % 2 === 0 ? pair >> 4 : pair & 15;
    return palette.subarray(place * 3, place * 3 + 3).toString('hex');
  });
}

test('a picture of few colours keeps each of its pixels', () => {
  const rgba = Buffer.from('fcfaf6ff005b4dfffcfaf6ff1d2030fffcfaf6fffcfaf6ff', 'hex');
  const png = Buffer.from(palettePng({ width: 3, height: 2, rgba }));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([3, 2]);
  expect(coloursIn(png)).toEqual(['fcfaf6', '005b4d', 'fcfaf6', '1d2030', 'fcfaf6', 'fcfaf6']);
});

test('of more colours than a palette holds, the rarest become their neighbours', () => {
  const greys = Array.from({ length: 300 }, (_, index) => [index >> 8, index & 0xff, 0, 0xff]);
  const often = Array.from({ length: 50 }, () => [0, 0, 0, 0xff]);
  const rgba = Uint8Array.from([...often, ...greys].flat());
  const colours = coloursIn(Buffer.from(palettePng({ width: 50, height: 7, rgba })));
  expect(new Set(colours).size).toBeLessThanOrEqual(16);
  expect(colours.slice(0, 50)).toEqual(often.map(() => '000000'));
});
