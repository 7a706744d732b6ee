import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { measuredWidths, type MeasuredHeights, usualHeights } from '../usualHeights.ts';
import { anyHeight, anyHeights } from './anyHeights.ts';
import { heightOfRoom, paddingOfRoom, roomAt } from './room.ts';

/** Heights like those of a text: the wider it gets, the less they fall, and they jump where the layout changes. */
const textHeights: fc.Arbitrary<MeasuredHeights> = fc
  .record({
    last: anyHeight,
    falls: fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100)),
    jump: fc.nat(100),
  })
  .map(({ last, falls, jump }) => {
    const [least = 0, middle = 0, most = 0] = falls.toSorted((one, other) => one - other);
    const at480 = last + jump + (159 * least) / 100;
    const at360 = at480 + (120 * middle) / 100;
    return {
      320: Math.ceil(at360 + (40 * most) / 100),
      360: Math.ceil(at360),
      480: Math.ceil(at480),
      639: last + jump,
      640: last,
      720: last,
      1023: last,
      1024: last,
      1200: last,
    };
  });

/** What a browser makes of the CSS in a column of this width. */
function computed(css: string, width: number): number {
  const tokens = css.match(/max\(|min\(|[(),*]|[+-](?= )|-?[\d.]+(?:px|%|cqw|)/g) ?? [];
  let place = 0;
  const next = (): string => tokens[place++] ?? '';
  const list = (): readonly number[] => {
    const values = [sum()];
    while (next() === ',') values.push(sum());
    return values;
  };
  const value = (): number => {
    const token = next();
    if (token === 'max(') return Math.max(...list());
    if (token === 'min(') return Math.min(...list());
    if (token === '(') return list()[0] ?? Number.NaN;
    return Number.parseFloat(token) * (/%|cqw/.test(token) ? width / 100 : 1);
  };
  const product = (): number => {
    let result = value();
    while (tokens[place] === '*') {
      place += 1;
      result *= value();
    }
    return result;
  };
  function sum(): number {
    let result = product();
    while (/^[+-]$/.test(tokens[place] ?? '')) {
      const sign = next() === '-' ? -1 : 1;
      result += sign * product();
    }
    return result;
  }
  return sum();
}

describe('the room that a block keeps', () => {
  test('is never lower than what was measured, whatever that was', () => {
    fc.assert(
      fc.property(anyHeights, (heights) => {
        for (const width of measuredWidths) {
          expect(roomAt(heights, width)).toBeGreaterThanOrEqual(heights[width] - 0.001);
        }
      }),
    );
  });

  test('is at most a fortieth and three pixels higher than what was measured, for heights as a text has them', () => {
    fc.assert(
      fc.property(textHeights, (heights) => {
        for (const width of measuredWidths) {
          expect(roomAt(heights, width)).toBeLessThan(heights[width] * 1.025 + 3);
        }
      }),
    );
  });

  test('lies above each straight line between two measurements', () => {
    fc.assert(
      fc.property(anyHeights, fc.integer({ min: 320, max: 1200 }), (heights, width) => {
        const right = measuredWidths.find((each) => each >= width) ?? 1200;
        const left = measuredWidths.findLast((each) => each <= width) ?? 320;
        const share = right === left ? 0 : (width - left) / (right - left);
        const between = heights[left] + share * (heights[right] - heights[left]);
        expect(roomAt(heights, width)).toBeGreaterThanOrEqual(between - 0.001);
      }),
    );
  });

  test('is the same in both of its units, and what a browser computes from them', () => {
    fc.assert(
      fc.property(anyHeights, fc.integer({ min: 200, max: 2000 }), (heights, width) => {
        const padding = paddingOfRoom(heights);
        expect(heightOfRoom(heights)).toBe(padding.replaceAll('%', 'cqw'));
        expect(computed(padding, width)).toBeCloseTo(roomAt(heights, width), 6);
      }),
    );
  });

  test('is short enough to be read', () => {
    expect(paddingOfRoom(usualHeights)).toMatchInlineSnapshot(
      `"max(1029px,min(1036px,(1024px - 100%)*99999),min(max(1829px - 128.12%,2029px - 183.65%,1209px - 12.89%),(640px - 100%)*99999))"`,
    );
  });
});
