import type { Page } from '@playwright/test';

import { embedPathOf } from '#share/address.ts';

import { expect, test } from './fixtures.ts';
import { endedWalks, pathOf, shortestWalks, titleOf } from './pages/states.ts';

/** How much of somebody else's article a result may take, in pixels, by the width of its column. */
const highest = { 720: 1600, 360: 2000 } as const;
/** All that the short form of a result has below its verdict, by the anchors of the sections. */
const heldByOutcome = ['request', 'why', 'next'] as const;
/** One exit leads to many places, among which a fold lets people find their own. */
const heldByExit = (node: string): readonly string[] =>
  node === 'otherInterface' ? ['where', 'cases'] : ['where'];

const visibleSections = async (page: Page): Promise<readonly string[]> =>
  page
    .locator('article section')
    .filter({ visible: true })
    .evaluateAll((sections) => sections.map(({ id }) => id));

const heightOf = async (page: Page): Promise<number> =>
  page
    .locator('#root')
    .evaluate((root: HTMLElement) => Math.ceil(root.getBoundingClientRect().height));

test('the short form of every result is short, holds what it should, and leads to the rest', async ({
  page,
  site,
}) => {
  const tooHigh: string[] = [];
  for (const walk of endedWalks) {
    await page.goto(new URL(`${embedPathOf(walk.answers)}#v=1&show=compact`, site).href);
    await expect(page.locator('html')).toHaveAttribute('data-compact', 'snippet');
    for (const [width, most] of Object.entries(highest)) {
      await page.setViewportSize({ width: Number(width), height: 900 });
      const height = await heightOf(page);
      if (height > most) tooHigh.push(`${titleOf(walk)} at ${width} px: ${height}`);
    }
    expect(await visibleSections(page), titleOf(walk)).toEqual(
      walk.kind === 'outcome' ? heldByOutcome : heldByExit(walk.node),
    );
    await expect(page.getByRole('link', { name: 'Open in full' })).toHaveAttribute(
      'href',
      site.pathname + pathOf(walk.answers),
    );
  }
  expect(tooHigh).toEqual([]);
});

test('the short form says why in one reason, and has no control whose place it leaves out', async ({
  page,
  site,
}) => {
  for (const walk of shortestWalks.filter(({ kind }) => kind === 'outcome')) {
    await page.goto(new URL(`${embedPathOf(walk.answers)}#v=1&show=compact`, site).href);
    await expect(page.locator('#why li').filter({ visible: true })).toHaveCount(1);
    const buttons = page.locator('main').getByRole('button');
    await expect(buttons.and(page.locator(':not(.cite)'))).toHaveText([/^Copy /]);
    // What is said can be checked in place, without the list.
    await buttons.and(page.locator('.cite')).first().click();
    await expect(page.locator('.opened-sources a').first()).toHaveAttribute('href', /^https:/);
    for (const link of await page.locator('main a[href^="#"]').filter({ visible: true }).all()) {
      await expect(page.locator((await link.getAttribute('href')) ?? '')).toBeVisible();
    }
  }
});

test('the code is copied whole, and scrolled with the keyboard', async ({ page, site }) => {
  await page.setViewportSize({ width: 720, height: 900 });
  await page.goto(new URL('embed/oauth-yes/audience-ownOrg/#v=1&show=compact', site).href);
  const code = page.locator('#request pre');
  await code.focus();
  await expect(code).toBeFocused();
  await page.keyboard.press('PageDown');
  await expect.poll(async () => code.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy cURL' }).click();
  await expect
    .poll(async () => page.evaluate(async () => navigator.clipboard.readText()))
    .toBe(await code.textContent());
});

test('parts that are named beside it are shown in addition, and the request then whole', async ({
  page,
  site,
}) => {
  const open = async (show: string) =>
    page.goto(new URL(`embed/oauth-yes/audience-ownOrg/#v=1&show=${show}`, site).href);
  await open('compact+record');
  await expect(page.getByRole('button', { name: 'Show the record here' })).toBeVisible();
  expect(await visibleSections(page)).toEqual([...heldByOutcome, 'record']);
  await page.goto('about:blank');
  await open('compact+snippet+map');
  await expect(page.getByRole('button', { name: /^Fill in your own values/ })).toBeVisible();
  expect(await visibleSections(page)).toEqual([...heldByOutcome, 'picture']);
});

test('with values of the host, the short form has the request with them and no fields', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 720, height: 900 });
  const fragment = '#v=1&show=compact&org=acme.okta.com&lang=python';
  await page.goto(new URL(`embed/oauth-yes/audience-ownOrg/${fragment}`, site).href);
  await expect(page.locator('#request pre')).toContainText('acme.okta.com');
  await expect(page.locator('#request input').filter({ visible: true })).toHaveCount(0);
  await expect(page.locator('#request').getByRole('button')).toHaveText([/^Copy /]);
  expect(await heightOf(page)).toBeLessThanOrEqual(highest[720]);
});

test('a question is the same in the short form', async ({ page, site }) => {
  await page.goto(new URL('embed/oauth-no/', site).href);
  const whole = await heightOf(page);
  await page.goto('about:blank');
  await page.goto(new URL('embed/oauth-no/#v=1&show=compact', site).href);
  expect(await heightOf(page)).toBe(whole);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('the short form is the whole result', async ({ page, site }) => {
    await page.goto(new URL('embed/oauth-yes/audience-ownOrg/#v=1&show=compact', site).href);
    expect(await visibleSections(page)).toEqual(
      expect.arrayContaining([...heldByOutcome, 'picture', 'record', 'handbook', 'sources']),
    );
  });
});
