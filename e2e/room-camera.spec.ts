import { encodeQR } from 'qr';

import { expect, test } from './fixtures.ts';
import { codeOf, openRoom } from './pages/room.ts';

test('codes that are held up to the camera are counted', async ({ page, site }) => {
  const room = await openRoom(page, site);
  const code = codeOf(room, 5);
  // A canvas stands in for the camera: what it shows is filmed, decoded and counted for real.
  await page.evaluate(
    (rows) => {
      const canvas = document.createElement('canvas');
      canvas.width = 640;
      canvas.height = 480;
      const context = canvas.getContext('2d');
      const draw = () => {
        if (context === null) return;
        context.fillStyle = '#888';
        context.fillRect(0, 0, 640, 480);
        for (const [y, row] of rows.entries()) {
          for (const [x, isDark] of row.entries()) {
            context.fillStyle = isDark ? '#000' : '#fff';
            context.fillRect(180 + x * 9, 90 + y * 9, 9, 9);
          }
        }
      };
      setInterval(draw, 100);
      navigator.mediaDevices.getUserMedia = () => Promise.resolve(canvas.captureStream(10));
    },
    encodeQR(code, 'raw', { border: 4 }),
  );
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  await expect(page.getByText('1 answer counted.')).toBeVisible();
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  await expect(page.locator('video')).toHaveCount(0);
});
