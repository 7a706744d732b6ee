import { expect, test } from './fixtures.ts';

for (const width of [360, 1440]) {
  test(`the list of contents marks the section that is read, at ${width} px`, async ({
    page,
    site,
  }) => {
    await page.setViewportSize({ width, height: 740 });
    await page.goto(new URL('service-app/details/', site).href);
    const contents = page.getByRole('navigation', { name: 'On this page' });
    const marked = contents.locator('[aria-current=true]');
    await expect(marked).toHaveCount(0);
    await page.locator('#troubles').evaluate((section) => section.scrollIntoView());
    const heading = await page.locator('#troubles h2').first().innerText();
    await expect(marked).toHaveText(heading);
    if (width > 1000) return;
    // The folded list stays in sight, and does not cover the part that it leads to.
    await expect(contents.locator('summary')).toBeInViewport();
    await contents.locator('summary').click();
    await contents.getByRole('link', { name: 'Sources', exact: true }).click();
    await expect(page.locator('#sources h2')).toBeInViewport();
    await expect(contents.locator('details')).not.toHaveAttribute('open');
    await expect(marked).toHaveText('Sources');
  });
}

test('all of the answer bar is in sight on a narrow screen', async ({ page, site }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const walk = 'guide/oauth-no/obstacle-productHasOauth/audience-customerOrgs/catalog-no/';
  await page.goto(new URL(walk, site).href);
  const bar = page.getByRole('navigation', { name: 'Your answers' });
  for (const each of await bar.locator('.chip').all())
    await expect(each).toBeInViewport({ ratio: 1 });
  const list = bar.locator('> ul');
  expect(await list.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});

test('beside the text, where the list of contents is always open, its heading takes no stop of the Tab key', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(new URL('service-app/', site).href);
  const contents = page.getByRole('navigation', { name: 'On this page' });
  await page.getByRole('banner').getByRole('link', { name: 'About' }).focus();
  await page.keyboard.press('Tab');
  await expect(contents.getByRole('link').first()).toBeFocused();
});
