/**
 * The column widths at which heights are known, in CSS pixels, narrowest first. They are on both
 * sides of the widths at which the guide changes its layout, where its height may jump.
 */
export const measuredWidths = [320, 360, 480, 639, 640, 720, 1023, 1024, 1200] as const;
export type MeasuredWidth = (typeof measuredWidths)[number];

/** How high the guide is at each of these widths, in whole CSS pixels. */
export type MeasuredHeights = Readonly<Record<MeasuredWidth, number>>;

/**
 * The heights of the first question, which a block uses until those of the chosen state are
 * measured. Each is the greater one of Chromium and Firefox, which break some lines differently.
 * `e2e/embed-builder.spec.ts` compares them with the real ones.
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
