import type { Page } from '@playwright/test';
import { encodeQR } from 'qr';

/** What a camera sees: codes on a grey table. */
export interface Film {
  readonly width: number;
  readonly height: number;
  /** How many pixels each square of a code takes. */
  readonly square: number;
}

export interface FilmedCode {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const shownEvent = 'camera-shows';

/** A canvas stands in for the camera of a page: what it shows is filmed, decoded and counted for real. */
export async function installCamera(page: Page, film: Film): Promise<void> {
  await page.evaluate(
    ({ width, height, square, name }) => {
      const canvas = document.createElement('canvas');
      canvas.width = width;
      canvas.height = height;
      const context = canvas.getContext('2d');
      let codes: readonly { rows: readonly (readonly boolean[])[]; x: number; y: number }[] = [];
      document.addEventListener(name, (event) => {
        if (event instanceof CustomEvent) codes = event.detail;
      });
      const draw = () => {
        if (context === null) return;
        context.fillStyle = '#888';
        context.fillRect(0, 0, width, height);
        for (const code of codes) {
          for (const [y, row] of code.rows.entries()) {
            for (const [x, isDark] of row.entries()) {
              context.fillStyle = isDark ? '#000' : '#fff';
              context.fillRect(code.x + x * square, code.y + y * square, square, square);
            }
          }
        }
      };
      setInterval(draw, 100);
      navigator.mediaDevices.getUserMedia = () => Promise.resolve(canvas.captureStream(10));
    },
    { ...film, name: shownEvent },
  );
}

/** Holds codes up to the camera of a page, in place of what it saw before. */
export async function showToCamera(page: Page, codes: readonly FilmedCode[]): Promise<void> {
  await page.evaluate(
    ({ name, drawn }) => document.dispatchEvent(new CustomEvent(name, { detail: drawn })),
    {
      name: shownEvent,
      drawn: codes.map(({ text, x, y }) => ({ rows: encodeQR(text, 'raw', { border: 4 }), x, y })),
    },
  );
}

/** Nine phones on a table, seen at once. */
export const table: Film = { width: 1280, height: 720, square: 3 };

/** Where the codes of up to nine phones are on it. */
export const onTable = (texts: readonly string[]): readonly FilmedCode[] =>
  texts.map((text, phone) => ({
    text,
    x: 80 + (phone % 3) * 420,
    y: 30 + Math.floor(phone / 3) * 230,
  }));
