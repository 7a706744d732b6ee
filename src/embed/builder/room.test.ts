import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { measuredWidths, type MeasuredHeights, usualHeights } from '../usualHeights.ts';
import { heightOfRoom, paddingOfRoom, roomAt } from './room.ts';

const height = fc.integer({ min: 200, max: 9000 });
const anyHeights: fc.Arbitrary<MeasuredHeights> = fc.record({
  360: height,
  480: height,
  720: height,
  960: height,
});

/** Heights that fall ever less from one width to the next, as those of a text do. */
const textHeights: fc.Arbitrary<MeasuredHeights> = fc
  .record({ last: height, falls: fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100)) })
  .map(({ last, falls }) => {
    const [least, middle, most] = falls.toSorted((one, other) => one - other);
    const at720 = last + (240 * (least ?? 0)) / 100;
    const at480 = at720 + (240 * (middle ?? 0)) / 100;
    const at360 = at480 + (120 * (most ?? 0)) / 100;
    return {
      360: Math.ceil(at360),
      480: Math.ceil(at480),
      720: Math.ceil(at720),
      960: last,
    };
  });

/** What a browser makes of the CSS in a column of this width. */
function computed(css: string, width: number): number {
  const terms = /^max\((.*)\)$/.exec(css)?.[1]?.split(/,(?=\d|calc)/) ?? [];
  return Math.max(
    ...terms.map((term) => {
      const [, start, sign, percent] =
        /^calc\((-?[\d.]+)px ([+-]) ([\d.]+)(?:%|cqw)\)$/.exec(term) ?? [];
      if (start === undefined) return Number(/^([\d.]+)px$/.exec(term)?.[1]);
      return Number(start) + ((sign === '-' ? -1 : 1) * Number(percent) * width) / 100;
    }),
  );
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

  test('is less than three pixels higher than what was measured, for heights as a text has them', () => {
    fc.assert(
      fc.property(textHeights, (heights) => {
        for (const width of measuredWidths) {
          expect(roomAt(heights, width)).toBeLessThan(heights[width] + 3);
        }
      }),
    );
  });

  test('changes steadily with the width, and lies above each straight line between two measurements', () => {
    fc.assert(
      fc.property(anyHeights, fc.integer({ min: 360, max: 960 }), (heights, width) => {
        const right = measuredWidths.find((each) => each >= width) ?? 960;
        const left = measuredWidths.findLast((each) => each <= width) ?? 360;
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
      `"max(1027px,calc(1913px - 160.83%),calc(1369px - 47.5%),calc(1000px + 3.75%))"`,
    );
  });
});
