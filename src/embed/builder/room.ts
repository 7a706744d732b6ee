import { measuredWidths, type MeasuredHeights } from '../usualHeights.ts';

/** A straight line over the width of a column. */
interface Line {
  /** Height of the line where the width is 0, in CSS pixels. */
  readonly start: number;
  /** By how much it changes, in hundredths of the width. */
  readonly percent: number;
}

/**
 * The room that a guide needs, as lines over the width of its column: at every width the highest of
 * them counts. There is one through each two neighbouring measurements and a level one at the lowest,
 * so no measured height is ever above them; where the heights fall ever less, as they do when a text
 * gets wider, they are met.
 */
function linesOf(heights: MeasuredHeights): readonly Line[] {
  const points = measuredWidths.map((width) => ({ width, height: Math.ceil(heights[width]) }));
  const lines = points.slice(1).map((right, index): Line => {
    const left = points[index] ?? right;
    const percent = round((100 * (right.height - left.height)) / (right.width - left.width));
    // Rounding the slope may not bring the line below one of its two points.
    const start = Math.max(
      ...[left, right].map(({ width, height }) => height - (percent * width) / 100),
    );
    return { start: Math.ceil(round(start)), percent };
  });
  const lowest = Math.min(...points.map(({ height }) => height));
  return [{ start: lowest, percent: 0 }, ...lines.filter(({ percent }) => percent !== 0)];
}

/** To hundredths: less is not to be seen on a screen. */
const round = (value: number): number => Math.round(value * 100) / 100;

/** The room that is kept in a column of this width, in CSS pixels. */
export const roomAt = (heights: MeasuredHeights, width: number): number =>
  Math.max(...linesOf(heights).map(({ start, percent }) => start + (percent * width) / 100));

/** The room as CSS for a padding, whose percentages are of the width of the column. */
export const paddingOfRoom = (heights: MeasuredHeights): string => highest(heights, '%');

/** The room as CSS for a height within a wrapper that is a size container. */
export const heightOfRoom = (heights: MeasuredHeights): string => highest(heights, 'cqw');

function highest(heights: MeasuredHeights, unit: '%' | 'cqw'): string {
  const terms = linesOf(heights).map(({ start, percent }) =>
    percent === 0
      ? `${start}px`
      : `calc(${start}px ${percent < 0 ? '-' : '+'} ${Math.abs(percent)}${unit})`,
  );
  return `max(${terms.join(',')})`;
}
