import { once } from 'node:events';
import { gzipSync } from 'node:zlib';

import type { Page } from '@playwright/test';

import { replay } from '#guide/replay.ts';

import { countDocuments, expect, test } from './fixtures.ts';
import { pathOf, titleOf } from './pages/states.ts';

const { walk: outcome } = replay(['oauth.yes', 'audience.ownOrg']);

/** The scripts that a page asks for from here on, with their sizes as a host would send them. */
function countScripts(page: Page) {
  const scripts: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    scripts.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  return {
    count: () => scripts.length,
    bytes: async () => (await Promise.all(scripts)).reduce((total, size) => total + size, 0),
  };
}

/** Keeps the page from being idle, so that only a person can start it. */
const neverIdle = async (page: Page) =>
  page.addInitScript(() => {
    globalThis.requestIdleCallback = () => 0;
  });

const failed = 'the chunk cannot be loaded';

interface HeldApp {
  readonly asked: Promise<void>;
  readonly letGo: () => void;
  /** The chunk cannot be loaded. */
  readonly fail: () => void;
}

/** Holds the app's chunk back until it is let go, or fails. */
async function holdApp(page: Page): Promise<HeldApp> {
  const gate = new AbortController();
  const chunk = /\/guidePage-[^/]+\.js$/;
  const asked = page.waitForRequest(chunk).then(() => undefined);
  await page.route(chunk, async (route) => {
    if (!gate.signal.aborted) await once(gate.signal, 'abort');
    await (gate.signal.reason === failed ? route.abort() : route.continue());
  });
  return { asked, letGo: () => gate.abort(), fail: () => gate.abort(failed) };
}

/** A result with values in its address, whose app is held back. */
async function openHeldWithValues(page: Page, site: URL): Promise<HeldApp> {
  const app = await holdApp(page);
  await page.goto(new URL(`${pathOf(outcome.answers)}#v=1&org=acme.okta.com`, site).href);
  return app;
}

for (const walk of [replay([]).walk, outcome, replay(['oauth.person']).walk]) {
  test(`${titleOf(walk)}: at most 4 kB of script before a person does anything`, async ({
    page,
    site,
  }) => {
    await neverIdle(page);
    const scripts = countScripts(page);
    await page.goto(new URL(pathOf(walk.answers), site).href, { waitUntil: 'networkidle' });
    expect(scripts.count()).toBeGreaterThan(0);
    expect(await scripts.bytes()).toBeLessThanOrEqual(4000);
  });
}

test('the page is hydrated once it is idle, without anybody turning to it', async ({
  page,
  site,
  guide,
}) => {
  await page.goto(site.href);
  await guide.expectHydrated();
});

test('a page of the guide never runs the script of the other pages', async ({
  page,
  site,
  guide,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(site.href);
  await guide.expectHydrated();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((address) => /\/guidePage-[^/]*\.js$/.test(address))).toHaveLength(1);
  expect(asked.filter((address) => address.includes('/plainPage-'))).toEqual([]);
});

test('a link that is followed while the app is on its way arrives exactly once', async ({
  page,
  site,
  guide,
}) => {
  await neverIdle(page);
  const app = await holdApp(page);
  await page.goto(site.href);
  const documents = countDocuments(page);
  await guide.option('oauth.yes').click();
  await guide.expectState(replay(['oauth.yes']).walk);
  expect(documents()).toBe(1);
  app.letGo();
  await guide.heading.hover();
  await guide.expectHydrated();
  await guide.expectState(replay(['oauth.yes']).walk);
  await page.goBack();
  await guide.expectState(replay([]).walk);
});

test('a button that is pressed while the app is on its way acts exactly once', async ({
  page,
  site,
  guide,
}) => {
  await neverIdle(page);
  const app = await holdApp(page);
  await page.goto(new URL(pathOf(outcome.answers), site).href);
  await page.getByRole('button', { name: 'Edit the text' }).click();
  await app.asked;
  app.letGo();
  await guide.expectHydrated();
  // A second press would have closed it again.
  await expect(page.getByRole('button', { name: 'Close the editor' })).toBeVisible();
});

