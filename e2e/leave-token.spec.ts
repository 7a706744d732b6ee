import { readFileSync } from 'node:fs';

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import { expect, test } from './fixtures.ts';
import type { GuidePage } from './pages/GuidePage.ts';

const answer = JSON.stringify([
  { id: '00Tnightlyreport0000', name: 'Nightly report', network: { connection: 'ANYWHERE' } },
  { id: '00Taccessgateway0000', name: 'Access Gateway' },
]);
const token = `00${'aB3'.repeat(14).slice(0, 40)}`;

const list = (guide: GuidePage) => guide.main.getByLabel('Your API tokens');
/** Loads the page again, and waits until its fields accept what is typed. */
async function reload(page: Page, guide: GuidePage): Promise<void> {
  await page.reload();
  await expect(guide.main.locator('[inert]')).toHaveCount(0);
}
const planOf = (guide: GuidePage, name: string) => guide.main.getByRole('region', { name });

test('the answer of the call gives a plan for each token, to be taken away', async ({
  guide,
  page,
}) => {
  await guide.open('leave-the-token/');
  await list(guide).fill(answer);
  const nightly = planOf(guide, 'Nightly report');
  await nightly.getByLabel('What its program calls').fill('GET /api/v1/users\nlistGroups');
  await expect(nightly.getByText('Recognised: 2 operations.')).toBeVisible();
  await expect(
    nightly.getByText('This token can go: a service app with 2 scopes replaces it.', {
      exact: true,
    }),
  ).toBeVisible();
  await expect(nightly.getByText('okta.groups.read', { exact: true })).toBeVisible();
  await nightly.getByRole('checkbox', { name: /^Grant the scopes on the list/ }).check();
  await nightly.getByText('nightly-report-compare.sh', { exact: true }).click();
  await expect(nightly.getByText("compare '/api/v1/users'")).toBeVisible();

  const gateway = planOf(guide, 'Access Gateway');
  await gateway.getByLabel('The product that uses it accepts only a token').check();
  await expect(gateway.getByRole('heading', { name: 'Risk card' })).toBeVisible();
  await gateway.getByLabel(/^Its share of the rate limits/).fill('3');
  await expect(gateway.getByText('Okta does not accept this share.')).toBeVisible();
  const download = page.waitForEvent('download');
  await gateway.getByRole('button', { name: 'Put the review in your calendar' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('access-gateway-review.ics');
  expect(readFileSync(await file.path(), 'utf8')).toMatch(
    /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[^]*\r\nEND:VCALENDAR\r\n$/,
  );

  const markdown = page.waitForEvent('download');
  await guide.main.getByRole('button', { name: 'Download leave-the-token.md' }).click();
  const text = readFileSync(await (await markdown).path(), 'utf8');
  expect(text).toContain('## Nightly report');
  expect(text).toContain('## Access Gateway');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});

test('ticked steps are there after a reload, hold no name, and can be forgotten', async ({
  guide,
  page,
}) => {
  const box = (name: string) =>
    planOf(guide, name).getByRole('checkbox', { name: /^Switch the program to OAuth 2\.0/ });
  await guide.open('leave-the-token/');
  await list(guide).fill('Nightly report\nHR sync');
  await box('HR sync').focus();
  await page.keyboard.press('Space');
  await expect(box('HR sync')).toBeChecked();
  await expect(box('Nightly report')).not.toBeChecked();
  await reload(page, guide);
  await list(guide).fill('HR sync\nNightly report');
  await expect(box('HR sync')).toBeChecked();
  await expect(box('Nightly report')).not.toBeChecked();
  const kept = await page.evaluate(() =>
    JSON.stringify([location.href, Object.entries(localStorage), Object.entries(sessionStorage)]),
  );
  expect(kept).toContain('switch');
  expect(kept).not.toContain('HR');
  // The downloaded files have them too.
  await expect(guide.main.locator('pre[id$="-markdown"]')).toHaveText(/^- \[x\] /m);
  await guide.main.getByRole('button', { name: 'Forget the ticks' }).click();
  await expect(guide.main.getByText('No ticks are kept on this device.')).toBeFocused();
  await expect(box('HR sync')).not.toBeChecked();
  await reload(page, guide);
  await list(guide).fill('HR sync');
  await expect(box('HR sync')).not.toBeChecked();
});

test('damaged ticks in storage are passed over', async ({ guide, page }) => {
  await guide.open('leave-the-token/');
  await page.evaluate(() =>
    localStorage.setItem('okta-api-authorization-guide:ticked-steps', '{"version":1,"ticked":[[1'),
  );
  await reload(page, guide);
  await list(guide).fill('HR sync');
  await expect(guide.main.getByText('No ticks are kept on this device.')).toBeVisible();
  const box = planOf(guide, 'HR sync').getByRole('checkbox').first();
  await box.check();
  await expect(box).toBeChecked();
});

test('a token’s value is cut, and nothing but the field has it', async ({ guide, page }) => {
  await guide.open('leave-the-token/');
  await list(guide).fill(`Nightly report\n${token}`);
  await expect(guide.main.getByText('What looked like a secret was removed.')).toBeVisible();
  await expect(planOf(guide, '(removed: it looked like a secret)')).toBeVisible();
  const kept = await page.evaluate(() => {
    const main = document.querySelector('main')?.cloneNode(true);
    if (!(main instanceof HTMLElement)) throw new Error('The page has no main part.');
    for (const field of main.querySelectorAll('textarea')) field.remove();
    return JSON.stringify([location.href, localStorage, sessionStorage, main.innerHTML]);
  });
  expect(kept).toContain('Nightly report');
  expect(kept).not.toContain(token);
});

test('a response of another kind is refused with its reason', async ({ guide }) => {
  await guide.open('leave-the-token/');
  await list(guide).fill('{"errorCode":"E0000011","errorSummary":"Invalid token provided"}');
  await expect(guide.main.getByText('This is an error from Okta')).toBeVisible();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the plan of one token can be read, with its scripts', async ({ guide }) => {
    await guide.open('leave-the-token/');
    await expect(list(guide)).toBeHidden();
    await expect(
      guide.main.getByText('This token can go: a service app with 2 scopes'),
    ).toBeVisible();
    await guide.main.getByText('nightly-report-revoke.sh', { exact: true }).click();
    await expect(guide.main.getByText('OKTA_REVOKE:-')).toBeVisible();
  });
});

test('the doors of the first page, of the search and of the handbook lead here', async ({
  guide,
}) => {
  for (const [from, name] of [
    ['', 'stop using an API token'],
    ['search/', 'An API token'],
    ['api-token/', 'Stop using the API token'],
  ] as const) {
    await guide.open(from);
    await guide.main.getByRole('link', { name, exact: true }).click();
    await expect(guide.main.getByRole('heading', { level: 1 })).toHaveText(
      'Stop using the API token',
    );
  }
});
