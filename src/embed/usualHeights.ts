/**
 * The widths of a column at which heights are known, in CSS pixels, narrowest first: on both sides of the widths from
 * which the guide has another layout, where its height may jump.
 */
export const measuredWidths = [320, 360, 480, 639, 640, 720, 1023, 1024, 1200] as const;
export type MeasuredWidth = (typeof measuredWidths)[number];

/** How high the guide is at each of these widths, in whole CSS pixels. */
export type MeasuredHeights = Readonly<Record<MeasuredWidth, number>>;

/**
 * The heights of the first question, which stand in a block until those of the chosen state are
 * measured: the greater of those in Chromium and Firefox, which break some lines differently.
 * `e2e/embed-builder.spec.ts` holds them to the real ones.
 */
export const usualHeights: MeasuredHeights = {
  320: 1384,
  360: 1334,
  480: 1119,
  639: 1099,
  640: 1022,
  720: 1027,
  1023: 1036,
  1024: 1029,
  1200: 960,
};
