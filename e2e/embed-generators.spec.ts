import type { FrameLocator, Page } from '@playwright/test';

import { heightError, secondTry, walkToServiceApp } from './embedFrame.ts';
import { generatorHosts } from './embedHosts/generatorHosts.ts';
import { type ServedHosts, serveHosts } from './embedHosts/serveHosts.ts';
import { expect, test } from './fixtures.ts';

test.describe.configure(secondTry);

// The hosts are on other ports, on purpose: those are other origins.
test.use({
  expectedNoise: [
    /^request to another origin: http:\/\/(localhost|127\.0\.0\.1)|^failed: http:\/\/(localhost|127)|ERR_FAILED/,
  ],
});

let hosts: ServedHosts;
test.beforeAll(async ({ baseURL }) => {
  hosts = await serveHosts(new URL(baseURL ?? ''));
});
test.afterAll(async () => hosts.close());

const guideIn = (page: Page): FrameLocator => page.frameLocator('iframe').first();

/** The guide's element, whose top must be in sight and uncovered. */
const coverOf = (page: Page) => async (): Promise<string> =>
  page.locator('okta-auth-guide').evaluate((element) => {
    const { top, left, width } = element.getBoundingClientRect();
    if (top < 0) return `its top is ${-top} px above the window`;
    const there = document.elementFromPoint(left + width / 2, top + 2);
    return there === element ? 'nothing' : `${there?.outerHTML.slice(0, 80)}`;
  });

for (const { id, title, block, darken } of generatorHosts) {
  test.describe(title, () => {
    for (const width of [360, 720, 960]) {
      test(`the block keeps its room at ${width} px, and nothing of the host moves`, async ({
        page,
      }) => {
        await page.setViewportSize({ width, height: 2600 });
        await page.goto(new URL(`${id}/`, hosts.address).href);
        const guide = guideIn(page);
        await expect(guide.getByRole('heading', { level: 1 })).toContainText('OAuth 2.0');
        if (block === 'element') await expect.poll(heightError(guide)).toBe(0);
        const box = await page.locator('iframe').first().boundingBox();
        expect(box?.height).toBeGreaterThan(900);
        expect(box?.width).toBeGreaterThan(300);
        await page.waitForTimeout(500);
        expect(await page.evaluate(() => Reflect.get(window, 'shifts') as unknown)).toEqual([]);
      });
    }

    test('after another page of the host and back, the guide works', async ({ page }) => {
      await page.goto(new URL(`${id}/`, hosts.address).href);
      await expect(guideIn(page).getByRole('heading', { level: 1 })).toContainText('OAuth 2.0');
      await page.evaluate('goAway()');
      await expect(page.locator('iframe')).toHaveCount(0);
      await page.evaluate('comeBack()');
      await walkToServiceApp(guideIn(page));
    });

    if (block !== 'element') return;

    test('after an answer, the top of the guide is below all that covers the window', async ({
      page,
    }) => {
      await page.setViewportSize({ width: 720, height: 500 });
      await page.goto(new URL(`${id}/`, hosts.address).href);
      const guide = guideIn(page);
      await expect(guide.getByRole('heading', { level: 1 })).toContainText('OAuth 2.0');
      // Deep in the page, so that the top of the guide is above the window.
      await page.evaluate(() => {
        const top = document.querySelector('okta-auth-guide')?.getBoundingClientRect().top ?? 0;
        scrollBy(0, top + 100);
      });
      await guide.getByRole('link', { name: /^No,/ }).click();
      await expect(guide.getByRole('heading', { level: 1 })).toContainText(
        'What stands in the way',
      );
      await expect.poll(coverOf(page)).toBe('nothing');
    });

    test('the host’s switch of its theme is followed in place', async ({ page }) => {
      await page.goto(new URL(`${id}/`, hosts.address).href);
      const html = guideIn(page).locator('html');
      await expect(html).toHaveAttribute('data-theme', 'light');
      await html.evaluate(() => Object.assign(window, { isSame: true }));
      await page.evaluate(darken);
      await expect(html).toHaveAttribute('data-theme', 'dark');
      expect(await html.evaluate(() => Reflect.get(window, 'isSame') as unknown)).toBe(true);
    });
  });
}
