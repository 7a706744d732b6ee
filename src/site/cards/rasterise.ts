import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import { initWasm, Resvg } from '@resvg/resvg-wasm';

import { palettePng } from './palettePng.ts';

const require = createRequire(import.meta.url);

let ready: Promise<void> | undefined;

/** Draws an SVG without text as a PNG of the same size; for the build only. */
export async function rasterise(svg: string): Promise<Uint8Array> {
  ready ??= readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')).then(initWasm);
  await ready;
  const picture = new Resvg(svg);
  const image = picture.render();
  const png = palettePng({ width: image.width, height: image.height, rgba: image.pixels });
  image.free();
  picture.free();
  return png;
}
