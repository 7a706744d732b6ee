import { readFile } from 'node:fs/promises';

import { AxeBuilder } from '@axe-core/playwright';
import type { Download } from '@playwright/test';

import { replay } from '#guide/replay.ts';

import { countDocuments, expect, test } from './fixtures.ts';

const result = 'guide/oauth-yes/audience-customerOrgs/catalog-yes/';

async function contentOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

test('the map follows the walk, and its nodes lead through the guide in place', async ({
  guide,
  page,
}) => {
  await guide.open('');
  const first = await guide.map.innerHTML();
  await guide.choose('oauth.yes');
  await expect.poll(async () => guide.map.innerHTML()).not.toBe(first);

  const names = () =>
    guide.map
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label') ?? ''));
  expect(await names()).toHaveLength(12);
  expect(await names()).toEqual(
    expect.arrayContaining([
      'Question: Can it use OAuth 2.0? On your path: you answered “Yes”.',
      'Question: Whose org does it call? You are here.',
      'Result: Service app. Can still be reached.',
      'Result: API token. Ruled out by your answer “Yes”.',
    ]),
  );
  const documents = countDocuments(page);
  await guide.map.getByRole('link', { name: /^Result: API token/ }).click();
  await guide.expectState(replay(['oauth.no', 'obstacle.tokenOnlyOperation']).walk);
  await page.goBack();
  await guide.map.getByRole('link', { name: /^Question: Can it use/ }).focus();
  await page.keyboard.press('Enter');
  await guide.expectState(replay([]).walk);
  expect(documents()).toBe(0);
});

test('an option lights its line on the map, and a node of the map the options that lead there', async ({
  guide,
  page,
}) => {
  await guide.open('');
  const line = page.locator('.map-lines > path[data-leads="audience"]');
  const strokeOf = async () => line.evaluate((element) => getComputedStyle(element).strokeWidth);
  const quiet = await strokeOf();
  await guide.option('oauth.yes').focus();
  expect(await strokeOf()).not.toBe(quiet);
  await guide.option('oauth.no').hover();
  await guide.option('oauth.no').focus();
  expect(await strokeOf()).toBe(quiet);

  const option = page.locator('.option[data-leads="audience"]');
  const shadowOf = async () => option.evaluate((element) => getComputedStyle(element).boxShadow);
  const dark = await shadowOf();
  await guide.map.getByRole('link', { name: /Whose org/ }).focus();
  expect(await shadowOf()).not.toBe(dark);
});

