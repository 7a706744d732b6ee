/** The widths of a column at which heights are known, in CSS pixels, narrowest first. */
export const measuredWidths = [360, 480, 720, 960] as const;
export type MeasuredWidth = (typeof measuredWidths)[number];

/** How high the guide is at each of these widths, in whole CSS pixels. */
export type MeasuredHeights = Readonly<Record<MeasuredWidth, number>>;

/**
 * The heights of the first question, which stand in a block until those of the chosen state are
 * measured: the greater of those in Chromium and Firefox, which break some lines differently.
 * `e2e/embed-builder.spec.ts` holds them to the real ones.
 */
export const usualHeights: MeasuredHeights = { 360: 1334, 480: 1141, 720: 1027, 960: 1036 };
