import { createRequire } from 'node:module';

import { type Font, type GlyphRun, openSync } from 'fontkit';

import type { Letter, Typesetter } from '#diagram/card.ts';

const require = createRequire(import.meta.url);

/** The site's typeface, in files of one weight each: variable fonts cannot be read compressed. */
function fontOf(weight: 400 | 600): Font {
  const font = openSync(
    require.resolve(
      `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff2`,
    ),
  );
  if (!('layout' in font)) {
    throw new Error('The file of the typeface contains several fonts, but only one is expected.');
  }
  return font;
}

/** Reads the site's typeface and returns a function that sets lines in it; for the build only. */
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
      scale: Number(scale.toFixed(5)),
      // Lines are measured far more often than they are drawn.
      get letters() {
        return lettersOf(run, weight);
      },
    };
  };
}

function lettersOf({ glyphs, positions }: GlyphRun, weight: number): readonly Letter[] {
  let x = 0;
  return glyphs.flatMap((glyph, index) => {
    const { xAdvance = 0, xOffset = 0 } = positions[index] ?? {};
    const letter = {
      id: `g${weight}-${glyph.id}`,
      path: glyph.path.toSVG(),
      x: Math.round(x + xOffset),
    };
    x += xAdvance;
    return letter.path === '' ? [] : [letter];
  });
}
