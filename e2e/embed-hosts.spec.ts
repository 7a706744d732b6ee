import type { FrameLocator, Page } from '@playwright/test';

import { activate, heightError, secondTry, walkToServiceApp } from './embedFrame.ts';
import { embedHosts } from './embedHosts/hosts.ts';
import { type ServedHosts, serveHosts } from './embedHosts/serveHosts.ts';
import { expect, test } from './fixtures.ts';

test.describe.configure(secondTry);

// The hosts are on other ports, on purpose: those are other origins. In a sandbox without scripts
// the browser says that it blocks them; without CORS headers the font does not come.
test.use({
  expectedNoise: [
    /^request to another origin: http:\/\/(localhost|127\.0\.0\.1)|^failed: http:\/\/(localhost|127)|Blocked script execution|\.woff2|preload|ERR_FAILED/,
  ],
});

let hosts: ServedHosts;
test.beforeAll(async ({ baseURL }) => {
  hosts = await serveHosts(new URL(baseURL ?? ''));
});
test.afterAll(async () => hosts.close());

const shiftsOf = async (page: Page): Promise<unknown> =>
  page.evaluate(() => Reflect.get(window, 'shifts') as unknown);

/** The innermost frame of a host, in which the guide is. */
const guideIn = (page: Page, id: string): FrameLocator =>
  id === 'nested'
    ? page.frameLocator('iframe').frameLocator('iframe')
    : page.frameLocator('iframe').first();

for (const { id, title, followsHeight } of embedHosts) {
  test(`${title}: the guide is walked, nothing of the host moves, the height is right`, async ({
    page,
  }) => {
    // High enough for all of the first question: a shift out of sight counts for nothing.
    await page.setViewportSize({ width: 800, height: 2600 });
    await page.goto(new URL(`${id}/`, hosts.address).href);
    const guide = guideIn(page, id);
    await expect(guide.getByRole('heading', { level: 1 })).toContainText('OAuth 2.0');
    if (followsHeight) await expect.poll(heightError(guide)).toBe(0);
    await page.waitForTimeout(500);
    expect(await shiftsOf(page)).toEqual([]);
    await walkToServiceApp(guide);
    if (followsHeight) await expect.poll(heightError(guide)).toBe(0);
    await activate(guide.getByRole('link', { name: 'Start again' }));
    await expect(guide.getByRole('heading', { level: 1 })).toContainText('OAuth 2.0');
    if (followsHeight) await expect.poll(heightError(guide)).toBe(0);
  });
}

test('a host that isolates itself stays isolated with the guide in it, and shows its pictures', async ({
  page,
  site,
}) => {
  await page.goto(new URL('isolated/', hosts.address).href);
  await expect(guideIn(page, 'isolated').getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(true);
  const size = await page.evaluate(async (address) => {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    return [picture.naturalWidth, picture.naturalHeight];
  }, new URL('card.png', site).href);
  expect(size).toEqual([1200, 630]);
});

test('printed with its host, the guide is as high as its content', async ({ page }) => {
  await page.goto(new URL('element/', hosts.address).href);
  const guide = guideIn(page, 'element');
  await expect.poll(heightError(guide)).toBe(0);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#after')).toBeVisible();
  await expect(guide.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.poll(heightError(guide)).toBe(0);
});
