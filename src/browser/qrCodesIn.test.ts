import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type DrawnCode, drawCodes } from '#testing/drawnCodes.ts';

import { lookAt, mostPixels, qrCodesIn } from './qrCodesIn.ts';

const frame = { width: 1280, height: 720 };

/** Reads to the end, however busy the machine is. */
const readAll = (picture: Parameters<typeof drawCodes>[0]) =>
  qrCodesIn(drawCodes(picture), Infinity);

/** Codes side by side in rows, each turned by some degrees more than the one before. */
const inRows = (columns: number, rows: number, size: number, turn = 2): readonly DrawnCode[] =>
  Array.from({ length: columns * rows }, (_, place) => ({
    text: `4KQ-7M2-X${place}0`,
    x: (((place % columns) + 0.5) * frame.width) / columns,
    y: ((Math.floor(place / columns) + 0.5) * frame.height) / rows,
    size,
    turn: place * turn - 8,
  }));

const textsOf = (codes: readonly DrawnCode[]) => codes.map(({ text }) => text).toSorted();

describe('a picture', () => {
  test.each([
    { columns: 1, rows: 1, size: 400 },
    { columns: 2, rows: 1, size: 240 },
    { columns: 2, rows: 2, size: 180 },
    { columns: 3, rows: 3, size: 180 },
    { columns: 3, rows: 3, size: 100 },
    { columns: 5, rows: 3, size: 95 },
  ])(
    'of $columns times $rows codes in noise and uneven light gives each of them',
    async ({ columns, rows, size }) => {
      const codes = inRows(columns, rows, size);
      const texts = await readAll({
        ...frame,
        codes,
        noise: 12,
        shade: 0.5,
        blur: 0.6,
        clutter: 300,
      });
      expect(texts.toSorted()).toEqual(textsOf(codes));
    },
  );

  test('without a code gives none', async () => {
    await expect(readAll({ ...frame, codes: [], noise: 12, clutter: 3000 })).resolves.toEqual([]);
    await expect(readAll({ width: 1, height: 1, codes: [] })).resolves.toEqual([]);
  });

  test('of the same code twice gives it once', async () => {
    const codes = [300, 900].map((x) => ({ text: '4KQ-7M2-XR0', x, y: 360, size: 200 }));
    await expect(readAll({ ...frame, codes })).resolves.toEqual(['4KQ-7M2-XR0']);
  });

  test('of codes that lie in every direction, seen from the side, gives each of them', async () => {
    const codes = inRows(3, 3, 150, 40);
    const texts = await readAll({ ...frame, codes, flatness: 0.8, noise: 8, blur: 0.4 });
    expect(texts.toSorted()).toEqual(textsOf(codes));
  });

  test('of whatever codes, wherever they are, gives each of them', async () => {
    const columns = 3;
    const rows = 2;
    const cell = { width: frame.width / columns, height: frame.height / rows };
    const code = fc.record({
      text: fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{3}(-[0-9A-HJKMNP-TV-Z]{3}){2}$/),
      size: fc.integer({ min: 110, max: 200 }),
      turn: fc.integer({ min: 0, max: 359 }),
      // How far from the middle of its place it is, as a share of the room that is left there.
      across: fc.double({ min: -1, max: 1, noNaN: true }),
      down: fc.double({ min: -1, max: 1, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(code, { maxLength: columns * rows, selector: ({ text }) => text }),
        async (drawn) => {
          const codes = drawn.map(({ text, size, turn, across, down }, place) => {
            // Its corners reach further out when it is turned.
            const [roomAcross, roomDown] = [cell.width, cell.height].map((side) =>
              Math.max(0, (side - size * Math.SQRT2) / 2),
            );
            return {
              text,
              size,
              turn,
              x: ((place % columns) + 0.5) * cell.width + across * (roomAcross ?? 0),
              y: (Math.floor(place / columns) + 0.5) * cell.height + down * (roomDown ?? 0),
            };
          });
          const texts = await readAll({ ...frame, codes, noise: 5, shade: 0.3, blur: 0.4 });
          expect(texts.toSorted()).toEqual(textsOf(codes));
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('looking at one picture after the other', () => {
  const sizes = [
    [640, 480],
    [1280, 720],
    [720, 1280],
    [1920, 1080],
    [3840, 2160],
  ].map(([width = 0, height = 0]) => ({ width, height }));
  const turns = Array.from({ length: 8 }, (_, turn) => turn);

  test.each(sizes)('takes in every small code of $width × $height pixels', (size) => {
    const looks = turns.map((turn) => lookAt(size, turn));
    for (const look of looks) {
      expect(look.x).toBeGreaterThanOrEqual(0);
      expect(look.y).toBeGreaterThanOrEqual(0);
      expect(look.x + look.width).toBeLessThanOrEqual(size.width);
      expect(look.y + look.height).toBeLessThanOrEqual(size.height);
      expect(look.drawnWidth * look.drawnHeight).toBeLessThanOrEqual(mostPixels);
    }
    const small = Math.min(size.width, size.height) / 6;
    const isWithin = (x: number, y: number) =>
      looks.some(
        (look) =>
          look.width < size.width &&
          x >= look.x &&
          y >= look.y &&
          x + small <= look.x + look.width &&
          y + small <= look.y + look.height,
      );
    for (let x = 0; x + small <= size.width; x += small / 3) {
      for (let y = 0; y + small <= size.height; y += small / 3) expect(isWithin(x, y)).toBe(true);
    }
  });

  test('begins with the whole and comes back to it every other time', () => {
    for (const turn of turns) {
      const { width, height } = lookAt(frame, turn * 2);
      expect({ width, height }).toEqual(frame);
    }
    expect(new Set(turns.map((turn) => JSON.stringify(lookAt(frame, turn)))).size).toBe(5);
    expect(lookAt(frame, 8)).toEqual(lookAt(frame, 0));
  });

  test('draws something of however little there is', () => {
    for (const turn of turns) {
      const look = lookAt({ width: 1, height: 1 }, turn);
      expect(look).toMatchObject({ x: 0, y: 0, width: 1, height: 1 });
      expect(look.drawnWidth).toBeGreaterThanOrEqual(1);
    }
  });

  test('enlarges the quarters, as far as that is soon read', () => {
    expect(lookAt(frame, 1)).toMatchObject({ width: 768, drawnWidth: 1536 });
    const { drawnWidth, drawnHeight } = lookAt({ width: 3840, height: 2160 }, 1);
    expect(drawnWidth * drawnHeight).toBeLessThanOrEqual(mostPixels);
  });
});
