import type { Page } from '@playwright/test';

import { expect, test } from './fixtures.ts';

const token = '00aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0zA1bC2dE3f';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Search the guide' });
const fieldOf = (page: Page) => dialogOf(page).getByRole('combobox', { name: 'Search the guide' });
const optionsOf = (page: Page) => dialogOf(page).getByRole('option');

for (const [query, address] of [
  ['The client_assertion token is expired.', /errors\/assertion-expired\/$/],
  ['GET /api/v1/groups', /operations\/#show=listGroups$/],
  ['HTTP/1.1 403 Forbidden', /errors\/$/],
  ['Error: Request failed with status code 429', /errors\/rate-limited\/$/],
  ['okta.logs.read', /operations\/#find=okta\.logs\.read$/],
  ['I think it is an API token', /check\/api-token\/$/],
] as const) {
  test(`by keyboard alone, “${query}” leads to its page`, async ({ guide, page }) => {
    await guide.open('');
    await page.keyboard.press('/');
    await expect(fieldOf(page)).toBeFocused();
    await page.keyboard.insertText(query);
    await expect(optionsOf(page).first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(address);
  });
}

test('an operation’s hit shows that operation alone, and one click adds what was selected before', async ({
  guide,
  page,
}) => {
  const chosen = guide.main.getByRole('list', { name: 'Chosen operations' }).getByRole('listitem');
  const search = async (query: string) => {
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
    await expect(fieldOf(page)).toBeFocused();
    await page.keyboard.insertText(query);
    await expect(optionsOf(page).first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
  };
  await guide.open('operations/#v=1&ops=listUsers+createUser');
  await expect(chosen).toHaveCount(2);
  await guide.open('about/');
  await search('listGroups');
  await expect(chosen).toHaveCount(1);
  await expect(chosen).toContainText('GET /api/v1/groups');
  await page.reload();
  await expect(chosen).toHaveCount(1);
  await search('addGroup');
  await expect(chosen).toHaveCount(1);
  await expect(chosen).toContainText('POST /api/v1/groups');
  await expect(
    guide.main.getByText('You had selected 2 operations before: List users, Create user.'),
  ).toBeVisible();
  await guide.main.getByRole('button', { name: 'Select these operations as well' }).click();
  await expect(chosen).toHaveCount(3);
  await expect(guide.main.locator('[data-verdict]')).toBeFocused();
  await expect(guide.main.locator('[data-earlier]')).toHaveCount(0);
  await expect(page).toHaveURL(/operations\/#v=1&ops=addGroup\+listUsers\+createUser$/);
  await page.reload();
  await expect(chosen).toHaveCount(3);
});

test('a scope’s hit shows its operations, and one that is picked stays picked', async ({
  guide,
  page,
}) => {
  await guide.open('operations/#find=okta.logs.read');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.getByRole('option').click();
  await expect(guide.main.getByRole('heading', { name: 'Your operations (1)' })).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(0);
});

test('arrows move, Escape closes and gives the focus back, and a live region says how many', async ({
  guide,
  page,
}) => {
  await guide.open('about/');
  const door = page.getByRole('banner').getByRole('link', { name: 'Search' });
  await door.focus();
  await page.keyboard.press('Enter');
  const field = fieldOf(page);
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.insertText('groups');
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await expect(dialogOf(page).getByRole('status')).toHaveText(
    /^\d+ results, the first 12 shown\.$/,
  );
  const activeId = async () => field.getAttribute('aria-activedescendant');
  expect(await activeId()).toBe('search-hit-0');
  await page.keyboard.press('ArrowDown');
  expect(await activeId()).toBe('search-hit-1');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await activeId()).toBe('search-hit-11');
  await expect(page.locator('#search-hit-11')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Home');
  expect(await activeId()).toBe('search-hit-11');
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toBeHidden();
  await expect(door).toBeFocused();
});

test('a slash that is typed into a field, or pressed with another key, opens nothing', async ({
  guide,
  page,
}) => {
  await guide.open('errors/');
  const box = guide.main.getByLabel('Paste the error');
  await box.click();
  await expect(guide.main.locator('[inert]')).toHaveCount(0);
  await page.keyboard.type('/');
  await expect(box).toHaveValue('/');
  await guide.heading.click();
  await page.keyboard.press('Control+/');
  await expect(dialogOf(page)).toBeHidden();
});

test('nothing is loaded for the search before it is opened, and nothing typed leaves its field', async ({
  guide,
  page,
}) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.url()} ${request.postData() ?? ''}`));
  await guide.open('');
  await page.waitForLoadState('networkidle');
  expect(requests.filter((each) => /search/i.test(each))).toEqual([]);
  await page.keyboard.press('/');
  await expect(fieldOf(page)).toBeFocused();
  await page.keyboard.insertText('deactivate zebra');
  await expect(dialogOf(page).getByRole('status')).not.toBeEmpty();
  expect(requests.filter((each) => each.includes('search-index.json'))).toHaveLength(1);
  await fieldOf(page).fill(token);
  await expect(dialogOf(page).getByRole('status')).toContainText('This looks like an API token.');
  await expect(fieldOf(page)).toHaveValue('');
  await expect(optionsOf(page)).toHaveCount(0);
  const kept = await page.evaluate(() =>
    JSON.stringify([
      location.href,
      history.state,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
    ]),
  );
  for (const typed of ['zebra', token]) {
    expect(kept).not.toContain(typed);
    expect(requests.join('\n')).not.toContain(typed);
  }
});

test('the key can be switched off, stays off on the next page, and can be switched on again', async ({
  guide,
  page,
}) => {
  const door = page.getByRole('banner').getByRole('link', { name: 'Search' });
  await guide.open('about/');
  await page.keyboard.press('/');
  await dialogOf(page)
    .getByRole('checkbox', { name: /^Open the search with the \/ key/ })
    .uncheck();
  await page.keyboard.press('Escape');
  await guide.open('compare/');
  await page.keyboard.press('/');
  await expect(dialogOf(page)).toHaveCount(0);
  await door.click();
  await expect(dialogOf(page)).toHaveCount(1);
  await expect(fieldOf(page)).toHaveValue('');
  await dialogOf(page)
    .getByRole('checkbox', { name: /^Open the search with the \/ key/ })
    .check();
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toHaveCount(0);
  await page.keyboard.press('/');
  await expect(dialogOf(page)).toHaveCount(1);
});

test.describe('where the index does not come', () => {
  test.use({ expectedNoise: [/search-index\.json|ERR_FAILED|Failed to load resource/] });

  test('the search says so, and tries again when asked', async ({ guide, page }) => {
    await page.route('**/search-index.json', async (route) => route.abort());
    await guide.open('');
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
    await expect(dialogOf(page).getByRole('status')).toContainText('could not be loaded');
    await fieldOf(page).fill('listGroups');
    await page.unroute('**/search-index.json');
    await dialogOf(page).getByRole('button', { name: 'Try again' }).click();
    await expect(optionsOf(page).first()).toContainText('GET /api/v1/groups');
  });
});

test('the head is no higher for the search at 360 px, and the dialog fits', async ({
  guide,
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await guide.open('');
  const banner = page.getByRole('banner');
  const title = await banner
    .getByRole('link', { name: 'Okta API authorization guide' })
    .boundingBox();
  const door = await banner.getByRole('link', { name: 'Search' }).boundingBox();
  expect(door?.y).toBe(title?.y);
  expect(door?.height).toBeGreaterThanOrEqual(24);
  await page.keyboard.press('/');
  await expect(fieldOf(page)).toBeFocused();
  await page.keyboard.insertText('The client_assertion token');
  await expect(optionsOf(page).first()).toBeVisible();
  const widths = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.querySelector('dialog')?.scrollWidth ?? 0,
  ]);
  expect(Math.max(...widths)).toBeLessThanOrEqual(360);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the link in the head leads to a page with the doors and all pages', async ({
    guide,
    page,
  }) => {
    await guide.open('about/');
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
    await expect(guide.heading).toHaveText('Search the guide');
    await expect(guide.main.getByRole('link', { name: 'An error' })).toBeVisible();
    await expect(guide.main.getByRole('link', { name: 'Service app: set it up' })).toBeVisible();
    await expect(guide.main.getByText('Open the search')).toBeHidden();
  });
});
