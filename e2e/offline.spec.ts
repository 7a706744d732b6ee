import { resultName } from '#guide/resultName.ts';

import { countDocuments, expect } from './fixtures.ts';
import {
  changedBuild,
  keep,
  kept,
  keptCount,
  keptWords,
  nextVersion,
  switchedOff,
  test,
} from './offlineSite.ts';
import { headingOf } from './pages/states.ts';

// Without a server requests fail, and the browser says so; unknown addresses have the host's status.
test.use({
  serviceWorkers: 'allow',
  // What Firefox says about a ServiceWorker names no file when the next page is opened while the worker answers for
  // this one. It asks for an icon for the plain words too, whose policy allows no picture.
  expectedNoise: [
    /favicon\.ico|ERR_CONNECTION_REFUSED|NS_ERROR_CONNECTION_REFUSED|NS_ERROR_NET_RESET|NS_ERROR_FAILURE|Failed to load resource|^uncaught: Failed to load ‘’\. A ServiceWorker|status 503: .*card\.png|status 404: .*(no-such-answer|old\/address)/,
  ],
});

test('once a person asks for it, the whole site works without a network', async ({
  page,
  site,
  guide,
  server,
}) => {
  await page.goto(site.href);
  await keep(page, site);
  await expect(page.getByText(keptWords)).toBeVisible();
  await server.close();

  await page.reload();
  await guide.choose('oauth.yes');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headingOf('audience'));
  await page.goto(new URL('guide/oauth-yes/audience-ownOrg/', site).href);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headingOf('serviceApp'));
  await page.goto(new URL('guide/oauth-yes/audience-ownOrg', site).href);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headingOf('serviceApp'));
  for (const path of ['operations/', 'requests/', 'compare/', 'about/?from=a-mail']) {
    await page.goto(new URL(path, site).href);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await page.goto(new URL('workshop/', site).href);
  await page.getByRole('button', { name: 'Skip this card' }).click();
  await expect(page.getByText('Card 2 of')).toBeVisible();
  await page.goto(new URL('workshop/answer/#K7QF/log-forwarder', site).href);
  await page.getByRole('radio', { name: resultName('serviceApp'), exact: true }).check();
  await page.getByRole('radio', { name: /^A\. / }).check();
  await page.getByRole('radio', { name: 'Certain' }).check();
  await page.getByRole('button', { name: 'Create my code' }).click();
  await expect(page.locator('#answer-code')).toBeVisible();
  await page.goto(new URL('workshop/handouts/worksheet/', site).href);
  await expect(page.getByRole('table').first()).toBeVisible();
});

test('without a network an address that is no page still leads on, and a file that is not kept says so', async ({
  page,
  site,
  server,
}) => {
  await page.goto(new URL('workshop/', site).href);
  await kept(page, site);
  await server.close();
  await page.goto(new URL('guide/oauth-yes/no-such-answer/', site).href);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headingOf('audience'));
  await page.goto(new URL('old/address.html', site).href);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'There is no page at this address',
  );
  for (const path of ['about/index.html', 'take-along/workshop.html']) {
    await page.goto(new URL(path, site).href);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await page.goto(new URL('guide/oauth-yes/card.png', site).href);
  await expect(page.getByText('this file is not kept on your device')).toBeVisible();
});

test('a page that is open while a new version comes goes on, and loads it when the person wants it', async ({
  page,
  site,
  guide,
  deploy,
}) => {
  await page.goto(site.href);
  await guide.expectHydrated();
  await keep(page, site);
  await changedBuild(nextVersion, async (folder) => {
    await deploy(folder);
    const documents = countDocuments(page);
    // As when the person comes back to the tab.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    const button = page.getByRole('button', { name: 'Load the new version' });
    await expect(button).toBeVisible();
    await guide.choose('oauth.yes');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(headingOf('audience'));
    await page.goBack();
    expect(documents()).toBe(0);
    await button.click();
    await expect(page.locator('script[src$="-next.js"]')).toHaveCount(1);
    await guide.expectHydrated();
    await expect(button).toBeHidden();
  });
});

test('nothing is kept until a person asks, and what is kept can be deleted', async ({
  page,
  site,
  guide,
}) => {
  await page.goto(site.href);
  await guide.expectHydrated();
  const registrations = async () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  expect(await registrations()).toBe(0);
  await keep(page, site);
  await page.getByRole('button', { name: 'Delete the kept files' }).click();
  await expect(page.getByRole('button', { name: 'Keep the guide on this device' })).toBeVisible();
  expect([await registrations(), await keptCount(page)]).toEqual([0, 0]);
  // Nor does the workshop keep it again by itself.
  await page.goto(new URL('workshop/', site).href);
  await expect(page.getByRole('button', { name: 'Keep the guide on this device' })).toBeVisible();
  expect(await registrations()).toBe(0);
});

test('a host that switches the worker off has every device forget what it kept', async ({
  page,
  site,
  guide,
  deploy,
}) => {
  await page.goto(site.href);
  await keep(page, site);
  await changedBuild(switchedOff, async (folder) => {
    await deploy(folder);
    await page.reload();
    await guide.expectHydrated();
    await expect.poll(async () => keptCount(page)).toBe(0);
    await page.reload();
    await expect
      .poll(async () => page.evaluate(() => navigator.serviceWorker.controller === null))
      .toBe(true);
  });
});
