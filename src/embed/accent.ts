/** A colour of sRGB, each part from 0 to 255. */
type Colour = readonly [red: number, green: number, blue: number];

/** The backgrounds of links: each theme's raised one, because contrast is harder to reach there. */
const papers = { light: [244, 241, 236], dark: [32, 35, 43] } as const satisfies Record<
  string,
  Colour
>;
const extremes = { light: [0, 0, 0], dark: [255, 255, 255] } as const satisfies Record<
  string,
  Colour
>;

/** The contrast that text needs with its background. @see https://www.w3.org/TR/WCAG22/#contrast-minimum */
export const leastContrast = 4.5;

/** A theme, whose background is what contrast is measured against. */
export type Theme = keyof typeof papers;

/**
 * Returns a host's accent in a form that is readable in a theme: the colour itself, or the nearest
 * mix with black (light theme) or white (dark theme) that has enough contrast for text.
 *
 * @param accent `#rrggbb`, see `parameters.ts`
 */
export function legibleAccent(accent: string, theme: Theme): string {
  const given = colourOf(accent);
  const towards = extremes[theme];
  for (let percent = 0; percent < 100; percent += 1) {
    const mixed = mix(given, towards, percent / 100);
    if (contrast(mixed, papers[theme]) >= leastContrast) return hexOf(mixed);
  }
  return hexOf(towards);
}

/** The contrast ratio of a colour and the theme's paper, from 1 to 21. */
export function contrastWithPaper(colour: string, theme: Theme): number {
  return contrast(colourOf(colour), papers[theme]);
}

const channel = (hex: string, from: number): number =>
  Number.parseInt(hex.slice(from, from + 2), 16);

function colourOf(hex: string): Colour {
  return [channel(hex, 1), channel(hex, 3), channel(hex, 5)];
}

function hexOf(colour: Colour): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function mix([red, green, blue]: Colour, [r, g, b]: Colour, share: number): Colour {
  const between = (one: number, other: number) => Math.round(one + (other - one) * share);
  return [between(red, r), between(green, g), between(blue, b)];
}

const linear = (part: number): number =>
  part / 255 <= 0.040_45 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance([red, green, blue]: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}