test('what is typed, picked and opened while the app is on its way is not lost', async ({
  page,
  site,
  guide,
}) => {
  await neverIdle(page);
  const app = await holdApp(page);
  await page.goto(new URL(pathOf(outcome.answers), site).href);
  await guide.paste('Okta org domain', 'acme.okta.com');
  await guide.pickLanguage('Python');
  await guide.pickForm('Token', /^Bearer/);
  await guide.pickForm('Key pair', 'EC');
  await page.getByRole('textbox', { name: 'Find the operations you call' }).fill('list us');
  await app.asked;
  app.letGo();
  await guide.expectHydrated();
  await expect(guide.field('Okta org domain')).toHaveValue('acme.okta.com');
  await expect(guide.shownRequest).toContainText('https://acme.okta.com');
  await expect(guide.shownRequest).toContainText('ES256');
  await expect(page.getByRole('combobox')).toHaveValue('list us');
  await expect(page.getByRole('combobox')).toBeFocused();
  await expect(page).toHaveURL(
    (url) => url.hash === '#v=1&key=EC&lang=python&org=acme.okta.com&variant=bearer',
  );
});

test('values in the address are honoured at once, idle or not', async ({ page, site, guide }) => {
  await neverIdle(page);
  await page.goto(new URL(`${pathOf(outcome.answers)}#v=1&org=acme.okta.com`, site).href);
  await expect(guide.field('Okta org domain')).toHaveValue('acme.okta.com');
  await expect(guide.shownRequest).toContainText('https://acme.okta.com');
});

test('a step that is taken before the app has read the values takes them along', async ({
  page,
  site,
  guide,
}) => {
  const app = await holdApp(page);
  await page.goto(new URL('#v=1&org=acme.okta.com', site).href);
  await app.asked;
  await guide.option('oauth.yes').click();
  await expect(page).toHaveURL(/\/guide\/oauth-yes\/#v=1&org=acme\.okta\.com$/);
  app.letGo();
  await guide.choose('audience.ownOrg');
  await guide.expectState(outcome);
  await expect(guide.field('Okta org domain')).toHaveValue('acme.okta.com');
});

test('an anchor leaves the values in the address, also before the app is there', async ({
  page,
  site,
  guide,
}) => {
  const app = await openHeldWithValues(page, site);
  await app.asked;
  await page.getByRole('link', { name: /skip to/i }).focus();
  await page.keyboard.press('Enter');
  app.letGo();
  await guide.expectHydrated();
  await expect(guide.main).toBeFocused();
  await expect(page).toHaveURL(/#v=1&org=acme\.okta\.com$/);
});

test('the keyboard starts it: the first Tab hydrates the page and moves as ever', async ({
  page,
  site,
  guide,
}) => {
  await neverIdle(page);
  await page.goto(site.href);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: /^skip to/i })).toBeFocused();
  await guide.expectHydrated();
  await expect(page.getByRole('link', { name: /^skip to/i })).toBeFocused();
});

test.describe('the app that cannot be loaded', () => {
  test.use({ expectedNoise: [/guidePage|Failed to load resource/] });

  test('leaves a page whose links are links, and is tried again', async ({ page, site, guide }) => {
    await neverIdle(page);
    let isDown = true;
    await page.route(/\/guidePage-[^/]+\.js$/, async (route) =>
      isDown ? route.abort() : route.continue(),
    );
    await page.goto(site.href);
    await guide.option('oauth.yes').click();
    await guide.expectState(replay(['oauth.yes']).walk);
    isDown = false;
    await guide.option('audience.ownOrg').hover();
    await guide.expectHydrated();
    await guide.choose('audience.ownOrg');
    await guide.expectState(outcome);
  });

  test('shows the sample request at once where the address brings values', async ({
    page,
    site,
    guide,
  }) => {
    const app = await openHeldWithValues(page, site);
    const waiting = page.locator('[data-awaits-values]');
    await expect(waiting).toHaveCount(1);
    await expect(guide.shownRequest).toHaveCount(0);
    app.fail();
    await expect(waiting).toHaveCount(0);
    await expect(guide.shownRequest).toBeVisible();
  });
});
