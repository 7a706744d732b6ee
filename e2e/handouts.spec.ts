import { handoutPath, handouts } from '#workshop/handouts/handout.ts';

import { expect, test } from './fixtures.ts';

/** How many sheets of paper a page takes. */
function sheets(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

const onOneSheet: ReadonlySet<string> = new Set(['worksheet', 'poster', 'blank-poster']);

for (const handout of handouts) {
  test(`${handout.title}: prints on A4 and on Letter`, async ({ page, site }) => {
    await page.goto(new URL(handoutPath(handout), site).href);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(handout.title);
    for (const format of ['A4', 'Letter']) {
      const pdf = await page.pdf({ format });
      if (onOneSheet.has(handout.id)) expect(sheets(pdf), format).toBe(1);
      else expect(sheets(pdf), format).toBeGreaterThan(1);
    }
  });
}

test('the cards to cut out tell no key', async ({ page, site }) => {
  await page.goto(new URL('workshop/handouts/cards/', site).href);
  await expect(page.getByText('The nightly HR sync')).toBeVisible();
  await expect(page.getByText('It runs unattended on a server')).toHaveCount(0);
});

test('the poster to fill in shows no words, and the other one does', async ({ page, site }) => {
  await page.goto(new URL('workshop/handouts/blank-poster/', site).href);
  await expect(page.locator('.poster text').filter({ visible: true })).toHaveCount(0);
  await page.goto(new URL('workshop/handouts/poster/', site).href);
  await expect(page.locator('.poster text').filter({ visible: true }).first()).toBeVisible();
});

test('the Tab key stops at the poster where it scrolls, and only there', async ({ page, site }) => {
  await page.goto(new URL('workshop/handouts/poster/', site).href);
  const poster = page.getByRole('group', { name: 'The poster' });
  for (const [width, scrolls] of [
    [360, true],
    [768, true],
    [1440, false],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await expect(page.locator('.poster > svg')).toBeVisible();
    await page.getByRole('link', { name: 'All hand-outs' }).focus();
    await page.keyboard.press('Tab');
    if (scrolls) await expect(poster).toBeFocused();
    else await expect(page.getByRole('link', { name: 'Read about privacy' })).toBeFocused();
  }
});
