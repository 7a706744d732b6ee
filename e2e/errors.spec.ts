import { knownErrors } from '#guide/errors/knownErrors.ts';
import { causesOf } from '#guide/errors/knownError.ts';

import { expect, test } from './fixtures.ts';

const token = '00aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0zA1bC2dE3f';
const transcript = `> GET /api/v1/groups?limit=10 HTTP/2
> authorization: SSWS ${token}
< HTTP/2 401
{"errorCode":"E0000011","errorSummary":"Invalid token provided"}`;

test('a pasted transcript is answered with the cause and the scope of its call, and nothing of it is kept', async ({
  guide,
  page,
}) => {
  const requests: string[] = [];
  await guide.open('errors/');
  const box = guide.main.getByLabel('Paste the error');
  await box.click();
  await expect(guide.main.locator('#errors-island [inert]')).toHaveCount(0);
  page.on('request', (request) => requests.push(`${request.url()} ${request.postData() ?? ''}`));
  await box.fill(transcript);
  await expect(
    guide.main.getByRole('link', { name: 'Invalid token provided' }).first(),
  ).toBeVisible();
  await expect(guide.main.getByText('not used for 30 days')).toBeVisible();
  await expect(guide.main.getByRole('status').getByText('okta.groups.read')).toBeVisible();
  expect(await guide.main.getByRole('status').allInnerTexts()).not.toContain(token);
  expect(requests.filter((each) => each.includes('00aB3'))).toEqual([]);
  expect(page.url()).not.toContain('#');
  const kept = await page.evaluate(() =>
    [localStorage, sessionStorage].flatMap((store) => Object.entries(store)).join(),
  );
  expect(kept).not.toContain('00aB3');
});

test('what is not known is reported as unknown, with where to ask', async ({ guide }) => {
  await guide.open('errors/');
  const box = guide.main.getByLabel('Paste the error');
  await box.click();
  await expect(guide.main.locator('#errors-island [inert]')).toHaveCount(0);
  await box.fill('E0000999');
  await expect(guide.main.getByText('The guide does not know E0000999.')).toBeVisible();
  await box.fill('{"error":"invalid_dpop_proof"}');
  await expect(guide.main.getByText('the text does not say which one it is')).toBeVisible();
});

test('each error has a page with all its causes and remedies, and the list leads to it', async ({
  request,
  site,
}) => {
  const list = await (await request.get(new URL('errors/', site).href)).text();
  for (const error of knownErrors) {
    expect(list).toContain(`errors/${error.id}/`);
    const html = await (await request.get(new URL(`errors/${error.id}/`, site).href)).text();
    for (const { remedy } of causesOf(error)) {
      const [start = ''] = remedy.split(/[`'"&<>]/);
      expect(html, error.id).toContain(start);
    }
  }
});

test('a result leads to the errors of its method', async ({ guide, page }) => {
  await guide.open('guide/oauth-yes/audience-ownOrg/');
  await guide.main.getByRole('link', { name: /^What usually goes wrong/ }).click();
  await expect(page).toHaveURL(/\/errors\/#service-app$/);
  await expect(guide.main.locator('#service-app').getByRole('link').first()).toBeVisible();
  await expect(guide.main.locator('summary', { hasText: 'Service app' })).toBeInViewport({
    ratio: 1,
  });
});

test('an opinion is confirmed, or turned by the first answer that does so', async ({
  guide,
  page,
}) => {
  await guide.open('check/');
  await guide.main.getByRole('link', { name: 'I think it is an API token' }).click();
  await expect(page).toHaveURL(/\/check\/api-token\/$/);
  const turns = guide.main.locator('#oauth');
  await expect(turns.getByRole('heading', { name: 'Another method is right' })).toBeVisible();
  await turns
    .getByRole('link', { name: /^Continue with the question/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/guide\/oauth-yes\/$/);
});
