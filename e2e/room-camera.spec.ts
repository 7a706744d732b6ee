import { expect, test } from './fixtures.ts';
import { installCamera, onTable, showToCamera, table } from './pages/camera.ts';
import { codeOf, openRoom, roomNews, shownSlide } from './pages/room.ts';

test('a code that is held up to the camera is counted', async ({ page, site }) => {
  const room = await openRoom(page, site);
  await installCamera(page, { width: 640, height: 480, square: 9 });
  await showToCamera(page, [{ text: codeOf(room, 5), x: 180, y: 90 }]);
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  await expect(roomNews(page)).toHaveText('1 answer counted.');
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  await expect(page.locator('video')).toHaveCount(0);
});

test('the codes of nine phones on a table are all counted', async ({ page, site }) => {
  const room = await openRoom(page, site);
  await installCamera(page, table);
  await showToCamera(page, onTable(Array.from({ length: 9 }, (_, phone) => codeOf(room, phone))));
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  await expect(shownSlide(page)).toContainText('9 answers so far');
});
