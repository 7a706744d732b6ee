import { measuredWidths, type MeasuredHeights } from '../usualHeights.ts';

/** From these widths on the guide has its middle and its wide layout, in CSS pixels of the frame. */
const middle = 640;
const wide = 1024;

/**
 * Lines of a text break one after the other, so that between two measured widths the guide may be higher than the
 * straight line from the one height to the other: in all states that we measured by 1.7 % at most.
 */
const overLine = 1.025;

/** A straight line over the width of a column. */
interface Line {
  /** Height of the line where the width is 0, in CSS pixels. */
  readonly start: number;
  /** By how much it changes, in hundredths of the width. */
  readonly percent: number;
}

/** The room that a guide needs in each of its layouts. */
interface Room {
  /** At every width, since the wide layout is hardly ever the highest. */
  readonly wide: number;
  /** Below the width of the wide layout. */
  readonly middle: number;
  /** Below the width of the middle layout: at each width the highest of these lines counts. */
  readonly narrow: readonly Line[];
}

function roomOf(heights: MeasuredHeights): Room {
  const points = measuredWidths.map((width) => ({ width, height: heights[width] }));
  const highest = (of: typeof points): number =>
    Math.ceil(Math.max(...of.map(({ height }) => height)));
  return {
    wide: highest(points.filter(({ width }) => width >= wide)),
    middle: highest(points.filter(({ width }) => width >= middle && width < wide)),
    narrow: linesThrough(points.filter(({ width }) => width < middle)),
  };
}

/** There is one line through each pair of neighbouring heights, so that no measured height is above them. */
function linesThrough(
  points: readonly { readonly width: number; readonly height: number }[],
): readonly Line[] {
  const raised = points.map(({ width, height }) => ({ width, height: height * overLine }));
  return raised.slice(1).map((right, index): Line => {
    const left = raised[index] ?? right;
    const percent = round((100 * (right.height - left.height)) / (right.width - left.width));
    // Rounding the slope may not bring the line below one of its two points.
    const start = Math.max(
      ...[left, right].map(({ width, height }) => height - (percent * width) / 100),
    );
    return { start: Math.ceil(round(start)), percent };
  });
}

/** To hundredths: smaller differences cannot be seen on a screen. */
const round = (value: number): number => Math.round(value * 100) / 100;

/** The room that is kept in a column of this width, in CSS pixels. */
export function roomAt(heights: MeasuredHeights, width: number): number {
  const room = roomOf(heights);
  return Math.max(
    room.wide,
    ...(width < wide ? [room.middle] : []),
    ...(width < middle
      ? room.narrow.map(({ start, percent }) => start + (percent * width) / 100)
      : []),
  );
}

/** The room as CSS for a padding, whose percentages are of the width of the column. */
export const paddingOfRoom = (heights: MeasuredHeights): string => inCss(heights, '%');

/** The room as CSS for a height within a wrapper that is a size container. */
export const heightOfRoom = (heights: MeasuredHeights): string => inCss(heights, 'cqw');

function inCss(heights: MeasuredHeights, unit: '%' | 'cqw'): string {
  const room = roomOf(heights);
  // Below the width, more than any guide is high; from there on, nothing.
  const below = (width: number): string => `(${width}px - 100${unit})*99999`;
  const narrow = room.narrow.map(({ start, percent }) =>
    percent === 0
      ? `${start}px`
      : `${start}px ${percent < 0 ? '-' : '+'} ${Math.abs(percent)}${unit}`,
  );
  return `max(${room.wide}px,min(${room.middle}px,${below(wide)}),min(max(${narrow.join(',')}),${below(middle)}))`;
}
