import { decodeQRBatch } from 'qr/decode.js';

/** A picture as a canvas returns it: four bytes for each pixel, row by row. */
export type Pixels = Pick<ImageData, 'width' | 'height' | 'data'>;

/**
 * A part of a picture, in its pixels, and how large that part is drawn before the search for codes.
 */
export interface Look {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly drawnWidth: number;
  readonly drawnHeight: number;
}

/** How long to go on trying what the first attempt left unread, in milliseconds. */
const defaultPatience = 40;

/** The most that is drawn for one look, in pixels: drawing them is what the page waits for. */
export const mostPixels = 1920 * 1080;

/** How much a quarter is enlarged: codes of two pixels for each of their squares become readable. */
const enlargement = 2;

/** How much of each side a quarter takes: they overlap, so that no small code is cut by all of them. */
const quarterShare = 0.6;

/**
 * Reads all QR codes in a picture. It pauses for the page every few milliseconds, and ends after a
 * time that the picture's size limits.
 *
 * @param patience how long to go on trying what the first attempt left unread, in milliseconds
 * @returns each text once
 */
export async function qrCodesIn(
  { width, height, data }: Pixels,
  patience = defaultPatience,
): Promise<readonly string[]> {
  const read = await decodeQRBatch([{ width, height, data }], {
    maxSize: { width, height },
    effort: Infinity,
    timeLimit: patience,
  });
  // The last one is the error that reports the end.
  return [...new Set(read.flat().filter((each) => typeof each === 'string'))];
}

/**
 * Where to look for codes in each picture of a camera. Every other picture is searched as a whole,
 * for large codes. In the others, one quarter is enlarged, for codes that are small, far away or
 * seen from the side.
 *
 * @param turn how many looks came before
 */
export function lookAt({ width, height }: Pick<Pixels, 'width' | 'height'>, turn: number): Look {
  if (turn % 2 === 0) return partOf({ x: 0, y: 0, width, height }, 1);
  const quarter = Math.floor(turn / 2) % 4;
  const part = { width: Math.ceil(width * quarterShare), height: Math.ceil(height * quarterShare) };
  const x = quarter % 2 === 0 ? 0 : width - part.width;
  const y = quarter < 2 ? 0 : height - part.height;
  return partOf({ x, y, ...part }, enlargement);
}

function partOf(part: Omit<Look, 'drawnWidth' | 'drawnHeight'>, largest: number): Look {
  const scale = Math.min(largest, Math.sqrt(mostPixels / (part.width * part.height)));
  return {
    ...part,
    drawnWidth: Math.max(1, Math.floor(part.width * scale)),
    drawnHeight: Math.max(1, Math.floor(part.height * scale)),
  };
}
