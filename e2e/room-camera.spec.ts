import type { Page } from '@playwright/test';
import { encodeQR } from 'qr';

import { expect, test } from './fixtures.ts';
import { codeOf, openRoom } from './pages/room.ts';

interface Film {
  readonly width: number;
  readonly height: number;
  /** How many pixels each square of a code takes. */
  readonly square: number;
  readonly codes: readonly { readonly text: string; readonly x: number; readonly y: number }[];
}

/** A canvas stands in for the camera: what it shows is filmed, decoded and counted for real. */
async function film(page: Page, { codes, ...size }: Film): Promise<void> {
  await page.evaluate(
    ({ width, height, square, drawn }) => {
      const canvas = document.createElement('canvas');
      canvas.width = width;
      canvas.height = height;
      const context = canvas.getContext('2d');
      const draw = () => {
        if (context === null) return;
        context.fillStyle = '#888';
        context.fillRect(0, 0, width, height);
        for (const code of drawn) {
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
    {
      ...size,
      drawn: codes.map(({ text, x, y }) => ({ rows: encodeQR(text, 'raw', { border: 4 }), x, y })),
    },
  );
}

test('a code that is held up to the camera is counted', async ({ page, site }) => {
  const room = await openRoom(page, site);
  const codes = [{ text: codeOf(room, 5), x: 180, y: 90 }];
  await film(page, { width: 640, height: 480, square: 9, codes });
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  await expect(page.getByText('1 answer counted.')).toBeVisible();
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  await expect(page.locator('video')).toHaveCount(0);
});

test('the codes of nine phones on a table are all counted', async ({ page, site }) => {
  const room = await openRoom(page, site);
  const codes = Array.from({ length: 9 }, (_, phone) => ({
    text: codeOf(room, phone),
    x: 80 + (phone % 3) * 420,
    y: 30 + Math.floor(phone / 3) * 230,
  }));
  await film(page, { width: 1280, height: 720, square: 3, codes });
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  await expect(page.getByText('9 answers so far')).toBeVisible();
});