test('on a phone the map is a list with the same links, and widens nothing', async ({
  guide,
  page,
}) => {
  await guide.open('guide/oauth-yes/');
  const links = guide.map.getByRole('link');
  const addresses = async () =>
    new Set(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href'))));
  const drawn = await addresses();
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(guide.map.locator('svg')).toBeHidden();
  const listed = await addresses();
  listed.add(null);
  expect(listed).toEqual(drawn);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('on a phone no fold of a result widens the page', async ({ guide, page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await guide.open(result);
  const folds = guide.main.locator('details:visible');
  expect(await folds.count()).toBeGreaterThan(5);
  const wide: string[] = [];
  for (const fold of await folds.all()) {
    await fold.evaluate((element) => element.setAttribute('open', ''));
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 360) wide.push(`${await fold.locator('summary').first().innerText()}: ${width}`);
    await fold.evaluate((element) => element.removeAttribute('open'));
  }
  expect(wide).toEqual([]);
});

test('the SVG downloads as it lies beside the page, the PNG at twice its size', async ({
  guide,
  page,
}) => {
  await guide.open(result);
  const beside = await (await page.request.get(new URL('path.svg', page.url()).href)).text();
  const svg = page.waitForEvent('download');
  await guide.main.getByRole('link', { name: 'path.svg', exact: true }).click();
  expect((await contentOf(await svg)).toString()).toBe(beside);
  const width = Number(/<svg\b[^>]*\bwidth="([\d.]+)/.exec(beside)?.[1]);
  const height = Number(/<svg\b[^>]*\bheight="([\d.]+)/.exec(beside)?.[1]);

  const png = page.waitForEvent('download');
  await guide.main.getByRole('button', { name: 'Download PNG' }).click();
  const picture = await contentOf(await png);
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.readUInt32BE(16)).toBe(Math.round(width * 2));
  expect(picture.readUInt32BE(20)).toBe(Math.round(height * 2));
});

test('the copy buttons put on the clipboard the very text that is shown or lies beside the page', async ({
  guide,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await guide.open(result);
  const buttons = guide.main.getByRole('button', { name: /^Copy/ }).filter({ visible: true });
  const count = await buttons.count();
  expect(count).toBeGreaterThan(2);
  for (let index = 0; index < count; index += 1) {
    const button = buttons.nth(index);
    await button.click();
    await expect(button.locator('xpath=following-sibling::*[@role="status"]')).toHaveText(
      'Copied.',
    );
    const { shown, copied } = await button.evaluate(async ({ dataset }) => {
      const { copies = '', copiesFile, copiesAddress } = dataset;
      return {
        shown:
          copiesAddress !== undefined
            ? new URL(copiesAddress || location.href, location.href).href
            : copiesFile === undefined
              ? document.getElementById(copies)?.textContent
              : await (await fetch(copiesFile)).text(),
        copied: await navigator.clipboard.readText(),
      };
    });
    expect(copied.length).toBeGreaterThan(10);
    expect(copied).toBe(shown);
  }
});

test('a person’s own Mermaid text is drawn at once, and one that does not parse is explained', async ({
  guide,
  page,
}) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  await guide.open(result);
  const before = scripts.length;
  await guide.main.getByRole('button', { name: 'Edit the text' }).click();
  const editor = guide.main.getByRole('textbox', { name: /Mermaid text/ });
  const drawn = guide.main.getByRole('img', { name: /edited diagram/ });
  await expect(drawn).toBeVisible({ timeout: 20_000 });
  expect(scripts.length, 'Mermaid is loaded when it is asked for').toBeGreaterThan(before);

  await editor.fill('flowchart LR\n  a[Words of my own] --> b[Done]');
  await expect
    .poll(async () => decodeURIComponent((await drawn.getAttribute('src')) ?? ''))
    .toMatch(/Words.of.my.own|>Words</);
  await editor.fill('flowchart LR\n  a[never closed');
  await expect(
    guide.main.getByRole('status').filter({ hasText: /too early|line \d/i }),
  ).toBeVisible();
  await editor.fill('pie title Pets\n  "Dogs" : 3');
  await expect(guide.main.getByRole('status').filter({ hasText: 'mermaid.live' })).toBeVisible();
  await editor.fill('sequenceDiagram\n  Program->>Okta: token request');
  await expect
    .poll(async () => decodeURIComponent((await drawn.getAttribute('src')) ?? ''))
    .toMatch(/token.request/);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().exclude('iframe').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
});

test.describe('a hostile Mermaid text', () => {
  // The policy stops what Mermaid's own reading of a label would run.
  test.use({ expectedNoise: [/inline event handler|policy violation: script-src-attr/] });

  test('is drawn as letters, and nothing of it runs, is fetched or can be clicked', async ({
    guide,
  }) => {
    await guide.open(result);
    await guide.main.getByRole('button', { name: 'Edit the text' }).click();
    await guide.main
      .getByRole('textbox', { name: /Mermaid text/ })
      .fill(
        'flowchart LR\n  a["<img src=https://example.org/x onerror=alert(1)>"]\n  click a "javascript:alert(1)"',
      );
    const drawn = guide.main.getByRole('img', { name: /edited diagram/ });
    const picture = async () => decodeURIComponent((await drawn.getAttribute('src')) ?? '');
    await expect.poll(picture, { timeout: 20_000 }).toContain('&lt;img');
    expect(await picture()).not.toMatch(/<img|onerror|javascript:/);
  });
});

test.describe('mermaid.live', () => {
  test.use({ expectedNoise: [/another origin: https:\/\/mermaid\.live\//] });

  test('opens with the text in the fragment, which no server sees', async ({ guide, context }) => {
    await context.route('https://mermaid.live/**', async (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Editor</title>' }),
    );
    await guide.open(result);
    const [editor] = await Promise.all([
      context.waitForEvent('page'),
      guide.main.getByRole('button', { name: 'Open in mermaid.live' }).click(),
    ]);
    await editor.waitForURL(/mermaid\.live/);
    const { hash, search } = new URL(editor.url());
    expect(search).toBe('');
    expect(hash.length).toBeGreaterThan(100);
  });
});
