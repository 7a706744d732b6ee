import { createRequire } from 'node:module';

import { type Font, type GlyphRun, openSync } from 'fontkit';

import type { Typesetter } from '#diagram/card.ts';

const require = createRequire(import.meta.url);

/** The site's typeface, in files of one weight each: variable fonts cannot be read compressed. */
function fontOf(weight: 400 | 600): Font {
  const font = openSync(
    require.resolve(
      `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff2`,
    ),
  );
  if (!('layout' in font)) {
    throw new Error('The file of the typeface holds several fonts, and one is wanted.');
  }
  return font;
}

/** Reads the site's typeface and gives what sets lines in it; for the build only. */
export function siteTypesetter(): Typesetter {
  const fonts = { 400: fontOf(400), 600: fontOf(600) };
  const runs = new Map<string, GlyphRun>();
  return (text, weight, size) => {
    const key = `${weight} ${text}`;
    const run = runs.get(key) ?? fonts[weight].layout(text);
    runs.set(key, run);
    const scale = size / fonts[weight].unitsPerEm;
    return {
      width: run.advanceWidth * scale,
      // Lines are measured far more often than they are drawn.
      get path() {
        return pathOf(run, scale);
      },
    };
  };
}

function pathOf({ glyphs, positions }: GlyphRun, scale: number): string {
  let x = 0;
  const paths = glyphs.map(({ path }, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    // Letters are drawn upwards in a font and downwards in a picture.
    const moved = path.transform(scale, 0, 0, -scale, (x + xOffset) * scale, -yOffset * scale);
    x += xAdvance;
    return moved.toSVG().replaceAll(/-?\d+\.\d+/g, (number) => Number(number).toFixed(1));
  });
  return paths.join('');
}
